//! What a figure's nodes and edges look like: sizes, colours, widths, lines of a label.

use super::{palette::Colouring, view::EdgeNetwork};
use crate::network::{Attribute, Measure};
use std::{fmt, str::FromStr};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What colours stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourBy {
    /// The node's country.
    #[default]
    Country,
    /// The node's institution.
    Institution,
    /// The node's community.
    Community,
    /// The node's class.
    Class,
}

impl ColourBy {
    /// All, in the order of the help text.
    pub const ALL: [Self; 4] = [Self::Country, Self::Institution, Self::Community, Self::Class];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Institution => "institution",
            Self::Community => "community",
            Self::Class => "class",
        }
    }

    /// Returns what each node is coloured by.
    pub(crate) fn categories(self, network: &EdgeNetwork) -> Vec<Option<String>> {
        let community = network.position(Measure::Community);
        let attribute = match self {
            Self::Country => Attribute::Country,
            Self::Institution => Attribute::Institution,
            Self::Class => Attribute::Class,
            Self::Community => {
                let of = |at: usize| network.nodes.iter().map(move |node| node.measures[at]);
                let numbers = community.into_iter().flat_map(of);
                return numbers.map(|number| Some(number.to_string())).collect();
            }
        };
        network.nodes.iter().map(|node| node.values(attribute).first().cloned()).collect()
    }

    /// Colours the nodes.
    pub(crate) fn colouring(self, categories: &[Option<String>]) -> Colouring {
        // A colour that only one node has tells nothing of who belongs together.
        let least = if matches!(self, Self::Community | Self::Institution) { 2 } else { 1 };
        Colouring::new(categories.iter().map(Option::as_deref), least)
    }
}

impl fmt::Display for ColourBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An attribute of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nodes have no '{0}' to be coloured by (known: country, institution, community, class)")]
pub struct UnknownColour(String);

impl FromStr for ColourBy {
    type Err = UnknownColour;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|by| by.name() == name);
        known.ok_or_else(|| UnknownColour(name.to_owned()))
    }
}

/// The diameters of nodes, in inches: areas are in proportion to values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sizes {
    most: f64,
    whole: bool,
}

impl Sizes {
    const LARGEST: f64 = 0.62;
    /// Below this a node could not be seen; the legend says so.
    pub(crate) const SMALLEST: f64 = 0.13;
    const MIDDLE: f64 = 0.3;

    /// Fits the sizes to values; of whole numbers the legend shows whole ones.
    pub(crate) fn new(values: &[f64]) -> Self {
        let whole = values.iter().all(|value| value.fract().abs() < 1e-9);
        Self { most: values.iter().copied().fold(0.0, f64::max), whole }
    }

    /// Returns a value's diameter in inches.
    pub(crate) fn diameter(&self, value: f64) -> f64 {
        if self.most <= 0.0 {
            return Self::MIDDLE;
        }
        (Self::LARGEST * (value / self.most).max(0.0).sqrt()).max(Self::SMALLEST)
    }

    /// Returns values for a legend, the greatest first, rounded to what can be read.
    pub(crate) fn samples(&self) -> Vec<f64> {
        let mut samples: Vec<f64> =
            [1.0, 0.4, 0.1].into_iter().map(|share| readable(self.most * share)).collect();
        if self.whole {
            for value in &mut samples {
                *value = value.floor();
            }
        }
        samples.retain(|&value| value > 0.0 && self.diameter(value) > Self::SMALLEST);
        samples.dedup_by(|a, b| (*a - *b).abs() < 1e-12);
        samples
    }
}

/// Rounds down to two significant digits, and to a whole number where it is above ten.
fn readable(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let unit = 10_f64.powf(value.log10().floor() - 1.0);
    let unit = if value >= 10.0 { unit.max(1.0) } else { unit };
    (value / unit + 1e-9).floor() * unit
}

/// The widths of edges, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Widths {
    least: f64,
    most: f64,
    thin: f64,
}

impl Widths {
    const WIDEST: f64 = 4.0;

    /// Fits the widths to weights; many edges are drawn finer.
    pub(crate) fn new(weights: &[f64]) -> Self {
        let fold = |with: fn(f64, f64) -> f64, from| weights.iter().copied().fold(from, with);
        let (least, most) = (fold(f64::min, f64::INFINITY), fold(f64::max, 0.0));
        Self { least, most, thin: if weights.len() > 2_000 { 0.35 } else { 0.7 } }
    }

    /// Returns the width of a weight in points.
    pub(crate) fn width(&self, weight: f64) -> f64 {
        if self.most <= self.least {
            return self.thin;
        }
        self.thin + (Self::WIDEST - self.thin) * (weight - self.least) / (self.most - self.least)
    }

    /// Returns the least and the greatest weight; one of them where they are the same.
    pub(crate) fn samples(&self) -> Vec<f64> {
        if self.most <= self.least { vec![self.most] } else { vec![self.least, self.most] }
    }
}

/// Breaks a name into lines of some twelve columns: at spaces, in Chinese anywhere.
pub(crate) fn wrapped(name: &str) -> String {
    const COLUMNS: usize = 12;
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_whitespace() {
        let line = lines.last_mut().expect("there is a first line");
        if !line.is_empty() {
            if line.width() + 1 + word.width() <= COLUMNS {
                line.push(' ');
            } else {
                lines.push(String::new());
            }
        }
        // Equal pieces read better than a full line with one character below it.
        let ideographs = word.chars().all(|c| c.width() == Some(2));
        let pieces = if ideographs { word.width().div_ceil(COLUMNS).max(1) } else { 1 };
        let piece = word.chars().count().div_ceil(pieces);
        for (position, c) in word.chars().enumerate() {
            if position > 0 && position % piece == 0 {
                lines.push(String::new());
            }
            lines.last_mut().expect("there is a line").push(c);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion() {
        let sizes = Sizes::new(&[4.0, 16.0]);
        assert!((sizes.diameter(16.0) / sizes.diameter(4.0) - 2.0).abs() < 1e-12);
        assert!((sizes.diameter(0.0) - Sizes::SMALLEST).abs() < 1e-12);
        assert_eq!(sizes.samples(), [16.0, 6.0, 1.0]);
        assert_eq!(Sizes::new(&[]).samples(), [0.0; 0]);
    }

    #[test]
    fn widths_run_from_thin_to_wide() {
        let widths = Widths::new(&[1.0, 3.0]);
        assert!(widths.width(1.0) < widths.width(2.0) && widths.width(2.0) < widths.width(3.0));
        assert_eq!(widths.samples(), [1.0, 3.0]);
        assert_eq!(Widths::new(&[2.0, 2.0]).samples(), [2.0]);
    }

    #[test]
    fn names_break_at_spaces_and_long_chinese_ones_evenly() {
        assert_eq!(wrapped("黄志雄"), "黄志雄");
        assert_eq!(wrapped("Ricardo Israel Robles"), "Ricardo\nIsrael\nRobles");
        assert_eq!(wrapped("Kai-Kit Wong"), "Kai-Kit Wong");
        assert_eq!(wrapped("中国现代国际关系研究院"), "中国现代国际\n关系研究院");
        assert_eq!(wrapped(""), "");
    }
}
