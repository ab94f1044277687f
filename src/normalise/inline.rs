//! Notes that stand in brackets within the text: `已有论述（张三：《甲》，乙出版社2003年版）。`

use std::sync::LazyLock;

use regex::Regex;

use super::{punctuation::Glyph, references::STATE, words::Words};

/// A note in brackets has no more characters than this.
const LONGEST: usize = 1200;

/// Names and a title; and when it was published, by edition, issue or volume, or behind a lead by its month.
static CITES: LazyLock<Regex> = LazyLock::new(|| {
    let lead = "(?P<lead>(?:参见|参阅|详见|转引自|引自|另见|又见|见)[：:]? ?)?";
    let names = "(?P<names>[^，。；：“”《》（）【】]{2,30})[：:] ?";
    let dated = "(?:1[89]|20)[0-9]{2} ?年(?: ?第 ?[0-9]+(?:[-—－/][0-9]+)? ?[期卷辑]|[ 春夏秋冬]{0,2}版|(?P<month>[0-9]{1,2} ?月))";
    Regex::new(&format!("^{lead}{STATE}{names}《[^》]{{2,80}}》[^。；]{{1,80}}?{dated}"))
        .expect("the expression is well-formed")
});

/// Takes the notes in brackets that cite works out of a block, without their brackets.
///
/// Takes time linear in the block's length, but for brackets within brackets.
pub(super) fn take(block: &mut Vec<Glyph>, words: &Words) -> Vec<Vec<Glyph>> {
    let mut notes = Vec::new();
    if !block.iter().any(|glyph| glyph.c == '《') {
        return notes;
    }
    let mut at = 0;
    while let Some(glyph) = block.get(at) {
        let len =
            closer(glyph.c).and_then(|_| note_len(block.get(at..).unwrap_or_default(), words));
        let Some(len) = len else {
            at += 1;
            continue;
        };
        let mut note: Vec<Glyph> = block.drain(at..at + len).collect();
        note.pop();
        note.remove(0);
        notes.push(note);
    }
    notes
}

fn closer(open: char) -> Option<char> {
    match open {
        '（' => Some('）'),
        '(' => Some(')'),
        '【' => Some('】'),
        '［' => Some('］'),
        '[' => Some(']'),
        '〔' => Some('〕'),
        _ => None,
    }
}

/// How many characters a note has that opens here, with its brackets.
fn note_len(block: &[Glyph], words: &Words) -> Option<usize> {
    let open = block.first()?.c;
    let close = closer(open)?;
    let mut depth = 0_usize;
    let end = block.iter().take(LONGEST).position(|glyph| {
        depth += usize::from(glyph.c == open);
        depth -= usize::from(glyph.c == close);
        depth == 0
    })?;
    let inner: String = block.get(1..end)?.iter().map(|glyph| glyph.c).collect();
    let cited = CITES.captures(&inner)?;
    // （全称：《某公约》，1992年3月订立）: what is called so, and when it was made.
    let names = cited.name("names").map_or("", |names| names.as_str());
    let label = words.labels.iter().any(|label| names.ends_with(label.as_str()));
    let month = cited.name("month").is_some() && cited.name("lead").is_none();
    (!label && !month).then_some(end + 1)
}
