//! [`places`]: where the nodes of a network stand, by Graphviz.
//!
//! Graphviz gets sizes and ties, no names: what it answers depends on its version and on the
//! network, not on the fonts of a machine. Its random start has a fixed seed.

use super::canvas::Point;
use std::{
    fmt::Write as _,
    io::{self, Write as _},
    process::{Command, Stdio},
};

/// The program that is run.
const PROGRAM: &str = "dot";
/// The seed of the layout's random start.
pub(crate) const SEED: u32 = 1;
/// The layout, for the parameters of a figure.
pub const LAYOUT: &str = "graphviz sfdp, seed 1";
/// More nodes than this no figure can show.
const MOST_NODES: usize = 2_000;
/// More ties than this no figure can show.
const MOST_TIES: usize = 20_000;

/// Where nodes stand, in points, in their order.
pub type Places = Vec<Point>;

/// Why there is no layout.
#[derive(Debug, thiserror::Error)]
pub enum LayoutError {
    /// There is no Graphviz.
    #[error("cannot lay the network out: Graphviz is not installed")]
    Missing,
    /// Graphviz could not be run, or stopped.
    #[error("cannot lay the network out: Graphviz cannot be run")]
    Run(#[from] io::Error),
    /// Graphviz failed.
    #[error("cannot lay the network out: Graphviz says: {0}")]
    Failed(String),
    /// There is too much for a figure.
    #[error("a figure of {nodes} nodes and {ties} ties cannot be read")]
    TooMany {
        /// The number of nodes.
        nodes: usize,
        /// The number of ties.
        ties: usize,
    },
}

impl LayoutError {
    /// Returns what the user may do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Missing => Some(
                "install graphviz (a package of that name, or graphviz.org), or write the network \
                 with `gongshi export network … --format dot`",
            ),
            Self::TooMany { .. } => Some(
                "leave weak ties out with --min-weight, or large events with --max-group; \
                 2000 nodes and 20000 ties are the most",
            ),
            Self::Run(_) | Self::Failed(_) => None,
        }
    }
}

/// Places boxes, of which the tied ones attract each other, so that none covers another.
pub(crate) fn places(boxes: &[Point], ties: &[(usize, usize, f64)]) -> Result<Places, LayoutError> {
    if boxes.len() > MOST_NODES || ties.len() > MOST_TIES {
        return Err(LayoutError::TooMany { nodes: boxes.len(), ties: ties.len() });
    }
    if boxes.is_empty() {
        return Ok(Vec::new());
    }
    read(&answer(PROGRAM, &question(boxes, ties))?, boxes.len())
}

fn question(boxes: &[Point], ties: &[(usize, usize, f64)]) -> String {
    let mut text = format!(
        "graph {{\ngraph [overlap=prism, overlap_scaling=-2.5, sep=\"+1.5\", start={SEED}, K=0.45, \
         repulsiveforce=1.3, smoothing=triangle, pack=6, splines=\"\"];\n\
         node [shape=box, fixedsize=true, label=\"\"];\n"
    );
    let mut say = |line: String| {
        writeln!(text, "{line}").expect("a string takes it");
    };
    for (node, (width, height)) in boxes.iter().enumerate() {
        say(format!("n{node} [width={:.4}, height={:.4}];", width / 72.0, height / 72.0));
    }
    for (one, other, weight) in ties {
        say(format!("n{one} -- n{other} [weight={}];", weight.max(1.0).round()));
    }
    say("}".to_owned());
    text
}

fn answer(program: &str, question: &str) -> Result<String, LayoutError> {
    let run = Command::new(program)
        .args(["-Ksfdp", "-Tplain", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = run.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => LayoutError::Missing,
        _ => LayoutError::Run(error),
    })?;
    // Graphviz reads all before it says anything, so that neither waits for the other.
    let asked = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(question.as_bytes()));
    let output = child.wait_with_output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(LayoutError::Failed(said.lines().next().unwrap_or("nothing").to_owned()));
    }
    asked?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Reads lines such as `node n3 1.25 0.5 …`, in inches from the lower left.
fn read(answer: &str, nodes: usize) -> Result<Places, LayoutError> {
    let mut places = vec![None; nodes];
    for line in answer.lines() {
        let mut words = line.split_ascii_whitespace();
        if words.next() != Some("node") {
            continue;
        }
        let node = words.next().and_then(|name| name.strip_prefix('n')?.parse::<usize>().ok());
        let mut inches = || words.next()?.parse::<f64>().ok().filter(|inches| inches.is_finite());
        let place = inches().zip(inches());
        if let Some((slot, (x, y))) = node.and_then(|node| places.get_mut(node)).zip(place) {
            *slot = Some((x * 72.0, -y * 72.0));
        }
    }
    let all: Option<Places> = places.into_iter().collect();
    all.ok_or_else(|| LayoutError::Failed("it did not place every node".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_in_points_from_the_top() {
        let answer = "graph 1 2 2\nnode n1 1 0.5 0.1 0.1 \"\" solid\nnode n0 0 1 0.1 0.1\nstop\n";
        assert_eq!(read(answer, 2).unwrap(), [(0.0, -72.0), (72.0, -36.0)]);
        assert!(matches!(read("graph 1 2 2\nnode n0 x 1", 1), Err(LayoutError::Failed(_))));
    }

    #[test]
    fn a_missing_program_is_told_with_what_to_do() {
        let error = answer("no-such-program-for-graphs", "graph {}").unwrap_err();
        assert!(error.to_string().contains("Graphviz is not installed"), "{error}");
        assert!(error.hint().unwrap().contains("install graphviz"));
    }

    #[test]
    fn more_than_a_figure_can_show_is_refused() {
        let error = places(&vec![(1.0, 1.0); MOST_NODES + 1], &[]).unwrap_err();
        assert!(error.hint().unwrap().contains("--min-weight"), "{error}");
    }
}
