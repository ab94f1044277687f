//! Judgements of persons, laid over what was read: the step between [`crate::unite`] and the graph.
//!
//! A row that says what is so already, or speaks of what is not there, is a warning with its
//! line and changes nothing. What a judgement takes out is kept beside the knowledge, with the
//! judgement.

mod describe;
mod desk;
mod different;
mod find;
mod order;
mod row;
mod same;
mod sentence;
mod statement;
mod table;
#[cfg(test)]
mod tests;

pub use row::{Act, Curation, Naming, Row, Said, SaidObject};
pub use statement::RULE;
pub use table::{COLUMNS, CurationError};

use crate::{
    model::{Knowledge, Outcome},
    ontology::Ontology,
};
use desk::{Desk, Refused};

/// Applies judgements to knowledge.
///
/// First is settled who is who (`different`, then `same`), then what is taken out (`reject`), what
/// things are (`type`, then `rename`), and at last what is added (`add`); rows of one action in
/// the order of the file.
pub fn curate(
    knowledge: Knowledge,
    curation: &Curation,
    ontology: &Ontology,
) -> Outcome<Knowledge> {
    if curation.rows.is_empty() {
        return Outcome::clean(knowledge);
    }
    let mut desk = Desk::new(knowledge, ontology, &curation.path);
    let mut rows: Vec<&Row> = Vec::with_capacity(curation.rows.len());
    for row in &curation.rows {
        match rows.iter().find(|known| known.act == row.act) {
            Some(known) => desk.warn(row.line, format!("says what line {} says", known.line)),
            None => rows.push(row),
        }
    }
    rows.sort_by_key(|row| (row.act.rank(), row.line));
    let mut done: Vec<&Row> = Vec::new();
    for row in rows {
        let applied = match contradicted(row, &done) {
            Some(line) => Err(format!("says otherwise than line {line}, which goes first")),
            None => apply(&mut desk, row),
        };
        match applied {
            Ok(()) => done.push(row),
            Err(refused) => desk.warn(row.line, refused),
        }
    }
    let (value, mut warnings) = desk.finish();
    warnings.sort();
    Outcome { value, warnings }
}

fn apply(desk: &mut Desk<'_>, row: &Row) -> Result<(), Refused> {
    match &row.act {
        Act::Same(one, other) => same::join(desk, row, one, other),
        Act::Different(one, other) => different::names_apart(desk, row, one, other),
        Act::DifferentThere(one) => different::in_document(desk, row, one),
        Act::RejectEntity(naming) => statement::reject_entity(desk, row, naming),
        Act::RejectStatement(said) => statement::reject_statement(desk, row, said),
        Act::Add(said, quote) => statement::add(desk, row, said, quote),
        Act::Rename(naming, label) => describe::rename(desk, row, naming, label),
        Act::Retype(naming, class) => describe::retype(desk, row, naming, *class),
    }
}

/// Returns the line that gives the same thing another label or class.
fn contradicted(row: &Row, done: &[&Row]) -> Option<u32> {
    let contradicts = |known: &&&Row| match (&known.act, &row.act) {
        (Act::Rename(one, _), Act::Rename(other, _))
        | (Act::Retype(one, _), Act::Retype(other, _)) => one == other,
        _ => false,
    };
    done.iter().find(contradicts).map(|known| known.line)
}
