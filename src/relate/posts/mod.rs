//! Posts of persons: the bodies and titles before and behind a name.

mod behind;

use std::sync::LazyLock;

use regex::Regex;

use behind::{after, behind_colon, in_apposition, in_parenthesis};
pub(crate) use behind::{is_detail, list};

use super::{
    Reading,
    clause::{Referent, SYMBOL_LENGTH, Sentence},
    engine::evidence,
    facts::{Collector, LocalObject},
    topic::Topics,
};
use crate::{
    model::{Literal, Mention, Span},
    ontology::terms::{class as terms, qualifier, relation},
    resolve::is,
};

/// The rule of the posts of reporters.
const BY_LINE: &str = "by-line";

/// A post: a body, where one is named, and the title there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) body: Option<usize>,
    pub(crate) title: Option<String>,
}

impl Post {
    /// 法学博士: tells whether it is a degree.
    pub(crate) fn is_degree(&self, reading: &Reading<'_>) -> bool {
        let title = self.title.as_ref();
        title.is_some_and(|title| reading.lexicon.ends_with_cue("degree", title).is_some())
    }
}

/// Reads the posts of the persons of a sentence.
pub(crate) fn read(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    facts: &mut Collector<'_>,
) {
    let mut listed: Option<(usize, usize)> = None;
    let mut last: Option<(Vec<Post>, usize)> = None;
    let mut seat: Option<(usize, usize)> = None;
    for (at, referent) in &sentence.symbols {
        let Referent::Mention(index) = referent else { continue };
        let Some(mention) = reading.mentions.names.get(*index) else { continue };
        let person = reading.resolution.entity_of(*index);
        let Some(person) = person.filter(|_| is(reading.ontology, mention.class, &[terms::PERSON]))
        else {
            continue;
        };
        let (mut from, to) = sentence.clause_around(*at, *at + SYMBOL_LENGTH);
        let held = as_whom(reading, sentence, mention);
        if held.is_some() && from > 0 {
            from = sentence.clause_around(from - '，'.len_utf8(), from).0;
        }
        let Some(span) = evidence(reading, sentence, from, to) else { continue };
        if mention.rule.as_str() == "byline" {
            let posts = byline(reading, mention);
            state(reading, person, &posts, span, BY_LINE, facts);
            if !posts.is_empty() {
                continue;
            }
        }
        let to = held.unwrap_or(mention.span.start());
        let mut posts = before(reading, sentence.span.start(), to);
        share_body(reading, &mut posts, listed, mention);
        share_posts(reading, &mut posts, last.as_ref(), mention);
        last = Some((posts.clone(), mention.span.end()));
        listed = posts.iter().rev().find_map(|post| post.body).map(|b| (b, mention.span.end()));
        let at_seat = seat_before(reading, sentence.span.start(), mention, seat);
        let at_seat = at_seat.filter(|_| posts.is_empty());
        let shared = at_seat.filter(|body| seat.is_some_and(|(before, _)| before == *body));
        seat = at_seat.map(|body| (body, mention.span.end()));
        posts.extend(shared.map(|body| Post { body: Some(body), title: None }));
        posts.extend(after(reading, mention));
        posts.extend(in_parenthesis(reading, mention));
        state(reading, person, &posts, span, "post", facts);
        let (posts, end) = in_apposition(reading, sentence, mention);
        let whole = Span::new(&reading.document.text, span.start(), end.max(span.end()));
        state(reading, person, &posts, whole.unwrap_or(span), "post", facts);
        let posts = behind_colon(reading, sentence, mention);
        state(reading, person, &posts, sentence.span, "post", facts);
    }
    super::careers::read(reading, sentence, topics, facts);
}

/// 某大学教授张三、副教授李四: a post within a body, right behind a person of a list, is at that
/// person's body. `listed` is that body and where that person's name ends.
fn share_body(
    reading: &Reading<'_>,
    posts: &mut [Post],
    listed: Option<(usize, usize)>,
    mention: &Mention,
) {
    let [Post { body: body @ None, title: Some(title) }] = posts else { return };
    let Some((shared, end)) = listed else { return };
    let between = reading.document.text.get(end..mention.span.start()).unwrap_or_default();
    let rank = reading.lexicon.has_cue("rank-in-body", title);
    let next = ["、", "和", "与", "及", "以及"]
        .iter()
        .any(|mark| between.strip_prefix(mark).is_some_and(|rest| rest.trim() == title.as_str()));
    if rank && next {
        *body = Some(shared);
    }
}

