//! `gongshi queries`: lists the library of questions.

use std::io::{self, Write};

use clap::Args;
use unicode_width::UnicodeWidthStr as _;

use crate::{
    data::Data,
    query::{Library, Question},
};

/// List the questions of the library, and the networks
#[derive(Args, Clone, Debug)]
pub(crate) struct QueriesArgs {
    /// Say also what each question is for and what can be set
    #[arg(long)]
    long: bool,
}

/// Runs `gongshi queries`.
pub(crate) fn run(args: &QueriesArgs, data: &Data, out: &mut dyn Write) -> anyhow::Result<()> {
    let library = Library::new(data);
    let (questions, networks) = (library.questions()?, library.networks()?);
    let width = |text: fn(&Question) -> &str| {
        questions.iter().chain(&networks).map(|q| text(q).width()).max().unwrap_or_default()
    };
    let widths = (width(|q| &q.name), width(|q| &q.title_zh));
    writeln!(out, "问题 questions")?;
    for question in &questions {
        write_question(question, widths, args.long, out)?;
    }
    writeln!(out, "\n网络 networks, for rank and export")?;
    for network in &networks {
        write_question(network, widths, args.long, out)?;
    }
    Ok(())
}

fn write_question(
    question: &Question,
    (name, title): (usize, usize),
    long: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
    let (n, zh) = (&question.name, &question.title_zh);
    writeln!(out, "  {n}{}  {zh}{}  {}", pad(n, name), pad(zh, title), question.title_en)?;
    if !long {
        return Ok(());
    }
    for description in [&question.description_zh, &question.description] {
        if !description.is_empty() {
            writeln!(out, "      {description}")?;
        }
    }
    for parameter in &question.parameters {
        let default = parameter.default.as_deref().map_or(String::new(), |d| format!(" = {d}"));
        writeln!(out, "      --set {}{default}: {}", parameter.name, parameter.description)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(long: bool) -> String {
        let mut out = Vec::new();
        run(&QueriesArgs { long }, &Data::embedded(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_line_has_name_and_both_titles() {
        let list = listed(false);
        let (questions, networks) = list.split_once("网络 networks").unwrap();
        let line = questions.lines().find(|line| line.starts_with("  treaties ")).unwrap();
        assert!(line.contains("条约") && line.contains("Treaties"), "{line}");
        assert!(networks.contains("  people "), "{networks}");
    }

    #[test]
    fn the_long_list_says_what_can_be_set() {
        assert!(listed(true).contains("--set minimum = 2: "));
    }
}
