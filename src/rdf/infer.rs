//! What follows: classes and properties above the stated ones, and the CONSTRUCT rules of
//! `ontology/rules/`, run until they say nothing new.
//!
//! Rules see everything but the evidence. Domain and range say what a relation admits; nothing
//! is concluded from them.

use std::collections::{BTreeSet, HashMap, HashSet};

use oxigraph::{
    model::{
        GraphName, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, Triple,
        vocab::{rdf, rdfs},
    },
    sparql::{PreparedSparqlQuery, QueryResults, SparqlEvaluator},
    store::Store,
};

use super::{GraphError, Iris};
use crate::{data::Data, ontology::Ontology};

/// How often the rules may run: a chain of parts of that length, doubled in each round.
const ROUNDS: usize = 64;

/// A CONSTRUCT query of `ontology/rules/`.
#[derive(Clone)]
pub struct Rule {
    file: String,
    query: PreparedSparqlQuery,
}

impl Rule {
    /// Reads all `ontology/rules/*.rq`, in name order; fails at the first mistake.
    pub fn load(data: &Data) -> Result<Vec<Self>, GraphError> {
        let (rules, errors) = Self::read(data);
        errors.into_iter().next().map_or(Ok(rules), Err)
    }

    /// Does as [`Rule::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data) -> (Vec<Self>, Vec<GraphError>) {
        let (mut rules, mut errors) = (Vec::new(), Vec::new());
        for (_, file) in data.folder("ontology/rules", ".rq") {
            match SparqlEvaluator::new().parse_query(&file.text) {
                Ok(query) => {
                    let rule = Self { file: file.path.clone(), query };
                    // On a graph with nothing in it a rule says only whether it is one.
                    match Store::new().map_err(GraphError::from).and_then(|store| rule.run(&store))
                    {
                        Ok(_) => rules.push(rule),
                        Err(error) => errors.push(error),
                    }
                }
                Err(error) => errors.push(syntax(&file.path, &error.to_string())),
            }
        }
        (rules, errors)
    }

    fn run(&self, store: &Store) -> Result<Vec<Triple>, GraphError> {
        let failed = |message: String| GraphError::Rule { file: self.file.clone(), message };
        let results = self.query.clone().on_store(store).execute();
        let QueryResults::Graph(triples) = results.map_err(|error| failed(error.to_string()))?
        else {
            let file = format!("{}:1", self.file);
            let message = "expected a CONSTRUCT query".to_owned();
            return Err(GraphError::Rule { file, message });
        };
        let triples = triples.collect::<Result<Vec<_>, _>>();
        let triples = triples.map_err(|error| failed(error.to_string()))?;
        if triples.iter().any(has_blank_node) {
            return Err(failed("makes blank nodes, which differ from run to run".to_owned()));
        }
        Ok(triples)
    }
}

/// Says where a rule is no query; the parser's message begins with line and column.
fn syntax(file: &str, message: &str) -> GraphError {
    let placed = message.strip_prefix("error at ").and_then(|rest| rest.split_once(": "));
    let (file, message) = match placed {
        Some((place, message)) => (format!("{file}:{place}"), message),
        None => (file.to_owned(), message),
    };
    GraphError::Rule { file, message: message.to_owned() }
}

