//! Notes and lists of references with numbers: what stands under a head such as 参考文献, and
//! entries elsewhere that a number begins and that read as citations: `[1] 张三. 题名[J]. …`.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    blocks::{ends_amid, is_imprint, is_known_heading, is_spelled},
    draft::Draft,
    lines::{Line, Profile},
    notes::{Stretch, is_heading_marker},
    pages::Part,
    script::{circled, is_closer, is_han, is_latin, is_stop, opens_in_circle},
    words::Words,
};
use crate::model::BlockKind;

/// Numbers of one list are no further apart than this: an excerpt leaves some out.
const LEAP: u32 = 20;
/// A line that looks on for what it cites looks at so many lines.
const LOOK: usize = 3;
/// The name before a title is no longer than this, in bytes.
const LONGEST_NAMES: usize = 90;

/// The mark that an entry begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    number: u32,
    /// Its length in bytes, with the spaces after it.
    len: usize,
    /// Whether it is closed by a bracket, or circled.
    closed: bool,
}

/// Finds the lists of references, in order, on the lines that the `stretches` found before leave;
/// returns all stretches.
pub(super) fn find(
    lines: &[Line],
    parts: &[Part],
    stretches: Vec<Stretch>,
    profile: Profile,
    words: &Words,
) -> Vec<Stretch> {
    let mut all = Vec::with_capacity(stretches.len());
    let unmarked = stretches.is_empty();
    let mut before = stretches.into_iter().peekable();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some(stretch) = before.next_if(|stretch| stretch.start <= at) {
            at = stretch.end.max(at + 1);
            all.push(stretch);
            continue;
        }
        let limit = before.peek().map_or(lines.len(), |stretch| stretch.start);
        let rest = lines.get(at..limit).unwrap_or_default();
        let parts = parts.get(at..).unwrap_or_default();
        let list = List { lines: rest, parts, profile, words, unmarked };
        let (skipped, headed) = match head(line, words) {
            Some(Head::Alone) => (1, true),
            Some(Head::Before(len)) => {
                all.extend(list.with_head(at, len));
                at += 1;
                continue;
            }
            None => (0, false),
        };
        let stretch =
            (list.parts.first() == Some(&Part::Body)).then(|| list.read(at, skipped, headed));
        match stretch.flatten() {
            Some(stretch) => {
                at = stretch.end;
                all.push(stretch);
            }
            None => at += 1,
        }
    }
    all.extend(before);
    all
}

/// Tells whether notes have numbers in circles.
pub(super) fn are_circled(stretches: &[Stretch]) -> bool {
    let mut notes = stretches.iter().flat_map(|stretch| &stretch.notes);
    notes.any(|note| opens_in_circle(&note.text))
}

/// Tells whether notes have numbers in brackets, so that their marks in the text have, too.
pub(super) fn are_bracketed(stretches: &[Stretch]) -> bool {
    let mut notes = stretches.iter().flat_map(|stretch| &stretch.notes);
    notes.any(|note| note.text.starts_with(['[', '［', '〔', '【']) && mark(&note.text).is_some())
}

/// ［美］, 〔荷〕: the state of an author, before the names.
pub(super) const STATE: &str = "(?:[［\\[【（(〔][^］\\]】）)〕]{1,4}[］\\]】）)〕] ?)?";

static CITATION: LazyLock<Regex> = LazyLock::new(|| {
    let names = "[^，。；：“”《》]{2,30}";
    let title = "(?:《[^》]{2,80}》|“[^”]{2,80}”)";
    let dated = "(?:[12][0-9]{3} ?年(?:第 ?[0-9]+ ?期|版|[0-9]+ ?月)|学位论文|最后访问)";
    Regex::new(&format!("^{STATE}{names}：{title}[^。]{{0,80}}?{dated}.{{0,40}}[。)）.]$"))
        .expect("the expression is well-formed")
});

/// How a line names a list of references.
enum Head {
    /// `参考文献`
    Alone,
    /// `参考文献：[1] …`: so many bytes before the first entry.
    Before(usize),
}

fn head(line: &Line, words: &Words) -> Option<Head> {
    let bare = line.text.trim_matches(|c: char| "[]【】［］■◆*".contains(c));
    if line.text.len() < 60 && words.references.iter().any(|word| is_spelled(bare, word)) {
        return Some(Head::Alone);
    }
    let rest = words.references.iter().find_map(|word| line.text.strip_prefix(word.as_str()))?;
    let rest = rest.trim_start_matches([':', '：', ' ', '】', ']']);
    let closed = mark(rest).is_some_and(|mark| mark.closed);
    closed.then(|| Head::Before(line.text.len() - rest.len()))
}

