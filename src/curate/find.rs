//! From the name in a row to the entity that it means.

use std::collections::BTreeSet;

use super::{
    desk::{Desk, Refused, names},
    row::Naming,
};
use crate::{model::EntityId, ontology::ClassId, resolve::fold};

impl Desk<'_> {
    /// Returns the one entity that a row means by a name: of those of its class and document,
    /// who is labelled so goes before who is also called so.
    pub(super) fn find(&self, naming: &Naming) -> Result<EntityId, Refused> {
        let document = match &naming.document {
            Some(name) => Some(self.document(name)?),
            None => None,
        };
        let found = self.all(naming, document);
        match found.as_slice() {
            [] => Err(self.unknown(naming)),
            [one] => Ok(*one),
            several => Err(self.ambiguous(naming, several)),
        }
    }

    /// Returns who is meant in a statement of a document: among several of a name, the one that
    /// the document names. Nothing where nobody is.
    pub(super) fn find_in_statement(
        &self,
        naming: &Naming,
        document: usize,
    ) -> Result<Option<EntityId>, Refused> {
        let naming = Naming { document: None, ..naming.clone() };
        let all = self.all(&naming, None);
        let here: Vec<EntityId> =
            all.iter().copied().filter(|id| self.appearance(document, *id).is_some()).collect();
        match (all.as_slice(), here.as_slice()) {
            ([], _) => Ok(None),
            ([one], _) | (_, [one]) => Ok(Some(*one)),
            (several, _) => Err(self.ambiguous(&naming, several)),
        }
    }

    /// Returns all that a name may mean, by rank of the name.
    pub(super) fn all(&self, naming: &Naming, document: Option<usize>) -> Vec<EntityId> {
        let found = self.plain(self.best(&naming.name, naming.class, document));
        if !found.is_empty() {
            return found;
        }
        // Tables write what tells homonyms apart behind the name: 王立（外交部）.
        let Some((name, distinction)) = distinguished(&naming.name) else { return found };
        let distinction = fold(distinction);
        let mut found = self.best(name, naming.class, document);
        found.retain(|id| {
            self.entity(*id).distinction.as_ref().is_some_and(|is| fold(is) == distinction)
        });
        found
    }

    fn best(&self, name: &str, class: Option<ClassId>, document: Option<usize>) -> Vec<EntityId> {
        let folded = fold(name);
        let is_so = |text: &str| fold(text) == folded;
        let mut ranked: Vec<(u8, EntityId)> = Vec::new();
        for id in self.bearers(name) {
            let entity = self.entity(id);
            let of_class = class.is_none_or(|above| {
                let (first, _) = entity.first_read_as();
                self.ontology.is_a(entity.class, above) || self.ontology.is_a(first, above)
            });
            let there = document.map(|document| self.appearance(document, id));
            let named_there = match there {
                Some(None) => continue,
                Some(Some(is)) => is_so(&is.label) || is.aliases.iter().any(|alias| is_so(alias)),
                None => true,
            };
            if of_class {
                let rank = u8::from(!is_so(&entity.label)) + 2 * u8::from(!named_there);
                ranked.push((rank, id));
            }
        }
        let best = ranked.iter().map(|(rank, _)| *rank).min();
        let best = ranked.into_iter().filter(|(rank, _)| Some(*rank) == best);
        best.map(|(_, id)| id).collect()
    }

    /// Of several of one class, the one that nothing tells apart is meant by the bare name.
    fn plain(&self, found: Vec<EntityId>) -> Vec<EntityId> {
        let classes: BTreeSet<ClassId> = found.iter().map(|id| self.entity(*id).class).collect();
        let bare = found.iter().copied().filter(|id| self.entity(*id).distinction.is_none());
        match bare.collect::<Vec<_>>().as_slice() {
            [one] if classes.len() == 1 => vec![*one],
            _ => found,
        }
    }

    pub(super) fn unknown(&self, naming: &Naming) -> Refused {
        let Naming { name, class, document } = naming;
        let class = class.map(|class| self.ontology.class_info(class).name.as_str());
        let class = class.map_or(String::new(), |class| format!(" of the class {class}"));
        let document = document.as_ref().map_or(String::new(), |is| format!(" in {is}"));
        format!("nothing{class} is called `{name}`{document}")
    }

    fn ambiguous(&self, naming: &Naming, several: &[EntityId]) -> Refused {
        let mut each: Vec<String> = several.iter().map(|id| self.describe(*id)).collect();
        each.sort();
        format!(
            "`{}` is the name of {} things: {}; its class, a document, or the name with its \
             parentheses tells which is meant",
            naming.name,
            several.len(),
            each.join(", ")
        )
    }

    /// Returns an entity's own spelling of a name.
    pub(super) fn spelling(&self, id: EntityId, name: &str) -> String {
        let folded = fold(name);
        let own = names(self.entity(id)).find(|own| fold(own) == folded);
        own.unwrap_or(name).to_owned()
    }
}

fn distinguished(name: &str) -> Option<(&str, &str)> {
    let inner = name.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let (name, distinction) = inner.split_at_checked(open)?;
    Some((name, distinction.trim_start_matches(['（', '('])))
}
