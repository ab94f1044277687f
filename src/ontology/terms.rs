//! The terms that code treats specially, by name; a test holds each against the ontology.

use oxigraph::model::NamedNodeRef;

/// The namespace of the ontology.
pub const NAMESPACE: &str = "https://w3id.org/gongshi/ns#";

/// Local names of classes.
pub mod class {
    /// A named individual.
    pub const PERSON: &str = "Person";
    /// An organisation of any type.
    pub const BODY: &str = "Body";
    /// A person, body or state.
    pub const AGENT: &str = "Agent";
    /// A university, or a school or institute of one.
    pub const UNIVERSITY: &str = "University";
    /// A state organ.
    pub const GOVERNMENT_BODY: &str = "GovernmentBody";
    /// An organisation of states, or its organ.
    pub const INTERNATIONAL_ORGANISATION: &str = "InternationalOrganisation";
    /// A business.
    pub const COMPANY: &str = "Company";
    /// Any other organisation.
    pub const ORGANISATION: &str = "Organisation";
    /// An instrument of international law.
    pub const TREATY: &str = "Treaty";
    /// A domestic law or regulation.
    pub const LAW: &str = "Law";
    /// A state.
    pub const COUNTRY: &str = "Country";
    /// A city or region.
    pub const PLACE: &str = "Place";
    /// A meeting or campaign.
    pub const EVENT: &str = "Event";
    /// A document of any type.
    pub const DOCUMENT: &str = "Document";
    /// A policy document.
    pub const POLICY_DOCUMENT: &str = "PolicyDocument";
    /// An article, book or other academic work.
    pub const SCHOLARLY_WORK: &str = "ScholarlyWork";
    /// A journal or newspaper.
    pub const PERIODICAL: &str = "Periodical";
    /// A norm, principle or guiding idea.
    pub const PRINCIPLE: &str = "Principle";
    /// A named set of principles.
    pub const PRINCIPLE_SET: &str = "PrincipleSet";
}

/// Local names of relations.
pub mod relation {
    /// Who took part in an event.
    pub const PARTICIPATED_IN: &str = "participatedIn";
    /// The body that a person belongs to.
    pub const AFFILIATED_WITH: &str = "affiliatedWith";
    /// A person's title.
    pub const POSITION: &str = "position";
    /// The body that a body is a part of.
    pub const PART_OF: &str = "partOf";
    /// The state that a body is of.
    pub const BASED_IN: &str = "basedIn";
    /// Who works together.
    pub const COOPERATES_WITH: &str = "cooperatesWith";
    /// Who hosted an event.
    pub const ORGANISED: &str = "organised";
    /// When an event took place.
    pub const HELD_ON: &str = "heldOn";
    /// Where an event took place.
    pub const HELD_IN: &str = "heldIn";
    /// Who published a document.
    pub const ISSUED: &str = "issued";
    /// When a document was published.
    pub const ISSUED_ON: &str = "issuedOn";
    /// Who put a principle, set or document forward.
    pub const PROPOSED: &str = "proposed";
    /// The members of a set of principles.
    pub const HAS_PRINCIPLE: &str = "hasPrinciple";
    /// What a document or event stands for.
    pub const AFFIRMS: &str = "affirms";
    /// Who wrote a work.
    pub const AUTHORED: &str = "authored";
    /// The periodical that carries a work.
    pub const PUBLISHED_IN: &str = "publishedIn";
    /// When a work was published.
    pub const PUBLISHED_ON: &str = "publishedOn";
    /// Another name that the text gives.
    pub const ALSO_KNOWN_AS: &str = "alsoKnownAs";
}

/// Local names of qualifiers.
pub mod qualifier {
    /// The title as stated.
    pub const TITLE: &str = "title";
    /// The affiliation as stated.
    pub const AFFILIATION: &str = "affiliation";
    /// The date as stated.
    pub const DATE: &str = "date";
}

