//! Questions in SPARQL, asked of a graph: [`run`] gives the answers as a [`Table`].
//!
//! Queries see the union of all named graphs unless they say `GRAPH` or `FROM` (see [`unite`]), the
//! prefixes of [`PREFIXES`] are declared, and relative IRIs are things of the graph (`<person/黄志雄>`,
//! `<graph/inferred>`).

mod about;
mod curated;
mod error;
mod library;
mod load;
mod names;
mod question;
mod render;
pub mod rows;
mod snapshot;
mod table;
mod values;

use std::collections::BTreeMap;

use oxigraph::{
    model::{GraphNameRef, Term, Variable},
    sparql::{QueryResults, SparqlEvaluator},
    store::Store,
};

pub use about::{Portrait, Quotation, Statement, portraits};
pub use curated::{Curated, Rejected};
pub use error::QueryError;
pub use library::{Library, LibraryError};
pub use load::{load, load_parts, unite};
pub use names::{base, class_labels, classes, near, things_named};
pub use question::{Parameter, ParameterKind, Question, QuestionError, Terms};
pub use render::Format;
pub use snapshot::{End, Passage, Snapshot, Stated, Thing, snapshot};
pub use table::{Cell, Table};

/// The prefixes that a query need not declare, with their namespaces; `id:` is added by graph.
pub const PREFIXES: [(&str, &str); 7] = [
    ("gs", "https://w3id.org/gongshi/ns#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("dcterms", "http://purl.org/dc/terms/"),
];

/// Parameter values by parameter name, as the user typed them.
pub type Values = BTreeMap<String, String>;

/// Asks a question of a graph.
///
/// Values take the place of the question's defaults. A name that several things bear is asked
/// for each of them in turn, and the rows follow one another. The columns are those that the
/// query selects, without the parameters that are no things.
pub fn run(store: &Store, question: &Question, values: &Values) -> Result<Table, QueryError> {
    let mut answers: Option<Table> = None;
    for substitutions in values::substitutions(store, question, values)? {
        let table = evaluate(store, &question.path, &question.text, &substitutions)?;
        match &mut answers {
            Some(answers) => answers.append(table),
            None => answers = Some(table),
        }
    }
    let mut answers = answers.unwrap_or_default();
    for parameter in &question.parameters {
        if parameter.kind != ParameterKind::Entity {
            answers.drop_column(&parameter.name);
        }
    }
    answers.name_things(store)?;
    Ok(answers)
}

/// Checks that a text is a SPARQL query; the error names file and line.
fn check_syntax(path: &str, text: &str) -> Result<(), QueryError> {
    parse(path, text, &names::default_base()).map(|_| ())
}

fn parse(
    path: &str,
    text: &str,
    base: &str,
) -> Result<oxigraph::sparql::PreparedSparqlQuery, QueryError> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, namespace) in PREFIXES.into_iter().chain([("id", base)]) {
        evaluator =
            evaluator.with_prefix(prefix, namespace).expect("the namespaces are absolute IRIs");
    }
    evaluator
        .with_base_iri(base)
        .expect("the base is an absolute IRI")
        .parse_query(text)
        .map_err(|source| QueryError::syntax(path, &source))
}

/// Tells whether the default graph holds anything: the union, if [`unite`] put it there.
fn is_united(store: &Store) -> Result<bool, QueryError> {
    let default = Some(GraphNameRef::DefaultGraph);
    Ok(store.quads_for_pattern(None, None, None, default).next().transpose()?.is_some())
}