/// 某会副理事长张三教授、李四教授: a post of which a body has several is that of all whose names the list
/// joins. `last` is the post of the person before, and where that name ends.
fn share_posts(
    reading: &Reading<'_>,
    posts: &mut Vec<Post>,
    last: Option<&(Vec<Post>, usize)>,
    mention: &Mention,
) {
    let Some((shared, end)) = last.filter(|_| posts.is_empty()) else { return };
    let between = reading.document.text.get(*end..mention.span.start()).unwrap_or_default();
    let title = reading.lexicon.starts_with_cue("title-after-name", between);
    let mark = title.and_then(|title| between.strip_prefix(title)).unwrap_or(between);
    // 副院长张三、李四教授: the second has a title of its own.
    if title.is_none() && after(reading, mention).is_some() {
        return;
    }
    let several = |post: &Post| {
        post.title.as_ref().is_some_and(|title| reading.lexicon.has_cue("rank-in-body", title))
    };
    if matches!(mark, "、" | "和" | "与" | "及") && !shared.is_empty() && shared.iter().all(several)
    {
        posts.extend(shared.iter().cloned());
    }
}

/// 某大学张三教授、李四教授: whose title stands behind the name is at the body right before the first of the list.
/// `seat` is that body, and where the name before ends.
fn seat_before(
    reading: &Reading<'_>,
    from: usize,
    mention: &Mention,
    seat: Option<(usize, usize)>,
) -> Option<usize> {
    after(reading, mention)?;
    if let Some((body, end)) = seat {
        let between = reading.document.text.get(end..mention.span.start()).unwrap_or_default();
        let title = reading.lexicon.starts_with_cue("title-after-name", between);
        let mark = title.and_then(|title| between.strip_prefix(title)).unwrap_or_default();
        if matches!(mark, "、" | "和" | "与" | "及") {
            return Some(body);
        }
    }
    let names = &reading.mentions.names;
    let last = names.partition_point(|other| other.span.start() < mention.span.start());
    let bodies = names.iter().enumerate().take(last).rev().take(6).filter(|(_, other)| {
        other.span.end() == mention.span.start()
            && other.span.start() >= from
            && other.rule.as_str() != "anaphor"
            && is(reading.ontology, other.class, &[terms::BODY])
    });
    let (index, _) = bodies.min_by_key(|(_, other)| other.span.start())?;
    reading.resolution.entity_of(index)
}

/// 某新闻网讯（通讯员 张三 李四）: the role before the names, at the outlet before the parenthesis.
fn byline(reading: &Reading<'_>, mention: &Mention) -> Vec<Post> {
    let text = reading.document.text.get(..mention.span.start()).unwrap_or_default();
    let Some(open) = text.rfind(['（', '(', '│', '|', '\n']) else { return Vec::new() };
    let inside = text.get(open..).unwrap_or_default();
    let words = inside.trim_start_matches(['（', '(', '│', '|', '\n']);
    let title = words.split([' ', '：', '、']).rev().find_map(|word| {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(6);
        ends.filter_map(|end| word.get(..end)).filter(|w| reading.lexicon.is_title(w)).last()
    });
    let lead = text.get(..open).unwrap_or_default().trim_end();
    let lead = lead.strip_suffix('讯').or_else(|| lead.strip_suffix('电')).unwrap_or(lead);
    // 新华社天津9月1日电: the outlet opens the line.
    let line = lead.rfind('\n').map_or(0, |at| at + 1);
    let outlet = reading.mentions.names.iter().enumerate().find(|(_, other)| {
        let told = other.span.end() == lead.len() || other.span.start() == line;
        told && other.span.end() <= lead.len() && is(reading.ontology, other.class, &[terms::BODY])
    });
    let body = outlet.and_then(|(at, _)| reading.resolution.entity_of(at));
    // 作者：张三 tells who wrote it, and no post.
    let title = title.filter(|title| !reading.lexicon.has_cue("no-post", title));
    title.map(|title| Post { body, title: Some(title.to_owned()) }).into_iter().collect()
}

