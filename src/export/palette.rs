//! Colours for categories: told apart by the colour-blind, light enough for black letters on them.

use std::collections::BTreeMap;

/// Paul Tol's "light" scheme (Technical Note SRON/EPS/TN/09-002, issue 3.2, 2021).
const COLOURS: [&str; 8] =
    ["#77AADD", "#EE8866", "#EEDD88", "#44BB99", "#FFAABB", "#BBCC33", "#99DDFF", "#AAAA00"];
/// For the categories that are too many to tell apart.
pub(crate) const OTHER: &str = "#DDDDDD";
/// For what has no category.
pub(crate) const NONE: &str = "#FFFFFF";

/// One category with its colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Category {
    /// The category's name.
    pub(crate) name: String,
    /// Its colour.
    pub(crate) colour: &'static str,
    /// How many nodes are in it.
    pub(crate) count: usize,
}

/// Which colour each node has, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Colouring {
    /// The categories with a colour of their own, the largest first.
    pub(crate) categories: Vec<Category>,
    /// How many categories share the colour for others, and how many nodes those have.
    pub(crate) others: (usize, usize),
    /// How many nodes have no category.
    pub(crate) without: usize,
}

impl Colouring {
    /// Gives the largest categories colours; of equal ones, the first by name.
    ///
    /// Categories of fewer than `least` nodes get none, unless nothing else has one.
    pub(crate) fn new<'a>(categories: impl Iterator<Item = Option<&'a str>>, least: usize) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut without = 0;
        for category in categories {
            match category {
                Some(name) => *counts.entry(name).or_default() += 1,
                None => without += 1,
            }
        }
        let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
        order.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        let large = order.iter().filter(|&&(_, count)| count >= least).count();
        // A single category more than the colours would be "1 other".
        let coloured = if large == 0 { order.len() } else { large }.min(COLOURS.len());
        let rest = &order[coloured..];
        let others = (rest.len(), rest.iter().map(|&(_, count)| count).sum());
        let categories = (order[..coloured].iter().zip(COLOURS))
            .map(|(&(name, count), colour)| Category { name: name.to_owned(), colour, count });
        Self { categories: categories.collect(), others, without }
    }

    /// Returns a category's colour.
    pub(crate) fn colour(&self, category: Option<&str>) -> &'static str {
        let Some(category) = category else {
            return NONE;
        };
        let found = self.categories.iter().find(|known| known.name == category);
        found.map_or(OTHER, |known| known.colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_categories_get_colours_and_the_rest_is_grey() {
        let names: Vec<String> = (0..12).map(|i| format!("国{i:02}")).collect();
        let nodes =
            names.iter().enumerate().flat_map(|(i, name)| vec![Some(name.as_str()); 12 - i]);
        let colouring = Colouring::new(nodes.chain([None]), 1);
        assert_eq!(colouring.categories.len(), 8);
        assert_eq!((colouring.others, colouring.without), ((4, 10), 1));
        assert_eq!(colouring.colour(Some("国00")), "#77AADD");
        assert_eq!(colouring.colour(Some("国11")), OTHER);
        assert_eq!(colouring.colour(None), NONE);
    }
}
