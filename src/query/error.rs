//! [`QueryError`]: why a question could not be answered, and what may help.

use std::path::PathBuf;

use oxigraph::{
    sparql::{QueryEvaluationError, SparqlSyntaxError},
    store::StorageError,
};

use crate::rdf::GraphError;

/// Why a question could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// There is no graph yet.
    #[error("there is no graph at {}", path.display())]
    NoGraph {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The graph could not be read.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// The query is no SPARQL.
    #[error("{place}: {message}")]
    Syntax {
        /// File, line and column.
        place: String,
        /// What was expected.
        message: String,
    },
    /// A parameter has neither a value nor a default.
    #[error("the question needs a value for `{name}`: {description}")]
    MissingValue {
        /// The parameter.
        name: String,
        /// What it is.
        description: String,
    },
    /// A value was given for a parameter that the question has not.
    #[error("the question has no parameter `{name}`")]
    UnknownParameter {
        /// What was given.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A value is not of the parameter's type.
    #[error("`{value}` is no {expected}, which `{name}` must be")]
    BadValue {
        /// The parameter.
        name: String,
        /// What was given.
        value: String,
        /// What was expected.
        expected: &'static str,
    },
    /// Nothing in the graph bears a name.
    #[error("nothing in the graph is called `{name}`")]
    UnknownName {
        /// What was asked for.
        name: String,
        /// Names that are like it.
        near: Vec<String>,
    },
    /// Nothing in the graph bears the name that a parameter has by default.
    #[error("nothing in the graph is called `{value}`, which `{name}` is where it is not set")]
    UnknownDefault {
        /// The parameter.
        name: String,
        /// Its default.
        value: String,
    },
    /// The query failed while it ran.
    #[error("{path}: the query failed")]
    Evaluation {
        /// The question's file.
        path: String,
        /// What the evaluator said.
        source: QueryEvaluationError,
    },
    /// The store failed.
    #[error("the graph's store failed")]
    Store(#[from] StorageError),
}

impl QueryError {
    /// Returns what the user may do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::NoGraph { .. } => Some("run gongshi build first".to_owned()),
            Self::MissingValue { name, .. } | Self::UnknownDefault { name, .. } => {
                Some(format!("add --set {name}=VALUE"))
            }
            Self::UnknownParameter { known, .. } if known.is_empty() => {
                Some("it has no parameters".to_owned())
            }
            Self::UnknownParameter { known, .. } => Some(format!("it has {}", known.join(", "))),
            Self::UnknownName { near, .. } if !near.is_empty() => {
                Some(format!("there is {}", near.join(", ")))
            }
            _ => None,
        }
    }

    /// Wraps a syntax error, whose message begins with line and column.
    pub(super) fn syntax(path: &str, source: &SparqlSyntaxError) -> Self {
        let message = source.to_string();
        let placed = message.strip_prefix("error at ").and_then(|rest| rest.split_once(": "));
        match placed {
            Some((place, message)) => {
                Self::Syntax { place: format!("{path}:{place}"), message: message.to_owned() }
            }
            None => Self::Syntax { place: path.to_owned(), message },
        }
    }
}