/// States the posts of a person.
pub(crate) fn state(
    reading: &Reading<'_>,
    person: usize,
    posts: &[Post],
    span: Span,
    rule: &str,
    facts: &mut Collector<'_>,
) {
    for post in posts {
        // 通讯员 is a profession, but a by-line tells for whom.
        let by_line = rule == BY_LINE;
        let title = post
            .title
            .as_ref()
            .filter(|title| by_line || !reading.lexicon.is_profession(title))
            .filter(|title| !reading.lexicon.has_cue("polite", title));
        if let Some(body) = post.body {
            let qualifiers = title
                .map(|title| (qualifier::TITLE, LocalObject::Literal(Literal::Text(title.clone()))))
                .into_iter()
                .collect();
            let object = LocalObject::Entity(body);
            facts.qualified(relation::AFFILIATED_WITH, person, object, span, rule, qualifiers);
        }
        if let Some(title) = title {
            let qualifiers =
                post.body.map(|body| (qualifier::AFFILIATION, LocalObject::Entity(body)));
            let object = LocalObject::Literal(Literal::Text(title.clone()));
            let qualifiers = qualifiers.into_iter().collect();
            facts.qualified(relation::POSITION, person, object, span, rule, qualifiers);
        }
    }
}

/// 第九、十届: the terms of an office, before its body.
static TERM_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("第[一二三四五六七八九十百、和及0-9]+届$").expect("the expression is well-formed")
});

/// 作为某大学校长|，张三: returns where the post ends as whose holder somebody does something.
fn as_whom(reading: &Reading<'_>, sentence: &Sentence, mention: &Mention) -> Option<usize> {
    let text = &reading.document.text;
    let lead = text.get(sentence.span.start()..mention.span.start())?.strip_suffix('，')?;
    // 作为会长，张三的继任者，李四: another's.
    let of = text.get(mention.span.end()..)?.starts_with('的');
    let told = !of && crate::recognise::says_as_whom(reading.lexicon, lead);
    told.then(|| sentence.span.start() + lead.len())
}

/// Reads a chain of posts that ends right before a name, from right to left:
/// 中国工程院院士、某大学校长|张三.
pub(crate) fn before(reading: &Reading<'_>, from: usize, to: usize) -> Vec<Post> {
    let text = &reading.document.text;
    let mut posts = Vec::new();
    let mut end = post_before_body(reading, from, to).unwrap_or(to);
    loop {
        let chunk = text.get(from..end).unwrap_or_default().trim_end();
        let chunk = without_rank(reading, chunk);
        end = from + chunk.len();
        let Some(title_start) = reading.lexicon.title_at_end(chunk) else { break };
        let body = body_before(reading, from, end);
        // 张平教授、某大学校长王立: the title behind a person is that person's.
        if body.is_none() && person_ends(reading, from + title_start) {
            break;
        }
        let (start, title) = if let Some((_, body_start, body_end)) = body {
            (body_start, text.get(body_end..end).unwrap_or_default().trim())
        } else {
            let title =
                from + field_before(reading, from, title_start, chunk).unwrap_or(title_start);
            (
                meeting_before(reading, title).unwrap_or(title),
                text.get(title..end).unwrap_or_default(),
            )
        };
        // 中国驻某市总领事, 甲国常驻某组织代表: the seat is part of the office, no affiliation.
        let envoy = text.get(from..end).and_then(|chunk| ENVOY.find(chunk));
        let (start, title, body) = if let Some(envoy) = envoy {
            (from + envoy.start(), envoy.as_str(), None)
        } else {
            // 教育部某攻关项目首席专家: the post is at the project.
            let body = body.filter(|_| !of_project(title));
            (start, bare_title(reading, title), body.and_then(|(body, ..)| body))
        };
        posts.push(Post { body, title: clean_title(reading, title) });
        let left = text.get(from..start).unwrap_or_default();
        let left = reading.lexicon.strip_cue("former", left);
        // 第十三届|全国人大代表: the term of an office.
        let left = TERM_BEFORE.find(left).and_then(|term| left.get(..term.start())).unwrap_or(left);
        let trimmed =
            left.trim_end_matches(['、', ' ']).trim_end_matches("和").trim_end_matches("兼");
        // 某所研究员，某学会委员张三: a comma goes on with posts where one ends before it.
        let trimmed = match trimmed.strip_suffix('，') {
            Some(post)
                if reading.lexicon.title_at_end(post).is_some_and(|title| {
                    let field = post.get(..title).unwrap_or_default();
                    reading.lexicon.ends_with_cue("breaks-post", field).is_none()
                }) && !names_person(
                    reading,
                    last_clause(reading, from, from + post.len()),
                    from + post.len(),
                ) =>
            {
                post
            }
            _ => trimmed,
        };
        if trimmed.len() == left.len() {
            break;
        }
        end = from + trimmed.len();
    }
    // 某大学博士张三: a degree is no post.
    posts.retain(|post| {
        !post.title.as_ref().is_some_and(|title| reading.lexicon.has_cue("degree", title))
    });
    let mut posts: Vec<Post> =
        posts.into_iter().flat_map(|post| both_titles(reading, post)).collect();
    // 某大学教授、副院长张三: the second post is at the first one's body.
    posts.reverse();
    let mut last = None;
    for post in &mut posts {
        post.body = post.body.or(last);
        last = post.body;
    }
    posts
}

