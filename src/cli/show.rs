//! `gongshi show`: all that the graph holds about one thing, each fact with its sentence.

use std::io::{self, Write};

use clap::Args;

use super::Setting;
use crate::query::{self, Curated, Portrait, Quotation, Rejected, Statement};

/// Show all about one thing, each fact with its sentence
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi show 联合国宪章
  gongshi show id:person/黄志雄")]
pub(crate) struct ShowArgs {
    /// Label, alias or IRI of the thing
    #[arg(value_name = "NAME")]
    name: String,
}

/// Runs `gongshi show`.
pub(crate) fn run(
    args: &ShowArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let store = query::load(setting.graph)?;
    let portraits = query::portraits(&store, &args.name)?;
    if portraits.len() > 1 {
        writeln!(err, "{} things are called so; an IRI shows one alone", portraits.len())?;
    }
    for (index, portrait) in portraits.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        write_portrait(portrait, out)?;
    }
    Ok(())
}

fn write_portrait(portrait: &Portrait, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} · {}", portrait.name, portrait.classes.join("、"))?;
    writeln!(out, "{}", portrait.iri)?;
    if !portrait.aliases.is_empty() {
        writeln!(out, "又名 also: {}", portrait.aliases.join("、"))?;
    }
    if !portrait.namings.is_empty() {
        writeln!(out, "\n见于 named in")?;
    }
    for naming in &portrait.namings {
        let (names, count) = (naming.names.join("、"), &naming.count);
        writeln!(out, "  {}: {names} ×{count}, first in line {}", naming.source, naming.line)?;
    }
    let mut group = None;
    for statement in &portrait.statements {
        let this = (&statement.relation, statement.outgoing);
        if group != Some(this) {
            let local = statement.relation.rsplit(['#', '/']).next().unwrap_or_default();
            writeln!(out, "\n{} {local}", statement.relation_name)?;
            group = Some(this);
        }
        write_statement(statement, &portrait.name, out)?;
    }
    if !portrait.curated.is_empty() {
        writeln!(out, "\n校订 curated")?;
    }
    portrait.curated.iter().try_for_each(|curated| write_curated(curated, out))
}

fn write_curated(curated: &Curated, out: &mut dyn Write) -> io::Result<()> {
    let Curated { action, name, other, relation, source, reason, judge, date, rejected } = curated;
    write!(out, "  {action} {name}")?;
    match (relation.is_empty(), other.is_empty()) {
        (false, _) => write!(out, " → {relation} → {other}")?,
        (true, false) => write!(out, " → {other}")?,
        (true, true) => {}
    }
    writeln!(out, "{}", if source.is_empty() { String::new() } else { format!("（{source}）") })?;
    writeln!(out, "      {judge}, {date}: {reason}")?;
    for Rejected { statement: [subject, relation, object], quote, source, line } in rejected {
        writeln!(out, "    已删 rejected: {subject} → {relation} → {object}")?;
        writeln!(out, "      “{quote}”")?;
        writeln!(out, "      {source}:{line}")?;
    }
    Ok(())
}

fn write_statement(statement: &Statement, name: &str, out: &mut dyn Write) -> io::Result<()> {
    let other = &statement.other;
    if statement.outgoing {
        write!(out, "  → {other}")?;
    } else {
        write!(out, "  ← {other} → {name}")?;
    }
    if !statement.qualifiers.is_empty() {
        write!(out, "（{}）", statement.qualifiers.join("，"))?;
    }
    writeln!(out, "{}", if statement.inferred { " [推断 inferred]" } else { "" })?;
    for Quotation { quote, source, line, rule, confidence, measured_on } in &statement.quotations {
        writeln!(out, "      “{quote}”")?;
        let sample = measured_on.map(sample).unwrap_or_default();
        writeln!(out, "      {source}:{line}  {rule} {confidence}{sample}")?;
    }
    Ok(())
}

/// Fewer cases than these say little of a rule.
const FEW: u32 = 10;

