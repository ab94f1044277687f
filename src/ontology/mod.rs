//! The schema: classes and relations, read from Turtle; a user's own included.

mod assemble;
mod reader;
mod schema;
pub mod terms;

use std::collections::BTreeMap;

use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Triple, vocab::rdf};
use rustc_hash::FxHashMap;

pub use schema::{Class, ClassId, Range, Relation, RelationId};

use crate::data::Data;

/// Why the ontology could not be read.
#[derive(Debug, thiserror::Error)]
pub enum OntologyError {
    /// A file is not Turtle.
    #[error("{file}:{line}: {message}")]
    Syntax {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What the parser said.
        message: String,
    },
    /// A relation's domain or range names something that is no class of ours.
    #[error(
        "{file}:{line}: relation {relation}: {class} is neither an entity class nor above one; \
         expected a class that is `a gs:EntityClass`"
    )]
    UnknownClass {
        /// The file that defines the relation.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The relation's local name.
        relation: String,
        /// What it names.
        class: String,
    },
    /// Two classes or two relations have one local name.
    #[error("{file}:{line}: another term is named {name}, too")]
    SameName {
        /// The file that defines the second one.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The name.
        name: String,
    },
}

/// Classes and relations with their names, and the triples that they were read from.
#[derive(Clone, Debug)]
pub struct Ontology {
    classes: Vec<Class>,
    relations: Vec<Relation>,
    /// Classes by their names as written, which is how the code asks.
    exact: ExactNames,
    /// For each class, a bit for each class that it is or is below.
    above: Vec<u64>,
    class_names: BTreeMap<String, ClassId>,
    exact_relations: FxHashMap<String, RelationId>,
    relation_names: BTreeMap<String, RelationId>,
    triples: Vec<Triple>,
}

impl Ontology {
    /// Reads all `ontology/*.ttl`, in name order; fails at the first mistake.
    pub fn load(data: &Data) -> Result<Self, OntologyError> {
        let (ontology, errors) = Self::read(data);
        errors.into_iter().next().map_or(Ok(ontology), Err)
    }

