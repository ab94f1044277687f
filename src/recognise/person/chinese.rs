//! Chinese names: a surname and what may be given behind it.

use crate::ontology::terms::class as terms;
use crate::recognise::{
    lexicon::{TokenKind, WordKind},
    scan::{Scan, is_han},
};

/// Returns the byte after a Chinese name that begins here: a surname and one or two characters.
///
/// The second given character belongs to the name unless a word begins with it that names never
/// hold (梁琪|出席) or the name ends there.
pub(crate) fn chinese_name(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let text = surnamed(scan, start)?;
    let characters: Vec<(usize, char)> = text.char_indices().take(5).collect();
    let end_of = |count: usize| {
        characters
            .get(count)
            .map_or_else(|| (characters.len() == count).then_some(text.len()), |(at, _)| Some(*at))
    };
    let compound = end_of(2).is_some_and(|end| {
        text.get(..end).is_some_and(|two| two.chars().count() == 2 && scan.lexicon.is_surname(two))
    });
    let single =
        end_of(1).and_then(|end| text.get(..end)).is_some_and(|one| scan.lexicon.is_surname(one));
    let function_word = end_of(1)
        .and_then(|end| text.get(..end))
        .is_some_and(|one| scan.lexicon.has_cue("never-surname", one));
    let surname = if compound {
        2
    } else if single && !function_word {
        1
    } else {
        return None;
    };
    // 岸田|出席: what stands right behind the surname is a verb.
    if surname == 2
        && let Some(end) = end_of(2)
        && (acts(scan, scan.after(start + end)).any(|verb| verb.chars().count() >= 2)
            || word_begins(scan, start + end))
    {
        let titled = scan.token_ending(start).is_some_and(|token| token.kind == TokenKind::Title);
        let acts = acts(scan, scan.after(start + end)).next().is_some();
        return (titled && acts).then_some(start + end);
    }
    let given = |index: usize| {
        characters.get(index).is_some_and(|&(_, c)| {
            // 陈中和等人: nothing is joined where the list ends.
            let joins = |next: &(usize, char)| !matches!(next.1, '等' | '、' | '，' | '。' | '（');
            is_han(c)
                && (!scan.lexicon.has_cue("never-given", &c.to_string())
                    || c == '和' && index == surname && peaceful(scan, &characters, index)
                    || matches!(c, '和' | '与' | '及' | '为')
                        && index > surname
                        && characters.get(index + 1).is_some_and(|next| !joins(next)))
        })
    };
    // 倪向东, 程以宁: characters that are words elsewhere make up a given name together.
    let pair = end_of(surname).zip(end_of(surname + 2)).and_then(|(from, to)| text.get(from..to));
    if let Some(end) = end_of(surname + 2)
        && pair.is_some_and(|pair| scan.lexicon.has_cue("given-name", pair))
    {
        return Some(start + end);
    }
    if !given(surname) {
        return None;
    }
    let short = end_of(surname + 1)?;
    let mut end = short;
    if given(surname + 1)
        && !(attends(scan, start + short) || while_meeting(scan, start, start + short))
        && !plural_adverb(scan, start, start + short)
        && (!word_begins(scan, start + short)
            || verb_behind(scan, start, end_of(surname + 2))
            || ended_behind(scan, start + short, end_of(surname + 2).map(|end| start + end)))
    {
        end = with_third(text, surname, end_of(surname + 2)?);
    }
    let name = text.get(..end)?;
    // 高校|应当, 中东|先后: a word and the beginning of another are no name.
    let second = start + characters.get(1).map_or(0, |(at, _)| *at);
    let verb = scan.token_starting(start).is_some_and(|token| {
        matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Verb))
            && token.end >= start + short
    });
    let words = verb
        || end > short
            && (scan.lexicon.is_common(text.get(..short)?)
                // 总统|任期后的访问
                && (scan.token_starting(start + short).is_some()
                    || scan.after(start + end).starts_with('的'))
                || scan.token_starting(second).is_some_and(|token| {
                    token.kind == TokenKind::Word(WordKind::Bound) && token.end == start + end
                }));
    let common = words
        || scan.lexicon.document_class(name).is_some()
        || scan.lexicon.is_title(name)
        || scan.lexicon.modifiers().iter().any(|modifier| modifier == name)
        || scan.lexicon.is_common(name)
        || text.get(..short).is_some_and(|two| scan.lexicon.is_common(two) && end == short);
    // 商学院|教授: a surname and the end of a body's name.
    let body = scan.lexicon.body_endings(name).any(|(_, to, ending)| {
        to == name.len() && !ending.weak && ending.text.chars().count() >= 2
    });
    (!common && !listed(scan, start, start + end) && !body).then_some(start + end)
}

