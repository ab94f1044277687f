//! Names that stand in the lists, and states by their single characters: 中俄, 英、德、法等国.

use std::{cell::LazyCell, sync::LazyLock};

use regex::Regex;
use rustc_hash::FxHashSet;

use super::{
    candidate::Candidate,
    event::pair,
    lexicon::{Lexicon, TokenKind},
    scan::{Scan, is_han},
    sought::Sought,
};
use crate::{
    model::{Document, Mention, RuleId, Span},
    ontology::{ClassId, terms::class as terms},
};

/// Finds the names of the lists.
pub(crate) fn listed(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for token in &scan.tokens {
        let TokenKind::Name(index) = token.kind else { continue };
        let Some(entry) = scan.lexicon.entries.get(index as usize) else { continue };
        if scan.is(entry.class, terms::PERIODICAL) && !is_site(scan, token.start, token.end) {
            continue;
        }
        let phrase = scan.slice(token.start, token.end);
        if scan.is(entry.class, terms::PRINCIPLE)
            && scan.lexicon.ends_with_cue("maxim-head", phrase).is_none()
        {
            // An ordinary phrase is a principle only where the text marks it as one.
            found.extend(body_within(scan, token.start, token.end));
            continue;
        }
        if scan.is(entry.class, terms::PLACE)
            && (part_of_word(scan, token.end) || is_origin(scan, token.start, token.end))
        {
            continue;
        }
        // 教育法|学: a field of study, no law.
        if scan.is(entry.class, terms::LAW)
            && !phrase.ends_with('》')
            && scan.lexicon.starts_with_cue("law-goes-on", scan.after(token.end)).is_some()
        {
            continue;
        }
        let region = scan.is(entry.class, terms::PLACE) || scan.is(entry.class, terms::COUNTRY);
        if region && scan.lexicon.starts_with_cue("region-goes-on", scan.after(token.end)).is_some()
        {
            continue;
        }
        // “一带一路”国际合作高峰论坛 is one name, not the quotation and a forum.
        let rank = if phrase.starts_with('“') && !phrase.ends_with('”') { 3 } else { 1 };
        found.push(
            Candidate::new(token.start, token.end, entry.class, "name list")
                .named(entry.name.clone())
                .ranked(rank),
        );
    }
    found
}

/// 以|联合国|为核心的国际体系: the first body within a phrase that names nothing as a whole.
fn body_within(scan: &Scan<'_>, start: usize, end: usize) -> Option<Candidate> {
    let phrase = scan.slice(start, end);
    let body = |class| scan.is(class, terms::BODY);
    phrase.char_indices().find_map(|(at, _)| {
        let (length, entry) = scan.lexicon.prefix_of(phrase.get(at..)?, body)?;
        let from = start + at;
        (phrase.get(at..at + length)?.chars().count() >= 3).then(|| {
            Candidate::new(from, from + length, entry.class, "name list").named(entry.name.clone())
        })
    })
}

/// A periodical outside title marks counts as a name only where it is cited as an outlet.
fn is_site(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let before = scan.before(start).trim_end();
    let after = scan.after(end).trim_start();
    before.trim_end_matches(['，', ',', ' ']).ends_with('》')
        && after.starts_with(['，', ',', '。'])
}

/// 67 某研究 2023年第6期: the listed periodicals of a running head.
pub(super) fn journals(scan: &Scan<'_>) -> Vec<Candidate> {
    let listed = scan.tokens.iter().filter_map(|token| {
        let class = scan.class_of(token).filter(|class| scan.is(*class, terms::PERIODICAL))?;
        Some(Candidate::new(token.start, token.end, class, "running head"))
    });
    listed.collect()
}

