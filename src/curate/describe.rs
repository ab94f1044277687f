//! `rename` and `type`: what an entity is called, and what it is. Its IRI stays.

use super::{
    desk::{Desk, Refused},
    row::{Naming, Row},
};
use crate::{
    model::{EntityId, ReadAs},
    ontology::ClassId,
};

/// Gives an entity another label; the old one becomes one of its other names.
pub(super) fn rename(
    desk: &mut Desk<'_>,
    row: &Row,
    naming: &Naming,
    label: &str,
) -> Result<(), Refused> {
    let id = desk.find(naming)?;
    let entity = desk.entity(id);
    if entity.label == label {
        return Err(format!("{} has this label already", desk.describe(id)));
    }
    let class = entity.class;
    let others = desk.bearers(label).into_iter();
    let mut others = others.filter(|other| {
        *other != id && desk.entity(*other).label == label && desk.entity(*other).class == class
    });
    let namesake = others.next();
    remember(desk, id);
    let entity = desk.entity_mut(id);
    let old = std::mem::replace(&mut entity.label, label.to_owned());
    entity.aliases.retain(|alias| alias != label);
    entity.aliases.push(old);
    entity.aliases.sort();
    entity.aliases.dedup();
    desk.index(id);
    desk.judge(row, &[id]);
    if namesake.is_some() {
        let message = format!("there is another {}; `same` would join them", desk.describe(id));
        desk.warn(row.line, message);
    }
    Ok(())
}

/// Gives an entity another class; statements that this does not admit are left out.
pub(super) fn retype(
    desk: &mut Desk<'_>,
    row: &Row,
    naming: &Naming,
    class: ClassId,
) -> Result<(), Refused> {
    let id = desk.find(naming)?;
    if desk.entity(id).class == class {
        return Err(format!("{} is of this class already", desk.describe(id)));
    }
    remember(desk, id);
    desk.entity_mut(id).class = class;
    let judgement = desk.judge(row, &[id]);
    desk.reject_what_does_not_fit(judgement, id, row.line);
    Ok(())
}

/// Keeps what the IRI is made from.
fn remember(desk: &mut Desk<'_>, id: EntityId) {
    let entity = desk.entity_mut(id);
    let (class, label) = entity.first_read_as();
    entity.read_as = Some(ReadAs { class, label: label.to_owned() });
}
