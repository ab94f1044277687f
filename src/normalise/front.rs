//! Front matter: what the file says of the text before the text begins.

use crate::model::FrontMatter;

/// How many lines with text, at the most, stand before a `date:` line.
const NEAR_TOP: usize = 10;

/// Takes the front matter out of a file's lines: what it says, and for each line whether it is
/// part of it.
pub(super) fn take(lines: &[&str]) -> (FrontMatter, Vec<bool>) {
    let mut front = FrontMatter::default();
    let mut taken = vec![false; lines.len()];
    let mut body = 0;
    if let Some(end) = block_end(lines) {
        for line in lines.get(1..end).unwrap_or_default() {
            read_key(line, &mut front);
        }
        for mark in taken.iter_mut().take(end + 1) {
            *mark = true;
        }
        body = end + 1;
    }
    let texts = lines.iter().enumerate().skip(body).filter(|(_, line)| !line.trim().is_empty());
    for (index, line) in texts.take(NEAR_TOP) {
        if let Some(date) = line.trim().strip_prefix("date:").and_then(iso_date) {
            front.date.get_or_insert(date);
            if let Some(mark) = taken.get_mut(index) {
                *mark = true;
            }
        }
    }
    (front, taken)
}

/// Returns the line that ends a block between `---` lines at the top, if it holds keys alone.
fn block_end(lines: &[&str]) -> Option<usize> {
    if lines.first()?.trim_end() != "---" {
        return None;
    }
    let end = lines.iter().take(40).skip(1).position(|line| line.trim_end() == "---")? + 1;
    let keys = lines.get(1..end)?;
    let is_key =
        |line: &&str| line.trim().is_empty() || line.contains(':') || line.starts_with('#');
    keys.iter().all(is_key).then_some(end)
}

fn read_key(line: &str, front: &mut FrontMatter) {
    let Some((key, value)) = line.split_once(':') else {
        return;
    };
    let value = value.trim().trim_matches(['"', '\'']).trim();
    if value.is_empty() {
        return;
    }
    let value = value.to_owned();
    match key.trim() {
        "title" => front.title = Some(value),
        "publisher" => front.publisher = Some(value),
        "date" => front.date = Some(iso_date(&value).unwrap_or(value)),
        "address" => front.address = Some(value),
        _ => {}
    }
}

/// Returns the date at the start of a text, as precise as it is: `2022-09-29 01:21:40`.
fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let date = text.split([' ', 'T']).next()?;
    let parts: Vec<&str> = date.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let whole = matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2]);
    (digits && whole).then(|| date.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_keys_at_the_top_is_front_matter() {
        let lines =
            ["---", "title: 蓝色公约", "date: 2020-01", "address: https://a.cn/b", "---", "正文"];
        let (front, taken) = take(&lines);
        assert_eq!(front.title.as_deref(), Some("蓝色公约"));
        assert_eq!(front.date.as_deref(), Some("2020-01"));
        assert_eq!(front.address.as_deref(), Some("https://a.cn/b"));
        assert_eq!(taken, [true, true, true, true, true, false]);
    }

    #[test]
    fn a_date_line_below_the_title_gives_its_day() {
        let (front, taken) =
            take(&["会议举行", "", "date: 2022-09-29 01:21:40.953178", "", "正文。"]);
        assert_eq!(front.date.as_deref(), Some("2022-09-29"));
        assert_eq!(taken, [false, false, true, false, false]);
    }

    #[test]
    fn a_rule_between_paragraphs_is_no_front_matter() {
        let (front, taken) = take(&["---", "正文没有键。", "---"]);
        assert_eq!(front, FrontMatter::default());
        assert_eq!(taken, [false; 3]);
    }
}
