//! Terms of ours that a query names and the ontology does not: they would find nothing, silently.

use crate::ontology::Ontology;

/// The prefix of our own terms.
const PREFIX: &str = "gs:";
/// The term by which a question leaves a parameter open; nothing has it.
const PARAMETER: &str = "parameter";

/// Returns a message for each term that is not in the ontology, with its line.
pub(super) fn unknown(path: &str, text: &str, ontology: &Ontology) -> Vec<String> {
    let mut found = Vec::new();
    for (line, content) in text.lines().enumerate() {
        for term in terms(content) {
            if term != PARAMETER && !ontology.names_something(term) {
                let line = line + 1;
                found.push(format!("{path}:{line}: `{PREFIX}{term}` is not in the ontology"));
            }
        }
    }
    found
}

/// Returns the local names of our terms in a line of SPARQL, without its comment.
fn terms(line: &str) -> Vec<&str> {
    let comment = line.match_indices('#').map(|(at, _)| at).find(|at| {
        let before = line.get(..*at).unwrap_or_default();
        before.is_empty() || before.ends_with(char::is_whitespace)
    });
    let code = line.get(..comment.unwrap_or(line.len())).unwrap_or_default();
    let mut found = Vec::new();
    for (at, _) in code.match_indices(PREFIX) {
        let before = code.get(..at).unwrap_or_default();
        let rest = code.get(at + PREFIX.len()..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let part_of_another = before.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        if end > 0 && !part_of_another {
            found.extend(rest.get(..end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_in_paths_and_not_in_comments() {
        assert_eq!(terms("?e gs:evidence/gs:quote ?q . # gs:not"), ["evidence", "quote"]);
        assert_eq!(terms("PREFIX gs: <https://w3id.org/gongshi/ns#>"), [""; 0]);
        assert_eq!(terms("?e my-gs:x ?y, ^gs:z"), ["z"]);
    }
}