/// 某学会分会主任委员|某医院|张三: returns where a post ends that stands before the body right before a name.
fn post_before_body(reading: &Reading<'_>, from: usize, to: usize) -> Option<usize> {
    let text = &reading.document.text;
    let names = &reading.mentions.names;
    let last = names.partition_point(|mention| mention.span.start() < to);
    let bodies = names.iter().take(last).rev().take(4).filter(|mention| {
        mention.span.end() == to && is(reading.ontology, mention.class, &[terms::BODY])
    });
    let body = bodies.map(|mention| mention.span.start()).min().filter(|start| *start > from)?;
    let left = text.get(from..body)?;
    let post = left.strip_suffix('，').unwrap_or(left);
    let end = from + post.len();
    let (seat, _, field) = body_before(reading, from, end)?;
    // 甲大学|李四研究员，乙大学张三: nothing but the title stands behind the body.
    if reading.lexicon.title_at_end(text.get(field..end)?.trim()) != Some(0) {
        return None;
    }
    // 张三任组长，某医院李四: behind a comma, the post may be another's.
    let other =
        post.len() < left.len() && names_person(reading, last_clause(reading, from, end), end);
    (seat.is_some() && !other).then_some(end)
}

/// 副主任（主持工作）, 巡视员（正厅级）: a title without the remark on its rank.
fn without_rank<'a>(reading: &Reading<'_>, chunk: &'a str) -> &'a str {
    let inner = chunk.strip_suffix(['）', ')']);
    let open = inner.and_then(|inner| Some((inner, inner.rfind(['（', '('])?)));
    let remark = open.and_then(|(inner, at)| {
        let words = inner.get(at..)?.trim_start_matches(['（', '(']);
        reading.lexicon.has_cue("rank-remark", words).then_some(at)
    });
    remark.and_then(|at| chunk.get(..at)).map_or(chunk, str::trim_end)
}

/// 某学院院长、|博雅|特聘教授, 商务部长张三、|能源|部长: returns where a few words begin that tell the field of a title
/// without a body, behind another post or person of the list.
fn field_before(reading: &Reading<'_>, from: usize, title: usize, chunk: &str) -> Option<usize> {
    let lead = chunk.get(..title)?;
    let mark = lead.rfind('、')?;
    let start = mark + '、'.len_utf8();
    let field = lead.get(start..)?;
    let plain = (1..=6).contains(&field.chars().count())
        && field.chars().all(crate::recognise::is_han)
        && reading.lexicon.ends_with_cue("former", field).is_none()
        && reading.lexicon.ends_with_cue("breaks-post", field).is_none()
        && !reading.lexicon.holds_cue("epithet", field);
    let listed = reading.lexicon.title_at_end(lead.get(..mark)?).is_some()
        || person_ends(reading, from + mark);
    (plain && listed).then_some(start)
}