    /// Does as [`Ontology::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data) -> (Self, Vec<OntologyError>) {
        let mut errors = Vec::new();
        let triples = reader::Triples::read(data, &mut errors);
        let assembly = assemble::Assembly::new(&triples);
        let classes = assembly.classes(&mut errors);
        let relations = assembly.relations(&classes, &mut errors);
        let class_names: BTreeMap<String, ClassId> =
            classes.iter().zip(0..).map(|(class, id)| (key(&class.name), ClassId(id))).collect();
        let relation_names: BTreeMap<String, RelationId> = relations
            .iter()
            .zip(0..)
            .map(|(relation, id)| (key(&relation.name), RelationId(id)))
            .collect();
        let triples = triples.list;
        let exact_relations = relations
            .iter()
            .filter_map(|relation| {
                Some((relation.name.clone(), *relation_names.get(&key(&relation.name))?))
            })
            .collect();
        let exact = ExactNames::new(&classes, &class_names);
        let above = above(&classes);
        (
            Self {
                classes,
                relations,
                exact,
                above,
                class_names,
                exact_relations,
                relation_names,
                triples,
            },
            errors,
        )
    }

    /// Returns the entity classes and the abstract classes above them, by name.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// Returns the relations, by name.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Finds a class by its local name: `PolicyDocument` or `policy_document`.
    #[inline]
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.exact.get(name).or_else(|| self.class_names.get(&key(name)).copied())
    }

    /// Finds a relation by its local name: `participatedIn` or `participated_in`.
    pub fn relation(&self, name: &str) -> Option<RelationId> {
        let exact = self.exact_relations.get(name).copied();
        exact.or_else(|| self.relation_names.get(&key(name)).copied())
    }

    /// Says that there is no class of this name, and which there are that it may be meant for.
    pub fn unknown_class(&self, name: &str) -> String {
        let known = self.classes.iter().map(|class| class.name.as_str());
        self.unknown("class", "gs:EntityClass", name, known)
    }

    /// Says that there is no relation of this name, and which there are that it may be meant for.
    pub fn unknown_relation(&self, name: &str) -> String {
        let known = self.relations.iter().map(|relation| relation.name.as_str());
        self.unknown("relation", "gs:Relation", name, known)
    }

    fn unknown<'a>(
        &self,
        kind: &str,
        class: &str,
        name: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> String {
        let said = format!("`{name}` is no {kind} of the ontology");
        if self.names_something(name) {
            return format!("{said}; expected it to be `a {class}` there");
        }
        let known: Vec<&str> = known.collect();
        let near: Vec<&str> = known.iter().copied().filter(|known| alike(name, known)).collect();
        let expected = if near.is_empty() { known } else { near };
        format!("{said}; there is {}", expected.join(", "))
    }

    /// Tells whether the files say anything of a term with this local name.
    pub fn names_something(&self, name: &str) -> bool {
        self.triples.iter().any(|triple| match &triple.subject {
            NamedOrBlankNode::NamedNode(iri) => {
                iri.as_str().rsplit(['#', '/']).next() == Some(name)
            }
            NamedOrBlankNode::BlankNode(_) => false,
        })
    }

    /// Returns what is known of a class.
    ///
    /// # Panics
    ///
    /// Where the class is one of another ontology.
    pub fn class_info(&self, class: ClassId) -> &Class {
        &self.classes[usize::from(class.0)]
    }

    /// Returns what is known of a relation.
    ///
    /// # Panics
    ///
    /// Where the relation is one of another ontology.
    pub fn relation_info(&self, relation: RelationId) -> &Relation {
        &self.relations[usize::from(relation.0)]
    }

    /// Tells whether a class is another or below it.
    #[inline]
    pub fn is_a(&self, class: ClassId, above: ClassId) -> bool {
        let bit = usize::from(class.0) * self.classes.len() + usize::from(above.0);
        self.above.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 != 0)
    }

    /// Tells whether entities are of this class themselves, not only of classes below it.
    pub fn is_entity_class(&self, class: ClassId) -> bool {
        let (iri, kind) = (self.class_iri(class).into(), terms::ENTITY_CLASS.into());
        self.triples.iter().any(|triple| {
            triple.predicate == rdf::TYPE
                && triple.subject.as_ref() == iri
                && triple.object.as_ref() == kind
        })
    }

    /// Tells whether an entity of this class may be the relation's subject.
    pub fn admits_subject(&self, relation: RelationId, class: ClassId) -> bool {
        self.is_one_of(class, &self.relation_info(relation).domain)
    }

    /// Tells whether an entity of this class may be the relation's object.
    pub fn admits_object(&self, relation: RelationId, class: ClassId) -> bool {
        match &self.relation_info(relation).range {
            Range::Classes(classes) => self.is_one_of(class, classes),
            Range::Text | Range::Date => false,
        }
    }

    /// Returns a class's IRI.
    pub fn class_iri(&self, class: ClassId) -> NamedNodeRef<'_> {
        self.class_info(class).iri.as_ref()
    }

    /// Returns a relation's IRI.
    pub fn relation_iri(&self, relation: RelationId) -> NamedNodeRef<'_> {
        self.relation_info(relation).iri.as_ref()
    }

    /// Returns all triples of the files, in their order.
    pub fn triples(&self) -> &[Triple] {
        &self.triples
    }

    fn is_one_of(&self, class: ClassId, admitted: &[ClassId]) -> bool {
        admitted.is_empty() || admitted.iter().any(|above| self.is_a(class, *above))
    }
}

/// A table of all pairs of classes: a bit where the first is the second or below it.
fn above(classes: &[Class]) -> Vec<u64> {
    let mut table = vec![0; (classes.len() * classes.len()).div_ceil(64)];
    for (class, info) in classes.iter().enumerate() {
        for above in &info.ancestors {
            let bit = class * classes.len() + usize::from(above.0);
            table[bit / 64] |= 1 << (bit % 64);
        }
    }
    table
}

