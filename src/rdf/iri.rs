//! The only place that mints IRIs: readable, the same from run to run, different for different
//! things.

use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use super::GraphError;
use crate::model::Entity;

/// Where things have their names unless a project says otherwise.
pub const BASE: &str = "https://w3id.org/gongshi/id/";

/// Names for everything in the graph, below one base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iris {
    base: String,
}

impl Iris {
    /// Names things below this base, which gets a slash at its end where it has none.
    pub fn new(base: &str) -> Result<Self, GraphError> {
        let slash = if base.ends_with(['/', '#']) { "" } else { "/" };
        let base = format!("{base}{slash}");
        NamedNode::new(&base).map_err(|source| GraphError::Base { base: base.clone(), source })?;
        Ok(Self { base })
    }

    /// Returns the base.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Names the graph of what one source states.
    pub fn source_graph(&self, document: &str) -> NamedNode {
        self.node(&["graph", "source", &segment(document)])
    }

    /// Names the graph of entities and merges.
    pub fn entities_graph(&self) -> NamedNode {
        self.node(&["graph", "entities"])
    }

    /// Names the graph of what follows by RDFS and the rules.
    pub fn inferred_graph(&self) -> NamedNode {
        self.node(&["graph", "inferred"])
    }

    /// Names the graph of what persons judged.
    pub fn curation_graph(&self) -> NamedNode {
        self.node(&["graph", "curation"])
    }

    /// Names the graph of the ontology.
    pub fn ontology_graph(&self) -> NamedNode {
        self.node(&["graph", "ontology"])
    }

    /// Names a source.
    pub fn source(&self, document: &str) -> NamedNode {
        self.node(&["source", &segment(document)])
    }

    /// Names an entity by its class's local name, its label, and what tells it from its like:
    /// those that it was first read with.
    pub fn entity(&self, class: &str, entity: &Entity) -> NamedNode {
        let (_, label) = entity.first_read_as();
        let mut name = segment(label);
        if let Some(distinction) = &entity.distinction {
            name.push('~');
            name.push_str(&segment(distinction));
        }
        self.node(&[&class_segment(class), &name])
    }

    /// Names the statement of a triple by one document.
    pub fn statement(&self, document: &str, triple: &str) -> NamedNode {
        self.node(&["statement", &segment(document), &hash(&[triple])])
    }

    /// Names what a rule read from one code point to another of a document.
    pub fn evidence(&self, document: &str, start: usize, end: usize, rule: &str) -> NamedNode {
        let place = format!("{start}-{end}-{}", segment(rule));
        self.node(&["evidence", &segment(document), &place])
    }

    /// Names a part of something that has a name.
    pub fn part(&self, whole: &NamedNode, part: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}/{part}", whole.as_str()))
    }

    /// Names a merge by all that it says.
    pub fn merge(&self, said: &[&str]) -> NamedNode {
        self.node(&["merge", &hash(said)])
    }

    /// Names a judgement by all that it says.
    pub fn curation(&self, said: &[&str]) -> NamedNode {
        self.node(&["curation", &hash(said)])
    }

    /// Names a statement of a document that was taken out, as [`Iris::statement`] would.
    pub fn rejection(&self, document: &str, triple: &str) -> NamedNode {
        self.node(&["rejection", &segment(document), &hash(&[triple])])
    }

    /// Tells whether this names a piece of evidence or a part of one.
    pub fn is_evidence(&self, node: &NamedNode) -> bool {
        node.as_str().strip_prefix(&self.base).is_some_and(|path| path.starts_with("evidence/"))
    }

    /// The segments are escaped already, so that the result is an IRI where the base is.
    fn node(&self, segments: &[&str]) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{}", self.base, segments.join("/")))
    }
}

/// `GovernmentBody` as `government-body`, and never a name that something else has.
fn class_segment(class: &str) -> String {
    let mut kebab = String::new();
    for c in class.chars() {
        if c.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(c.to_lowercase());
    }
    match kebab.as_str() {
        "graph" | "source" | "statement" | "evidence" | "merge" | "curation" | "rejection" => {
            kebab.push_str("-entity");
        }
        _ => {}
    }
    segment(&kebab)
}

