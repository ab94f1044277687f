//! Lists of persons as citations print them: 张三，李四，等; SHOUP L H, WILLIAM M; Nye, J. S.

use crate::recognise::{Lexicon, is_han};

/// A stretch of a note, in bytes.
pub(crate) type Place = (usize, usize);

/// A name printed in Latin letters has no more words than this.
const WORDS: usize = 5;

/// Reads a list of persons that stands between two places of a text; nothing where anything in it
/// is no person's name.
pub(super) fn persons(text: &str, (from, to): Place, lexicon: &Lexicon) -> Option<Vec<Place>> {
    let mut found: Vec<Place> = Vec::new();
    let (mut common, mut certain) = (false, false);
    for (start, end) in pieces(text, (from, to)) {
        let piece = text.get(start..end)?;
        let junior = matches!(piece, "Jr." | "Jr" | "II" | "III");
        let initials = junior
            || found.last().is_some_and(|(start, end)| is_latin(text, *start, *end))
                && piece.split([' ', '.', '-']).all(|word| word.len() <= 1 || is_initials(word));
        if piece.is_empty() || matches!(piece, "等" | "et al" | "et al." | "and" | "&") {
            continue;
        }
        if initials {
            // Nye, J. S.
            if let Some(last) = found.last_mut() {
                last.1 = end;
            }
            continue;
        }
        let (place, known) = person(text, (start, end), lexicon)?;
        common |= text.get(place.0..place.1).is_some_and(|name| lexicon.is_common(name));
        certain |= known;
        found.push(place);
    }
    // 扎旺，林海: by one with a surname the others are persons, too.
    if !certain {
        return None;
    }
    // Moe, Karin: one person, the surname first.
    if let [surname, given] = found.as_slice()
        && [surname, given].into_iter().all(|(from, to)| is_single_word(text, (*from, *to)))
    {
        let whole = (surname.0, given.1);
        let inverted = text.get(surname.1..given.0).is_some_and(|mark| mark.trim() == ",");
        if inverted {
            found = vec![whole];
        }
    }
    (!found.is_empty() && (found.len() > 1 || !common)).then_some(found)
}

/// Cuts a list at its marks and conjunctions, without what tells the persons' part in the work.
fn pieces(text: &str, (from, to): Place) -> Vec<Place> {
    let list = text.get(from..to).unwrap_or_default();
    let mut cuts = vec![(0, 0)];
    let marks = ['，', ',', '、', ';', '；', '&'];
    cuts.extend(list.match_indices(marks).map(|(at, mark)| (at, at + mark.len())));
    cuts.extend(
        [" and ", " with "]
            .iter()
            .flat_map(|word| list.match_indices(word).map(|(at, word)| (at, at + word.len()))),
    );
    cuts.sort_unstable();
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([list.len()]);
    let pieces = cuts.iter().zip(ends).map(|((_, start), end)| {
        let piece = list.get(*start..end).unwrap_or_default();
        let bare = piece.trim_start().trim_start_matches("and ").trim_start();
        let start = from + start + piece.len() - bare.len();
        (start, start + without_role(bare.trim_end()).len())
    });
    pieces.collect()
}

/// L. Henkin ed., 王五等
fn without_role(name: &str) -> &str {
    let roles =
        ["(eds.)", "(ed.)", "(Eds.)", "(Ed.)", "eds.", "ed.", "Eds.", "Ed.", "eds", "et al."];
    let bare = roles.iter().find_map(|role| name.strip_suffix(role)).unwrap_or(name).trim_end();
    bare.strip_suffix('等').filter(|rest| !rest.is_empty()).unwrap_or(bare)
}

/// Reads one name, and tells whether its form alone shows that it is one; it may stand behind its bearer's
/// state: `[美]`约瑟夫·奈.
fn person(text: &str, (from, to): Place, lexicon: &Lexicon) -> Option<(Place, bool)> {
    let whole = text.get(from..to)?;
    let bare = behind_state(whole);
    let foreign = bare.len() < whole.len();
    let bare = bare.trim_end_matches("主编").trim_end_matches("编著");
    let bare = if bare.chars().count() > 2 { lexicon.strip_cue("author-role", bare) } else { bare };
    let start = to - behind_state(whole).len();
    let place = (start, start + bare.len());
    let letters = bare.chars().filter(|c| is_han(*c)).count();
    if letters == 0 {
        let body =
            lexicon.holds_cue("latin-body", bare) || lexicon.entries_of(bare).next().is_some();
        return (is_latin_name(bare) && !body).then_some((place, true));
    }
    let dotted = bare.contains(['·', '•']);
    let kinds =
        |c: char| is_han(c) || matches!(c, '·' | '•' | '.' | ' ' | '-') || c.is_alphabetic();
    if dotted || foreign {
        return (bare.chars().all(kinds) && (2..=16).contains(&letters)).then_some((place, true));
    }
    let chinese = bare.chars().all(is_han) && (2..=4).contains(&letters);
    let surname = bare
        .char_indices()
        .skip(1)
        .take(2)
        .any(|(at, _)| bare.get(..at).is_some_and(|surname| lexicon.is_surname(surname)));
    let listed = lexicon.names_no_person(bare);
    let sounds = (3..=6).contains(&letters)
        && bare.chars().all(|c| lexicon.transliterates(c))
        && !lexicon.is_common(bare);
    let known = chinese && surname || sounds;
    let plain = chinese && letters <= 3 && !lexicon.is_common(bare);
    ((known || plain) && !listed).then_some((place, known))
}

fn behind_state(name: &str) -> &str {
    let inner = name.strip_prefix(['[', '［', '【', '〔', '(', '（']);
    let rest = inner.and_then(|inner| {
        let close = inner.find([']', '］', '】', '〕', ')', '）'])?;
        let state = inner.get(..close)?;
        let rest = inner.get(close..)?.trim_start_matches([']', '］', '】', '〕', ')', '）']);
        (state.chars().all(is_han) && state.chars().count() <= 4).then(|| rest.trim_start())
    });
    rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

fn is_latin(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|name| name.chars().all(|c| !is_han(c)))
}

/// Tells whether a name is one word in Latin letters, not in capitals alone.
fn is_single_word(text: &str, (from, to): Place) -> bool {
    let name = text.get(from..to).unwrap_or_default();
    is_latin(text, from, to) && !name.contains(' ') && name.chars().any(char::is_lowercase)
}

/// J, JS, J.S
fn is_initials(word: &str) -> bool {
    word.len() <= 3 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// NYE J S, Joseph S. Nye, de Vries A
fn is_latin_name(name: &str) -> bool {
    const PARTICLES: [&str; 14] =
        ["de", "da", "dos", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "al", "bin"];
    let letters = |c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’');
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let long = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && word.starts_with(char::is_uppercase)
    };
    let acronym = words.len() == 1 && name.chars().all(char::is_uppercase);
    words.len() <= WORDS
        && !acronym
        && words.iter().any(long)
        && words.iter().all(|word| {
            word.chars().all(letters)
                && (word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
        })
}
