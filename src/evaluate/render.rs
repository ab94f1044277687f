//! A [`Report`] as an aligned table, CSV or JSON.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use serde::Serialize;

use super::report::{Interval, Mistake, Report, RuleScore, Score};

/// What of a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The figures.
    Figures,
    /// The figures and every error; in CSV, which has one header, the errors alone.
    Errors,
}

/// Writes the figures as aligned text, then the errors where asked for.
pub fn write_table(report: &Report, content: Content, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for (part, scores) in sections(report) {
        table.add_row([part, "P", "95%", "R", "95%", "F1", "95%", "right", "found", "gold"]);
        table.add_rows(scores.into_iter().map(figures));
        table.add_row([""; 10]);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    writeln!(out, "{}", table.trim_fmt())?;
    writeln!(out, "95%: bootstrap intervals; over whole documents in `all`,")?;
    writeln!(out, "else over single items; none (–) for fewer than ten items.")?;
    if content == Content::Errors {
        for mistake in &report.mistakes {
            write_mistake(mistake, out)?;
        }
    }
    Ok(())
}

/// Writes the figures, or the errors, as comma-separated values.
pub fn write_csv(report: &Report, content: Content, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    if content == Content::Errors {
        for mistake in &report.mistakes {
            csv.serialize(MistakeRow::new(mistake))?;
        }
    } else {
        for (part, scores) in sections(report) {
            for score in scores {
                csv.serialize(ScoreRow::new(part, score))?;
            }
        }
    }
    csv.flush()
}

/// Writes the figures, and the errors where asked for, as JSON.
pub fn write_json(report: &Report, content: Content, out: &mut dyn Write) -> io::Result<()> {
    let scores = sections(report).into_iter();
    let view = ReportView {
        scores: scores
            .flat_map(|(part, scores)| {
                scores.into_iter().map(move |score| ScoreRow::new(part, score))
            })
            .collect(),
        rules: report.rules.iter().map(RuleRow::new).collect(),
        errors: match content {
            Content::Figures => None,
            Content::Errors => Some(report.mistakes.iter().map(MistakeRow::new).collect()),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &view)?;
    writeln!(out)
}

/// Writes how often each rule was right, in the columns `rule`, `right`, `found`.
pub fn write_rules(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    csv.write_record(["rule", "right", "found"])?;
    for rule in &report.rules {
        csv.serialize(RuleRow::new(rule))?;
    }
    csv.flush()
}

#[derive(Serialize)]
struct ReportView<'a> {
    scores: Vec<ScoreRow<'a>>,
    rules: Vec<RuleRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<MistakeRow<'a>>>,
}

#[derive(Serialize)]
struct ScoreRow<'a> {
    part: &'a str,
    name: &'a str,
    right: u32,
    found: u32,
    gold: u32,
    precision: f64,
    precision_low: Option<f64>,
    precision_high: Option<f64>,
    recall: f64,
    recall_low: Option<f64>,
    recall_high: Option<f64>,
    f1: f64,
    f1_low: Option<f64>,
    f1_high: Option<f64>,
}

#[derive(Serialize)]
struct RuleRow<'a> {
    rule: &'a str,
    right: u32,
    found: u32,
}

#[derive(Serialize)]
struct MistakeRow<'a> {
    document: &'a str,
    error: &'a str,
    name: &'a str,
    subject: &'a str,
    object: &'a str,
    place: &'a str,
    sentence: &'a str,
    rule: &'a str,
}

impl<'a> ScoreRow<'a> {
    fn new(part: &'a str, Score { name, counts, intervals }: &'a Score) -> Self {
        let precision = intervals.map(|all| all.precision);
        let recall = intervals.map(|all| all.recall);
        let f1 = intervals.map(|all| all.f1);
        let low = |interval: Option<Interval>| interval.map(|interval| interval.low);
        let high = |interval: Option<Interval>| interval.map(|interval| interval.high);
        Self {
            part,
            name,
            right: counts.right,
            found: counts.found,
            gold: counts.gold,
            precision: counts.precision(),
            precision_low: low(precision),
            precision_high: high(precision),
            recall: counts.recall(),
            recall_low: low(recall),
            recall_high: high(recall),
            f1: counts.f1(),
            f1_low: low(f1),
            f1_high: high(f1),
        }
    }
}

impl<'a> RuleRow<'a> {
    fn new(score: &'a RuleScore) -> Self {
        Self { rule: &score.rule, right: score.right, found: score.found }
    }
}

impl<'a> MistakeRow<'a> {
    fn new(mistake: &'a Mistake) -> Self {
        Self {
            document: &mistake.document,
            error: mistake.kind.as_str(),
            name: &mistake.name,
            subject: &mistake.subject,
            object: &mistake.object,
            place: &mistake.place,
            sentence: &mistake.sentence,
            rule: &mistake.rule,
        }
    }
}

