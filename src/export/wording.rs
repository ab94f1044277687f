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

/// What a network and its parts are called, each in Chinese and in English; empty where nothing
/// is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The network itself.
    pub title: [String; 2],
    /// Its nodes: 人物, persons.
    pub node: [String; 2],
    /// The groups that tie them: 会议, events.
    pub group: [String; 2],
    /// When two nodes are tied, as a sentence without its stop.
    pub tie: [String; 2],
}

impl Terms {
    /// Returns a title on one line, in both languages where there are both.
    pub(crate) fn title_line(&self) -> String {
        let known: Vec<&str> =
            self.title.iter().map(String::as_str).filter(|title| !title.is_empty()).collect();
        known.join(" / ")
    }
}

impl Language {
    /// Picks the term of the language; the neutral one where there is none.
    pub(crate) fn term(self, [chinese, english]: &[String; 2], neutral: [&str; 2]) -> String {
        let term = self.pick(chinese, english);
        let neutral = self.pick(neutral[0], neutral[1]);
        if term.is_empty() { neutral.to_owned() } else { term.clone() }
    }

    /// Returns what the groups are called.
    pub(crate) fn groups(self, terms: &Terms) -> String {
        self.term(&terms.group, ["群组", "groups"])
    }

    /// Returns what the nodes are called.
    pub(crate) fn nodes(self, terms: &Terms) -> String {
        self.term(&terms.node, ["节点", "nodes"])
    }

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
    pub(crate) fn weight(self, kind: Kind, weight: Weight, terms: &Terms) -> String {
        let (chinese, english) = match (kind, weight) {
            (_, Weight::None) => ("未加权", "unweighted"),
            (Kind::Affiliation, Weight::Shared) => {
                let groups = self.groups(terms);
                return self.pick(format!("共有{groups}数"), format!("shared {groups}"));
            }
            (Kind::Affiliation, Weight::Newman) => {
                ("Newman 权重 Σ1/(k−1)", "Newman's weight Σ1/(k−1)")
            }
            (Kind::Affiliation, Weight::Fractional) => ("分数权重 Σ1/k", "fractional weight Σ1/k"),
            _ => ("权重", "weight"),
        };
        self.pick(chinese, english).to_owned()
    }

    /// Returns what the colours stand for.
    pub(crate) fn colour(self, by: ColourBy) -> &'static str {
        let (chinese, english) = match by {
            ColourBy::Country => ("国家或地区", "country or region"),
            ColourBy::Institution => ("机构", "institution"),
            ColourBy::Class => ("类别", "class"),
            ColourBy::Community => ("社群（Leiden）", "community (Leiden)"),
        };
        self.pick(chinese, english)
    }
}