/// 江苏南京: the province tells where the city is, so that both are one mention of the city.
pub(super) fn with_provinces(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let places: Vec<(usize, usize)> = (chosen.iter())
        .filter(|c| scan.is(c.class, terms::PLACE))
        .map(|c| (c.start, c.end))
        .collect();
    for city in chosen.iter_mut().filter(|c| scan.is(c.class, terms::PLACE)) {
        if let Some(&(start, _)) = places.iter().find(|(_, end)| *end == city.start) {
            city.name.get_or_insert_with(|| scan.slice(city.start, city.end).to_owned());
            city.start = start;
        }
    }
    chosen.retain(|c| {
        let city = |(start, _): &(usize, usize)| *start == c.end;
        !(scan.is(c.class, terms::PLACE) && places.iter().any(city))
    });
}

/// 在云南景洪举行, 在下诺夫哥罗德开幕: a place that no list knows, behind 在 and at most a state and a province,
/// before a verb of holding; it is transcribed, or stands behind its province.
pub(crate) fn unlisted_places(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::PLACE) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, preposition) in scan.text.match_indices(['在', '于']) {
        let mut start = at + preposition.len();
        let (mut state, mut province) = (false, false);
        while let Some(token) = scan.token_starting(start)
            && let Some(of) = scan.class_of(token)
        {
            let place = scan.is(of, terms::PLACE);
            if !place && !scan.is(of, terms::COUNTRY) {
                break;
            }
            (state, province) = (state || !place, province || place);
            start = token.end;
        }
        let window = scan.after(start);
        let window =
            window.char_indices().nth(14).and_then(|(at, _)| window.get(..at)).unwrap_or(window);
        let Some((verb, _)) = scan.lexicon.cue_places("takes-place", window).into_iter().min()
        else {
            continue;
        };
        let name = window.get(..verb).unwrap_or_default();
        let name = scan.lexicon.strip_cue("solemnly", name);
        let length = name.chars().count();
        let sounds = name.chars().all(|c| scan.lexicon.transliterates(c));
        let fits = sounds && (state || province) && (3..=8).contains(&length)
            || province && (2..=4).contains(&length) && name.chars().all(is_han)
            || (state || province) && name.ends_with(['市', '县', '镇', '岛', '州']) && length <= 8;
        let word = scan.lexicon.holds_cue("no-place", name)
            || scan.lexicon.is_common(name)
            || scan.lexicon.is_generic(name)
            || scan.tokens_touching(start, start + name.len()).any(|token| {
                !matches!(token.kind, TokenKind::Word(super::lexicon::WordKind::Inner))
                    && scan.slice(token.start, token.end).chars().count() >= 2
            })
            || scan.lexicon.body_ending(name).is_some();
        if fits && !word {
            found.push(Candidate::new(start, start + name.len(), class, "place of holding"));
        }
    }
    found
}

/// 在沪举行: a place by its short form, before a verb of holding.
pub(crate) fn short_places(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::PLACE) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, preposition) in scan.text.match_indices(['在', '于']) {
        let start = at + preposition.len();
        let Some(character) = scan.after(start).chars().next() else { continue };
        let end = start + character.len_utf8();
        let rest = scan.after(end);
        let adverb = scan.lexicon.starts_with_cue("solemnly", rest).map_or(0, str::len);
        let verb = rest.get(adverb..).unwrap_or_default();
        if let Some(name) = scan.lexicon.place_of(character)
            && scan.lexicon.starts_with_cue("takes-place", verb).is_some()
        {
            found.push(Candidate::new(start, end, class, "short place").named(name));
        }
    }
    found
}

/// Tells whether the character after a place makes it part of another word: 上海 in 上海人.
fn part_of_word(scan: &Scan<'_>, end: usize) -> bool {
    scan.after(end).starts_with(['路', '街', '话', '人', '语'])
}

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^ ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 ?(?:专?电|讯|[（(](?:记者|通讯员))")
        .expect("the expression is well-formed")
});

static OF_MANY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[、和与][一-鿿、]{1,60}?)?等(?:\\d+|[多几两二三四五六七八九十]+)个?(?:省|市|自治区|地区|城市)")
        .expect("the expression is well-formed")
});