/// Returns what follows from the quads and is not among them, in the graph for it, sorted.
pub fn infer(
    quads: &[Quad],
    ontology: &Ontology,
    rules: &[Rule],
    iris: &Iris,
) -> Result<Vec<Quad>, GraphError> {
    let above = Above::new(ontology.triples());
    let graph = GraphName::from(iris.inferred_graph());
    let mut known: HashSet<Triple> = quads.iter().map(|quad| quad.clone().into()).collect();
    let store = Store::new()?;
    let mut loader = store.bulk_loader();
    let told = || quads.iter().filter(|quad| !is_evidence(quad, iris));
    loader.load_quads(told().cloned())?;
    // What many texts say a rule should meet once: the default graph has each triple, the named
    // graphs tell a rule that asks which text it is of.
    let triples: HashSet<Triple> = told().map(|quad| quad.clone().into()).collect();
    loader
        .load_quads(triples.into_iter().map(|triple| triple.in_graph(GraphName::DefaultGraph)))?;
    loader.commit()?;

    let stated = quads.iter().map(|quad| Triple::from(quad.clone()));
    let mut fresh = above.close(stated, &mut known);
    let mut inferred = Vec::new();
    for _ in 0..ROUNDS {
        let new: Vec<Quad> = fresh.drain(..).map(|triple| triple.in_graph(graph.clone())).collect();
        store.extend(new.iter().map(Quad::as_ref))?;
        store.extend(
            new.iter().map(|quad| Triple::from(quad.clone()).in_graph(GraphName::DefaultGraph)),
        )?;
        inferred.extend(new);
        for rule in rules {
            for triple in rule.run(&store)? {
                if known.insert(triple.clone()) {
                    fresh.push(triple);
                }
            }
        }
        if fresh.is_empty() {
            inferred.sort_by_cached_key(Quad::to_string);
            return Ok(inferred);
        }
        let more = above.close(fresh.clone().into_iter(), &mut known);
        fresh.extend(more);
    }
    let last = fresh.iter().map(Triple::to_string).min().unwrap_or_default();
    Err(GraphError::Endless { rounds: ROUNDS, last })
}

fn is_evidence(quad: &Quad, iris: &Iris) -> bool {
    matches!(&quad.subject, NamedOrBlankNode::NamedNode(node) if iris.is_evidence(node))
}

fn has_blank_node(triple: &Triple) -> bool {
    triple.subject.is_blank_node()
        || match &triple.object {
            Term::BlankNode(_) => true,
            Term::Triple(inner) => has_blank_node(inner),
            Term::NamedNode(_) | Term::Literal(_) => false,
        }
}

/// For each class and property, all those above it.
struct Above {
    classes: HashMap<NamedNode, Vec<NamedNode>>,
    properties: HashMap<NamedNode, Vec<NamedNode>>,
}

impl Above {
    fn new(triples: &[Triple]) -> Self {
        Self {
            classes: above(triples, rdfs::SUB_CLASS_OF),
            properties: above(triples, rdfs::SUB_PROPERTY_OF),
        }
    }

    /// Returns what RDFS concludes from the triples and is not known yet, and makes it known.
    fn close(
        &self,
        triples: impl Iterator<Item = Triple>,
        known: &mut HashSet<Triple>,
    ) -> Vec<Triple> {
        let mut fresh = Vec::new();
        let mut add = |triple: Triple| {
            if known.insert(triple.clone()) {
                fresh.push(triple);
            }
        };
        for triple in triples {
            let Triple { subject, predicate, object } = triple;
            for property in self.properties.get(&predicate).into_iter().flatten() {
                add(Triple::new(subject.clone(), property.clone(), object.clone()));
            }
            let Term::NamedNode(class) = object else {
                continue;
            };
            if predicate == rdf::TYPE {
                for class in self.classes.get(&class).into_iter().flatten() {
                    add(Triple::new(subject.clone(), predicate.clone(), class.clone()));
                }
            }
        }
        fresh
    }
}

