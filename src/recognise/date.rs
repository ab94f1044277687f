//! Dates to ISO intervals: 2022年6月9至10日, 9月21日至23日, 同年11月.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::{Block, BlockKind, DateMention, Document, Span};

/// Finds the dates of a document.
///
/// A month or day without a year takes the year that its paragraph, else the one before, names
/// last; where the front matter tells the year, that of the same sentence, else that year. Without
/// any it stays as it is (`--09-21`), as it does behind 今年 without front matter. 同年 by itself is
/// the year of the date before it. What lies within the days that the text tells first (a meeting
/// from 3 to 5 November) is of that year; a day alone that opens a clause (4日上午) of that month. A
/// paragraph of a chronicle that opens with a month is of the year that stands above by itself, else of
/// that in parentheses at the end of the title, else of the last paragraph that opens with its own year,
/// and of none without; 同日 that opens one is the date of the paragraph before.
pub(crate) fn dates(document: &Document) -> Vec<DateMention> {
    let front = document.front.date.as_deref().and_then(|date| date.get(..4));
    let front: Option<i32> = front.and_then(|year| year.parse().ok());
    let front = front
        .or_else(|| document.blocks.first().and_then(|b| day_of_title(document.slice(b.span))));
    let mut year = front;
    let mut found: Vec<DateMention> = Vec::new();
    let mut days: Option<Days> = None;
    let mut head: Option<i32> = None;
    let chronicle = is_chronicle(document);
    let mut opening: Option<i32> = None;
    let mut opened: Option<String> = None;
    for block in &document.blocks {
        let text = document.slice(block.span);
        let year_alone = head_year(text)
            .or_else(|| (block.kind == BlockKind::Title).then(|| year_of_title(text)).flatten());
        head = year_alone.or(head);
        if let Some(same) = SAME_DAY.find(text)
            && let Some(iso) = opened.clone()
            && let Some(span) =
                Span::new(&document.text, block.span.start(), block.span.start() + same.end())
        {
            found.push(DateMention { span, iso });
        }
        let mut last = 0;
        // Each date has one of these.
        let none = !text.contains(|c: char| matches!(c, '年' | '月' | '日') || c.is_ascii_digit());
        for captures in DATE.captures_iter(if none { "" } else { text }) {
            let Some(whole) = captures.get(0) else { continue };
            if !whole.as_str().contains(['年', '月', '日']) && in_address(text, whole.start()) {
                continue;
            }
            // A dated report's bare month is of its own year, whatever an earlier sentence told.
            let between = text.get(last..whole.start()).unwrap_or_default();
            let own = captures.name("same").is_some_and(|same| same.as_str() == "今年");
            if front.is_some()
                && (last == 0 || between.contains('。'))
                && captures.name("same").is_none()
                && captures.name("alone").is_none()
                || own
            {
                year = front;
            }
            let opens = whole.start() == 0;
            // A paragraph that names its own year ends the chronicle.
            let own = ["iso", "pointed", "year", "only"];
            let dated = own.iter().any(|name| captures.name(name).is_some());
            if opens {
                if year_alone.is_none() && dated {
                    head = None;
                }
                let above = || if chronicle && !dated { opening.or(front) } else { year };
                year = head.or_else(above);
            }
            last = whole.end();
            let place = captures.name("bare").unwrap_or(whole);
            let (from, to) = (block.span.start() + place.start(), block.span.start() + place.end());
            if captures.name("alone").is_some() && found.is_empty() {
                continue;
            }
            let within = days.and_then(|days| days.hold(&captures));
            let before = year;
            let Some(iso) = within.or_else(|| iso(&captures, &mut year)) else { continue };
            let lead = text.get(..whole.start()).unwrap_or_default();
            let behind = text.get(whole.end()..).unwrap_or_default();
            let goal = captures.name("only").is_some() && is_aimed_at(lead, behind);
            let goal = goal || is_planned(lead);
            year = if goal { before } else { year };
            days = days.or_else(|| Days::of(&iso));
            if opens {
                opening = year.filter(|_| dated).or(opening);
                opened = Some(iso.clone());
            }
            if let Some(span) = Span::new(&document.text, from, to) {
                found.push(DateMention { span, iso });
            }
        }
    }
    found
}

