//! Drops the spaces that line breaks and letter-spacing left in Chinese, and keeps those that part.
//!
//! Within prose a space next to a Chinese character is an artefact and goes, between Chinese and
//! Latin too, so that a name is written in one way throughout; between Latin words it stays. It
//! stays in lines that are no prose (titles, headings, rosters, bylines), after a heading's
//! number, and within quotation marks, title marks and parentheses that hold words set apart:
//! “海洋共治 文明互鉴”, （记者 李明 王芳）.

use super::{
    punctuation::Glyph,
    script::{is_chinese_mark, is_han, is_latin, is_prose_mark},
    shape::{Shape, marker, shape},
};

/// A block's shape is told from so many of its characters.
const HEAD: usize = 200;
/// Words within quotation marks and the like are looked for this far.
const QUOTED: usize = 60;

/// Drops the spaces of one block that do not belong there.
pub(super) fn repair(block: &mut Vec<Glyph>) {
    trim(block);
    if !block.iter().any(|glyph| glyph.c == ' ') {
        return;
    }
    let text: String = block.iter().map(|glyph| glyph.c).collect();
    let keeps = !block.iter().any(|glyph| is_prose_mark(glyph.c))
        || block.len() <= HEAD && matches!(shape(&text), Shape::Roster | Shape::Row);
    let marked = marker(&text)
        .map_or(0, |marker| text.get(..marker.len).map_or(0, |head| head.chars().count()));
    let spaced = letter_spaced(block, marked, keeps);
    let broken = !keeps && is_broken_up(block);
    let mut kept = Vec::with_capacity(block.len());
    for at in 0..block.len() {
        let Some(&glyph) = block.get(at) else {
            continue;
        };
        let keep = glyph.c != ' '
            || !spaced.get(at).is_some_and(|&spaced| spaced)
                && keeps_space(block, at, &Place { prose: !keeps, marked, broken });
        if keep {
            kept.push(glyph);
        }
    }
    *block = kept;
    close_up_addresses(block);
}

struct Place {
    prose: bool,
    marked: usize,
    broken: bool,
}

/// Drops spaces, and marks of hyphenation, at both ends.
fn trim(block: &mut Vec<Glyph>) {
    let is_blank = |glyph: &Glyph| glyph.c.is_whitespace() || glyph.c == '￣';
    while block.last().is_some_and(is_blank) {
        block.pop();
    }
    let start = block.iter().take_while(|glyph| is_blank(glyph)).count();
    block.drain(..start);
}

fn at(block: &[Glyph], index: usize) -> Option<char> {
    block.get(index).map(|glyph| glyph.c)
}

/// Returns the characters on both sides of a stretch of spaces.
fn sides(block: &[Glyph], index: usize) -> Option<(usize, usize)> {
    let before = (0..index).rev().find(|&i| at(block, i) != Some(' '))?;
    let after = (index..block.len()).find(|&i| at(block, i) != Some(' '))?;
    Some((before, after))
}

fn keeps_space(block: &[Glyph], index: usize, place: &Place) -> bool {
    if index > 0 && at(block, index - 1) == Some(' ') {
        return false;
    }
    let Some((before, after)) = sides(block, index) else {
        return false;
    };
    let (Some(left), Some(right)) = (at(block, before), at(block, after)) else {
        return false;
    };
    if index < place.marked && after == place.marked {
        return !is_chinese_mark(left);
    }
    let bullet = before == 0 && matches!(left, '-' | '*' | '·');
    if bullet || left == '|' || right == '|' || numbers_box(block, before) {
        return true;
    }
    if matches!(left, '“' | '‘') || matches!(right, '”' | '’') || touches_mark(block, before, after)
    {
        return false;
    }
    match (is_han(left), is_han(right)) {
        (true, true) => !place.prose || !place.broken && is_set_apart(block, before, after),
        (true, false) if right.is_ascii_digit() => !place.prose && ends_with_number(block, after),
        (false, true) if left.is_ascii_digit() => numbers_heading(block, before, right),
        (false, true) if left == '%' => false,
        (true, false) | (false, true) => {
            let other = if is_han(left) { right } else { left };
            !place.prose
                || !(is_latin(other) || "“”‘’—…·~/-%+".contains(other))
                || is_named_list(block, before, after)
        }
        (false, false) => right != '%' || !left.is_ascii_digit(),
    }
}

/// Tells whether a space stands next to a Chinese mark, or to a quotation mark on its Chinese side.
fn touches_mark(block: &[Glyph], before: usize, after: usize) -> bool {
    let (left, right) = (at(block, before), at(block, after));
    let chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_chinese_mark(c));
    let quote = |c: Option<char>| matches!(c, Some('“' | '”' | '‘' | '’' | '—' | '…' | '·'));
    let beyond_left = block.get(..before).and_then(|part| part.iter().rev().find(|g| g.c != ' '));
    let beyond_right = block.get(after + 1..).and_then(|part| part.iter().find(|g| g.c != ' '));
    left.is_some_and(is_chinese_mark)
        || right.is_some_and(is_chinese_mark)
        || quote(left) && (chinese(right) || chinese(beyond_left.map(|glyph| glyph.c)))
        || quote(right) && (chinese(left) || chinese(beyond_right.map(|glyph| glyph.c)))
}

