//! Turtle files into triples, with the file and line of each term for messages.

use std::collections::{HashMap, HashSet};

use oxigraph::{
    io::{RdfFormat, RdfParser, RdfSyntaxError},
    model::{BlankNode, NamedOrBlankNode, Term, Triple},
};

use super::OntologyError;
use crate::data::{Data, DataFile};

/// The triples of all files of `ontology/`, without repetitions.
#[derive(Debug, Default)]
pub(super) struct Triples<'a> {
    /// The triples in the order of files and lines.
    pub(super) list: Vec<Triple>,
    files: HashMap<NamedOrBlankNode, &'a DataFile>,
}

impl<'a> Triples<'a> {
    /// Reads all `ontology/*.ttl` in name order; what is no Turtle is handed to `errors`, and the
    /// rest is read.
    pub(super) fn read(data: &'a Data, errors: &mut Vec<OntologyError>) -> Self {
        let mut triples = Self::default();
        let mut seen = HashSet::new();
        let mut blanks = 0;
        for (_, file) in data.folder("ontology", ".ttl") {
            let mut names = HashMap::new();
            for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(file.text.as_bytes()) {
                let triple: Triple = match quad {
                    Ok(quad) => quad.into(),
                    Err(error) => {
                        errors.push(syntax(file, &error));
                        continue;
                    }
                };
                let triple = renamed(triple, &mut names, &mut blanks);
                if seen.insert(triple.clone()) {
                    triples.files.entry(triple.subject.clone()).or_insert(file);
                    triples.list.push(triple);
                }
            }
        }
        triples
    }

    /// Returns the file that defines a term, and the line where it does.
    pub(super) fn place(&self, subject: &NamedOrBlankNode, name: &str) -> (String, u64) {
        let Some(file) = self.files.get(subject) else {
            return (String::new(), 1);
        };
        let line = file.text.lines().position(|line| {
            let term = line.split_whitespace().next().unwrap_or_default();
            let term = term.trim_end_matches('>');
            term.strip_suffix(name).is_some_and(|before| before.ends_with([':', '#', '/']))
        });
        (file.path.clone(), line.map_or(1, |line| line as u64 + 1))
    }
}

fn syntax(file: &DataFile, error: &RdfSyntaxError) -> OntologyError {
    // The parser's own message begins with the place, in other words.
    let message = error.to_string();
    let placed = message.starts_with("Parser error at line");
    let reason = message.split_once(": ").filter(|_| placed).map(|(_, reason)| reason.to_owned());
    OntologyError::Syntax {
        file: file.path.clone(),
        line: error.location().map_or(1, |place| place.start.line + 1),
        message: reason.unwrap_or(message),
    }
}

/// Gives blank nodes names that depend on nothing but the order in the files: the parser draws
/// random ones.
fn renamed(triple: Triple, names: &mut HashMap<BlankNode, BlankNode>, count: &mut usize) -> Triple {
    let mut rename = |blank: BlankNode| {
        names
            .entry(blank)
            .or_insert_with(|| {
                *count += 1;
                BlankNode::new_unchecked(format!("ontology{count:04}"))
            })
            .clone()
    };
    let subject = match triple.subject {
        NamedOrBlankNode::BlankNode(blank) => rename(blank).into(),
        subject @ NamedOrBlankNode::NamedNode(_) => subject,
    };
    let object = match triple.object {
        Term::BlankNode(blank) => rename(blank).into(),
        object => object,
    };
    Triple { subject, predicate: triple.predicate, object }
}