macro_rules! nodes {
    ($($(#[$doc:meta])* $name:ident = $local:literal;)*) => {
        $($(#[$doc])*
        pub const $name: NamedNodeRef<'static> =
            NamedNodeRef::new_unchecked(concat!("https://w3id.org/gongshi/ns#", $local));)*
        #[cfg(test)]
        const NODES: &[NamedNodeRef<'static>] = &[$($name),*];
    };
}

nodes! {
    /// The class of the classes that are read out of texts.
    ENTITY_CLASS = "EntityClass";
    /// The class of the relations that are read out of texts.
    RELATION = "Relation";
    /// The datatype of dates and intervals.
    ISO_DATE = "isoDate";
    /// The datatype of two dates with a slash between them.
    INTERVAL = "interval";
    /// A file of the corpus.
    SOURCE = "Source";
    /// A stretch of text that makes a statement.
    EVIDENCE_CLASS = "Evidence";
    /// The decision that two names stand for one entity.
    MERGE = "Merge";
    /// From a statement to where a source says so.
    EVIDENCE = "evidence";
    /// The words of the source.
    QUOTE = "quote";
    /// Their line in the file.
    LINE = "line";
    /// Their page in the file.
    PAGE = "page";
    /// The rule that read them.
    RULE = "rule";
    /// The rule's measured precision.
    CONFIDENCE = "confidence";
    /// On how many cases that was measured.
    MEASURED_ON = "measuredOn";
    /// A source's file name without its ending.
    FILE = "file";
    /// A source's path.
    PATH = "path";
    /// The address of the original.
    ADDRESS = "address";
    /// From a source to the text that it carries.
    IS_SOURCE_OF = "isSourceOf";
    /// From a source to what it names.
    MENTIONS = "mentions";
    /// The fullest name in a source.
    LABEL = "label";
    /// Another form in a source.
    ALIAS = "alias";
    /// How often a source names an entity.
    MENTION_COUNT = "mentionCount";
    /// From a merge to its entity.
    OF = "of";
    /// The one name of a merge.
    NAME = "name";
    /// The other name of a merge.
    OTHER_NAME = "otherName";
    /// The reason of a merge or judgement.
    REASON = "reason";
    /// The judgement of a person.
    CURATION = "Curation";
    /// A statement that a judgement took out.
    REJECTION = "Rejection";
    /// What a judgement does.
    ACTION = "action";
    /// Who judged.
    JUDGE = "judge";
    /// From a judgement to the statement that it adds.
    ADDS = "adds";
    /// From a rejection to its judgement.
    REJECTED_BY = "rejectedBy";
    /// From a judgement or rejection to the source that it is about.
    IN_SOURCE = "inSource";
    /// From a judgement or rejection to the relation that it is about.
    ON_RELATION = "onRelation";
    /// From a rejection to its subject.
    REJECTED_SUBJECT = "rejectedSubject";
    /// From a rejection to its object.
    REJECTED_OBJECT = "rejectedObject";
    /// From a rejection to where it was read.
    REJECTED_EVIDENCE = "rejectedEvidence";
}

#[cfg(test)]
mod tests {
    use super::{class as c, relation as r, *};
    use crate::{data::Data, ontology::Ontology};

    #[test]
    fn every_node_is_defined_in_the_ontology() {
        let ontology = Ontology::load(&Data::embedded()).unwrap();
        for node in NODES {
            assert!(
                ontology.triples().iter().any(|triple| triple.subject == (*node).into()),
                "{node} is not defined"
            );
        }
    }

    #[test]
    fn every_name_is_a_class_relation_or_qualifier() {
        let ontology = Ontology::load(&Data::embedded()).unwrap();
        for name in [
            c::PERSON,
            c::BODY,
            c::AGENT,
            c::UNIVERSITY,
            c::GOVERNMENT_BODY,
            c::INTERNATIONAL_ORGANISATION,
            c::COMPANY,
            c::ORGANISATION,
            c::TREATY,
            c::LAW,
            c::COUNTRY,
            c::PLACE,
            c::EVENT,
            c::DOCUMENT,
            c::POLICY_DOCUMENT,
            c::SCHOLARLY_WORK,
            c::PERIODICAL,
            c::PRINCIPLE,
            c::PRINCIPLE_SET,
        ] {
            assert!(ontology.class(name).is_some(), "{name}");
        }
        for name in [
            r::PARTICIPATED_IN,
            r::COOPERATES_WITH,
            r::AFFILIATED_WITH,
            r::POSITION,
            r::PART_OF,
            r::BASED_IN,
            r::ORGANISED,
            r::HELD_ON,
            r::HELD_IN,
            r::ISSUED,
            r::ISSUED_ON,
            r::PROPOSED,
            r::HAS_PRINCIPLE,
            r::AFFIRMS,
            r::AUTHORED,
            r::PUBLISHED_IN,
            r::PUBLISHED_ON,
            r::ALSO_KNOWN_AS,
        ] {
            assert!(ontology.relation(name).is_some(), "{name}");
        }
        for name in [qualifier::TITLE, qualifier::AFFILIATION, qualifier::DATE] {
            let node = NamedNodeRef::new_unchecked(&format!("{NAMESPACE}{name}")).into_owned();
            assert!(ontology.triples().iter().any(|triple| triple.subject == node.clone().into()));
        }
    }
}
