//! What one source says: its front matter, whom it mentions, its statements, and for each the
//! sentence that it stands on.

use oxigraph::model::{
    Literal, NamedNode, NamedNodeRef, Quad, Term, Triple,
    vocab::{rdf, rdfs},
};

use super::{Confidence, Iris, curation::claim_triple, value, vocab};
use crate::{
    model::{Appearance, Document, EntityId, Evidence, Fact, Object, Qualifier, Rejection},
    ontology::{Ontology, RelationId, terms},
};

/// How much context a quote has on each side, in characters.
const CONTEXT: usize = 16;

/// What all sources are written with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub(super) iris: &'a Iris,
    pub(super) ontology: &'a Ontology,
    pub(super) confidence: &'a Confidence,
    /// The IRI of each entity, by its index.
    pub(super) entities: &'a [NamedNode],
}

/// Writes the graph of one source.
pub(super) struct SourceWriter<'a> {
    setting: Setting<'a>,
    document: &'a Document,
    places: CodePoints<'a>,
    graph: NamedNode,
    source: NamedNode,
    quads: Vec<Quad>,
}

impl<'a> SourceWriter<'a> {
    /// Begins with the source itself: its names, its place, and what its front matter says.
    pub(super) fn new(setting: Setting<'a>, document: &'a Document) -> Self {
        let mut writer = Self {
            setting,
            document,
            places: CodePoints::new(&document.text),
            graph: setting.iris.source_graph(&document.id),
            source: setting.iris.source(&document.id),
            quads: Vec::new(),
        };
        let source = writer.source.clone();
        let front = &document.front;
        let label = front.title.as_ref().unwrap_or(&document.id);
        writer.add(&source, rdf::TYPE, terms::SOURCE);
        writer.add(&source, rdfs::LABEL, chinese(label));
        writer.add(&source, terms::FILE, text(&document.id));
        writer.add(&source, terms::PATH, text(&document.path));
        for (property, value) in [
            (vocab::DCTERMS_TITLE, &front.title),
            (vocab::DCTERMS_PUBLISHER, &front.publisher),
            (terms::ADDRESS, &front.address),
        ] {
            if let Some(value) = value {
                writer.add(&source, property, text(value));
            }
        }
        if let Some(date) = &front.date {
            writer.add(&source, vocab::DCTERMS_DATE, value::dated(date));
        }
        writer
    }

    /// Says which entity the source itself is.
    pub(super) fn carries(&mut self, entity: EntityId) {
        let entity = self.entity(entity);
        self.add(&self.source.clone(), terms::IS_SOURCE_OF, entity);
    }

    /// Says that the source names an entity, and how.
    pub(super) fn appearance(&mut self, appearance: &Appearance) {
        let entity = self.entity(appearance.entity);
        let triple = Triple::new(self.source.clone(), terms::MENTIONS.into_owned(), entity);
        let statement = self.state(triple);
        self.add(&statement, terms::LABEL, text(&appearance.label));
        for alias in &appearance.aliases {
            self.add(&statement, terms::ALIAS, text(alias));
        }
        self.add(&statement, terms::MENTION_COUNT, Literal::from(appearance.mentions));
        if let Some(span) = appearance.first {
            self.evidence(&statement, &Evidence { span, rule: appearance.rule.clone() });
        }
    }

    /// Says what the source states, where, and with which qualifiers.
    pub(super) fn fact(&mut self, fact: &Fact) {
        let subject = self.entity(fact.subject);
        let predicate = self.relation(fact.relation);
        let object = self.object(&fact.object);
        let statement = self.state(Triple::new(subject, predicate, object));
        for Qualifier { property, value } in &fact.qualifiers {
            let property = NamedNode::new_unchecked(format!("{}{property}", terms::NAMESPACE));
            let value = self.object(value);
            self.add(&statement, property.as_ref(), value);
        }
        for evidence in &fact.evidence {
            self.evidence(&statement, evidence);
        }
    }

    /// Keeps what a judgement took out: the statement is not asserted, and its evidence stays.
    pub(super) fn rejection(&mut self, rejection: &Rejection, judgement: &NamedNode) {
        let Setting { iris, ontology, .. } = self.setting;
        let triple = claim_triple(&rejection.claim, ontology, iris);
        let node = iris.rejection(&self.document.id, &triple.to_string());
        let (graph, source) = (iris.curation_graph(), self.source.clone());
        let Triple { subject, predicate, object } = triple;
        for (property, value) in [
            (rdf::TYPE, terms::REJECTION.into_owned().into()),
            (terms::REJECTED_BY, judgement.clone().into()),
            (terms::IN_SOURCE, source.into()),
            (terms::REJECTED_SUBJECT, subject.into()),
            (terms::ON_RELATION, predicate.into()),
            (terms::REJECTED_OBJECT, object),
        ] {
            self.quads.push(Quad::new(node.clone(), property, value, graph.clone()));
        }
        for evidence in &rejection.evidence {
            let evidence = self.passage(evidence);
            self.quads.push(Quad::new(
                node.clone(),
                terms::REJECTED_EVIDENCE,
                evidence,
                graph.clone(),
            ));
        }
    }

