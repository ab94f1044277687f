//! The posts that stand behind a name: as a title, between commas, behind a colon, in parentheses.

use std::sync::LazyLock;

use regex::Regex;

use super::{Post, clean_title, without_other_name};
use crate::{
    model::{Mention, Span},
    ontology::terms::class as terms,
    relate::{Reading, clause::Sentence},
    resolve::is,
};

/// The title right behind a name: 高之国|教授.
pub(super) fn after(reading: &Reading<'_>, mention: &Mention) -> Option<Post> {
    let rest = reading.document.text.get(mention.span.end()..)?;
    let title = reading.lexicon.starts_with_cue("title-after-name", rest)?;
    let polite = reading.lexicon.has_cue("polite", title);
    (!polite).then(|| Post { body: None, title: Some(title.to_owned()) })
}

/// 张三，某大学教授、副院长，…: posts between commas behind a name that opens its sentence, and where the last ends.
pub(super) fn in_apposition(
    reading: &Reading<'_>,
    sentence: &Sentence,
    mention: &Mention,
) -> (Vec<Post>, usize) {
    let lead = Span::new(&reading.document.text, sentence.span.start(), mention.span.start());
    let lead = lead.map_or("", |lead| reading.document.slice(lead)).trim_end();
    let mut close = mention.span.end();
    if !(lead.is_empty() || lead.ends_with(['；', '*', '＊', '※', '：', '】'])) {
        return (Vec::new(), close);
    }
    let text = &reading.document.text;
    let rest = text.get(mention.span.end()..sentence.span.end()).unwrap_or_default();
    let mut posts = Vec::new();
    // 张三（1970-），男，某地人，某大学教授
    let behind = rest.strip_prefix(['（', '(']).and_then(|inner| {
        let close = inner.find(['）', ')']).filter(|close| *close <= 60)?;
        inner.get(close..)?.strip_prefix(['）', ')'])
    });
    let mut start = sentence.span.end() - behind.unwrap_or(rest).len();
    // 张三，某大学副教授，法学博士，某学会理事: a degree between the posts is none.
    while let Some(next) =
        text.get(start..sentence.span.end()).and_then(|t| t.strip_prefix(['，', ',']))
    {
        let from = sentence.span.end() - next.len();
        let end = next.find(['，', '。', '；', ',']).map_or(sentence.span.end(), |at| from + at);
        let chunk = text.get(from..end).unwrap_or_default();
        // 张三，曾任某会顾问, 1998年任某校讲师: the verb tells of the post, not the comma.
        let told = TIME_BEFORE.replace(chunk, "");
        if told.starts_with('任') || reading.lexicon.starts_with_cue("holds-post", &told).is_some()
        {
            start = end;
            continue;
        }
        let found = list(reading, from, end);
        if found.is_empty() && !is_detail(reading, chunk) {
            break;
        }
        let of_post = |post: &Post| post.body.is_some() || !post.is_degree(reading);
        let before = posts.len();
        posts.extend(found.into_iter().filter(of_post));
        close = if posts.len() > before { end } else { close };
        start = end;
    }
    (posts, close)
}

/// 1998年, 2001年5月起, 2008年至今: the time that opens a post.
static TIME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:自|从)?[0-9]{4} ?年(?:[0-9]{1,2} ?月)?(?:至[0-9]{4} ?年)?(?:起|至今|以来|后|间)?(?:先后)?")
        .expect("well-formed")
});

/// 男, 某地人, 法学博士: tells whether words between posts tell of the person, and name no post.
pub(crate) fn is_detail(reading: &Reading<'_>, words: &str) -> bool {
    ["degree", "personal-detail"]
        .iter()
        .any(|group| reading.lexicon.ends_with_cue(group, words).is_some())
}