/// `海洋治理 15`, `海洋治理 15 - |`: the number ends the line.
fn ends_with_number(block: &[Glyph], from: usize) -> bool {
    let mut rest = block.iter().skip(from);
    rest.all(|glyph| glyph.c.is_ascii_digit() || " -–—|·_".contains(glyph.c))
}

/// `专栏4 海洋治理`, `附件2 海洋治理`: the number of a box, an annex, a table.
fn numbers_box(block: &[Glyph], to: usize) -> bool {
    let digits =
        block.iter().take(to + 1).rev().take_while(|glyph| glyph.c.is_ascii_digit()).count();
    let word = (to + 1).saturating_sub(digits);
    (1..=2).contains(&digits)
        && (1..=3).contains(&word)
        && block.iter().take(word).all(|glyph| "专栏附件表图录框".contains(glyph.c))
}

/// `3 海洋治理` at the start, but not `3 年来`.
fn numbers_heading(block: &[Glyph], to: usize, right: char) -> bool {
    to < 2
        && block.iter().take(to + 1).all(|glyph| glyph.c.is_ascii_digit())
        && !"年月日时分个名位项家次届条种亿万余多".contains(right)
}

/// Tells whether a block of prose has spaces all over, where its lines were once broken.
fn is_broken_up(block: &[Glyph]) -> bool {
    let (mut found, mut depth) = (0, 0_i32);
    for (index, glyph) in block.iter().enumerate() {
        match glyph.c {
            '“' | '《' | '（' => depth += 1,
            '”' | '》' | '）' => depth -= 1,
            ' ' if depth <= 0 => {
                let sides = sides(block, index);
                found += usize::from(sides.is_some_and(|(before, after)| {
                    at(block, before).is_some_and(is_han) && at(block, after).is_some_and(is_han)
                }));
            }
            _ => {}
        }
    }
    found >= 2
}

/// Tells whether a space parts words within quotation marks, title marks or parentheses.
fn is_set_apart(block: &[Glyph], before: usize, after: usize) -> bool {
    let is_edge =
        |c: char| matches!(c, ' ' | '“' | '”' | '《' | '》' | '（' | '）' | '，' | '、' | '。');
    let word = |range: &mut dyn Iterator<Item = usize>| {
        range.filter_map(|i| at(block, i)).take_while(|&c| !is_edge(c)).take(QUOTED).count()
    };
    let left = word(&mut (0..=before).rev());
    let right = word(&mut (after..block.len()));
    left >= 2 && right >= 2 && is_enclosed(block, before, after)
}

/// Tells whether a list of names is set in parentheses: `（记者 Anna Smith 李明）`.
fn is_named_list(block: &[Glyph], before: usize, after: usize) -> bool {
    is_enclosed(block, before, after)
        && (after..block.len())
            .take(QUOTED)
            .filter_map(|i| at(block, i))
            .find(|c| "）”》".contains(*c))
            == Some('）')
        && (0..=before)
            .rev()
            .take(QUOTED)
            .filter_map(|i| at(block, i))
            .take_while(|&c| c != '（')
            .all(|c| !is_chinese_mark(c))
}

/// Tells whether an opening mark stands before and its closing one after, and no stop between.
fn is_enclosed(block: &[Glyph], before: usize, after: usize) -> bool {
    let edge = |c: &char| matches!(c, '“' | '”' | '《' | '》' | '（' | '）' | '。' | '；');
    let left = (0..=before).rev().take(QUOTED).filter_map(|i| at(block, i)).find(edge);
    let right = (after..block.len()).take(QUOTED).filter_map(|i| at(block, i)).find(edge);
    matches!(
        (left, right),
        (Some('“'), Some('”')) | (Some('《'), Some('》')) | (Some('（'), Some('）'))
    )
}

/// Tells for each character whether it is a space between letter-spaced ones: `序 言`, `原 文 链 接`.
///
/// Two characters alone are letter-spaced where nothing else is on the line, or where they begin
/// one that is no prose, as a name does a roster entry.
fn letter_spaced(block: &[Glyph], marked: usize, keeps: bool) -> Vec<bool> {
    let mut spaced = vec![false; block.len()];
    let mut run: Vec<usize> = Vec::new();
    let mut index = marked;
    while index < block.len() {
        let single = at(block, index).is_some_and(is_han)
            && index.checked_sub(1).is_none_or(|i| i < marked || at(block, i) == Some(' '))
            && at(block, index + 1).is_none_or(|c| c == ' ');
        if single {
            run.push(index);
        } else if at(block, index) != Some(' ') {
            close_run(block, &mut run, (marked, keeps), &mut spaced, index);
        }
        index += 1;
    }
    close_run(block, &mut run, (marked, keeps), &mut spaced, block.len());
    spaced
}