/// The lines from a place on, up to what has been read already.
struct List<'a> {
    lines: &'a [Line],
    parts: &'a [Part],
    profile: Profile,
    words: &'a Words,
    /// Whether no notes have been found by marks in the text.
    unmarked: bool,
}

impl List<'_> {
    /// Reads the entries behind `skipped` lines; they need not read as citations under a head.
    fn read(&self, base: usize, skipped: usize, headed: bool) -> Option<Stretch> {
        let mut notes: Vec<Draft> = Vec::new();
        let mut heads: Vec<Draft> = Vec::new();
        let mut last = 0;
        let mut at = skipped;
        while let (Some(line), Some(part)) = (self.lines.get(at), self.parts.get(at)) {
            match part {
                Part::Body => {}
                Part::RunningHead if !notes.is_empty() => {
                    heads.push(Draft::new(BlockKind::RunningHead, line));
                    at += 1;
                    continue;
                }
                Part::Contents if self.is_apart(notes.last()) => break,
                _ if notes.is_empty() => break,
                _ => {
                    at += 1;
                    continue;
                }
            }
            // [2017-11-|12].http://…: what closes a bracket is no mark of another entry.
            let torn = notes.last().is_some_and(|open| is_open(&open.text));
            if let Some(mark) = self.entry(at, last, headed).filter(|_| !torn) {
                notes.append(&mut heads);
                last = put(&mut notes, line, mark.number, false);
            } else if notes.last().is_some_and(|open| self.goes_on(open, line)) {
                // The head of a page within a note comes before it.
                let open = notes.len() - 1;
                notes.splice(open..open, heads.drain(..));
                last = put(&mut notes, line, last, true);
            } else if last == 0 && self.unnumbered(at, headed, !notes.is_empty()) {
                notes.append(&mut heads);
                notes.push(Draft::new(BlockKind::Footnote, line));
            } else {
                break;
            }
            at += 1;
        }
        notes.append(&mut heads);
        (!notes.is_empty()).then(|| Stretch { start: base + skipped, end: base + at, notes })
    }

    /// Reads a line that holds both the head and the first entry, and what follows it.
    fn with_head(&self, base: usize, len: usize) -> Option<Stretch> {
        let first = self.lines.first()?;
        let text = first.text.get(len..)?.to_owned();
        let mut notes = Vec::new();
        put(&mut notes, &Line { text, ..first.clone() }, 0, false);
        Some(Stretch { start: base, end: base + 1, notes })
    }

    /// Returns the mark of the entry that a line begins.
    fn entry(&self, at: usize, last: u32, headed: bool) -> Option<Mark> {
        let line = self.lines.get(at)?;
        // Circled notes without a head are those between the halves of a page, whose marks the text has.
        let in_circle = opens_in_circle(&line.text);
        if !headed && !self.unmarked && in_circle {
            return None;
        }
        let mark = mark(&line.text)?;
        // 〔12〕同前注〔4〕，贺其治书: the next number in brackets or a circle goes on with the list, whatever it says.
        let bracketed = in_circle || line.text.starts_with(['[', '［', '【', '〔']);
        if last > 0 && bracketed && mark.closed && mark.number == last + 1 {
            return Some(mark);
        }
        let follows = last == 0 || mark.number > last && mark.number - last <= LEAP;
        let again = mark.closed && mark.number == 1;
        let rest = line.text.get(mark.len..)?;
        let opens = headed || if mark.closed { self.cites(at, mark.len) } else { titled(rest) };
        let cites = headed && (mark.closed || last > 0 || !is_sentence_of_text(rest))
            || self.cites(at, mark.len);
        ((follows || again) && opens && cites).then_some(mark)
    }

    /// Tells whether a line is an entry without a number: under a head what reads as a citation,
    /// elsewhere one that is `within` a list or has another behind it.
    fn unnumbered(&self, at: usize, headed: bool, within: bool) -> bool {
        if headed {
            let line = self.lines.get(at);
            return line.is_some_and(|line| {
                (self.cites(at, 0) || is_dated(&line.text)) && !self.is_stranger(line)
            });
        }
        self.stands_alone(at) && (within || self.stands_alone(at + 1))
    }

    /// Tells whether a line without number or head is a citation by its whole shape: 张三：《甲》，乙出版社2003年版。
    fn stands_alone(&self, at: usize) -> bool {
        let body = self.parts.get(at) == Some(&Part::Body);
        self.lines.get(at).is_some_and(|line| {
            body && line.text.ends_with(['。', ')', '）', '.']) && CITATION.is_match(&line.text)
        })
    }

    /// Tells whether the text at a line, and behind it, reads as a citation.
    fn cites(&self, at: usize, from: usize) -> bool {
        let holds = |text: &str| {
            type_code(text) || self.words.notes.iter().any(|word| text.contains(word.as_str()))
        };
        let rest = self.lines.iter().skip(at + 1).take(LOOK - 1);
        let own = rest.take_while(|line| line.gap == 0 && mark(&line.text).is_none());
        let first = self.lines.get(at).and_then(|line| line.text.get(from..)).unwrap_or_default();
        holds(first) || self.profile.wrap.is_some() && own.into_iter().any(|line| holds(&line.text))
    }

    /// Tells whether a line without a mark goes on with the entry before it.
    fn goes_on(&self, open: &Draft, line: &Line) -> bool {
        if self.is_stranger(line) || head(line, self.words).is_some() {
            return false;
        }
        // A text whose lines are paragraphs has its notes on lines of their own.
        if self.is_apart(Some(open)) && self.profile.wrap.is_none() {
            return false;
        }
        // http://www.example.cn/|gj/2015/07.shtml: an address that a line breaks.
        let address = open.text.rsplit([' ', '，', ',']).next().unwrap_or_default();
        let torn = address.contains("://") && address.ends_with(['/', '-', '_', '=', '&', '?']);
        if is_open(&open.text) || torn && line.text.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            return true;
        }
        let allowed = u32::from(self.profile.double_spaced);
        let unfinished = !is_ended(&open.text);
        if line.gap > allowed {
            return ends_amid(&open.text) || open.hyphenated;
        }
        let first = line.text.chars().next();
        let rest = first.is_some_and(|c| !is_han(c) && !c.is_uppercase() && c != '《');
        unfinished || rest || self.profile.is_full(open.last_width)
    }

    /// Tells whether a note is in a circle, and the text has no marks of such notes.
    fn is_apart(&self, open: Option<&Draft>) -> bool {
        self.unmarked && open.is_some_and(|open| opens_in_circle(&open.text))
    }

    /// Tells whether a line is of the text around the list.
    fn is_stranger(&self, line: &Line) -> bool {
        is_known_heading(&line.text, self.words)
            || is_imprint(&line.text, self.words)
            || is_heading_marker(line)
    }
}