/// A text of so many paragraphs that open with a month and a day without a year is a chronicle.
const CHRONICLE: usize = 5;

/// Tells whether a document is a chronicle: its paragraphs open with days.
fn is_chronicle(document: &Document) -> bool {
    let opens = |block: &&Block| OPENS_WITH_DAY.is_match(document.slice(block.span));
    document.blocks.iter().filter(opens).take(CHRONICLE).count() == CHRONICLE
}

static OPENS_WITH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:1[0-2]|0?[1-9]) ?月 ?(?:3[01]|[12][0-9]|0?[1-9]) ?日").expect("well-formed")
});

static SAME_DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(?:同日|同一天|当日)").expect("well-formed"));

/// 某大事记（2014年）: the year that a title ends with, in parentheses.
fn year_of_title(title: &str) -> Option<i32> {
    let inner = title.trim().strip_suffix(['）', ')'])?.strip_suffix('年')?;
    let (_, year) = inner.rsplit_once(['（', '('])?;
    year.parse().ok().filter(|year| (1000..2100).contains(year))
}

/// 某新闻（20240705）: the year of the day that a title ends with, in parentheses.
fn day_of_title(title: &str) -> Option<i32> {
    let inner = title.trim().strip_suffix(['）', ')'])?;
    let (_, day) = inner.rsplit_once(['（', '('])?;
    let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = day.get(..4).filter(|_| digits)?.parse().ok()?;
    let month: u32 = day.get(4..6)?.parse().ok()?;
    ((1900..2100).contains(&year) && (1..=12).contains(&month)).then_some(year)
}

/// Reads a date that a text consists of, without any context: 1920年4月1日.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    iso(&DATE.captures(text)?, &mut None)
}

/// 到2035年, 2030年议程, 2025年度: tells whether a year is aimed at or named, and so is not that of what is told.
fn is_aimed_at(lead: &str, behind: &str) -> bool {
    let reached = [
        "截至",
        "截止到",
        "截止至",
        "直到",
        "直至",
        "时至",
        "持续到",
        "持续至",
        "延续到",
        "推迟到",
        "推迟至",
    ];
    let reached = reached.iter().any(|word| lead.ends_with(word));
    lead.ends_with(['到', '至', '将']) && !reached
        || ["度", "议程", "愿景", "目标"].iter().any(|word| behind.starts_with(word))
}

/// 拟于2025年, 计划在2025年5月: tells whether what a date is of is yet to come.
fn is_planned(lead: &str) -> bool {
    let verb = lead.trim_end_matches(['于', '在']);
    let plans = ["拟", "将", "计划", "预计", "拟定", "预定", "暂定", "有望", "争取"];
    verb.len() < lead.len() && plans.iter().any(|plan| verb.ends_with(plan))
}

/// https://…/2021-12-14/…: tells whether a place stands in the address of a page, whose numbers date nothing.
fn in_address(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.rfind(|c: char| c.is_whitespace() || !c.is_ascii());
    let word = before.get(word.unwrap_or(0)..).unwrap_or_default();
    word.contains("://") || word.contains("www.")
}

/// The year that a line of a chronicle consists of: 2008年.
pub(crate) fn head_year(text: &str) -> Option<i32> {
    let line = text.trim().trim_matches(['【', '】', '（', '）', '—', '－']);
    let year = line.strip_suffix('年').unwrap_or_default().trim_end();
    let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    year.parse().ok().filter(|year| digits && (1000..2100).contains(year))
}

/// A day: year, month, day of the month.
type Day = (i32, i32, i32);

/// The days of a meeting, from the first to the last.
#[derive(Clone, Copy)]
struct Days {
    first: Day,
    last: Day,
}

