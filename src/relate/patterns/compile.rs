//! Compiles a pattern as it is written to regular expressions over symbols.

use std::fmt::Write as _;

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::{
    Example, Expected, Pattern, Slot,
    expression::{Expression, Opening},
    line_of,
    skeleton::{Part, Skeleton},
    template::template,
};
use crate::{
    data::DataFile,
    ontology::{ClassId, Ontology, terms::class as terms},
    relate::clause::{DATE_SYMBOL, symbol},
    resolve::Genre,
};

/// A pattern as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) id: String,
    /// The pattern itself.
    r#match: Spanned<String>,
    /// The facts that it states: `organised(s, e)`.
    facts: Vec<Spanned<String>>,
    /// Whether a denied, planned or wished act counts, too: for acts of saying.
    #[serde(default)]
    any_modality: bool,
    /// In which kinds of document it holds; in all where empty.
    #[serde(default)]
    genres: Vec<Spanned<String>>,
    /// Words that the sentence must hold anywhere.
    needs: Option<Spanned<String>>,
    /// What the names of the last slot's things end with: 备忘录.
    named: Option<String>,
    /// Whether two lists of one length are read member by member.
    #[serde(default)]
    pairwise: bool,
    /// A sentence of the project's own.
    example: Spanned<String>,
    /// The facts that the example yields: `organised(甲大学, 乙论坛)`.
    yields: Vec<Spanned<String>>,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The byte of the file; without one, the pattern as a whole.
    pub(super) at: Option<usize>,
    pub(super) message: String,
}

impl Raw {
    /// Returns the example, with its lines in the file.
    pub(super) fn example(&self, file: &DataFile) -> Example {
        let line = |part: &Spanned<String>| line_of(&file.text, part.span().start);
        let expected = |part: &Spanned<String>| Expected::parse(part.get_ref(), line(part));
        Example {
            id: self.id.clone(),
            path: file.path.clone(),
            own: file.own,
            line: line(&self.example),
            text: self.example.get_ref().clone(),
            yields: self.yields.iter().filter_map(expected).collect(),
        }
    }
}

/// Notes what is wrong with a part of a pattern.
fn noted<T>(
    part: &Spanned<String>,
    result: Result<T, String>,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let note = |message| faults.push(Fault { at: Some(part.span().start), message });
    result.map_err(note).ok()
}

