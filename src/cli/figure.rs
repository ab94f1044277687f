//! `gongshi figure`: figures for print, as SVG.

use std::{fmt::Display, io::Write, path::PathBuf};

use clap::{Args, Subcommand};

use super::{Setting, figure_network, figure_ranks, figure_text, output};
use crate::{
    export::Language,
    figure::{Drawing, Notes},
};

/// The height of the text of a page of A4, in millimetres.
const PAGE: f64 = 247.0;

/// Draw a figure for print, as SVG with legend and caption
///
/// Figures are 16 cm wide, the width of the text of a page of A4. What was asked for is kept inside
/// the file.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi figure network people --min-weight 2 -o people.svg
  gongshi figure ranks people --by degree,betweenness -o ranks.svg
  gongshi figure ranks people --intervals documents -o ranks.svg
  gongshi figure timeline --from 2014 -o timeline.svg
  gongshi figure lineage 网络主权 -o lineage.svg")]
pub(super) struct FigureArgs {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Clone, Debug, Subcommand)]
enum Kind {
    Network(figure_network::NetworkArgs),
    Ranks(figure_ranks::RanksArgs),
    Timeline(figure_text::TimelineArgs),
    Lineage(figure_text::LineageArgs),
}

/// What all figures are told.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct PageArgs {
    /// Write title, legend and caption in zh or en
    #[arg(long, value_name = "LANGUAGE", default_value_t)]
    pub(super) language: Language,

    /// Give the figure this title
    #[arg(long)]
    title: Option<String>,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl PageArgs {
    /// Returns what a figure says of itself.
    pub(super) fn notes(&self, parameters: Vec<(String, String)>) -> Notes {
        let mut parameters = parameters;
        parameters.push(("language".to_owned(), self.language.to_string()));
        Notes { language: self.language, title: self.title.clone(), parameters }
    }
}

/// Draws a figure.
pub(super) fn run(
    args: &FigureArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let (drawing, page) = match &args.kind {
        Kind::Network(args) => (figure_network::network(args, setting, err)?, &args.page),
        Kind::Ranks(args) => (figure_ranks::ranks(args, setting, err)?, &args.page),
        Kind::Timeline(args) => (figure_text::timeline(args, setting)?, &args.page),
        Kind::Lineage(args) => (figure_text::lineage(args, setting, err)?, &args.page),
    };
    place(&drawing, page, out, err)
}

fn place(
    drawing: &Drawing,
    page: &PageArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let Drawing { svg, millimetres, nothing } = drawing;
    output::write(page.output.as_deref(), out, |out| Ok(out.write_all(svg.as_bytes())?))?;
    if let Some(why) = nothing {
        writeln!(err, "note: the figure shows nothing: {why}")?;
    }
    if *millimetres > PAGE {
        writeln!(
            err,
            "note: the figure is {millimetres:.0} mm high, more than a page ({PAGE:.0} mm); --help names \
             what narrows it"
        )?;
    }
    Ok(())
}

