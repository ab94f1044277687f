//! Triples into classes and relations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oxigraph::model::{
    NamedNode, NamedNodeRef, NamedOrBlankNode, Term,
    vocab::{rdf, rdfs, xsd},
};

use super::{Class, ClassId, OntologyError, Range, Relation, reader::Triples, terms};

const OWL_CLASS: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#Class");
const OWL_SYMMETRIC: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#SymmetricProperty");
const OWL_UNION_OF: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#unionOf");

/// The triples by subject.
pub(super) struct Assembly<'a> {
    triples: &'a Triples<'a>,
    by_subject: HashMap<NamedOrBlankNode, Vec<(NamedNode, Term)>>,
}

impl<'a> Assembly<'a> {
    /// Sorts triples by subject.
    pub(super) fn new(triples: &'a Triples<'a>) -> Self {
        let mut by_subject: HashMap<_, Vec<_>> = HashMap::new();
        for triple in &triples.list {
            by_subject
                .entry(triple.subject.clone())
                .or_default()
                .push((triple.predicate.clone(), triple.object.clone()));
        }
        Self { triples, by_subject }
    }

    /// Returns the entity classes and the classes of ours above them, by name.
    pub(super) fn classes(&self, errors: &mut Vec<OntologyError>) -> Vec<Class> {
        let above: BTreeMap<NamedNode, BTreeSet<NamedNode>> = self
            .instances(terms::ENTITY_CLASS)
            .into_iter()
            .flat_map(|class| self.ancestors(&class))
            .map(|class| (class.clone(), self.ancestors(&class)))
            .collect();
        let named = self.named(above.keys().cloned(), errors);
        let ids: BTreeMap<&NamedNode, ClassId> =
            named.values().zip(0..).map(|(iri, id)| (iri, ClassId(id))).collect();
        named
            .iter()
            .map(|(name, iri)| {
                let mut ancestors: Vec<_> = above
                    .get(iri)
                    .into_iter()
                    .flatten()
                    .filter_map(|up| ids.get(up).copied())
                    .collect();
                ancestors.sort_unstable();
                let (label_zh, label_en) = self.labels(iri, name);
                Class { name: name.clone(), iri: iri.clone(), label_zh, label_en, ancestors }
            })
            .collect()
    }

    /// Returns the relations, by name.
    pub(super) fn relations(
        &self,
        classes: &[Class],
        errors: &mut Vec<OntologyError>,
    ) -> Vec<Relation> {
        let ids: BTreeMap<&NamedNode, ClassId> =
            classes.iter().zip(0..).map(|(class, id)| (&class.iri, ClassId(id))).collect();
        self.named(self.instances(terms::RELATION).into_iter(), errors)
            .into_iter()
            .map(|(name, iri)| {
                let domain = self.class_ids(&iri, &name, rdfs::DOMAIN, &ids, errors);
                let range = self.range(&iri, &name, &ids, errors);
                let symmetric = self.is_instance(&iri, OWL_SYMMETRIC);
                let (label_zh, label_en) = self.labels(&iri, &name);
                Relation { name, iri, label_zh, label_en, domain, range, symmetric }
            })
            .collect()
    }

    fn objects(&self, subject: &NamedOrBlankNode, predicate: NamedNodeRef<'_>) -> Vec<&Term> {
        let all = self.by_subject.get(subject).into_iter().flatten();
        all.filter(|(is, _)| is.as_ref() == predicate).map(|(_, object)| object).collect()
    }

    fn is_instance(&self, subject: &NamedNode, class: NamedNodeRef<'_>) -> bool {
        let types = self.objects(&subject.clone().into(), rdf::TYPE);
        types.into_iter().any(|is| matches!(is, Term::NamedNode(is) if is.as_ref() == class))
    }

    fn instances(&self, class: NamedNodeRef<'_>) -> BTreeSet<NamedNode> {
        let typed = self.triples.list.iter().filter(|triple| {
            triple.predicate == rdf::TYPE
                && matches!(&triple.object, Term::NamedNode(is) if is.as_ref() == class)
        });
        typed
            .filter_map(|triple| match &triple.subject {
                NamedOrBlankNode::NamedNode(iri) => Some(iri.clone()),
                NamedOrBlankNode::BlankNode(_) => None,
            })
            .collect()
    }