/// 某大会理事长: returns where the name of a meeting begins that ends at this byte.
fn meeting_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let names = &reading.mentions.names;
    let last = names.partition_point(|mention| mention.span.start() < at);
    let meeting = names.iter().take(last).rev().take(4).find(|mention| {
        mention.span.end() == at && is(reading.ontology, mention.class, &[terms::EVENT])
    });
    meeting.map(|mention| mention.span.start())
}

/// Tells whether the name of a person ends at this byte.
fn person_ends(reading: &Reading<'_>, at: usize) -> bool {
    let names = &reading.mentions.names;
    let last = names.partition_point(|mention| mention.span.start() < at);
    names.iter().take(last).rev().take(4).any(|mention| {
        mention.span.end() == at && is(reading.ontology, mention.class, &[terms::PERSON])
    })
}

/// Tells whether a person is named within a range.
fn names_person(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let mut inside = reading.mentions.names_from(from).take_while(|(_, m)| m.span.start() < to);
    inside.any(|(_, m)| m.span.end() <= to && is(reading.ontology, m.class, &[terms::PERSON]))
}

/// Returns where the last clause of a range begins.
fn last_clause(reading: &Reading<'_>, from: usize, to: usize) -> usize {
    let text = reading.document.text.get(from..to).unwrap_or_default();
    text.rfind(['，', '。', '；']).map_or(from, |at| from + at)
}

/// 副总理兼外长 are two titles of one body. The list is read from right to left.
fn both_titles(reading: &Reading<'_>, post: Post) -> Vec<Post> {
    let Some((first, second)) = post.title.as_deref().and_then(|title| title.split_once('兼'))
    else {
        return vec![post];
    };
    let title = |text: &str| {
        let whole = reading.lexicon.title_at_end(text) == Some(0);
        whole.then(|| Post { body: post.body, title: Some(text.to_owned()) })
    };
    match (title(first), title(second)) {
        (Some(first), Some(second)) => vec![second, first],
        _ => vec![post],
    }
}

/// 驻某地大使, 常驻某组织副代表: the office of an envoy, with the seat.
static ENVOY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:常驻|驻)[^，、。；驻]{1,16}?(?:特命全权|临时|首席|副)?(?:大使|公使|代表|总领事|领事|代办|参赞|武官)$")
        .expect("the expression is well-formed")
});

/// 运行部主任, 国际合作部门副主任: where the field of a title is a unit, the title is given alone.
fn bare_title<'a>(reading: &Reading<'_>, title: &'a str) -> &'a str {
    let Some(start) = reading.lexicon.title_at_end(title).filter(|start| *start > 0) else {
        return title;
    };
    let field = title.get(..start).unwrap_or_default();
    let unit = reading.lexicon.body_ending(field).is_some()
        || reading.lexicon.ends_with_cue("unit-noun", field).is_some();
    if unit {
        return title.get(start..).unwrap_or(title);
    }
    // 海洋治理协同创新中心|主任: 中心主任 is a title, too, and here the end of a body's name and one.
    let behind_body = reading.lexicon.body_endings(title).filter_map(|(from, to, ending)| {
        let long = title.get(..from).is_some_and(|name| name.chars().count() >= 4);
        let post = title.get(to..).filter(|post| reading.lexicon.is_title(post));
        let whole = !ending.weak || ending.text.chars().count() >= 4;
        post.filter(|_| long && whole)
    });
    behind_body.last().unwrap_or(title)
}

/// Takes 前 and the like off a title; the holder held the post all the same.
fn clean_title(reading: &Reading<'_>, title: &str) -> Option<String> {
    let title = title.trim().trim_start_matches(['的', '之', '为']);
    let mut title = without_count(without_turn(title));
    while let Some(cue) = reading.lexicon.starts_with_cue("former", title) {
        title = title.strip_prefix(cue).unwrap_or(title);
    }
    // 接任张三|成为某会总裁: another's name and a verb before it are none of a title.
    let sound = !title.is_empty()
        && title.chars().count() <= 24
        && !title.contains(['，', '。', '；', '“', '《', '的', '、'])
        && !title.contains("成为")
        // 全世界专家学者: many hold what is no post.
        && reading.lexicon.starts_with_cue("vague-holder", title).is_none();
    sound.then(|| title.to_owned())
}