/// Tells whether a place is where people come from or hold office, not where something is: 来自江西、
/// 湖北的专家, 浙江省副省长.
fn is_origin(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let after = scan.after(end);
    // 新华社北京6月1日电: where a wire was written.
    let dated = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if dated && DATELINE.is_match(after) {
        return true;
    }
    let office = after.strip_prefix(['省', '市', '县', '州', '区']).unwrap_or(after);
    let office_end = scan.text.len() - office.len();
    let holder =
        scan.token_starting(office_end).is_some_and(|token| matches!(token.kind, TokenKind::Title));
    if holder || after.starts_with("时间") {
        return true;
    }
    let before = scan.before(start);
    let list = before.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    // 广东、甘肃等多个省区市下调: provinces that act.
    let goes_on = after.starts_with(['、', '和', '与', '等']);
    if goes_on && OF_MANY.is_match(after) && !list.contains(['在', '于', '到', '赴']) {
        return true;
    }
    let from = list.rfind("来自").and_then(|at| list.get(at + "来自".len()..));
    from.is_some_and(|between| !between.contains('的') && between.chars().count() <= 40)
}

pub(super) static LIST: Sought = Sought::new(
    5,
    &["等", "两国", "三国", "四国", "五国", "之间", "双方", "各国"],
    || {
        Regex::new(r"(?:与|同|和|向|由|来自|包括|、|，|。|^)((?:[一-鿿]、)+[一-鿿])(?:等|两国|三国|四国|五国|之间|双方|各国)")
        .expect("the expression is well-formed")
    },
);

/// Finds states by their characters, in pairs (中俄) and in lists (英、德、法等).
pub(crate) fn short_states(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::COUNTRY) else { return Vec::new() };
    let mut found = Vec::new();
    let mut state = |at: usize, character: char, rank: u8| {
        if let Some(name) = scan.lexicon.countries_of(character).first() {
            let end = at + character.len_utf8();
            let candidate = Candidate::new(at, end, class, SHORT_STATE).named(name.clone());
            found.push(candidate.ranked(rank).nested());
        }
    };
    let listed = |at: usize| scan.before(at).chars().rev().nth(1) == Some('、');
    let lists = LIST.places(scan).any(listed).then(|| LIST.captures(scan));
    for captures in lists.into_iter().flatten() {
        let Some(list) = captures.get(1) else { continue };
        // Of two or three characters one may be no state elsewhere; more are a list of states.
        let long = list.as_str().matches('、').count() >= 2;
        let known = |c: char| {
            c == '、'
                || scan.lexicon.has_cue("pair-state", c.encode_utf8(&mut [0; 4]))
                || long && !scan.lexicon.countries_of(c).is_empty()
        };
        if list.as_str().chars().all(known) {
            for (at, character) in list.as_str().char_indices().filter(|(_, c)| *c != '、') {
                state(list.start() + at, character, 2);
            }
        }
    }
    let characters = LazyCell::new(|| scan.text.char_indices().collect::<Vec<(usize, char)>>());
    for (index, (at, character)) in scan.text.char_indices().enumerate() {
        if scan.lexicon.countries_of(character).is_empty() || !pair(scan, scan.after(at)) {
            continue;
        }
        // 9月14日中共中央…: the day of a date.
        if scan.before(at).ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        if !pair_stands_free(scan, &characters, index) {
            continue;
        }
        for &(at, character) in characters.iter().skip(index).take(3) {
            // 中|印尼: a name of two characters.
            let longer = scan.token_starting(at).is_some_and(|token| {
                token.end > at + character.len_utf8() && scan.class_of(token).is_some()
            });
            if longer {
                break;
            }
            if !scan.lexicon.has_cue("pair-state", character.encode_utf8(&mut [0; 4])) {
                break;
            }
            state(at, character, 1);
        }
    }
    // 俄|总统, 法|外交部长: before an office of a state.
    for token in scan.tokens.iter().filter(|token| token.kind == TokenKind::Title) {
        let Some((at, character)) = scan.before(token.start).char_indices().next_back() else {
            continue;
        };
        let office = scan.lexicon.has_cue("office-of-state", scan.slice(token.start, token.end));
        let letter = scan.slice(at, at + character.len_utf8());
        // 韩|总理, 巴|总统: somebody's surname, or one of two states.
        let known = scan.lexicon.has_cue("pair-state", letter)
            && scan.lexicon.countries_of(character).len() == 1
            && !scan.lexicon.is_surname(letter);
        let before = scan.before(at).chars().next_back();
        let free = before.is_none_or(|c| !is_han(c)) || scan.token_ending(at).is_some();
        if office && known && free && scan.tokens_touching(at, token.start).next().is_none() {
            state(at, character, 1);
        }
    }
    found
}