/// 张三教授：某学会理事长、某大学校长: the posts behind a name that opens its line, and a colon.
pub(super) fn behind_colon(
    reading: &Reading<'_>,
    sentence: &Sentence,
    mention: &Mention,
) -> Vec<Post> {
    let text = &reading.document.text;
    let lead = text.get(sentence.span.start()..mention.span.start()).unwrap_or_default();
    if lead.chars().any(char::is_alphabetic) {
        return Vec::new();
    }
    let rest = text.get(mention.span.end()..sentence.span.end()).unwrap_or_default();
    let title = reading.lexicon.starts_with_cue("title-after-name", rest.trim_start());
    let behind = rest.trim_start().get(title.map_or(0, str::len)..).unwrap_or_default();
    let Some(posts) = behind.strip_prefix(['：', ':']).map(str::trim) else { return Vec::new() };
    let end = mention.span.end() + rest.trim_end().len();
    let (mut found, mut from) = (Vec::new(), end - posts.len());
    while from < end {
        let chunk = text.get(from..end).unwrap_or_default();
        let to = from + chunk.find(['，', ',', '；', '。']).unwrap_or(chunk.len());
        let listed = list(reading, from, to);
        // 甲学会主席、乙大学医学院: the last may be a body alone.
        let last = text.get(from..to).and_then(|chunk| chunk.rfind('、'));
        let last = from + last.map_or(0, |at| at + '、'.len_utf8());
        let unit = body_at(reading, last, to).filter(|(_, close)| *close == to);
        // 张三：联合国秘书长，我们支持: what is said, and no post.
        if listed.is_empty() && unit.is_none() {
            return Vec::new();
        }
        found.extend(listed);
        found.extend(unit.map(|(body, _)| Post { body: Some(body), title: None }));
        from = to + text.get(to..end).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
    }
    // 张三教授：代表的职责, 甲组织，乙组织，这些平台: the first has a body, and a title stands among them.
    let titled = found.iter().any(|post| post.title.is_some());
    if titled && found.first().is_some_and(|post| post.body.is_some()) { found } else { Vec::new() }
}

/// 张三（某大学教授）, 李四（Li Si，某大学法学院）: the posts in parentheses behind a name.
pub(super) fn in_parenthesis(reading: &Reading<'_>, mention: &Mention) -> Vec<Post> {
    let text = &reading.document.text;
    let rest = text.get(mention.span.end()..).unwrap_or_default();
    let Some(inside) = rest.strip_prefix(['（', '(']) else { return Vec::new() };
    let Some(close) = inside.find(['）', ')']) else { return Vec::new() };
    let content = inside.get(..close).unwrap_or_default();
    // The name in Latin letters may stand first.
    let latin = content.split('，').next().filter(|part| part.is_ascii());
    let skipped = latin.map_or(0, |part| (part.len() + '，'.len_utf8()).min(content.len()));
    let end = text.len() - inside.len() + close;
    let start = end - content.len() + skipped;
    if start >= end
        || content.contains(['；', '。', '的'])
        || content.starts_with(['拟', '时', '已', '原'])
    {
        return Vec::new();
    }
    let posts = list(reading, start, end);
    let whole = body_at(reading, start, end).filter(|(_, to)| *to == end);
    match whole {
        Some((body, _)) if posts.is_empty() => vec![Post { body: Some(body), title: None }],
        _ => posts,
    }
}

/// Reads a list of posts from left to right: 甲学会理事长、乙基金会顾问和丙院董事.
pub(crate) fn list(reading: &Reading<'_>, from: usize, to: usize) -> Vec<Post> {
    let text = reading.document.text.get(from..to).unwrap_or_default();
    let mut posts = Vec::new();
    let mut start = 0;
    let mut last_body = None;
    let mut cuts: Vec<(usize, usize)> = text
        .match_indices(['、', '和', '与', '兼', '及'])
        .map(|(at, mark)| (at, mark.len()))
        .collect();
    cuts.push((text.len(), 0));
    for (at, mark) in cuts {
        let piece = text.get(start..at).unwrap_or_default();
        let body = body_at(reading, from + start, from + at);
        let rest_start = body.map_or(start, |(_, end)| end - from);
        // 某中心（ABC）执行委员: the acronym is the body's.
        let title = without_other_name(text.get(rest_start..at).unwrap_or_default()).trim();
        let title = of_periodical(title).unwrap_or(title);
        let complete = reading.lexicon.title_at_end(title).is_some();
        let inside = body_at(reading, from + start, to).is_some_and(|(_, end)| end > from + at);
        if !complete || inside || piece.is_empty() {
            continue;
        }
        let body = body.map(|(entity, _)| entity).or(last_body);
        let post = clean_title(reading, title);
        // 某委“十三五”规划专家委员会委员: the post is at a part that has no name here.
        if post.is_some() || title.is_empty() {
            posts.push(Post { body, title: post });
        }
        last_body = body;
        start = at + mark;
    }
    posts
}

/// 《某学报》主编, 《某刊》杂志编委: the title of who edits a periodical.
fn of_periodical(piece: &str) -> Option<&str> {
    let (_, behind) = piece.strip_prefix('《')?.split_once('》')?;
    Some(["杂志", "期刊"].iter().find_map(|kind| behind.strip_prefix(kind)).unwrap_or(behind))
}

/// Returns the body whose name begins here and ends before `to`, the longest, and its end.
fn body_at(reading: &Reading<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let (index, mention) = reading
        .mentions
        .names_from(from)
        .take_while(|(_, m)| m.span.start() <= from + 1)
        .find(|(_, m)| m.span.end() <= to && is(reading.ontology, m.class, &[terms::BODY]))?;
    let entity = reading.resolution.entity_of(index)?;
    Some((entity, mention.span.end()))
}