fn sections(report: &Report) -> [(&'static str, Vec<&Score>); 6] {
    [
        ("class", report.classes.iter().collect()),
        ("relation", report.relations.iter().collect()),
        ("entities of document", report.document_entities.iter().collect()),
        ("facts of document", report.document_facts.iter().collect()),
        ("identity", vec![&report.identity]),
        ("all", vec![&report.entities, &report.facts]),
    ]
}

fn figures(Score { name, counts, intervals }: &Score) -> [String; 10] {
    let figure = |value: f64| format!("{value:.3}");
    let interval = |interval: Option<Interval>| match interval {
        Some(Interval { low, high }) => format!("{low:.3}–{high:.3}"),
        None => "–".to_owned(),
    };
    [
        name.clone(),
        figure(counts.precision()),
        interval(intervals.map(|all| all.precision)),
        figure(counts.recall()),
        interval(intervals.map(|all| all.recall)),
        figure(counts.f1()),
        interval(intervals.map(|all| all.f1)),
        counts.right.to_string(),
        counts.found.to_string(),
        counts.gold.to_string(),
    ]
}

fn write_mistake(mistake: &Mistake, out: &mut dyn Write) -> io::Result<()> {
    let Mistake { kind, name, subject, object, place, sentence, rule, .. } = mistake;
    let arrow = if object.is_empty() { "" } else { " → " };
    let by = if rule.is_empty() { String::new() } else { format!(" [{rule}]") };
    writeln!(out, "\n{place}: {}: {name}: {subject}{arrow}{object}{by}", kind.as_str())?;
    if !sentence.is_empty() {
        writeln!(out, "    {sentence}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{evaluate, tests::tides};

    fn written(
        write: fn(&Report, Content, &mut dyn Write) -> io::Result<()>,
        content: Content,
    ) -> String {
        let (entities, facts, gold) = tides();
        let mut out = Vec::new();
        write(&evaluate(&entities, &facts, &gold), content, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_table_is_aligned_and_lists_errors_where_asked_for() {
        insta::assert_snapshot!(written(write_table, Content::Errors), @r"
            class                     P  95%      R  95%     F1  95%  right  found  gold
            Event                 1.000    –  1.000    –  1.000    –      1      1     1
            Organisation          0.000    –  0.000    –  0.000    –      0      1     0
            Person                0.000    –  0.000    –  0.000    –      0      0     1
            University            1.000    –  1.000    –  1.000    –      1      1     1

            relation                  P  95%      R  95%     F1  95%  right  found  gold
            heldOn                0.000    –  0.000    –  0.000    –      0      0     1
            organised             1.000    –  1.000    –  1.000    –      1      1     1
            participatedIn        0.000    –  0.000    –  0.000    –      0      1     1

            entities of document      P  95%      R  95%     F1  95%  right  found  gold
            tides                 0.667    –  0.667    –  0.667    –      2      3     3
            waves                 0.000    –  0.000    –  0.000    –      0      0     0

            facts of document         P  95%      R  95%     F1  95%  right  found  gold
            tides                 0.500    –  0.333    –  0.400    –      1      2     3
            waves                 0.000    –  0.000    –  0.000    –      0      0     0

            identity                  P  95%      R  95%     F1  95%  right  found  gold
            pairs of names        1.000    –  0.500    –  0.667    –      1      1     2

            all                       P  95%      R  95%     F1  95%  right  found  gold
            entities              0.667    –  0.667    –  0.667    –      2      3     3
            facts                 0.500    –  0.333    –  0.400    –      1      2     3

            95%: bootstrap intervals; over whole documents in `all`,
            else over single items; none (–) for fewer than ten items.

            tides.entities.tsv:2: entity missed: Person: 林海燕

            tides: entity wrong: Organisation: 论坛

            tides.facts.tsv:3: fact missed: participatedIn: 林海燕 → 第二届潮汐论坛
                林海燕出席论坛

            tides.facts.tsv:4: fact missed: heldOn: 第二届潮汐论坛 → 2031-05-04|2031-05
                5月4日，论坛开幕

            tides:7: fact wrong: participatedIn: 滨海大学 → 第二届潮汐论坛 [host]
                滨大主办的论坛
        ");
    }

    #[test]
    fn csv_has_one_header() {
        let figures = written(write_csv, Content::Figures);
        assert!(figures.starts_with("part,name,right,found,gold,precision,precision_low,"));
        assert!(figures.contains("\nrelation,organised,1,1,1,1.0,,,1.0,,,1.0,,\n"), "{figures}");
        let errors = written(write_csv, Content::Errors);
        assert!(errors.starts_with("document,error,name,subject,object,place,sentence,rule\n"));
        assert_eq!(errors.lines().count(), 6);
    }

    #[test]
    fn json_has_errors_only_where_asked_for() {
        let figures: serde_json::Value =
            serde_json::from_str(&written(write_json, Content::Figures)).unwrap();
        assert!(figures.get("errors").is_none());
        assert_eq!(figures["rules"][1]["found"], 2);
        let all: serde_json::Value =
            serde_json::from_str(&written(write_json, Content::Errors)).unwrap();
        assert_eq!(all["errors"].as_array().map(Vec::len), Some(5));
    }

    #[test]
    fn rules_are_written_as_the_build_reads_them() {
        insta::assert_snapshot!(
            written(|report, _, out| write_rules(report, out), Content::Figures),
            @r"
            rule,right,found
            by,1,1
            host,1,2
            "
        );
    }
}