/// Puts the entries of a line at the end, the first behind what the open one has if the line goes on
/// with it; several may stand on one line: `…2010.[2] 李四. …`. Returns the number of the last.
fn put(notes: &mut Vec<Draft>, line: &Line, number: u32, goes_on: bool) -> u32 {
    let mut last = number;
    let mut from = 0;
    let mut done = |from: usize, to: usize| {
        let piece = piece(line, from, to);
        match notes.last_mut().filter(|_| goes_on && from == 0) {
            Some(open) => open.push(&piece),
            None => notes.push(Draft::new(BlockKind::Footnote, &piece)),
        }
    };
    for (at, _) in line.text.match_indices(['[', '［', '〔']) {
        let before = line.text.get(from..at).unwrap_or_default().trim_end();
        let next = line.text.get(at..).and_then(mark);
        let Some(next) = next.filter(|next| next.closed && !before.is_empty()) else { continue };
        if is_ended(before) && next.number > last && next.number - last <= LEAP {
            done(from, at);
            (last, from) = (next.number, at);
        }
    }
    done(from, line.text.len());
    last
}

fn piece(line: &Line, from: usize, to: usize) -> Line {
    let text = line.text.get(from..to).unwrap_or_default().trim().to_owned();
    Line { text, ..line.clone() }
}

/// `[1] `, `1. `, `(1) `, `1 `, `① `
fn mark(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    if let Some(number) = circled(first) {
        return finish(text, first.len_utf8(), number, true);
    }
    let bracket = matches!(first, '[' | '［' | '【' | '〔' | '(' | '（');
    let inner = if bracket { text.get(first.len_utf8()..)? } else { text };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = inner.get(..digits).filter(|_| (1..=3).contains(&digits))?.parse().ok()?;
    let rest = inner.get(digits..)?;
    // 3[]张三: the number stands before its brackets.
    if let Some(behind) = rest.strip_prefix("[]").or(rest.strip_prefix("[］")).filter(|_| !bracket)
    {
        return finish(text, text.len() - behind.len(), number, true);
    }
    let after = rest.chars().next()?;
    let close = matches!(after, ']' | '］' | '】' | '〕' | ')' | '）');
    let stop = matches!(after, '.' | '．' | '、');
    let word = after == ' ' || is_han(after) && after != '年' || is_latin(after) || after == '《';
    let len = text.len() - rest.len() + if close || stop { after.len_utf8() } else { 0 };
    let behind = text.get(len..)?.trim_start();
    // 3.5, 1.2.3
    let number_goes_on = stop && behind.starts_with(|c: char| c.is_ascii_digit());
    let fits = if bracket { close } else { close || stop && !number_goes_on || word };
    if fits { finish(text, len, number, bracket && close) } else { None }
}