/// 某重大攻关项目|首席专家: tells whether a title names a project.
fn of_project(title: &str) -> bool {
    let holders = ["首席专家", "负责人", "主持人"];
    holders
        .iter()
        .filter_map(|holder| title.strip_suffix(holder))
        .any(|project| ["项目", "课题"].iter().any(|kind| project.ends_with(kind)))
}

/// 六位|委员: a post without how many hold it.
fn without_count(post: &str) -> &str {
    let behind = post.trim_start_matches(|c: char| "一二两三四五六七八九十百".contains(c));
    let counted = behind.len() < post.len();
    behind.strip_prefix(['位', '名']).filter(|_| counted).unwrap_or(post)
}

/// 第一任|校长: a post without whose turn it was.
fn without_turn(post: &str) -> &str {
    let turn = post.strip_prefix('第').map(|rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    });
    turn.and_then(|rest| rest.strip_prefix('任')).unwrap_or(post)
}

/// Returns the body of a post that ends here: between it and the end there is a title, with at
/// most the title's field.
///
/// A state yields no body, but its place, so that 中国国家主席 gives the title 国家主席.
fn body_before(
    reading: &Reading<'_>,
    from: usize,
    end: usize,
) -> Option<(Option<usize>, usize, usize)> {
    let names = &reading.mentions.names;
    let last = names.partition_point(|m| m.span.start() < end);
    let is_post = |mention: &Mention| {
        let between = reading.document.text.get(mention.span.end()..end).unwrap_or_default();
        let between = without_other_name(between);
        between.chars().count() <= 20
            && !between.contains(['，', '、', '。', '；', '：', '（', '》', '”', ' '])
            && reading.lexicon.title_at_end(between).is_some_and(|title| {
                let field = without_turn(between.get(..title).unwrap_or_default());
                reading.lexicon.ends_with_cue("breaks-post", field).is_none()
            })
    };
    let mut best: Option<(usize, &Mention)> = None;
    for (index, mention) in names.iter().enumerate().take(last).rev().take(12) {
        let fits = mention.span.end() < end
            && mention.span.start() >= from
            && is(reading.ontology, mention.class, &[terms::BODY, terms::COUNTRY])
            && mention.rule.as_str() != "short state"
            && !in_parentheses(&reading.document.text, mention.span)
            && is_post(mention);
        let better = best.is_none_or(|(_, known)| {
            let larger = mention.span != known.span && mention.span.contains(known.span);
            let fuller = mention.span == known.span && mention.name.len() > known.name.len();
            mention.span.end() > known.span.end() || larger || fuller
        });
        if fits && better {
            best = Some((index, mention));
        }
    }
    let (index, mention) = best?;
    // 甲大学校长张三为主席: what stands before another person is that one's.
    let person = names_person(reading, mention.span.end(), end);
    if person {
        return None;
    }
    let body = reading.resolution.entity_of(index);
    let is_body = is(reading.ontology, mention.class, &[terms::BODY]);
    let between = reading.document.text.get(mention.span.end()..end)?;
    let body_end = end - without_other_name(between).len();
    Some((body.filter(|_| is_body), mention.span.start(), body_end))
}

/// Tells whether a name stands in parentheses of its own: the acronym in 某中心（ABC）主任.
fn in_parentheses(text: &str, span: Span) -> bool {
    text.get(..span.start()).is_some_and(|before| before.ends_with(['（', '(']))
        && text.get(span.end()..).is_some_and(|after| after.starts_with(['）', ')']))
}

/// Takes an acronym in parentheses off the beginning of what stands behind a body: （CISPA）研究员.
pub(crate) fn without_other_name(text: &str) -> &str {
    let Some(inside) = text.trim_start().strip_prefix(['（', '(']) else { return text };
    inside
        .find(['）', ')'])
        .map_or(text, |at| inside.get(at..).unwrap_or_default().trim_start_matches(['）', ')']))
}