fn above(triples: &[Triple], relation: NamedNodeRef<'_>) -> HashMap<NamedNode, Vec<NamedNode>> {
    let mut direct: HashMap<&NamedNode, Vec<&NamedNode>> = HashMap::new();
    for triple in triples.iter().filter(|triple| triple.predicate == relation) {
        if let (NamedOrBlankNode::NamedNode(below), Term::NamedNode(up)) =
            (&triple.subject, &triple.object)
        {
            direct.entry(below).or_default().push(up);
        }
    }
    let closure = |start: &NamedNode| {
        let mut found = BTreeSet::new();
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            for up in direct.get(node).into_iter().flatten() {
                if *up != start && found.insert((*up).clone()) {
                    open.push(up);
                }
            }
        }
        found.into_iter().collect()
    };
    triples
        .iter()
        .filter_map(|triple| match &triple.subject {
            NamedOrBlankNode::NamedNode(node) if triple.predicate == relation => Some(node),
            _ => None,
        })
        .map(|node| (node.clone(), closure(node)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::rdf::{
        BASE, Confidence,
        sample::{Sample, rows, seminar, store},
        to_quads,
    };

    /// Returns what follows from a sample by our rules, as `subject relation object`.
    fn inferred(sample: &Sample) -> Vec<String> {
        with_rules(sample, &Rule::load(&Data::embedded()).unwrap()).unwrap()
    }

    fn with_rules(sample: &Sample, rules: &[Rule]) -> Result<Vec<String>, GraphError> {
        let Sample { knowledge, ontology } = sample;
        let iris = Iris::new(BASE).unwrap();
        let stated = to_quads(knowledge, ontology, &Confidence::default(), &iris);
        let inferred = infer(&stated, ontology, rules, &iris)?;
        let again: HashSet<Triple> = stated.into_iter().map(Triple::from).collect();
        assert!(inferred.iter().all(|quad| !again.contains(&Triple::from(quad.clone()))));
        let found = rows(&store(&inferred), "SELECT ?s ?p ?o { ?s ?p ?o }");
        let row = |row: &std::collections::BTreeMap<String, String>| {
            format!("{} {} {}", row["s"], row["p"], row["o"])
                .replace(crate::ontology::terms::NAMESPACE, "")
        };
        Ok(found.iter().map(row).collect())
    }

    fn rule(query: &str) -> Result<Vec<Rule>, GraphError> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("ontology/rules")).unwrap();
        fs::write(folder.path().join("ontology/rules/mine.rq"), query).unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        let rules = Rule::load(&data)?;
        Ok(rules.into_iter().filter(|rule| rule.file.ends_with("mine.rq")).collect())
    }

    /// Two bodies, one a part of the other, said so in one document.
    fn parts(sample: &mut Sample, document: usize, chain: &[&str]) {
        for pair in chain.windows(2) {
            let part = sample.entity("Organisation", pair[0]);
            let whole = sample.entity("Organisation", pair[1]);
            sample.fact((document, "所"), part, "partOf", whole);
        }
    }

    #[test]
    fn classes_and_properties_above_the_stated_ones_follow() {
        let found = inferred(&seminar());
        let has = |line: &str| found.iter().any(|is| is == line);
        let of_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
        assert!(has(&format!("university/甲大学 {of_type} Agent")));
        assert!(has(&format!("university/甲大学 {of_type} http://xmlns.com/foaf/0.1/Agent")));
        assert!(has("person/王明 http://www.w3.org/ns/org#memberOf university/甲大学"));
        assert!(!has(&format!("university/甲大学 {of_type} University")), "is stated");
    }

    #[test]
    fn who_belongs_to_the_school_belongs_to_the_university() {
        let found = inferred(&seminar());
        assert!(found.contains(&"person/王明 affiliatedWith university/甲大学".to_owned()));
        assert!(found.contains(&"university/甲大学法学院 basedIn country/中国".to_owned()));
        assert!(
            found.contains(&"university/甲大学法学院 representedAt event/海洋研讨会".to_owned())
        );
        assert!(!found.iter().any(|is| is.contains("甲大学 representedAt")), "{found:?}");
    }

    #[test]
    fn a_part_of_a_part_is_a_part_however_deep() {
        let mut sample = Sample::new();
        let document = sample.document("链", "甲所、乙所、丙所……");
        let chain: Vec<String> = (0..20).map(|depth| format!("所{depth}")).collect();
        let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
        parts(&mut sample, document, &chain);
        let found = inferred(&sample);
        let parts = found.iter().filter(|is| is.contains(" partOf ")).count();
        assert_eq!(parts, 20 * 19 / 2 - 19);
    }

    #[test]
    fn a_branch_abroad_is_not_of_its_wholes_country() {
        let mut sample = Sample::new();
        let document = sample.document("分院", "某院中国分院的研究所属于分院，分院隶属于某院。");
        parts(&mut sample, document, &["研究所", "中国分院", "某院"]);
        let whole = sample.entity("Organisation", "某院");
        let branch = sample.entity("Organisation", "中国分院");
        let (norway, china) = (sample.entity("Country", "挪威"), sample.entity("Country", "中国"));
        sample.fact((document, "某院"), whole, "basedIn", norway);
        sample.fact((document, "中国分院"), branch, "basedIn", china);
        let found = inferred(&sample);
        let based: Vec<_> = found.iter().filter(|is| is.contains(" basedIn ")).collect();
        assert_eq!(based, ["organisation/研究所 basedIn country/中国"]);
    }

    #[test]
    fn cooperation_holds_both_ways() {
        let mut sample = Sample::new();
        let document = sample.document("合作", "中国与老挝合作。");
        let (china, laos) = (sample.entity("Country", "中国"), sample.entity("Country", "老挝"));
        sample.fact((document, "中国与老挝合作"), china, "cooperatesWith", laos);
        assert!(inferred(&sample).contains(&"country/老挝 cooperatesWith country/中国".to_owned()));
    }

    #[test]
    fn who_proposes_a_set_proposes_its_principles() {
        let mut sample = Sample::new();
        let document = sample.document("主张", "中国提出“三点主张”：尊重主权等。");
        let china = sample.entity("Country", "中国");
        let set = sample.entity("PrincipleSet", "三点主张");
        let principle = sample.entity("Principle", "尊重主权");
        sample.fact((document, "中国提出“三点主张”"), china, "proposed", set);
        sample.fact((document, "“三点主张”：尊重主权"), set, "hasPrinciple", principle);
        assert!(inferred(&sample).contains(&"country/中国 proposed principle/尊重主权".to_owned()));
    }

    #[test]
    fn people_of_one_meeting_met_and_those_of_a_congress_may_not_have() {
        let pairs = |size: usize| {
            let mut sample = Sample::new();
            let document = sample.document("会议", "专家出席会议。");
            let event = sample.entity("Event", "会议");
            for number in 0..size {
                let person = sample.entity("Person", &format!("专家{number}"));
                sample.fact((document, "专家出席会议"), person, "participatedIn", event);
            }
            inferred(&sample).iter().filter(|is| is.contains(" coParticipatedWith ")).count()
        };
        assert_eq!((pairs(3), pairs(31)), (6, 0));
    }

    #[test]
    fn a_rule_that_never_ends_is_stopped() {
        let rules = rule(
            "CONSTRUCT { ?s <a:next> ?next } WHERE { ?s a <https://w3id.org/gongshi/ns#Person> .
               { BIND(0 AS ?last) } UNION { ?s <a:next> ?last } BIND(?last + 1 AS ?next) }",
        );
        let message = with_rules(&seminar(), &rules.unwrap()).unwrap_err().to_string();
        assert!(message.contains("after 64 rounds"), "{message}");
    }

    #[test]
    fn rules_that_cannot_be_kept_are_named() {
        let broken = rule("CONSTRUCT { ?s ?p }").err().unwrap().to_string();
        assert!(broken.contains("mine.rq"), "{broken}");
        let select = rule("SELECT * { ?s ?p ?o }").err().unwrap().to_string();
        assert!(select.ends_with("mine.rq:1: expected a CONSTRUCT query"), "{select}");
        let blank = rule("CONSTRUCT { [] a ?o } WHERE { ?s a ?o }").unwrap();
        let message = with_rules(&seminar(), &blank).unwrap_err().to_string();
        assert!(message.contains("blank nodes") && message.contains("mine.rq"), "{message}");
    }
}
