//! Small knowledge for the tests of the graph, put together sentence by sentence.

use std::collections::BTreeMap;

use oxigraph::{
    model::Quad,
    sparql::{QueryResults, SparqlEvaluator},
    store::Store,
};

use super::over_all_graphs;
use crate::{
    data::Data,
    model::{
        Appearance, Document, Entity, EntityId, Evidence, Fact, FrontMatter, Knowledge, Literal,
        Merge, Object, Origin, Qualifier, RuleId, Span,
    },
    ontology::Ontology,
};

/// Puts knowledge together.
pub(super) struct Sample {
    pub(super) ontology: Ontology,
    pub(super) knowledge: Knowledge,
}

impl Sample {
    pub(super) fn new() -> Self {
        let ontology = Ontology::load(&Data::embedded()).unwrap();
        Self { ontology, knowledge: Knowledge::default() }
    }

    /// Adds a source; each line of the text is a line of its file.
    pub(super) fn document(&mut self, id: &str, text: &str) -> usize {
        let mut origins = vec![Origin { text: 0, line: 1, page: Some(1) }];
        for (line, (at, _)) in (2..).zip(text.match_indices('\n')) {
            origins.push(Origin { text: u32::try_from(at).unwrap() + 1, line, page: Some(1) });
        }
        self.knowledge.documents.push(Document {
            id: id.to_owned(),
            path: format!("corpus/{id}.txt"),
            front: FrontMatter::default(),
            text: text.to_owned(),
            blocks: Vec::new(),
            origins,
        });
        let source = self.entity("PolicyDocument", id);
        self.knowledge.sources.push(source);
        self.knowledge.documents.len() - 1
    }

    pub(super) fn entity(&mut self, class: &str, label: &str) -> EntityId {
        let class = self.ontology.class(class).unwrap();
        let entities = &mut self.knowledge.entities;
        let known = entities.iter().position(|is| is.class == class && is.label == label);
        let index = known.unwrap_or_else(|| {
            let (label, distinction, aliases) = (label.to_owned(), None, Vec::new());
            entities.push(Entity { class, label, distinction, aliases, read_as: None });
            entities.len() - 1
        });
        EntityId(u32::try_from(index).unwrap())
    }

    /// States a fact, proved by the quote's first place in the document.
    pub(super) fn fact(
        &mut self,
        (document, quote): (usize, &str),
        subject: EntityId,
        relation: &str,
        object: impl Into<Object>,
    ) -> &mut Fact {
        let span = self.span(document, quote);
        let relation = self.ontology.relation(relation).unwrap();
        self.knowledge.facts.push(Fact {
            document,
            relation,
            subject,
            object: object.into(),
            evidence: vec![Evidence { span, rule: RuleId::new("样例/rule") }],
            qualifiers: Vec::new(),
        });
        self.knowledge.facts.last_mut().unwrap()
    }

    pub(super) fn appears(&mut self, document: usize, entity: EntityId, name: &str, alias: &str) {
        self.knowledge.appearances.push(Appearance {
            entity,
            document,
            label: name.to_owned(),
            aliases: vec![alias.to_owned()],
            mentions: 2,
            first: Some(self.span(document, name)),
            rule: RuleId::new("lexicon"),
        });
    }

    fn span(&self, document: usize, quote: &str) -> Span {
        let text = &self.knowledge.documents[document].text;
        let start = text.find(quote).unwrap();
        Span::new(text, start, start + quote.len()).unwrap()
    }
}

impl From<EntityId> for Object {
    fn from(entity: EntityId) -> Self {
        Self::Entity(entity)
    }
}

/// A date as an object.
pub(super) fn date(value: &str) -> Object {
    Object::Literal(Literal::Date(value.to_owned()))
}