/// Classes by their names as written. Asking is what the recognisers do most: a name's place in
/// the table is told by its length and its two ends, which the compiler knows of a constant.
#[derive(Clone, Debug)]
struct ExactNames(Vec<Vec<(String, ClassId)>>);

impl ExactNames {
    const PLACES: usize = 64;

    fn new(classes: &[Class], by_key: &BTreeMap<String, ClassId>) -> Self {
        let mut places = vec![Vec::new(); Self::PLACES];
        for class in classes {
            let id = by_key.get(&key(&class.name));
            places[Self::place(&class.name)].extend(id.map(|id| (class.name.clone(), *id)));
        }
        Self(places)
    }

    #[inline]
    fn place(name: &str) -> usize {
        let end = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte));
        let bytes = name.as_bytes();
        (bytes.len() + end(bytes.first()) * 5 + end(bytes.last()) * 3) % Self::PLACES
    }

    #[inline]
    fn get(&self, name: &str) -> Option<ClassId> {
        let place = self.0.get(Self::place(name))?;
        place.iter().find(|(known, _)| known == name).map(|(_, id)| *id)
    }
}

/// Tells whether one name may be a slip for the other: more than half of their pairs of letters
/// are the same, or one is within the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    let pairs =
        |name: &str| -> Vec<(char, char)> { name.chars().zip(name.chars().skip(1)).collect() };
    let (a, b) = (pairs(&one), pairs(&other));
    let shared = a.iter().filter(|pair| b.contains(pair)).count();
    let within = !a.is_empty() && (one.contains(&other) || other.contains(&one));
    within || shared * 2 > a.len().max(b.len())
}

/// What `PolicyDocument` and `policy_document` have in common.
fn key(name: &str) -> String {
    name.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn load() -> Ontology {
        Ontology::load(&Data::embedded()).unwrap()
    }

    /// Loads the ontology with one more file.
    fn with(text: &str) -> Result<Ontology, OntologyError> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("ontology")).unwrap();
        fs::write(folder.path().join("ontology/mine.ttl"), text).unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        Ontology::load(&data)
    }

    const PREFIXES: &str = "@prefix gs: <https://w3id.org/gongshi/ns#> .
