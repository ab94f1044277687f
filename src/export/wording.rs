//! The words of figures, in Chinese and English.

use crate::network::{Kind, Measure, Period, Weight, counted};
use std::{collections::BTreeMap, fmt, str::FromStr};

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
    /// What takes part in groups and has no node.
    pub without: [String; 2],
    /// The classes of its nodes, by their names in the data: Person is 人物, person.
    pub classes: BTreeMap<String, [String; 2]>,
}

/// The time that a network is limited to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The period; all time where it is open at both ends.
    pub period: Period,
    /// How many participations, or ties of an edge list, are left out since nothing says exactly
    /// enough when they were.
    pub undated: usize,
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

    /// Returns what takes part and has no node.
    pub(crate) fn without(self, terms: &Terms) -> String {
        self.term(
            &terms.without,
            ["未成为节点的参与者", "participants that the query gives no node"],
        )
    }

    /// Says how many nodes, edges and groups there are, and when two nodes are tied.
    pub(crate) fn counts(
        self,
        terms: &Terms,
        kind: Kind,
        [nodes, edges, groups]: [usize; 3],
    ) -> String {
        let (named, grouped) = (self.nodes(terms), self.groups(terms));
        let neutral = ["同属至少一组的两点相连", "two are tied if they share a group"];
        let two_mode = kind == Kind::Affiliation;
        let tie = self.term(&terms.tie, if two_mode { neutral } else { ["", ""] });
        let tie = if tie.is_empty() { tie } else { self.pick("；", "; ").to_owned() + &tie };
        let ties = counted(edges, "edge");
        let (chinese, english) = if two_mode {
            (format!("，{groups} 个{grouped}"), format!(", {groups} {grouped}"))
        } else {
            (String::new(), String::new())
        };
        self.pick(
            format!("{nodes} 个{named}，{edges} 条边{chinese}{tie}。"),
            format!("{nodes} {named}, {ties}{english}{tie}."),
        )
    }

    /// Returns what a class is called; its name in the data where nothing else is known.
    pub(crate) fn class(self, terms: &Terms, name: &str) -> String {
        let unknown = Default::default();
        self.term(terms.classes.get(name).unwrap_or(&unknown), [name, name])
    }

    /// Says what a period is; nothing where it is all time.
    pub(crate) fn period(self, period: Period) -> Option<String> {
        let (chinese, english) = match (period.from, period.to) {
            (None, None) => return None,
            (Some(from), None) => (format!("自 {from} 起"), format!("from {from} on")),
            (None, Some(to)) => (format!("至 {to} 止"), format!("up to {to}")),
            (Some(from), Some(to)) => {
                (format!("自 {from} 至 {to}"), format!("from {from} to {to}"))
            }
        };
        Some(self.pick(chinese, english))
    }

    /// Says what time a network is limited to; nothing where it is not.
    pub(crate) fn limits(self, Limits { period, undated }: Limits, kind: Kind) -> Option<String> {
        let within = self.period(period)?;
        let (counted, what) = kind.row();
        Some(self.pick(
            format!("时间范围：{within}；日期缺失或精度不足以判定的 {undated} {counted}未计入。"),
            format!(
                "Only {what}s dated {within} are in it; left out for want of a date exact enough: \
                 {undated}."
            ),
        ))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_counted_in_the_singular() {
        let one = Language::English.counts(&Terms::default(), Kind::Undirected, [2, 1, 0]);
        assert_eq!(one, "2 nodes, 1 edge.");
    }

    #[test]
    fn a_class_is_called_by_its_label() {
        let person = ["人物".to_owned(), "person".to_owned()];
        let classes = BTreeMap::from([("Person".to_owned(), person)]);
        let terms = Terms { classes, ..Terms::default() };
        assert_eq!(Language::Chinese.class(&terms, "Person"), "人物");
        assert_eq!(Language::English.class(&terms, "Person"), "person");
        assert_eq!(Language::English.class(&terms, "星"), "星");
    }

    #[test]
    fn a_period_is_told_with_what_it_leaves_out() {
        let year = |text: &str| text.parse().ok();
        let said = |from: &str, to: &str, kind| {
            let period = Period { from: year(from), to: year(to) };
            Language::English.limits(Limits { period, undated: 7 }, kind)
        };
        assert_eq!(said("", "", Kind::Affiliation), None);
        assert_eq!(
            said("2015", "2019-06", Kind::Affiliation).unwrap(),
            "Only participations dated from 2015 to 2019-06 are in it; left out for want of a date \
             exact enough: 7."
        );
        assert!(said("2015", "", Kind::Directed).unwrap().contains("ties dated from 2015 on"));
    }
}