/// Names a parameter with its value.
pub(super) fn parameter(name: &str, value: impl Display) -> (String, String) {
    (name.to_owned(), value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Program {
        #[command(flatten)]
        args: FigureArgs,
    }

    fn drawn(arguments: &[&str]) -> anyhow::Result<(String, String)> {
        let program = Program::try_parse_from(["figure"].iter().chain(arguments))?;
        let data = crate::data::Data::embedded();
        let graph = std::path::Path::new("tests/fixtures/sample.trig");
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&program.args, Setting { graph, data: &data }, &mut out, &mut err)?;
        Ok((String::from_utf8(out)?, String::from_utf8(err)?))
    }

    #[test]
    fn ranks_have_names_and_parameters() {
        let arguments =
            ["ranks", "people", "--by", "degree,closeness", "--top", "3", "--normalised"];
        let (svg, _) = drawn(&arguments).unwrap();
        assert!(svg.contains("陈若水") && svg.contains("已归一化"), "{svg}");
        for (name, value) in [("network", "people"), ("by", "degree,closeness"), ("top", "3")] {
            let element = format!("<gs:parameter name=\"{name}\">{value}</gs:parameter>");
            assert!(svg.contains(&element), "{element}");
        }
    }

    #[test]
    fn a_period_is_in_the_caption_and_a_measure_is_drawn_once() {
        let arguments = ["ranks", "people", "--from", "2022", "--by", "degree,degree"];
        let (svg, _) = drawn(&arguments).unwrap();
        assert!(svg.contains("个人物、"), "{svg}");
        let coloured = ["ranks", "people", "--colour-by", "community", "--resolution", "1.5"];
        let (communities, _) = drawn(&coloured).unwrap();
        assert!(communities.contains("分辨率 1.5"), "{communities}");
        assert!(svg.contains("时间范围：自 2022 起"), "{svg}");
        assert!(svg.contains("<gs:parameter name=\"by\">degree</gs:parameter>"), "{svg}");
        let error = drawn(&["ranks", "people", "--samples", "9"]).unwrap_err().to_string();
        assert!(error.starts_with("--samples has no effect here"), "{error}");
    }

    #[test]
    fn too_many_measures_and_wrong_dates_are_told() {
        let by = "degree,strength,newman,fractional,groups";
        let error = drawn(&["ranks", "people", "--by", by]).unwrap_err().to_string();
        assert!(error.contains("4 measures at most") && error.contains("hint: "), "{error}");
        let error = drawn(&["timeline", "--from", "22"]).unwrap_err().to_string();
        assert!(error.contains("2022-06"), "{error}");
    }

    #[test]
    fn a_timeline_has_meetings_and_documents_in_lanes() {
        let (svg, _) = drawn(&["timeline", "--from", "2022"]).unwrap();
        assert!(svg.contains("<title>2022-06-09/2022-06-10 数字经济规则国际研讨会</title>"));
        assert!(svg.contains("<title>2022-10 江城宣言</title>"));
        assert!(!svg.contains("数字共同体行动倡议"), "it is of 2021");
    }

    #[test]
    fn a_figure_that_shows_nothing_says_so() {
        let note = "note: the figure shows nothing: ";
        for (arguments, why) in [
            (&["timeline", "--from", "1700", "--to", "1701"][..], "nothing is dated within"),
            (&["ranks", "people", "--from", "2099"], "there are no nodes to draw"),
            (&["network", "people", "--from", "2099"], "there are no nodes to draw"),
        ] {
            let (svg, err) = drawn(arguments).unwrap();
            assert!(svg.contains("<svg") && err.contains(&format!("{note}{why}")), "{err}");
        }
        let (_, err) = drawn(&["ranks", "people"]).unwrap();
        assert!(!err.contains(note), "{err}");
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        for kind in [&["timeline"][..], &["ranks", "people"]] {
            let arguments = [kind, &["--from", "2023", "--to", "2022-06"]].concat();
            let error = drawn(&arguments).unwrap_err();
            assert!(error.is::<super::super::failure::Misuse>(), "{error:#}");
            assert!(error.to_string().contains("--from is later than --to"), "{error:#}");
        }
        assert!(drawn(&["timeline", "--from", "2022-06", "--to", "2022"]).is_ok());
    }

    #[test]
    fn a_lineage_quotes_who_stated_a_principle_when() {
        let (svg, err) = drawn(&["lineage", "数据主权", "--language", "en"]).unwrap();
        let place = |part: &str| svg.find(part).unwrap_or_else(|| panic!("{part} in {svg}"));
        assert!(
            place("<tspan font-weight=\"bold\">安娜·诺德</tspan>  Person · proposed")
                < place(">江城宣言<")
        );
        assert!(place(">江城宣言<") < place("date not stated"));
        assert!(svg.contains("<tspan font-weight=\"bold\">数据主权</tspan>"));
        assert_eq!(err, "");
    }

    #[test]
    fn what_is_no_principle_is_told_with_what_is() {
        let error = drawn(&["lineage", "数据主"]).unwrap_err();
        let hint = error.downcast_ref::<crate::query::QueryError>().unwrap().hint().unwrap();
        assert!(hint.contains("数据主权"), "{hint}");
        let error = drawn(&["lineage", "安娜·诺德"]).unwrap_err().to_string();
        assert!(error.contains("no principle"), "{error}");
    }

    #[test]
    fn the_arguments_are_consistent() {
        <Program as clap::CommandFactory>::command().debug_assert();
    }
}