impl Days {
    /// Reads a range of days.
    fn of(iso: &str) -> Option<Self> {
        let day = |text: &str| {
            let mut parts = text.split('-').map(|part| part.parse().ok());
            Some((parts.next()??, parts.next()??, parts.next()??))
        };
        let (first, last) = iso.split_once('/')?;
        Some(Self { first: day(first)?, last: day(last)? })
    }

    /// Returns the date of a day without a year that lies within these days.
    fn hold(self, captures: &Captures<'_>) -> Option<String> {
        let get = |name: &str| captures.name(name).map(|hit| hit.as_str());
        let told = ["year", "same", "day2", "month3"].iter().any(|part| get(part).is_some());
        if told {
            return None;
        }
        let candidates = match (get("bare"), get("month").and_then(number)) {
            (Some(bare), _) => {
                let day = number(bare.trim_end_matches('日').trim_end())?;
                [(self.first.0, self.first.1, day), (self.last.0, self.last.1, day)]
            }
            (None, Some(month)) => {
                let day = get("dayname").or_else(|| get("day")).and_then(number)?;
                [(self.first.0, month, day), (self.last.0, month, day)]
            }
            _ => return None,
        };
        let inside = candidates.into_iter().find(|day| (self.first..=self.last).contains(day));
        inside.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let year = r"(?P<year>(?:19|20|1[5-8])\d\d|[一二][〇○零一二三四五六七八九]{3}) ?年(?P<part>初|底|末|中)?";
    let till = r" ?(?:至|到|-|－|—|–|~|～) ?";
    let pattern = format!(
        r"(?x)
        (?-u:\b)(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?-u:\b)
        | (?-u:\b)(?P<pointed>(?:19|20)\d\d[./](?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\d|0?[1-9]))(?-u:\b)
        | (?:{year} | (?P<same>同年|当年|今年|去年|次年)?)
          (?: (?:\ ?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\ ?月(?:份)?)
              (?: (?P<dayname>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)
              | \ ?(?P<day>3[01]|[12]\d|0?[1-9])\ ?(?:日|号)?
                  (?: {till} (?:(?P<year2>20\d\d)\ ?年\ ?)? (?:(?P<month2>1[0-2]|0?[1-9])\ ?月\ ?)?
                      (?P<day2>3[01]|[12]\d|0?[1-9])\ ?(?:日|号) )?
              | {till} (?:(?P<year3>20\d\d)\ ?年\ ?)? (?P<month3>1[0-2]|0?[1-9])\ ?月(?:份)?
              )?
          )
        | (?P<alone>同年|次年|翌年)
        | (?:^|[。；，])(?P<bare>(?:3[01]|[12]\d|0?[1-9])\ ?日)(?:上午|下午|晚|当天|，|在)
        | {year_alone} (?: {till} (?P<year4>(?:19|20)\d\d)\ ?年 )?",
        year = year,
        till = till.replace(' ', r"\ "),
        year_alone = year.replace("<year>", "<only>").replace("<part>", "<onlypart>"),
    );
    let pattern = pattern.replace(") ?年", r")\ ?年");
    Regex::new(&pattern).expect("the date expression is well-formed")
});

fn number(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| {
        "〇一二三四五六七八九".chars().position(|d| d == c || d == '〇' && "零○".contains(c))
    };
    let as_i32 = |n: usize| i32::try_from(n).ok();
    if let Some((tens, ones)) = text.split_once('十') {
        let tens = tens.chars().next().map_or(Some(1), digit)?;
        let ones = ones.chars().next().map_or(Some(0), digit)?;
        return as_i32(10 * tens + ones);
    }
    let mut value = 0;
    for c in text.chars() {
        value = value * 10 + as_i32(digit(c)?)?;
    }
    Some(value)
}