/// Escapes a text so that it is one segment of a path. Different texts stay different: a space
/// becomes `_`, and `_`, `~` and all that RFC 3987 keeps out of a segment are percent-encoded.
fn segment(text: &str) -> String {
    if text.is_empty() {
        // A hyphen is never escaped, so that no text has this segment.
        return "%2D".to_owned();
    }
    let dots = matches!(text, "." | "..");
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' => escaped.push('_'),
            '.' if dots => escaped.push_str("%2E"),
            c if is_legal(c) => escaped.push(c),
            c => {
                let mut bytes = [0; 4];
                let percents = c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}"));
                escaped.extend(percents);
            }
        }
    }
    escaped
}

fn is_legal(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric() || "-.!$&'()*+,;=:@".contains(c),
        // Marks that have no width or turn the direction of writing.
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => false,
        c if c.is_whitespace() || c.is_control() => false,
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => true,
        c => ('\u{10000}'..'\u{e0000}').contains(&c) && u32::from(c) & 0xffff < 0xfffe,
    }
}

/// The first 64 bits of a SHA-256, over parts that cannot run into one another.
pub(super) fn hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let bytes = hasher.finalize();
    let bits = bytes.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    format!("{bits:016x}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ontology::ClassId;

    fn entity(label: &str, distinction: Option<&str>) -> Entity {
        Entity {
            class: ClassId(0),
            label: label.to_owned(),
            distinction: distinction.map(str::to_owned),
            aliases: Vec::new(),
            read_as: None,
        }
    }

    fn iris() -> Iris {
        Iris::new(BASE).unwrap()
    }

    #[test]
    fn names_are_readable() {
        let name = |class, label, distinction| {
            iris().entity(class, &entity(label, distinction)).as_str().replace(BASE, "")
        };
        assert_eq!(name("Person", "黄志雄", None), "person/黄志雄");
        assert_eq!(name("Person", "李明", Some("复旦大学")), "person/李明~复旦大学");
        assert_eq!(name("GovernmentBody", "外交部", None), "government-body/外交部");
        assert_eq!(name("Event", "Ad Hoc Committee", None), "event/Ad_Hoc_Committee");
        assert_eq!(name("Event", "A/B?<c>#%", None), "event/A%2FB%3F%3Cc%3E%23%25");
        assert_eq!(name("Event", "全角\u{3000}空格", None), "event/全角%E3%80%80空格");
        assert_eq!(name("Source", "甲", None), "source-entity/甲");
    }

    #[test]
    fn a_base_of_the_projects_own_gets_its_slash() {
        let iris = Iris::new("https://example.org/kg").unwrap();
        assert_eq!(iris.source("甲").as_str(), "https://example.org/kg/source/甲");
        assert!(Iris::new("no base").is_err());
    }

    #[test]
    fn a_tilde_in_a_label_is_no_distinction() {
        let one = iris().entity("Person", &entity("甲~乙", None));
        let other = iris().entity("Person", &entity("甲", Some("乙")));
        assert_ne!(one, other);
    }

    #[test]
    fn parts_of_a_hash_do_not_run_into_one_another() {
        assert_ne!(iris().merge(&["ab", "c"]), iris().merge(&["a", "bc"]));
    }

    proptest! {
        #[test]
        fn every_label_makes_a_legal_iri(label in "\\PC*|.{0,20}") {
            let iri = iris().entity("Event", &entity(&label, None));
            prop_assert!(NamedNode::new(iri.as_str()).is_ok(), "{}", iri);
        }

        #[test]
        fn different_labels_make_different_iris(a in "[ _~%2F.甲]{0,5}", b in "[ _~%2F.甲]{0,5}") {
            prop_assume!(a != b);
            prop_assert_ne!(
                iris().entity("Event", &entity(&a, None)),
                iris().entity("Event", &entity(&b, None))
            );
        }
    }
}