    /// All classes that the files define above a class, itself included.
    fn ancestors(&self, class: &NamedNode) -> BTreeSet<NamedNode> {
        let mut found = BTreeSet::from([class.clone()]);
        let mut open = vec![class.clone()];
        while let Some(class) = open.pop() {
            for up in self.objects(&class.into(), rdfs::SUB_CLASS_OF) {
                let Term::NamedNode(up) = up else { continue };
                let ours =
                    self.is_instance(up, OWL_CLASS) || self.is_instance(up, terms::ENTITY_CLASS);
                if ours && found.insert(up.clone()) {
                    open.push(up.clone());
                }
            }
        }
        found
    }

    /// Names terms by the last part of their IRI; the first of a name keeps it.
    fn named(
        &self,
        iris: impl Iterator<Item = NamedNode>,
        errors: &mut Vec<OntologyError>,
    ) -> BTreeMap<String, NamedNode> {
        let mut named = BTreeMap::new();
        for iri in iris {
            let name = iri.as_str().rsplit(['#', '/']).next().unwrap_or_default().to_owned();
            if named.len() > usize::from(u16::MAX) || named.contains_key(&name) {
                let (file, line) = self.triples.place(&iri.into(), &name);
                errors.push(OntologyError::SameName { file, line, name });
                continue;
            }
            named.insert(name, iri);
        }
        named
    }

    fn labels(&self, iri: &NamedNode, name: &str) -> (String, String) {
        let labels = self.objects(&iri.clone().into(), rdfs::LABEL);
        let of = |language: &str| {
            labels.iter().find_map(|label| match label {
                Term::Literal(label)
                    if label
                        .language()
                        .is_some_and(|tag| tag.split('-').next() == Some(language)) =>
                {
                    Some(label.value().to_owned())
                }
                _ => None,
            })
        };
        let en = of("en").unwrap_or_else(|| name.to_owned());
        (of("zh").unwrap_or_else(|| en.clone()), en)
    }

    fn range(
        &self,
        iri: &NamedNode,
        name: &str,
        ids: &BTreeMap<&NamedNode, ClassId>,
        errors: &mut Vec<OntologyError>,
    ) -> Range {
        for range in self.objects(&iri.clone().into(), rdfs::RANGE) {
            let Term::NamedNode(range) = range else {
                continue;
            };
            let dates =
                [terms::ISO_DATE, terms::INTERVAL, xsd::DATE, xsd::G_YEAR, xsd::G_YEAR_MONTH];
            if dates.contains(&range.as_ref()) {
                return Range::Date;
            }
            if [xsd::STRING, rdf::LANG_STRING, rdfs::LITERAL].contains(&range.as_ref()) {
                return Range::Text;
            }
        }
        Range::Classes(self.class_ids(iri, name, rdfs::RANGE, ids, errors))
    }

    /// The classes that a relation's domain or range names, one by one or as a union.
    fn class_ids(
        &self,
        iri: &NamedNode,
        name: &str,
        side: NamedNodeRef<'_>,
        ids: &BTreeMap<&NamedNode, ClassId>,
        errors: &mut Vec<OntologyError>,
    ) -> Vec<ClassId> {
        let subject = NamedOrBlankNode::from(iri.clone());
        let mut found = BTreeSet::new();
        for term in self.objects(&subject, side).into_iter().flat_map(|term| self.members(term)) {
            let id = match &term {
                Term::NamedNode(class) => ids.get(class),
                _ => None,
            };
            let Some(id) = id else {
                let (file, line) = self.triples.place(&subject, name);
                let (relation, class) = (name.to_owned(), term.to_string());
                errors.push(OntologyError::UnknownClass { file, line, relation, class });
                continue;
            };
            found.insert(*id);
        }
        found.into_iter().collect()
    }

    fn members(&self, term: &Term) -> Vec<Term> {
        let Term::BlankNode(union) = term else {
            return vec![term.clone()];
        };
        let mut found = Vec::new();
        let mut rest = self.objects(&union.clone().into(), OWL_UNION_OF).first().copied();
        while let Some(Term::BlankNode(list)) = rest {
            let list = NamedOrBlankNode::from(list.clone());
            found.extend(self.objects(&list, rdf::FIRST).into_iter().cloned());
            rest = self.objects(&list, rdf::REST).first().copied();
            if found.len() > self.triples.list.len() {
                break;
            }
        }
        if found.is_empty() { vec![term.clone()] } else { found }
    }
}