@prefix my: <https://example.org/sea#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
";

    #[test]
    fn the_guidelines_names_are_there() {
        let ontology = load();
        let entity_classes = "Person University GovernmentBody InternationalOrganisation Company \
            Organisation Country Place Event Treaty Law PolicyDocument ScholarlyWork Periodical \
            Principle PrincipleSet";
        for name in entity_classes.split_whitespace() {
            assert!(ontology.class(name).is_some(), "{name}");
        }
        let relations = "participated_in affiliated_with position part_of based_in organised \
            held_on held_in issued issued_on signed adopted proposed has_principle affirms \
            member_of elected_to established established_on cooperates_with authored \
            published_in published_on also_known_as";
        for name in relations.split_whitespace() {
            assert!(ontology.relation(name).is_some(), "{name}");
        }
        assert_eq!(ontology.classes().len(), 19);
        assert_eq!(ontology.relations().len(), 24);
    }

    #[test]
    fn helper_classes_are_no_classes_of_entities() {
        assert_eq!(load().class("Source"), None);
        assert_eq!(load().class("Evidence"), None);
    }

    #[test]
    fn a_university_is_an_agent() {
        let ontology = load();
        let class = |name| ontology.class(name).unwrap();
        assert!(ontology.is_a(class("University"), class("Agent")));
        assert!(ontology.is_a(class("University"), class("University")));
        assert!(!ontology.is_a(class("Body"), class("University")));
        assert!(!ontology.is_a(class("Event"), class("Agent")));
        assert!(ontology.is_entity_class(class("University")));
        assert!(!ontology.is_entity_class(class("Agent")));
    }

    #[test]
    fn domain_and_range_admit_what_the_guidelines_say() {
        let ontology = load();
        let class = |name| ontology.class(name).unwrap();
        let relation = |name| ontology.relation(name).unwrap();
        assert!(ontology.admits_subject(relation("organised"), class("Country")));
        assert!(!ontology.admits_subject(relation("organised"), class("Person")));
        assert!(ontology.admits_object(relation("heldIn"), class("Place")));
        assert!(!ontology.admits_object(relation("heldOn"), class("Place")));
        assert!(ontology.admits_subject(relation("alsoKnownAs"), class("Principle")));
        assert_eq!(ontology.relation_info(relation("heldOn")).range, Range::Date);
        assert_eq!(ontology.relation_info(relation("position")).range, Range::Text);
        assert!(ontology.relation_info(relation("cooperatesWith")).symmetric);
        assert_eq!(ontology.relation_info(relation("partOf")).label_zh, "隶属于");
    }

    #[test]
    fn a_users_file_adds_classes_and_relations() {
        let text = format!(
            "{PREFIXES}my:Ship a gs:EntityClass ; rdfs:label \"船舶\"@zh .
my:sails a gs:Relation ; rdfs:domain [ owl:unionOf ( gs:Country my:Ship ) ] ; rdfs:range my:Ship ."
        );
        let ontology = with(&text).unwrap();
        let ship = ontology.class("ship").unwrap();
        assert_eq!(ontology.class_iri(ship).as_str(), "https://example.org/sea#Ship");
        assert_eq!(ontology.class_info(ship).label_en, "Ship");
        let sails = ontology.relation("sails").unwrap();
        assert!(ontology.admits_subject(sails, ontology.class("Country").unwrap()));
        assert!(ontology.admits_object(sails, ship));
    }

    #[test]
    fn a_relation_on_an_unknown_class_is_named_with_its_line() {
        let error = with(&format!("{PREFIXES}\nmy:sails a gs:Relation ; rdfs:domain my:Boat ."));
        let message = error.unwrap_err().to_string();
        assert!(message.contains("mine.ttl:6: relation sails"), "{message}");
        assert!(message.contains("sea#Boat"), "{message}");
    }

    #[test]
    fn a_term_that_is_not_there_is_told_with_those_that_it_may_be_meant_for() {
        let ontology = with(&format!("{PREFIXES}my:Ship a owl:Class .")).unwrap();
        assert_eq!(
            ontology.unknown_class("Universty"),
            "`Universty` is no class of the ontology; there is University"
        );
        assert!(ontology.unknown_class("Boat").contains("there is Agent, Body, "));
        assert!(
            ontology.unknown_class("Ship").ends_with("expected it to be `a gs:EntityClass` there")
        );
        assert!(ontology.unknown_relation("organized").ends_with("there is organised"));
    }

    #[test]
    fn all_mistakes_are_told_and_the_rest_is_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("ontology")).unwrap();
        let text = format!(
            "{PREFIXES}my:Ship a gs:EntityClass .\nmy:a a gs:Relation ; rdfs:range my:Boat .\n\
             my:b a gs:Relation ; rdfs:domain my:Sail .\nmy:c nonsense .\n"
        );
        fs::write(folder.path().join("ontology/mine.ttl"), text).unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        let (ontology, errors) = Ontology::read(&data);
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(ontology.class("Ship").is_some() && ontology.relation("b").is_some());
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let message = with("\n\ngs:x a gs:y .").unwrap_err().to_string();
        assert!(message.contains("mine.ttl:3:"), "{message}");
    }

    #[test]
    fn a_name_that_is_taken_is_an_error() {
        let message = with(&format!("{PREFIXES}my:Event a gs:EntityClass .")).unwrap_err();
        assert!(message.to_string().contains("named Event"), "{message}");
    }

    #[test]
    fn the_same_files_give_the_same_triples() {
        assert_eq!(load().triples(), load().triples());
    }

    #[test]
    fn every_class_and_relation_has_both_labels() {
        let ontology = load();
        for class in ontology.classes() {
            assert_ne!(class.label_zh, class.label_en, "{}", class.name);
        }
        for relation in ontology.relations() {
            assert_ne!(relation.label_zh, relation.label_en, "{}", relation.name);
        }
    }
}