/// Compiles a pattern; returns it with the words of which one must stand in the sentence.
pub(super) fn compile(
    raw: &Raw,
    ontology: &Ontology,
) -> Result<(Pattern, Vec<String>), Vec<Fault>> {
    let mut faults = Vec::new();
    let text = raw.r#match.get_ref();
    let slots = noted(&raw.r#match, slots(text, ontology), &mut faults);
    let regexes = slots
        .as_ref()
        .and_then(|slots| noted(&raw.r#match, expressions(text, slots, ontology), &mut faults));
    let mut templates = Vec::new();
    for fact in &raw.facts {
        let Some(slots) = &slots else { break };
        let read = template(fact.get_ref(), slots, text, ontology);
        templates.extend(noted(fact, read, &mut faults));
    }
    let mut genres = Vec::new();
    for name in &raw.genres {
        genres.extend(noted(name, genre(name.get_ref()), &mut faults));
    }
    let needs = raw.needs.as_ref().and_then(|needs| {
        let regex = Regex::new(needs.get_ref()).map_err(|error| uncompiled(&error));
        noted(needs, regex, &mut faults)
    });
    faults.extend(unlike_examples(raw, ontology));
    let (Some(slots), Some((regex, elided)), true) = (slots, regexes, faults.is_empty()) else {
        return Err(faults);
    };
    let (words, trigger) = trigger_words(text).unzip();
    let (skeleton, elided_skeleton) = skeletons(text, &slots, trigger);
    let pattern = Pattern {
        id: raw.id.clone(),
        regex,
        skeleton,
        elided: elided.map(|regex| (regex, elided_skeleton)),
        slots,
        templates,
        any_modality: raw.any_modality,
        genres,
        needs,
        named: raw.named.clone(),
        pairwise: raw.pairwise,
    };
    Ok((pattern, words.unwrap_or_default()))
}

/// Returns what is wrong with a pattern's example: nothing that it yields, or no facts.
fn unlike_examples(raw: &Raw, ontology: &Ontology) -> Vec<Fault> {
    let fault = |at: Option<usize>, message: String| Fault { at, message };
    let mut faults = Vec::new();
    if raw.facts.is_empty() {
        faults.push(fault(None, "expected `facts` to name what it states".to_owned()));
    }
    if raw.example.get_ref().trim().is_empty() {
        let message = "expected a sentence in `example`".to_owned();
        faults.push(fault(Some(raw.example.span().start), message));
    }
    if raw.yields.is_empty() {
        let message = "expected `yields` to name what the example yields".to_owned();
        faults.push(fault(None, message));
    }
    for part in &raw.yields {
        let at = Some(part.span().start);
        match Expected::parse(part.get_ref(), 0) {
            None => {
                let found = part.get_ref();
                let message = format!("expected `relation(name, name)`, found `{found}`");
                faults.push(fault(at, message));
            }
            Some(fact) if ontology.relation(&fact.relation).is_none() => {
                faults.push(fault(at, ontology.unknown_relation(&fact.relation)));
            }
            Some(_) => {}
        }
    }
    faults
}

/// Says why a regular expression cannot be compiled, in a line.
pub(super) fn uncompiled(error: &impl ToString) -> String {
    let message = error.to_string();
    let last = message.lines().last().unwrap_or_default();
    let reason = last.strip_prefix("error: ").unwrap_or(last);
    format!("expected a regular expression: {reason}")
}

fn genre(name: &str) -> Result<Genre, String> {
    match name {
        "policy" => Ok(Genre::Policy),
        "proceedings" => Ok(Genre::Proceedings),
        "article" => Ok(Genre::Article),
        "news" => Ok(Genre::News),
        _ => Err(format!("expected policy, proceedings, article or news, found `{name}`")),
    }
}

/// Returns the alternatives of the first group of plain words that is not optional, and where that
/// group stands.
fn trigger_words(pattern: &str) -> Option<(Vec<String>, (usize, usize))> {
    let mut rest = pattern;
    while let Some(open) = rest.find('(') {
        let Some(body) = rest.get(open + 1..) else { break };
        let Some(close) = body.find(')') else { break };
        let inside = body.get(..close).unwrap_or_default();
        let after = body.get(close + 1..).unwrap_or_default();
        let words: Vec<&str> = inside.split('|').collect();
        let plain = |word: &&str| !word.is_empty() && word.chars().all(crate::recognise::is_han);
        if !after.starts_with(['?', '*']) && words.iter().all(plain) {
            let end = pattern.len() - after.len();
            let words = words.into_iter().map(str::to_owned).collect();
            return Some((words, (end - inside.len() - "()".len(), end)));
        }
        rest = after;
    }
    None
}

/// Returns what every match of a pattern has, and every match with the elidable slot left out.
fn skeletons(
    pattern: &str,
    slots: &[Slot],
    trigger: Option<(usize, usize)>,
) -> (Skeleton, Skeleton) {
    let mut parts: Vec<((usize, usize), Part<'_>)> = Vec::new();
    let mut own = 0;
    for (slot, place) in slots.iter().zip(slot_places(pattern)) {
        if slot.elidable {
            own = place.1;
        }
        if slot.required && !optional(pattern, place.1) {
            parts.push((place, Part::Slot(slot)));
        }
    }
    let trigger = trigger.filter(|(_, end)| outermost(pattern, *end) && !optional(pattern, *end));
    parts.extend(trigger.map(|place| (place, Part::Trigger)));
    parts.sort_by_key(|(place, _)| *place);
    let whole = Skeleton::new(pattern, 0, &parts);
    parts.retain(|((start, _), _)| *start >= own);
    (whole, Skeleton::new(pattern, own, &parts))
}

/// Tells whether a match may do without the part of a pattern that ends here.
fn optional(pattern: &str, end: usize) -> bool {
    let after = pattern.get(end..).unwrap_or_default();
    after.starts_with(['?', '*']) || after.starts_with("{0")
}

/// Returns where the slots of a pattern stand.
fn slot_places(pattern: &str) -> impl Iterator<Item = (usize, usize)> {
    pattern.match_indices('{').filter_map(|(start, _)| {
        let body = pattern
            .get(start + 1..)
            .filter(|b| b.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        Some((start, start + 1 + body.find('}')? + 1))
    })
}

/// Reads the slots `{name:Class|Class}`, `{name+:…}` for lists and `{name?:…}` where elidable.
fn slots(pattern: &str, ontology: &Ontology) -> Result<Vec<Slot>, String> {
    let mut slots = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let body = rest.get(open + 1..).unwrap_or_default();
        if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = body;
            continue;
        }
        let close = body.find('}').ok_or("a slot has no closing `}`")?;
        let inside = body.get(..close).unwrap_or_default();
        rest = body.get(close + 1..).unwrap_or_default();
        let (name, classes) = inside
            .split_once(':')
            .ok_or_else(|| format!("expected `{{name:Class}}`, found `{{{inside}}}`"))?;
        let elidable = name.contains('?');
        let name = name.replace(['?', '+'], "");
        let mut found = Vec::new();
        for class in classes.split('|') {
            let above = ontology.class(class).ok_or_else(|| ontology.unknown_class(class))?;
            for index in 0..ontology.classes().len() {
                let id = ClassId(u16::try_from(index).unwrap_or(u16::MAX));
                if ontology.is_a(id, above) && !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        let required = outermost(pattern, pattern.len() - rest.len());
        slots.push(Slot { name, classes: found, elidable, required });
    }
    Ok(slots)
}

/// Tells whether a slot that ends at this byte stands in no group, so that no match is without it.
fn outermost(pattern: &str, end: usize) -> bool {
    let mut depth = 0i32;
    let mut set = false;
    let mut slot = false;
    let mut depth_at_end = 0;
    let mut escaped = false;
    for (at, character) in pattern.char_indices() {
        if at == end {
            depth_at_end = depth;
        }
        match character {
            _ if escaped => {}
            '[' => set = true,
            ']' => set = false,
            '{' => slot = true,
            '}' => slot = false,
            '(' if !set => depth += 1,
            ')' if !set => depth -= 1,
            // A choice outside of groups and slots: either side may do without.
            '|' if !set && !slot && depth == 0 => return false,
            _ => {}
        }
        escaped = character == '\\' && !escaped;
    }
    depth_at_end == 0
}

/// Compiles a pattern, and the same with its elidable slot left out, where it has one.
fn expressions(
    pattern: &str,
    slots: &[Slot],
    ontology: &Ontology,
) -> Result<(Expression, Option<Expression>), String> {
    let regex = expression(pattern, slots, ontology, false)?;
    let elided = slots.iter().any(|slot| slot.elidable);
    let elided = elided.then(|| expression(pattern, slots, ontology, true)).transpose()?;
    Ok((regex, elided))
}

/// Writes a pattern as a regular expression over symbols.
fn expression(
    pattern: &str,
    slots: &[Slot],
    ontology: &Ontology,
    elided: bool,
) -> Result<Expression, String> {
    let mut written = String::new();
    let mut characters = pattern.chars().peekable();
    let mut slot_index = 0;
    let mut in_set = false;
    let mut first_gap = true;
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' => {
                in_set = character == '[';
                written.push(character);
            }
            _ if in_set => written.push(character),
            '{' if characters.peek().is_some_and(char::is_ascii_alphabetic) => {
                let inside: String = characters.by_ref().take_while(|c| *c != '}').collect();
                let list = inside.split(':').next().is_some_and(|name| name.contains('+'));
                let Some(slot) = slots.get(slot_index) else { break };
                slot_index += 1;
                if slot.elidable && elided {
                    written.clear();
                    written.push_str("(?:^|[，；：。])(?:双方|两国|并|还|又|也|且|同时|先后|分别|曾|已|再次|多次|连续多年|积极|成功)*");
                    let _ = write!(written, "(?:{DATE_SYMBOL}[，起来]?)?");
                    continue;
                }
                let set: String = slot.classes.iter().map(|class| symbol(*class)).collect();
                let _ = write!(written, "(?P<{}>[{set}]", slot.name);
                let principles = slot.classes.iter().all(|class| {
                    ontology.class(terms::PRINCIPLE) == Some(*class)
                        || ontology.class(terms::PRINCIPLE_SET) == Some(*class)
                });
                if list {
                    let quoted = if principles {
                        "”?[；、和与]?“?"
                    } else {
                        "(?:”[；、和与]?“)?"
                    };
                    let _ = write!(
                        written,
                        "(?:(?:[^，。；：\u{E000}-\u{E0FF}的]{{0,8}}?(?:、|和|与|及|以及|暨)|{quoted})[{set}])*"
                    );
                }
                written.push(')');
            }
            '~' => {
                written.push_str(&gap(elided && first_gap));
                first_gap = false;
            }
            '%' => written.push_str(WORD),
            '&' => written.push_str(TITLE_BEHIND),
            '#' => written.push(DATE_SYMBOL),
            '…' => {
                if characters.peek() == Some(&'…') {
                    characters.next();
                    written.push_str("[^。！？]*?");
                } else {
                    written.push_str("[^，。；！？]*?");
                }
            }
            '^' => written.push_str("(?:^|[，；：。])"),
            _ => written.push(character),
        }
    }
    // What a pattern only looks at behind itself, (?:$|[，。；]), is none of what it matches.
    let last = written.rfind("(?:$|").filter(|at| {
        written.get(*at..).is_some_and(|group| group.find(')') == Some(group.len() - 1))
    });
    if let Some(at) = last {
        written.replace_range(at..at + "(?:".len(), &format!("(?P<{AHEAD}>"));
    }
    // With a choice outside of groups, either side may begin a match.
    let opening = match slots.first() {
        _ if !outermost(pattern, 0) => Opening::Any,
        _ if elided => Opening::Clause,
        slot => {
            let place = slot_places(pattern).next().filter(|(_, end)| !optional(pattern, *end));
            let before = place.and_then(|(start, _)| pattern.get(..start));
            Opening::of(pattern, before.zip(slot.filter(|slot| slot.required)))
        }
    };
    Expression::new(&written, opening)
}

/// The name of the group of words before the verb of a clause without a subject.
pub(crate) const LEAD: &str = "lead";

/// The name of the group of what a pattern looks at behind its end.
pub(crate) const AHEAD: &str = "ahead";

/// A character of a clause that is no symbol.
const WORD: &str = "[^，。；：！？\u{E000}-\u{E0FF}]";

/// The title that may stand behind a person's name: 张三教授, 李四副院长. 主席 is not among them: behind a
/// name it is mostly that of a state's head, whom others quote.
const TITLE_BEHIND: &str = "(?:(?:常务)?(?:副|助理|执行)?(?:教授|研究员|主任|院长|校长|会长|处长|局长|所长|部长|司长|总裁|总经理|经理|书记|秘书长|理事长|馆长|社长|市长|总编辑)|院士|博士|先生|女士|大使|律师|法官|医生|老师)?";

/// The words that may stand between a subject and its verb: no further name, but for those that a
/// preposition governs (在北京, 与乙国), dates, and names within 等…成员.
fn gap(lead: bool) -> String {
    let symbols = "\u{E000}-\u{E0FE}";
    let words = format!("[^，。；：！？{symbols}]");
    let governed = format!(
        "(?:在|于|向|同|与|和|对|从|就|为|经|自|由|根据|按照|通过|围绕|以|联合|与其他|等(?:\\d+|[一二三四五六七八九十多]+)?[个家]?)[{symbols}](?:(?:、|和|与|及)?[{symbols}])*(?:其他)?(?:成员国?)?"
    );
    let gap = format!("(?:{words}|{governed})*?");
    if lead { format!("(?P<{LEAD}>{gap})") } else { gap }
}