    /// Returns the quads.
    pub(super) fn finish(self) -> Vec<Quad> {
        self.quads
    }

    /// Asserts a triple and names the statement of it.
    fn state(&mut self, triple: Triple) -> NamedNode {
        let statement = self.setting.iris.statement(&self.document.id, &triple.to_string());
        self.quads.push(triple.clone().in_graph(self.graph.clone()));
        self.add(&statement, vocab::RDF_REIFIES, Term::Triple(Box::new(triple)));
        statement
    }

    fn evidence(&mut self, statement: &NamedNode, evidence: &Evidence) {
        let node = self.passage(evidence);
        self.add(statement, terms::EVIDENCE, node);
    }

    /// Writes down a passage of the source; returns its name.
    fn passage(&mut self, evidence: &Evidence) -> NamedNode {
        let Evidence { span, rule } = evidence;
        let document = self.document;
        let (start, end) = (self.places.before(span.start()), self.places.before(span.end()));
        let iris = self.setting.iris;
        let node = iris.evidence(&document.id, start, end, rule.as_str());
        let quote = document.slice(*span);
        self.add(&node, rdf::TYPE, terms::EVIDENCE_CLASS);
        self.add(&node, vocab::OA_HAS_SOURCE, self.source.clone());
        self.add(&node, terms::QUOTE, text(quote));
        self.add(&node, terms::LINE, Literal::from(document.line_of(span.start())));
        if let Some(page) = document.page_of(span.start()) {
            self.add(&node, terms::PAGE, Literal::from(page));
        }
        self.add(&node, terms::RULE, text(rule.as_str()));
        self.add(&node, terms::CONFIDENCE, value::decimal(self.setting.confidence.of(rule)));
        if let Some(cases) = self.setting.confidence.cases(rule) {
            self.add(&node, terms::MEASURED_ON, Literal::from(cases));
        }

        let position = iris.part(&node, "position");
        self.add(&node, vocab::OA_HAS_SELECTOR, position.clone());
        self.add(&position, rdf::TYPE, vocab::OA_TEXT_POSITION_SELECTOR);
        self.add(&position, vocab::OA_START, Literal::from(start as u64));
        self.add(&position, vocab::OA_END, Literal::from(end as u64));

        let selector = iris.part(&node, "quote");
        let (prefix, suffix) = context(&document.text, span.start(), span.end());
        self.add(&node, vocab::OA_HAS_SELECTOR, selector.clone());
        self.add(&selector, rdf::TYPE, vocab::OA_TEXT_QUOTE_SELECTOR);
        self.add(&selector, vocab::OA_EXACT, text(quote));
        self.add(&selector, vocab::OA_PREFIX, text(prefix));
        self.add(&selector, vocab::OA_SUFFIX, text(suffix));
        node
    }

    fn entity(&self, entity: EntityId) -> NamedNode {
        self.setting.entities[entity.index()].clone()
    }

    fn relation(&self, relation: RelationId) -> NamedNode {
        self.setting.ontology.relation_iri(relation).into_owned()
    }

    fn object(&self, object: &Object) -> Term {
        match object {
            Object::Entity(entity) => self.entity(*entity).into(),
            Object::Literal(literal) => value::literal(literal).into(),
        }
    }

    fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, object: impl Into<Term>) {
        let (subject, graph) = (subject.clone(), self.graph.clone());
        self.quads.push(Quad::new(subject, predicate.into_owned(), object, graph));
    }
}

/// A name in a Chinese text, in whatever script.
pub(super) fn chinese(label: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(label, "zh")
}

/// A plain string.
pub(super) fn text(value: &str) -> Literal {
    Literal::new_simple_literal(value)
}

/// Returns a little of what stands before and after.
fn context(text: &str, start: usize, end: usize) -> (&str, &str) {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(start, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (before.get(from..).unwrap_or_default(), after.get(..to).unwrap_or_default())
}

/// Counts code points before a byte without reading the text from its start each time.
struct CodePoints<'a> {
    text: &'a [u8],
    /// The code points before every 512th byte.
    marks: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    const STEP: usize = 512;

    fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut marks = vec![0];
        let mut count = 0;
        for block in text.chunks(Self::STEP) {
            count += starts(block);
            marks.push(count);
        }
        Self { text, marks }
    }

    fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = byte / Self::STEP;
        let rest = self.text.get(mark * Self::STEP..byte).unwrap_or_default();
        self.marks.get(mark).copied().unwrap_or_default() + starts(rest)
    }
}

/// Counts the bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn context_stops_at_the_ends_of_the_text() {
        let text = "会议在乌镇举行。";
        assert_eq!(context(text, 9, 15), ("会议在", "举行。"));
        let long = "前".repeat(40) + "中" + &"后".repeat(40);
        let (prefix, suffix) = context(&long, 120, 123);
        assert_eq!((prefix, suffix), ("前".repeat(16).as_str(), "后".repeat(16).as_str()));
    }

    proptest! {
        #[test]
        fn code_points_are_counted_as_by_reading(text in "[a甲😀\n]{0,900}", at in 0..900_usize) {
            let places = CodePoints::new(&text);
            let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
            prop_assert_eq!(places.before(byte), text.get(..byte).unwrap().chars().count());
        }
    }
}