/// A seminar and what a second text knows of its bodies.
pub(super) fn seminar() -> Sample {
    let mut sample = Sample::new();
    let first = "2022年6月9日，海洋研讨会在青岛举行。\n甲大学法学院副院长王明出席，\
                 “四海倡议”由他提出。";
    let seminar = sample.document("研讨会 2022", first);
    let other = sample.document("综述", "法学院隶属于甲大学。\n甲大学是中国的大学，又称“甲大”。");
    let event = sample.entity("Event", "海洋研讨会");
    let person = sample.entity("Person", "王明");
    let school = sample.entity("University", "甲大学法学院");
    let whole = sample.entity("University", "甲大学");
    let country = sample.entity("Country", "中国");
    let held = (seminar, "2022年6月9日，海洋研讨会在青岛举行");
    sample.fact(held, event, "heldOn", date("2022-06-09"));
    let attended = (seminar, "甲大学法学院副院长王明出席");
    let fact = sample.fact(attended, person, "participatedIn", event);
    fact.qualifiers = vec![
        Qualifier { property: "affiliation", value: school.into() },
        Qualifier {
            property: "title", value: Object::Literal(Literal::Text("副院长".to_owned()))
        },
    ];
    sample.fact(attended, person, "affiliatedWith", school);
    sample.fact((other, "法学院隶属于甲大学"), school, "partOf", whole);
    sample.fact((other, "甲大学是中国的大学"), whole, "basedIn", country);
    sample.appears(seminar, person, "王明", "他");
    sample.appears(other, whole, "甲大学", "甲大");
    sample.knowledge.entities[whole.index()].aliases.push("甲大".to_owned());
    sample.knowledge.merges.push(Merge {
        entity: whole,
        name: "甲大".to_owned(),
        other: "甲大学".to_owned(),
        reason: "defined-short-form".to_owned(),
    });
    sample
}

/// The same knowledge, with all lists in reverse.
pub(super) fn reversed(knowledge: &Knowledge) -> Knowledge {
    let last_entity = u32::try_from(knowledge.entities.len()).unwrap() - 1;
    let entity = |id: EntityId| EntityId(last_entity - id.0);
    let document = |index: usize| knowledge.documents.len() - 1 - index;
    let object = |object: &mut Object| {
        if let Object::Entity(id) = object {
            *id = entity(*id);
        }
    };
    let mut turned = knowledge.clone();
    turned.documents.reverse();
    turned.sources.reverse();
    turned.sources.iter_mut().for_each(|id| *id = entity(*id));
    turned.entities.reverse();
    turned.appearances.reverse();
    for appearance in &mut turned.appearances {
        appearance.entity = entity(appearance.entity);
        appearance.document = document(appearance.document);
    }
    turned.facts.reverse();
    for fact in &mut turned.facts {
        fact.document = document(fact.document);
        fact.subject = entity(fact.subject);
        object(&mut fact.object);
        fact.qualifiers.iter_mut().for_each(|qualifier| object(&mut qualifier.value));
    }
    turned.merges.iter_mut().for_each(|merge| merge.entity = entity(merge.entity));
    turned
}

/// Puts quads into a store.
pub(super) fn store(quads: &[Quad]) -> Store {
    let store = Store::new().unwrap();
    store.extend(quads.iter().map(Quad::as_ref)).unwrap();
    store
}

/// Asks a query over all graphs for its rows, each variable's value as text.
pub(super) fn rows(store: &Store, query: &str) -> Vec<BTreeMap<String, String>> {
    let query = format!(
        "PREFIX gs: <https://w3id.org/gongshi/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
         PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
         PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> {query}"
    );
    let query = SparqlEvaluator::new().parse_query(&query).unwrap();
    let QueryResults::Solutions(solutions) =
        over_all_graphs(query).on_store(store).execute().unwrap()
    else {
        panic!("not a SELECT query")
    };
    let value = |term: &oxigraph::model::Term| match term {
        oxigraph::model::Term::Literal(literal) => literal.value().to_owned(),
        oxigraph::model::Term::NamedNode(node) => node.as_str().replace(super::BASE, ""),
        other => other.to_string(),
    };
    solutions
        .map(|solution| {
            let solution = solution.unwrap();
            solution.iter().map(|(name, term)| (name.as_str().to_owned(), value(term))).collect()
        })
        .collect()
}