fn close_run(
    block: &[Glyph],
    run: &mut Vec<usize>,
    (marked, keeps): (usize, bool),
    spaced: &mut [bool],
    end: usize,
) {
    let starts = run.first().is_some_and(|&first| first == marked);
    let ends = end == block.len() || at(block, end).is_some_and(|c| ":：".contains(c));
    if let (Some(&first), Some(&last)) = (run.first(), run.last())
        && (run.len() >= 3 || run.len() == 2 && starts && (ends || keeps))
    {
        for flag in spaced.iter_mut().take(last).skip(first) {
            *flag = true;
        }
    }
    run.clear();
}

/// Drops the spaces that a PDF put into addresses, and around a slash: `http: / / a.cn / b`.
fn close_up_addresses(block: &mut Vec<Glyph>) {
    let mut kept: Vec<Glyph> = Vec::with_capacity(block.len());
    let mut address = false;
    for index in 0..block.len() {
        let Some(&glyph) = block.get(index) else {
            continue;
        };
        if glyph.c == ' ' {
            let (left, right) = (kept.last().map(|glyph| glyph.c), at(block, index + 1));
            let (Some(left), Some(right)) = (left, right) else {
                continue;
            };
            let slash = left == '/' || right == '/';
            let ascii = left.is_ascii_graphic() && right.is_ascii_graphic();
            let part = |c: char| "/._-=?&:".contains(c);
            let within = address
                && (part(left)
                    && (right.is_ascii_lowercase() || right.is_ascii_digit() || part(right))
                    || part(right));
            if ascii && (slash || within) {
                continue;
            }
            address = false;
        } else if !glyph.c.is_ascii() {
            address = false;
        } else if glyph.c == ':' {
            address = address || ends_with_scheme(&kept);
        }
        kept.push(glyph);
    }
    *block = kept;
}

fn ends_with_scheme(kept: &[Glyph]) -> bool {
    let mut tail = kept.iter().rev().map(|glyph| glyph.c);
    matches!(tail.next(), Some('p' | 's')) && kept.len() >= 4 && {
        let last: String =
            kept.iter().skip(kept.len().saturating_sub(5)).map(|glyph| glyph.c).collect();
        last.ends_with("http") || last.ends_with("https")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        let mut block: Vec<Glyph> = raw.chars().map(|c| Glyph { c, line: 1 }).collect();
        repair(&mut block);
        let found: String = block.iter().map(|glyph| glyph.c).collect();
        assert_eq!(found, expected);
        repair(&mut block);
        assert_eq!(block.iter().map(|glyph| glyph.c).collect::<String>(), found);
    }

    #[test]
    fn prose_has_no_spaces_next_to_chinese() {
        check("近 30 年来，各 国秉持 FAO 的理念。 并且", "近30年来，各国秉持FAO的理念。并且");
        check("增长 5 %，共 3 项。", "增长5%，共3项。");
        check("与 Tech Accord 合作，", "与Tech Accord合作，");
    }

    #[test]
    fn letter_spaced_words_are_closed_up() {
        check("序 言", "序言");
        check("原 文 链 接 :", "原文链接 :");
        check("8. 李 明 海滨大学副教授", "8. 李明 海滨大学副教授");
    }

    #[test]
    fn rosters_bylines_and_headings_keep_their_spaces() {
        check("01. Anna B. Smith 海滨大学教授", "01. Anna B. Smith 海滨大学教授");
        check(
            "文│海滨大学研究生 李明 海滨大学教授 王芳",
            "文│海滨大学研究生 李明 海滨大学教授 王芳",
        );
        check("一  海洋治理", "一 海洋治理");
        check("专栏4  “海洋”治理", "专栏4 “海洋”治理");
        check("| （一）  | 海洋 | 3 - |", "| （一） | 海洋 | 3 - |");
        check("（六） “海洋共治 文明互鉴” 研讨会", "（六）“海洋共治 文明互鉴”研讨会");
    }

    #[test]
    fn words_set_apart_in_marks_stay_apart() {
        check("举办“海洋共治 文明互鉴”会议，", "举办“海洋共治 文明互鉴”会议，");
        check("本报讯（通讯员 李明 王芳）今日，", "本报讯（通讯员 李明 王芳）今日，");
        check("建设“数 字海洋之路”，", "建设“数字海洋之路”，");
    }

    #[test]
    fn addresses_are_closed_up() {
        check(
            "见http: / / www. a.cn / b / 2023- 04/ c.htm。",
            "见http://www.a.cn/b/2023-04/c.htm。",
        );
        check("加入 CERT / CC 网络，", "加入CERT/CC网络，");
    }
}