/// 《某某共同体》概念文件 in a white paper of the same title: another document, by its title and its kind.
pub(super) fn of_other_kind(
    document: &Document,
    names: &mut [Mention],
    lexicon: &Lexicon,
    policy: ClassId,
) {
    let first = document.blocks.first().map(|block| document.slice(block.span).trim());
    let Some(title) = document.front.title.as_deref().or(first) else { return };
    let head = document.blocks.iter().take(HEAD).map(|block| document.slice(block.span));
    let head: String = head.filter(|line| line.chars().count() <= LONGEST_HEAD).collect();
    for mention in names.iter_mut().filter(|mention| mention.class == policy) {
        let behind = document.text.get(mention.span.end()..).unwrap_or_default();
        let marked = document.slice(mention.span).starts_with('《');
        let Some(kind) = lexicon.starts_with_cue("kind-behind-title", behind) else { continue };
        // The head tells which of the kinds the document itself is.
        if !marked || mention.name != title || head.contains(kind) {
            continue;
        }
        let end = mention.span.end() + kind.len();
        let Some(span) = Span::new(&document.text, mention.span.start(), end) else { continue };
        *mention = Mention {
            span,
            class: mention.class,
            name: format!("{title}{kind}"),
            rule: RuleId::fixed(OTHER_KIND),
        };
    }
}

/// The rule of a document that has the title of the source, and is of another kind.
pub(crate) const OTHER_KIND: &str = "title and kind";

/// A document tells what it is in so many blocks, each of no more than so many characters.
const HEAD: usize = 6;
const LONGEST_HEAD: usize = 14;

/// 中乌: of the states with one short form, the one that the text names in full.
pub(super) fn by_full_names(document: &Document, names: &mut [Mention], lexicon: &Lexicon) {
    let (short, full): (Vec<usize>, Vec<usize>) =
        (0..names.len()).partition(|at| names[*at].rule.as_str() == SHORT_STATE);
    if short.is_empty() {
        return;
    }
    let full: FxHashSet<&str> = full.into_iter().map(|at| names[at].name.as_str()).collect();
    let told: Vec<(usize, &String)> = short
        .into_iter()
        .filter_map(|at| {
            let character = document.slice(names[at].span).chars().next()?;
            let mut states = lexicon.countries_of(character).iter();
            Some((at, states.find(|state| full.contains(state.as_str()))?))
        })
        .collect();
    for (at, state) in told {
        names[at].name.clone_from(state);
    }
}

/// The rule of a state written as one character.
const SHORT_STATE: &str = "short state";

/// A pair of states stands at the beginning of a word, before a noun or a list's end.
fn pair_stands_free(scan: &Scan<'_>, characters: &[(usize, char)], index: usize) -> bool {
    let Some(&(at, _)) = characters.get(index) else { return false };
    let inside = scan
        .tokens_touching(at, at + 1)
        .any(|token| token.start < at || token.start == at && token.end > at + 6);
    if inside {
        return false;
    }
    let before = scan.before(at).chars().next_back();
    let free = before.is_none_or(|c| !is_han(c) && !matches!(c, '-' | '·'))
        || scan.token_ending(at).is_some();
    let follows = characters.get(index + 2).is_some_and(|(_, c)| is_han(*c) || *c == '（');
    free && follows
}
