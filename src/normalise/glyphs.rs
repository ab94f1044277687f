//! Repairs single characters: what a PDF, an encoding read wrongly or a font's needs made of them.

use super::{
    script::is_latin,
    tables::{COMPATIBILITY, GBK_NUMBERS, GBK_SIGNS, KANGXI, SUPPLEMENT},
};

/// What is known of a whole text before its characters are repaired.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Encoding {
    /// Code points U+A1A1 to U+A3FE are GBK's bytes, not letters of the Yi script.
    gbk: bool,
}

impl Encoding {
    /// Looks at a whole text: a Chinese text with few letters of Yi has none at all.
    pub(super) fn of(raw: &str) -> Self {
        let is_yi = |c: char| matches!(c, '\u{a000}'..='\u{a4cf}');
        if !raw.contains(is_yi) {
            return Self::default();
        }
        let (mut yi, mut other) = (0_usize, 0_usize);
        for c in raw.chars() {
            if is_yi(c) && gbk(c).is_none() {
                yi += 1;
            } else if !c.is_whitespace() {
                other += 1;
            }
        }
        Self { gbk: yi * 4 <= other }
    }
}

/// Repairs the characters of one line, and hands those that it cannot repair to `strange`.
pub(super) fn repair_line(raw: &str, encoding: Encoding, mut strange: impl FnMut(char)) -> String {
    let mut line = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        if c.is_ascii_graphic() || matches!(c, '\u{4e00}'..='\u{9fff}') {
            line.push(c);
            continue;
        }
        let repaired = match gbk(c).filter(|_| encoding.gbk) {
            Some(mark) => repair_gbk(mark, &line, chars.as_str()),
            None => repair(c),
        };
        match repaired {
            Some(' ') if line.ends_with(' ') => {}
            Some(c) => {
                if is_strange(c) {
                    strange(c);
                }
                line.push(c);
            }
            None if is_stray_control(c) => strange(c),
            None => {}
        }
    }
    line
}

/// Returns what a code point stands for that is two bytes of GBK.
///
/// Row A3 is ASCII in full width, so U+A3AC is U+FF0C, the comma.
fn gbk(c: char) -> Option<char> {
    match c {
        '\u{a1a1}'..='\u{a1fe}' => GBK_SIGNS.get(c),
        '\u{a2a1}'..='\u{a2fe}' => GBK_NUMBERS.get(c),
        '\u{a3a1}'..='\u{a3fe}' => char::from_u32(u32::from(c) - 0xa3a1 + 0xff01),
        _ => None,
    }
}

/// Repairs a mark out of GBK's bytes by what stands around it.
///
/// Its full stop `．` is the Chinese `。` unless letters or digits stand on both sides, and its
/// comma is the Western one between words of an English title: `Security， and Openness`.
fn repair_gbk(mark: char, before: &str, after: &str) -> Option<char> {
    let ascii_before = before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    let next = after.chars().next().and_then(repair);
    let ascii_next = next.is_some_and(|c| c.is_ascii_alphanumeric());
    match mark {
        '．' if ascii_before && ascii_next => Some('.'),
        '．' => Some('。'),
        '，' if ascii_before => {
            let word = after.trim_start_matches([' ', '”']).chars().next().and_then(repair);
            let spaced = matches!(next, Some(' ' | '”'));
            let latin = word.is_some_and(|c| is_latin(c) && c.is_ascii());
            Some(if spaced && latin { ',' } else { '，' })
        }
        mark => repair(mark),
    }
}

/// Returns the character in its usual form, or nothing where it should not be printed.
fn repair(c: char) -> Option<char> {
    Some(match c {
        '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}' | '\u{ff1a}' | '\u{ff1b}'
        | '\u{ff1f}' | '\u{ff5e}' => c,
        '\u{ff02}'..='\u{ff5d}' => char::from_u32(u32::from(c) - 0xfee0)?,
        '\u{ff61}' => '。',
        '\u{ff62}' => '「',
        '\u{ff63}' => '」',
        '\u{ff64}' => '、',
        '\u{ffe5}' => '¥',
        '\u{2e80}'..='\u{2ef3}' => SUPPLEMENT.get(c).unwrap_or(c),
        '\u{2f00}'..='\u{2fd5}' => KANGXI.get(c).unwrap_or(c),
        '\u{f900}'..='\u{fad9}' => COMPATIBILITY.get(c).unwrap_or(c),
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}'
        | '\u{ad}'
        | '\u{feff}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => return None,
        _ if c.is_whitespace() => ' ',
        _ if c.is_control() => return None,
        _ => c,
    })
}

fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\r' | '\u{c}')
}

/// Tells whether no reader can know what the character was: private use, the mark of a lost
/// one, or a code point that is no character.
fn is_strange(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'.. | '\u{fff0}'..='\u{fff8}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{a000}'..='\u{a4cf}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(repair_line(raw, Encoding::of(raw), |_| {}), expected);
    }

    #[test]
    fn letters_and_digits_become_half_width_and_punctuation_stays() {
        check(
            "ＩＣＴ产业２０２３年增长１．５％，（见图）：好！",
            "ICT产业2023年增长1.5%，（见图）：好！",
        );
        check("Ａ＋Ｂ＝Ｃ／Ｄ＠Ｅ＃Ｆ＿Ｇ－Ｈ＆Ｉ", "A+B=C/D@E#F_G-H&I");
    }

    #[test]
    fn bytes_of_gbk_read_as_code_points_are_read_again() {
        check("海洋\u{a3ac}湖泊\u{a3bb}河流\u{a3ba}水\u{a3ae}", "海洋，湖泊；河流：水。");
        check("版本２\u{a3ae}０\u{a1a2}\u{a3a8}甲\u{a3a9}", "版本2.0、（甲）");
        check("Ｐｅａｃｅ\u{a3ac} ａｎｄ ｏｒｄｅｒ的译名\u{a3ae}", "Peace, and order的译名。");
    }

    #[test]
    fn a_text_in_yi_keeps_its_letters() {
        check("ꆈꌠꁱꂷꆈꌠꁱꂷ\u{a3ac}", "ꆈꌠꁱꂷꆈꌠꁱꂷ\u{a3ac}");
    }

    #[test]
    fn radicals_become_the_characters_that_they_look_like() {
        check("⼈⺠⽇报、⻓江、\u{f9d8}", "人民日报、长江、律");
    }

    #[test]
    fn what_is_not_printed_is_dropped() {
        check("海\u{200b}洋\u{ad}法\u{feff}\u{3000}共\t识", "海洋法 共 识");
    }

    #[test]
    fn what_cannot_be_repaired_is_reported() {
        let mut strange = Vec::new();
        repair_line("海\u{e123}洋\u{fffd}", Encoding::default(), |c| {
            strange.push(c);
        });
        assert_eq!(strange, ['\u{e123}', '\u{fffd}']);
    }
}
