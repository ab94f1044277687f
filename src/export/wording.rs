//! The words of figures, in Chinese and English.

use crate::network::{Kind, Measure, Weight};
use std::{fmt, str::FromStr};

use super::look::ColourBy;

/// The language of a figure's title, legend and caption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese, in simplified characters.
    #[default]
    Chinese,
    /// English.
    English,
}

/// A language of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language '{0}' (known: zh, en)")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            _ => Err(UnknownLanguage(name.to_owned())),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Self::Chinese { "zh" } else { "en" })
    }
}

impl Language {
    /// Picks the text of the language.
    pub(crate) fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// Returns what a measure is called.
    pub(crate) fn measure(self, measure: Measure) -> &'static str {
        let (chinese, english) = measure.about().name;
        self.pick(chinese, english)
    }

    /// Returns what the edges' width stands for.
    pub(crate) fn weight(self, kind: Kind, weight: Weight) -> &'static str {
        let (chinese, english) = match (kind, weight) {
            (_, Weight::None) => ("未加权", "unweighted"),
            (Kind::Affiliation, Weight::Shared) => ("共同参与次数", "shared events"),
            (Kind::Affiliation, Weight::Newman) => {
                ("Newman 权重 Σ1/(k−1)", "Newman's weight Σ1/(k−1)")
            }
            (Kind::Affiliation, Weight::Fractional) => ("分数权重 Σ1/k", "fractional weight Σ1/k"),
            _ => ("权重", "weight"),
        };
        self.pick(chinese, english)
    }

    /// Returns what the colours stand for.
    pub(crate) fn colour(self, by: ColourBy) -> &'static str {
        let (chinese, english) = match by {
            ColourBy::Country => ("国家或地区", "country or region"),
            ColourBy::Institution => ("机构", "institution"),
            ColourBy::Class => ("类别", "class"),
            ColourBy::Community => ("社群（Louvain）", "community (Louvain)"),
        };
        self.pick(chinese, english)
    }
}