fn finish(text: &str, len: usize, number: u32, closed: bool) -> Option<Mark> {
    let rest = text.get(len..)?;
    let spaces = rest.len() - rest.trim_start().len();
    Some(Mark { number, len: len + spaces, closed })
}

/// The code of what kind of work a reference cites: `[J]`, `[EB/OL]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypeCode<'a> {
    /// From its opening bracket on, in bytes.
    pub(crate) start: usize,
    /// The byte behind its closing bracket.
    pub(crate) end: usize,
    /// The letters of the kind.
    pub(crate) kind: &'a str,
    /// Whether the work was read on the net.
    pub(crate) online: bool,
}

/// Returns the codes in a text.
pub(crate) fn type_codes(text: &str) -> impl Iterator<Item = TypeCode<'_>> {
    text.match_indices(['[', '［']).filter_map(|(start, open)| {
        let inner = text.get(start + open.len()..)?;
        let (at, close) = inner.match_indices([']', '］']).next().filter(|(at, _)| *at <= 12)?;
        let bare = inner.get(..at)?.trim();
        let (kind, carrier) = bare.split_once('/').unwrap_or((bare, ""));
        let known = matches!(
            kind,
            "J" | "M" | "C" | "D" | "N" | "R" | "S" | "P" | "A" | "G" | "Z" | "DB" | "CP" | "EB"
        ) && matches!(carrier, "" | "OL" | "0L" | "CD" | "DK" | "MT");
        let end = start + open.len() + at + close.len();
        known.then_some(TypeCode { start, end, kind, online: matches!(carrier, "OL" | "0L") })
    })
}

fn type_code(text: &str) -> bool {
    type_codes(text).next().is_some()
}

/// `《题名》，载…`, `作者：《题名》，…`: the text begins with a title, or with names and one.
fn titled(text: &str) -> bool {
    let Some(at) = text.find('《') else { return type_code(text) };
    let names = text.get(..at).unwrap_or_default().trim_end();
    at == 0 || names.len() <= LONGEST_NAMES && names.ends_with(['：', ':']) && !names.contains('。')
}

/// Tells whether a text under a head is prose: it has a Chinese full stop in its midst.
fn is_sentence_of_text(text: &str) -> bool {
    text.trim_end_matches('。').matches('。').count() > 1 && !text.contains('《')
}

/// `Smith, J. (2010). Title. Journal, 3(2).`, `Ida Moe, Title, Press, 2010.`
fn is_dated(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', '。', '．', ' ', ')', '）']);
    let cut = bare.len().saturating_sub(4);
    let year = bare.get(cut..).filter(|year| year.len() == 4).unwrap_or_default();
    let ends = (year.starts_with("19") || year.starts_with("20"))
        && year.bytes().all(|b| b.is_ascii_digit())
        && bare.get(..cut).is_some_and(|rest| rest.trim_end().ends_with([',', '，', '(', '（']));
    ends || text.match_indices(['(', '（']).any(|(at, mark)| {
        let inner = text.get(at + mark.len()..).unwrap_or_default();
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let close = inner.get(digits..).unwrap_or_default();
        digits == 4 && close.starts_with([')', '）', ',', '，']) && inner.contains(['.', '．'])
    })
}

/// Tells whether a date's bracket stands open at the end of a text.
fn is_open(text: &str) -> bool {
    let open = text.rfind(['[', '［']).and_then(|at| text.get(at..)).unwrap_or_default();
    let date = |c: char| c.is_ascii_digit() || matches!(c, '[' | '［' | '-' | '/' | '.');
    (2..=12).contains(&open.len()) && open.chars().all(date)
}

/// Tells whether an entry may be at its end.
fn is_ended(text: &str) -> bool {
    let bare = text.trim_end().chars().next_back();
    bare.is_some_and(|c| {
        is_stop(c) || is_closer(c) || c.is_ascii_digit() || matches!(c, '.' | ']' | '．')
    })
}