/// Says on how little a confidence rests, where that is so.
fn sample(cases: u32) -> String {
    match cases {
        0 => " (未测 never measured)".to_owned(),
        1 => " (仅1例 1 case only)".to_owned(),
        2..FEW => format!(" (仅{cases}例 {cases} cases only)"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str) -> anyhow::Result<(String, String)> {
        let graph = std::path::Path::new("tests/fixtures/sample.trig");
        let setting = Setting { graph, data: &crate::data::Data::embedded() };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&ShowArgs { name: name.to_owned() }, setting, &mut out, &mut err)?;
        Ok((String::from_utf8(out)?, String::from_utf8(err)?))
    }

    #[test]
    fn facts_in_both_directions_have_their_sentences() {
        insta::assert_snapshot!(shown("DCO组织").unwrap().0, @r#"
        数字合作组织 · 国际组织
        https://w3id.org/gongshi/id/international-organisation/数字合作组织
        又名 also: DCO组织

        见于 named in
          论数据主权的限度: 数字合作组织 ×1, first in line 5
          数字发展合作白皮书: 数字合作组织 ×4, first in line 10

        成立时间 establishedOn
          → 2019-05
              “2019年5月，中国发起成立数字合作组织。”
              数字发展合作白皮书:11  established-on.found 0.95
          → 2019-06
              “数字合作组织成立于2019年6月，其规则工作组讨论了数据主权的含义。”
              论数据主权的限度:5  established-on.found 0.95

        设立 established
          ← 中国 → 数字合作组织
              “2019年5月，中国发起成立数字合作组织。”
              数字发展合作白皮书:11  established.found 0.95

        成员 memberOf
          ← 南非 → 数字合作组织
              “泰国、南非已加入数字合作组织，数字合作组织下设数字合作组织规则工作组。”
              数字发展合作白皮书:10  member.join 0.95
          ← 泰国 → 数字合作组织
              “泰国、南非已加入数字合作组织，数字合作组织下设数字合作组织规则工作组。”
              数字发展合作白皮书:10  member.join 0.95

        隶属于 partOf
          ← 数字合作组织规则工作组 → 数字合作组织
              “泰国、南非已加入数字合作组织，数字合作组织下设数字合作组织规则工作组。”
              数字发展合作白皮书:10  part-of.below 0.95
        "#);
    }

    #[test]
    fn homonyms_are_all_shown() {
        let (out, err) = shown("王立").unwrap();
        assert!(out.contains("person/王立~外交部") && out.contains("person/王立~北海研究所"));
        assert!(err.starts_with("2 things"), "{err}");
    }

    #[test]
    fn inferred_facts_are_marked() {
        let (out, _) = shown("江大").unwrap();
        assert!(out.contains("← 林致远 → 江城大学 [推断 inferred]"), "{out}");
        assert_eq!(out.matches("cooperatesWith").count(), 1, "stated once, shown once: {out}");
    }

    #[test]
    fn what_was_curated_is_told_with_who_when_and_why() {
        let (out, _) = shown("何清").unwrap();
        let (_, curated) = out.split_once("校订 curated\n").unwrap();
        insta::assert_snapshot!(curated, @"
          same 何清 → 何 清
              周编, 2024-03-02: 两处脚注为同一篇
          reject 何清 → 任职于 → 国际网络法学会（论数据主权的限度）
              周编, 2024-03-05: 是投稿人，不是会员
            已删 rejected: 何清 → 任职于 → 国际网络法学会
              “[2] 何清：《数据主权再探》，载《海滨学刊》2019年第4期。”
              论数据主权的限度:8
        ");
    }

    #[test]
    fn an_unknown_name_has_a_hint() {
        let error = shown("数字合作组").unwrap_err();
        let hint = error.downcast_ref::<query::QueryError>().unwrap().hint().unwrap();
        assert!(hint.contains("数字合作组织"), "{hint}");
    }
}
