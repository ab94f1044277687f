//! `same`: two names are one entity.

use super::{
    desk::{Desk, Refused, names},
    row::{Naming, Row},
};
use crate::model::EntityId;

/// Joins the other entity to the first one, which keeps its label and its IRI.
pub(super) fn join(
    desk: &mut Desk<'_>,
    row: &Row,
    one: &Naming,
    other: &Naming,
) -> Result<(), Refused> {
    let (kept, joined) = (desk.find(one)?, desk.find(other)?);
    if kept == joined {
        return Err(format!("`{}` and `{}` are one already", one.name, other.name));
    }
    if let Some(line) = kept_apart(desk, kept, joined) {
        return Err(format!(
            "`{}` and `{}` would become one, but line {line} says that they are two",
            one.name, other.name
        ));
    }
    let more: Vec<String> = names(desk.entity(joined)).map(str::to_owned).collect();
    let entity = desk.entity_mut(kept);
    entity.aliases.extend(more);
    let label = entity.label.clone();
    entity.aliases.retain(|alias| *alias != label);
    entity.aliases.sort();
    entity.aliases.dedup();
    desk.index(kept);
    desk.replace(joined, kept);
    let judgement = desk.judge(row, &[kept]);
    desk.reject_what_does_not_fit(judgement, kept, row.line);
    Ok(())
}

/// Returns the line that says that these are two.
fn kept_apart(desk: &Desk<'_>, a: EntityId, b: EntityId) -> Option<u32> {
    let pair = |&(one, other, line): &(EntityId, EntityId, u32)| {
        ((one, other) == (a, b) || (one, other) == (b, a)).then_some(line)
    };
    desk.apart.iter().find_map(pair)
}