/// 余|青教授, 全|中国, 原|国务院: tells whether a name or a title that the lists know stands in what looks like a name.
fn listed(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    scan.tokens_touching(start, end).any(|token| {
        let name_token = matches!(token.kind, TokenKind::Name(_) | TokenKind::Title);
        // 原|国务院, 代|中国工程院院士: a listed name or title of three characters and more begins within
        // and goes on.
        let goes_on = token.end > end && scan.slice(token.start, token.end).chars().count() >= 3;
        // 全|中国: a state behind the surname is no given name.
        let state = token.start > start
            && scan.class_of(token).is_some_and(|class| {
                scan.is(class, terms::COUNTRY) || scan.is(class, terms::PLACE)
            });
        // 余|青教授: a surname and an office are no name.
        let office = token.kind == TokenKind::Title && token.start > start && token.end == end;
        name_token && (token.start <= start && token.end > start || goes_on || state || office)
            || token.start < start && token.end > start
    })
}

/// 在会见连战|时提出: tells whether a clause of time ends here that a preposition opened.
fn while_meeting(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let clause = scan.before(start).rsplit(['，', '。', '；']).next().unwrap_or_default();
    scan.after(end).strip_prefix('时').is_some_and(|rest| {
        let acts = rest.starts_with('，') || acts(scan, rest).next().is_some();
        acts && clause.contains(['在', '当'])
    })
}

/// Returns the text from a place on where a surname may begin.
fn surnamed<'a>(scan: &Scan<'a>, start: usize) -> Option<&'a str> {
    let text = scan.after(start);
    text.starts_with(|first| scan.lexicon.may_begin_surname(first)).then_some(text)
}

/// 山田健一|郎: where a given name of three characters ends, behind a surname of two.
fn with_third(text: &str, surname: usize, end: usize) -> usize {
    let third = surname == 2 && text.get(end..).is_some_and(|rest| rest.starts_with('郎'));
    if third { end + '郎'.len_utf8() } else { end }
}

/// 王和祯|致辞: tells whether a 和 in the midst joins nothing: what is behind it is no surname, and another
/// name ends there.
fn peaceful(scan: &Scan<'_>, characters: &[(usize, char)], index: usize) -> bool {
    let Some((_, next)) = characters.get(index + 1) else { return false };
    let Some((_, behind)) = characters.get(index + 2) else { return false };
    is_han(*next)
        && !scan.lexicon.is_common(&format!("和{next}"))
        && !scan.lexicon.is_surname(next.encode_utf8(&mut [0; 4]))
        && matches!(behind, '、' | '，' | '。' | '致' | '等' | '）')
}

/// 丁杰出席: tells whether a verb of attending begins here, though its first character makes a word
/// with the one before.
fn attends(scan: &Scan<'_>, at: usize) -> bool {
    let verb = scan.lexicon.starts_with_cue("attends", scan.after(at));
    verb.is_some_and(|verb| verb.chars().count() >= 2)
}

/// 张三、李四均表示: tells whether an adverb of all that the list names stands here, before a verb.
fn plural_adverb(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    let rest = scan.after(at);
    let verb = rest.strip_prefix(['均', '皆', '都', '俱']);
    scan.before(start).ends_with(['、', '和', '与', '及'])
        && verb.is_some_and(|verb| acts(scan, verb).next().is_some())
}

/// The verbs of attending and of saying that a text begins with.
fn acts<'a>(scan: &'a Scan<'_>, text: &'a str) -> impl Iterator<Item = &'a str> {
    ["attends", "saying"].into_iter().filter_map(|group| scan.lexicon.starts_with_cue(group, text))
}

/// 张文显出席: tells whether a verb of attending or saying begins where a name of full length ends,
/// though its last character makes a word with the verb's first one.
fn verb_behind(scan: &Scan<'_>, start: usize, length: Option<usize>) -> bool {
    let Some(at) = length.map(|length| start + length) else { return false };
    let crosses = scan.tokens_touching(at, at + 1).any(|token| token.start < at && token.end > at);
    let rest = scan.after(at);
    crosses && acts(scan, rest).any(|verb| verb.chars().count() >= 2)
}

/// Tells whether a word for people begins within so many characters of a text.
pub(super) fn people_within(scan: &Scan<'_>, text: &str, reach: usize) -> bool {
    let mut starts = text.char_indices().take(reach).filter_map(|(at, _)| text.get(at..));
    starts.any(|rest| scan.lexicon.starts_with_cue("people-noun", rest).is_some())
}

/// 肖文高|等嘉宾, 柴家科|教授: tells whether the list or the name ends at a place, though a word goes over it.
fn ended_behind(scan: &Scan<'_>, short: usize, end: Option<usize>) -> bool {
    let Some(end) = end else { return false };
    let over = scan.token_starting(short).is_some_and(|token| {
        token.end > end && scan.slice(token.start, token.end).chars().count() == 2
    });
    let rest = scan.after(end);
    let etc = rest
        .strip_prefix('等')
        .is_some_and(|rest| people_within(scan, rest, 8) || acts(scan, rest).next().is_some());
    let title = scan.lexicon.starts_with_cue("title-after-name", rest).is_some();
    over && (etc || title)
}

/// Tells whether a word begins here that is no given name's character: a verb, title, or noun of
/// two characters and more.
fn word_begins(scan: &Scan<'_>, at: usize) -> bool {
    scan.token_starting(at)
        .is_some_and(|token| scan.slice(token.start, token.end).chars().count() >= 2)
}