fn iso(captures: &Captures<'_>, context: &mut Option<i32>) -> Option<String> {
    let get = |name: &str| captures.name(name).map(|hit| hit.as_str());
    if let Some(iso) = get("iso") {
        return Some(iso.to_owned());
    }
    if let Some(pointed) = get("pointed") {
        let mut parts = pointed.split(['.', '/']).filter_map(number);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        *context = Some(year);
        return Some(format!("{year:04}-{month:02}-{day:02}"));
    }
    if let Some(alone) = get("alone") {
        return context.map(|year| format!("{:04}", if alone == "同年" { year } else { year + 1 }));
    }
    if let Some(only) = get("only") {
        let year = number(only)?;
        *context = Some(year);
        return Some(match get("year4").and_then(number) {
            Some(last) => format!("{year:04}/{last:04}"),
            None => format!("{year:04}"),
        });
    }
    let month = number(get("month")?)?;
    if let Some(year) = get("year").and_then(number) {
        *context = Some(year);
    }
    let year = match get("same") {
        Some("去年") => context.map(|year| year - 1),
        Some("次年") => context.map(|year| year + 1),
        _ => *context,
    };
    let prefix = |year: Option<i32>| year.map_or("--".to_owned(), |year| format!("{year:04}-"));
    let first = format!("{}{month:02}", prefix(year));
    if let Some(day) = get("dayname").and_then(number) {
        return Some(format!("{first}-{day:02}"));
    }
    if let Some(last) = get("month3").and_then(number) {
        let year = get("year3").and_then(number).or(year);
        return Some(format!("{first}/{}{last:02}", prefix(year)));
    }
    let Some(day) = get("day").and_then(number) else { return Some(first) };
    let first = format!("{first}-{day:02}");
    let Some(last) = get("day2").and_then(number) else { return Some(first) };
    let year = get("year2").and_then(number).or(year);
    let month = get("month2").and_then(number).unwrap_or(month);
    Some(format!("{first}/{}{month:02}-{last:02}", prefix(year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::tests::document;

    fn check(text: &str, expected: &[&str]) {
        let document = document(text);
        let found: Vec<String> = dates(&document).into_iter().map(|date| date.iso).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_within_the_meeting_is_of_its_year_and_month() {
        check(
            "2023年11月3日至5日，论坛举行。此前于2016年通过宣言。4日上午，报告发布。11月5日闭幕。9日另议。",
            &["2023-11-03/2023-11-05", "2016", "2023-11-04", "2023-11-05"],
        );
    }

    #[test]
    fn dates_of_every_shape() {
        check("2022年6月28日，会议开幕。", &["2022-06-28"]);
        check("2022年6月9至10日，双方会谈。", &["2022-06-09/2022-06-10"]);
        check("2022年4月至9月，各校办会。", &["2022-04/2022-09"]);
        check("2022 年 2 月 28 日至 3 月 11 日召开", &["2022-02-28/2022-03-11"]);
        check("2019年底成立。", &["2019"]);
        check("1998年至2016年是建设期。", &["1998/2016"]);
        check("来源：某组委会，2019-10-18", &["2019-10-18"]);
        check("二〇二一年三月发布。", &["2021-03"]);
        check("一九九八年十一月二十三日成立。", &["1998-11-23"]);
        check("二〇〇三年五月三十日与六月十日。", &["2003-05-30", "2003-06-10"]);
        check("该公报于2019-10-18发布。", &["2019-10-18"]);
        check("2021.03.15签约，2022/4/1生效。", &["2021-03-15", "2022-04-01"]);
    }

    #[test]
    fn a_day_takes_the_year_named_before_it() {
        check("2015年5月签约。同年11月，又办论坛。", &["2015-05", "2015-11"]);
        check("2013年签约。同年，论坛开幕。", &["2013", "2013"]);
        check("2013年签约。次年，论坛开幕。", &["2013", "2014"]);
        check("同年，论坛开幕。", &[]);
        check("2023年，计划到2035年建成。5月开工。", &["2023", "2035", "2023-05"]);
        check("接任2024至2025年度主席。5月开会。", &["2025", "--05"]);
        check("每日新闻（20240705）\n\n7月4日，论坛开幕。", &["2024-07-04"]);
        check("9月21日至23日举行。", &["--09-21/--09-23"]);
    }
}