/// Evaluates a query with some of its variables given.
fn evaluate(
    store: &Store,
    path: &str,
    text: &str,
    substitutions: &[(String, Term)],
) -> Result<Table, QueryError> {
    let mut query = parse(path, text, &base(store)?)?;
    if query.dataset().is_default_dataset() && !is_united(store)? {
        query.dataset_mut().set_default_graph_as_union();
    }
    for (name, term) in substitutions {
        query = query.substitute_variable(Variable::new_unchecked(name), term.clone());
    }
    let evaluation = |source| QueryError::Evaluation { path: path.to_owned(), source };
    let results = query.on_store(store).execute().map_err(evaluation)?;
    match results {
        QueryResults::Boolean(answer) => Ok(Table::of_answer(answer)),
        QueryResults::Solutions(solutions) => {
            let columns = solutions.variables().iter().map(|v| v.as_str().to_owned()).collect();
            let rows = solutions
                .map(|solution| {
                    solution.map(|row| row.values().iter().cloned().map(Cell::from).collect())
                })
                .collect::<Result<_, _>>()
                .map_err(evaluation)?;
            Ok(Table::new(columns, rows))
        }
        QueryResults::Graph(triples) => {
            let triples = triples.collect::<Result<Vec<_>, _>>().map_err(evaluation)?;
            Ok(Table::of_triples(triples))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> Store {
        load(std::path::Path::new("tests/fixtures/sample.trig")).unwrap()
    }

    fn ask(text: &str, values: &[(&str, &str)]) -> Result<Table, QueryError> {
        let question = Question::parse("queries/test.rq", text).unwrap();
        let values = values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        run(&store(), &question, &values)
    }

    fn column(table: &Table, column: usize) -> Vec<String> {
        table.rows.iter().map(|row| table.name_of(&row[column]).into_owned()).collect()
    }

    #[test]
    fn a_statement_in_two_documents_is_one_triple_of_the_union() {
        let table =
            ask("SELECT ?o { <person/林致远> gs:affiliatedWith ?o } ORDER BY ?o", &[]).unwrap();
        assert_eq!(column(&table, 0), ["国际网络法学会", "江城大学", "江城大学法学院"]);
    }

    #[test]
    fn a_thing_is_named_by_label_alias_or_iri() {
        let text =
            "# param who | entity | whose post\nSELECT ?who ?p { ?who gs:position ?p } ORDER BY ?p";
        for name in [
            "安娜·诺德",
            "Anna Nord",
            "https://w3id.org/gongshi/id/person/安娜·诺德",
            "id:person/安娜·诺德",
        ] {
            let table = ask(text, &[("who", name)]).unwrap();
            assert_eq!(column(&table, 1), ["主任"], "{name}");
        }
    }

    #[test]
    fn a_name_of_two_things_is_asked_for_both() {
        let text = "# param who | entity | who\nSELECT ?who ?b { ?who gs:affiliatedWith ?b }";
        let table = ask(text, &[("who", "王立")]).unwrap();
        assert_eq!(column(&table, 0), ["王立（北海研究所）", "王立（外交部）"]);
    }

    #[test]
    fn an_unknown_name_gets_near_ones_as_a_hint() {
        let text = "# param who | entity | who\nSELECT ?who ?b { ?who gs:affiliatedWith ?b }";
        let error = ask(text, &[("who", "林志远")]).unwrap_err();
        assert!(error.hint().unwrap().contains("林致远"), "{error}");
    }

    #[test]
    fn a_parameter_without_value_is_named() {
        let text = "# param who | entity | whose post\nSELECT ?who ?p { ?who gs:position ?p }";
        let message = ask(text, &[]).unwrap_err().to_string();
        assert!(message.contains("`who`") && message.contains("whose post"), "{message}");
        let message = ask(text, &[("whom", "x")]).unwrap_err().to_string();
        assert!(message.contains("`whom`"), "{message}");
    }

    #[test]
    fn a_number_limits_groups() {
        let text = "# param least = 2 | number | events\n\
            SELECT ?p ?least ?n {\n\
              { SELECT ?p (COUNT(*) AS ?n) { ?p gs:participatedIn ?e ; a gs:Person } GROUP BY ?p }\n\
              OPTIONAL { [] gs:parameter ?least } FILTER(?n >= ?least)\n\
            } ORDER BY ?p";
        let table = ask(text, &[]).unwrap();
        assert_eq!(table.columns, ["p", "n"]);
        assert_eq!(column(&table, 0), ["林致远", "陈若水"]);
        assert!(ask(text, &[("least", "3")]).unwrap().rows.is_empty());
        assert!(ask(text, &[("least", "many")]).unwrap_err().to_string().contains("number"));
    }

    #[test]
    fn ask_and_construct_give_tables_too() {
        let table = ask("ASK { ?s a gs:Treaty }", &[]).unwrap();
        assert_eq!(column(&table, 0), ["true"]);
        let table = ask("CONSTRUCT { ?b gs:has ?a } WHERE { ?a gs:partOf ?b }", &[]).unwrap();
        assert_eq!(table.columns, ["subject", "predicate", "object"]);
        assert_eq!(table.rows.len(), 4);
        assert!(!ask("DESCRIBE <person/何清>", &[]).unwrap().rows.is_empty());
    }

    #[test]
    fn a_syntax_error_has_the_line_of_the_file() {
        let text = "# title-zh: 问\nSELECT ?x\nWHERE { ?x gs: }";
        let message = Question::parse("queries/bad.rq", text).unwrap_err().to_string();
        assert!(message.starts_with("queries/bad.rq:3:"), "{message}");
    }
}
