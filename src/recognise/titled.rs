//! Names in title marks and quotation marks: 《…公约》, “…”倡议, “…”理念.

use std::sync::LazyLock;

use regex::Regex;

use super::{candidate::Candidate, event::unquote, scan::Scan};
use crate::{
    model::BlockKind,
    ontology::{ClassId, terms::class as terms},
};

/// A stretch between marks, with and without them. Offsets are bytes within the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) open: usize,
    pub(crate) inner: (usize, usize),
    pub(crate) close: usize,
}

/// Returns the stretches between a pair of marks, the outermost ones where they nest.
pub(crate) fn marked(text: &str, open: char, close: char) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut from = 0;
    for (at, character) in text.char_indices() {
        if character == open {
            if depth == 0 {
                from = at;
            }
            depth += 1;
        } else if character == close && depth > 0 {
            depth -= 1;
            if depth == 0 {
                let inner = (from + open.len_utf8(), at);
                found.push(Marked { open: from, inner, close: at + close.len_utf8() });
            }
        }
    }
    found
}

/// Finds titled documents, works and periodicals.
pub(crate) fn titled(scan: &Scan<'_>, kind: BlockKind) -> Vec<Candidate> {
    let mut found = Vec::new();
    if !scan.holds(&["《"]) {
        return found;
    }
    for mark in marked(scan.text, '《', '》') {
        let title = unquote(scan.slice(mark.inner.0, mark.inner.1)).replace(['〈', '〉'], "");
        // 《新闻联播》: what is broadcast under a title is no document.
        if title.is_empty() || scan.lexicon.has_cue("programme", &title) {
            continue;
        }
        // 《某报》社, 《某刊》编辑部: the house, not what it prints.
        let house = scan.lexicon.starts_with_cue("house-after", scan.after(mark.close));
        // 《某报》社论: another word.
        let house = house.filter(|house| {
            let behind = scan.after(mark.close + house.len());
            !behind.starts_with(['论', '评', '会', '区', '长', '群', '交', '团'])
        });
        if let Some(house) = house {
            let end = mark.close + house.len();
            let class = scan.ontology.class(terms::ORGANISATION);
            found.extend(class.map(|class| {
                let name = format!("{title}{house}");
                Candidate::new(mark.open, end, class, "house").named(name).ranked(5)
            }));
            continue;
        }
        let class = title_class(scan, &mark, &title, kind);
        let Some(class) = scan.ontology.class(class) else { continue };
        let name = scan.lexicon.entries_of(&title).find(|entry| entry.class == class);
        let name = name.map_or(title, |entry| entry.name.clone());
        found.push(
            Candidate::new(mark.open, mark.close, class, "title marks").named(name).ranked(4),
        );
    }
    found
}

static ISSUE_FOLLOWS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[，, ]*(?:19|20)\d\d ?年(?:第 ?\d+ ?[期卷]|\d+月号|\d+ ?月 ?\d+ ?日(?:，?第 ?\d+ ?版|[A-Z]\d+ ?版|（第?[A-Z]?\d+版）))|第 ?\d+ ?期|第[\d一二三四五六七八九十]+卷第|上(?:发表|撰文|刊发))")
        .expect("well-formed")
});

/// 在《甲》|上，刊登了…, 在《甲》|发表文章: what prints something is a periodical.
static PRINTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^上?，?(?:刊登|刊载|连载|刊发|发表)(?:了|过|[^后以之时前，。]{0,6}(?:文章|论文|一文|文|评论|社论)|《)")
        .expect("the expression is well-formed")
});

/// 《甲》、《乙》|等哲学著作: what the end of a list calls its titles.
static WORKS_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^等[^，。；、]{0,8}?(?:著作|专著|论著|译著|作品|论文|文章|小说|散文|教材|书籍|诗作)",
    )
    .expect("the expression is well-formed")
});

/// 发表题为《甲》|的白皮书: a paper, no talk.
static PAPER_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^的[^，。；、]{0,4}?(?:白皮书|蓝皮书|声明|公报|决议|意见|通知|文件|宣言|倡议)(?:$|[，。；、])")
        .expect("the expression is well-formed")
});

/// 另有一些作品涉及此事，如|《甲》、《乙》: what a list is said to give examples of.
static WORKS_LISTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:著作|专著|论著|译著|作品|图书|书籍|教材|回忆录|传记|小说|(?:研究|学术)成果)(?:[^《》，；。布件]{0,12}，?(?:例?如|有|包括|：)|[^《》，；。布件]{0,10}。(?:这|此|该)方面的?[^《》，；。布件]{0,8}(?:有|包括)：?)$|(?:一些|部分|另有|不少|若干)[^《》。；]{0,8}(?:作品|著作|专著|论著|图书|书籍)[^《》。；]{0,50}，例?如$",
    )
    .expect("the expression is well-formed")
});

/// 翻译了麦某的《甲》: a work of another language.
static TRANSLATES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:翻译|编译|译)(?:了|有|出版|出)?[^，。；、：]{0,10}$").expect("well-formed")
});

/// 某国常驻联合国代表给秘书长的信：…
static LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[给致][^，。：]{2,20}的(?:信|函)(?:：|$)").expect("the expression is well-formed")
});

fn title_class(scan: &Scan<'_>, mark: &Marked, title: &str, kind: BlockKind) -> &'static str {
    let before = scan.before(mark.open).trim_end();
    if scan.lexicon.ends_with_cue("periodical-before", before).is_some() {
        return terms::PERIODICAL;
    }
    let known = scan
        .lexicon
        .entries_of(title)
        .find(|entry| scan.is_any(entry.class, &[terms::DOCUMENT, terms::PERIODICAL]))
        .map(|entry| entry.class);
    // 《甲》，《乙》2021年第1期: what an issue follows is a periodical.
    let dated = |c: char| matches!(c, '，' | ',' | ' ' | '第' | '上') || c.is_ascii_digit();
    let after = scan.after(mark.close);
    let issue = after.starts_with(dated) && ISSUE_FOLLOWS.is_match(after);
    let prints = before.ends_with(['在', '于']) && PRINTS.is_match(after);
    let by_kind = || scan.lexicon.document_class(without_remark(title));
    if issue || prints && known.is_none() && by_kind().is_none() {
        return terms::PERIODICAL;
    }
    if known.is_none()
        && scan.lexicon.ends_with_cue("periodical-end", without_remark(title)).is_some()
    {
        return terms::PERIODICAL;
    }
    if known.is_none() && edited(scan, title, after) {
        return terms::PERIODICAL;
    }
    // 《甲》、《乙》等刊物: what the end of the list calls them.
    let behind_list = behind_list_of_titles(after);
    if known.is_none() && called_periodicals(scan, behind_list) {
        return terms::PERIODICAL;
    }
    let sentence = before.rsplit(['。', '；']).next().unwrap_or_default();
    let ruler = || scan.lexicon.holds_cue("head-of-state", sentence);
    if scan.lexicon.starts_with_cue("speech-after", after).is_some()
        || scan.lexicon.starts_with_cue("talk-after", after).is_some() && ruler()
    {
        return terms::POLICY_DOCUMENT;
    }
    let first = before_list_of_titles(before);
    let talk =
        first.ends_with("题为") && !first.ends_with("主题为") && !PAPER_BEHIND.is_match(after)
            || scan.lexicon.ends_with_cue("talk-before", first).is_some()
            || before.ends_with('以')
                && (scan.after(mark.close).starts_with("为题")
                    || scan.lexicon.starts_with_cue("gives-talk", after).is_some());
    if title.contains(['信', '函']) && LETTER.is_match(title) {
        return terms::POLICY_DOCUMENT;
    }
    // 《某某在某会上的讲话》 is a statesman's, 《某某发表讲话》 a news item.
    if scan.lexicon.ends_with_cue("speech-title", title).is_some() && known.is_none() && !talk {
        return terms::POLICY_DOCUMENT;
    }
    let by_ending = known.or_else(|| amended(scan, title)).or_else(|| by_kind().filter(|_| !talk));
    let named = |class| {
        [
            terms::TREATY,
            terms::LAW,
            terms::POLICY_DOCUMENT,
            terms::PERIODICAL,
            terms::SCHOLARLY_WORK,
        ]
        .into_iter()
        .find(|name| scan.is(class, name))
    };
    let clause = before.rsplit(['。', '；', '，']).next().unwrap_or_default();
    let told = scan.lexicon.holds_cue("note-tells", clause);
    if kind == BlockKind::Footnote && !told && !(by_office(scan, mark) && by_kind().is_some()) {
        // What a note cites is a work, unless the list knows it for an instrument.
        return known.and_then(named).unwrap_or(terms::SCHOLARLY_WORK);
    }
    // 国务院印发《甲》、《乙》等教材: what an office issues is an instrument.
    let issued = scan
        .lexicon
        .ends_with_cue("title-issues", first.trim_end_matches(['了', ' ']))
        .is_some_and(|verb| verb != "发表");
    let work = scan.lexicon.starts_with_cue("work-after", scan.after(mark.close)).is_some()
        || scan.lexicon.ends_with_cue("work-before", before).is_some()
        || after.starts_with("（载《")
        || after.starts_with("（原载《")
        || in_own_work(scan, before, after)
        || WORKS_BEHIND.is_match(behind_list) && !issued
        || TRANSLATES.is_match(first) && by_ending.is_none();
    if known.is_none() && legislated(scan, before, title) {
        return terms::LAW;
    }
    if let Some(class) = by_ending.and_then(named).filter(|_| known.is_some() || !work) {
        return class;
    }
    let work = work || lists_works(scan, first);
    // 张三主任介绍了《甲》: somebody with an office, who speaks of it in this sentence.
    let presented = scan.lexicon.ends_with_cue("presents", first).is_some() && {
        let from = before.len() - sentence.len();
        scan.tokens_in(from, before.len())
            .any(|token| token.kind == super::lexicon::TokenKind::Title)
    };
    // 《甲》（A Foreign Title）: a translated work, unless an office issues it; 某丛书.
    let foreign = ORIGINAL.find(after).is_some_and(|original| {
        let behind = after.get(original.end()..).unwrap_or_default();
        !issued
            && !behind.starts_with(['上', '刊', '撰', '报', '杂', '周'])
            && !behind.starts_with("发表")
    });
    let book = foreign || scan.lexicon.ends_with_cue("book-end", title).is_some();
    let work = work || presented || book;
    let authored = scan.lexicon.ends_with_cue("author-before", before).is_some()
        && scan.lexicon.ends_with_cue("work-ending", title).is_some();
    if work || authored || talk { terms::SCHOLARLY_WORK } else { terms::POLICY_DOCUMENT }
}

/// 外交部：|《某某立场文件》: tells whether a state's body or an organisation of states stands before a title, which no
/// journal or press has published.
fn by_office(scan: &Scan<'_>, mark: &Marked) -> bool {
    let body = scan.before(mark.open).trim_end().strip_suffix(['：', ':']).map(str::len);
    let class = body.and_then(|end| scan.token_ending(end)).and_then(|token| scan.class_of(token));
    let offices = [terms::GOVERNMENT_BODY, terms::INTERNATIONAL_ORGANISATION, terms::COUNTRY];
    let rest = scan.after(mark.close).split(['；', '。']).next().unwrap_or_default();
    // 《人民日报》7月13日: a newspaper and a gazette print what offices say.
    let journal = rest.contains('《') && rest.contains(['期', '卷']) && !rest.contains("公报》");
    let printed = journal || rest.contains("出版");
    class.is_some_and(|class| scan.is_any(class, &offices)) && !printed
}

/// 主要著作有|《甲》、《乙》: tells whether what stands before a list says that it lists works.
fn lists_works(scan: &Scan<'_>, first: &str) -> bool {
    let listed = first.trim_end_matches(['：', ':', '了', '有', ' ']);
    scan.lexicon.ends_with_cue("work-list", first).is_some()
        || scan.lexicon.ends_with_cue("work-list", listed).is_some()
        || WORKS_LISTED.is_match(first)
}

/// 《甲》|副主编, 《乙》|杂志总编: tells whether what is titled has an editor-in-chief.
fn edited(scan: &Scan<'_>, title: &str, after: &str) -> bool {
    let latin = !title.contains(super::scan::is_han);
    // 《某年度报告》编委: a report has editors, too.
    let report = scan.lexicon.document_class(without_remark(title)).is_some()
        || scan.lexicon.ends_with_cue("work-ending", title).is_some()
        || scan.lexicon.ends_with_cue("book-end", title).is_some();
    scan.lexicon.starts_with_cue("periodical-post", after).is_some() && !report
        || latin && after.trim_start_matches('副').starts_with("主编")
}

/// 全国人大常委会通过《某决定》: tells whether a legislature adopts what is titled, which then is a law.
fn legislated(scan: &Scan<'_>, before: &str, title: &str) -> bool {
    let adopts = before.rsplit(['。', '；']).next().is_some_and(|clause| {
        clause.contains("通过") && scan.lexicon.holds_cue("legislature", clause)
    });
    adopts && scan.lexicon.ends_with_cue("law-of-legislature", title).is_some()
}

/// 《甲》、《乙》|等刊物, but not 《甲条例》|等报刊管理法规: tells whether what stands behind a list calls it periodicals.
fn called_periodicals(scan: &Scan<'_>, behind: &str) -> bool {
    scan.lexicon.starts_with_cue("periodical-after", behind).is_some_and(|cue| {
        let rest = behind.strip_prefix(cue).unwrap_or_default();
        !rest.starts_with(super::scan::is_han)
            || rest.starts_with(['上', '发', '刊', '报', '也', '均'])
    })
}

/// 张三教授在《甲》|中认为, 李四则在《乙》|一书中写道: what a scholar says something in is a work.
fn in_own_work(scan: &Scan<'_>, before: &str, after: &str) -> bool {
    let who = before.strip_suffix('在').unwrap_or_default().trim_end_matches(['则', '也', '曾']);
    let behind = after.trim_start_matches("一文").trim_start_matches("一书");
    let behind = behind.strip_prefix(['中', '里']).unwrap_or_default();
    scan.lexicon.ends_with_cue("scholar", who).is_some()
        && scan.lexicon.starts_with_cue("scholar-says", behind).is_some()
}

/// 题为《甲》《乙》、《丙》: returns what stands before the first title of a list.
fn before_list_of_titles(mut before: &str) -> &str {
    loop {
        let list = before.trim_end_matches(['、', '和', '与', '及', ' ']);
        let Some(open) = list.strip_suffix('》').and_then(|title| title.rfind('《')) else {
            return before;
        };
        before = list.get(..open).unwrap_or_default();
    }
}

/// 《甲》、《乙》等刊物: returns what stands behind the last title of a list.
fn behind_list_of_titles(mut after: &str) -> &str {
    loop {
        let list = after.trim_start_matches(['、', '和', '与', '及', ' ']);
        let Some(close) = list.strip_prefix('《').and_then(|title| title.find('》')) else {
            return after;
        };
        after = list.get('《'.len_utf8() + close + '》'.len_utf8()..).unwrap_or_default();
    }
}

/// （China's Grand Strategy）: the title in the language of a book, of three words and more.
static ORIGINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?[（(]\p{Lu}[\p{Latin}’'-]+(?:[ :,]+[\p{Latin}’'-]+){2,}[^）)]*[）)]")
        .expect("the expression is well-formed")
});

/// 某法（草案）, 某规则（2024年修订）: the title without a remark behind it.
pub(super) fn without_remark(title: &str) -> &str {
    let open = title.rfind(['（', '(']).filter(|_| title.ends_with(['）', ')']));
    open.and_then(|at| title.get(..at)).filter(|bare| !bare.is_empty()).unwrap_or(title)
}

/// 某议定书某地修正案: the amendment of a treaty is one, that of a law is one.
fn amended(scan: &Scan<'_>, title: &str) -> Option<ClassId> {
    let rest = scan.lexicon.ends_with_cue("amendment", title)?;
    let before = title.strip_suffix(rest)?;
    let ends = before.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.rev().find_map(|end| {
        let class = scan.lexicon.document_class(before.get(..end)?)?;
        scan.is_any(class, &[terms::TREATY, terms::LAW]).then_some(class)
    })
}

/// 《甲在某会议上的讲话》: the persons whom the titles of speeches begin with.
pub(super) fn speakers(scan: &Scan<'_>, candidates: &[&Candidate]) -> Vec<Candidate> {
    let title = |c: &Candidate| {
        let speech = scan.slice(c.start, c.end).trim_end_matches('》');
        scan.is(c.class, terms::POLICY_DOCUMENT)
            && scan.lexicon.ends_with_cue("speech-title", speech).is_some()
    };
    let titles: Vec<usize> = candidates.iter().filter(|c| title(c)).map(|c| c.start).collect();
    let opens = |c: &&&Candidate| {
        let before = titles.iter().any(|start| start + '《'.len_utf8() == c.start);
        scan.is(c.class, terms::PERSON) && before && scan.before(c.start).ends_with('《')
    };
    candidates.iter().filter(opens).map(|speaker| (*speaker).clone().nested()).collect()
}

/// 该协定, 宣言重申: a document spoken of again by its kind alone, behind a pronoun or where a clause
/// that begins with it goes on to what a document says.
pub(crate) fn spoken_of_again(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for &(at, noun) in scan.cue_places("short-title") {
        let end = at + noun.len();
        let (before, after) = (scan.before(at), scan.after(end));
        let pronoun = scan.lexicon.ends_with_cue("anaphor-document", before);
        let opens = before.is_empty() || before.ends_with(['。', '；', '，']);
        let start = match pronoun {
            Some(pronoun) if !goes_on(scan, end) => at - pronoun.len(),
            None if opens && scan.lexicon.starts_with_cue("said-of-document", after).is_some() => {
                at
            }
            _ => continue,
        };
        let class = scan.lexicon.document_class(noun);
        if let Some(class) = class.or_else(|| scan.ontology.class(terms::POLICY_DOCUMENT)) {
            found.push(Candidate::new(start, end, class, "anaphor"));
        }
    }
    found
}

/// Tells whether a kind of document is the beginning of a longer word: 协定 in 协定书.
fn goes_on(scan: &Scan<'_>, end: usize) -> bool {
    let kinds = scan.lexicon.starts_with_cue("short-title", scan.after(end)).is_some();
    kinds || scan.after(end).starts_with(['书', '草', '国', '方', '组', '期', '会', '人', '员'])
}

/// Finds documents, events, bodies, principles and sets of principles in quotation marks.
pub(crate) fn quoted(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    if !scan.holds(&["“"]) {
        return found;
    }
    for mark in marked(scan.text, '“', '”') {
        let content = scan.slice(mark.inner.0, mark.inner.1);
        if content.is_empty() || content.chars().count() > 60 || content.contains(['。', '；']) {
            continue;
        }
        let Some((class, rule)) = quoted_class(scan, &mark, content) else { continue };
        let principle = class == terms::PRINCIPLE;
        let Some(class) = scan.ontology.class(class) else { continue };
        // “营养优先、适度自给”的原则 are two.
        let pieces: Vec<&str> = content.split(['、', ' ']).collect();
        // “减量化、再利用、资源化”原则: before a head word shorter ones, too.
        let headed =
            scan.lexicon.starts_with_cue("principle-head", scan.after(mark.close)).is_some();
        let short = headed && pieces.len() >= 3;
        let even = pieces.iter().all(|piece| {
            let length = piece.chars().count();
            length == 4 || short && (2..=6).contains(&length)
        });
        if principle && pieces.len() > 1 && even {
            for piece in pieces {
                let at = piece.as_ptr().addr() - scan.text.as_ptr().addr();
                found.push(Candidate::new(at, at + piece.len(), class, rule).ranked(2));
            }
            continue;
        }
        found.push(
            Candidate::new(mark.open, mark.close, class, rule).named(unquote(content)).ranked(
                match rule {
                    "title of a talk" => 5,
                    "quoted set" => 4,
                    _ => 2,
                },
            ),
        );
    }
    found
}

/// Tells what a quotation names, by its own end and by the words around it.
fn quoted_class(
    scan: &Scan<'_>,
    mark: &Marked,
    content: &str,
) -> Option<(&'static str, &'static str)> {
    let after = scan.after(mark.close);
    let before = scan.before(mark.open);
    if let Some(entry) = scan.lexicon.entries_of(content).next() {
        let known = [
            terms::PRINCIPLE_SET,
            terms::PRINCIPLE,
            terms::POLICY_DOCUMENT,
            terms::TREATY,
            terms::LAW,
            terms::UNIVERSITY,
            terms::GOVERNMENT_BODY,
            terms::INTERNATIONAL_ORGANISATION,
            terms::COMPANY,
            terms::ORGANISATION,
            terms::COUNTRY,
            terms::PLACE,
            terms::EVENT,
        ];
        let class = known.into_iter().find(|name| scan.is(entry.class, name))?;
        return Some((class, "quoted name"));
    }
    let ending = scan.lexicon.principle_ending(content);
    if ending.is_some_and(|ending| scan.is(ending.class, terms::PRINCIPLE_SET)) {
        return Some((terms::PRINCIPLE_SET, "quoted set"));
    }
    if COUNTED_SETS.is_match(content) {
        return Some((terms::PRINCIPLE_SET, "quoted set"));
    }
    let list_end = behind_quotations(after);
    let heads = |group: &str, text: &str| scan.lexicon.starts_with_cue(group, text).is_some();
    if heads("document-head", list_end) {
        return Some((terms::POLICY_DOCUMENT, "quoted document"));
    }
    // 高某：“…问题”，载《…》, 高某：“…问题”，《…》2016年第7期
    let issue = || before.ends_with('：') && ISSUE_BEHIND.is_match(after);
    if after.starts_with("，载《") || issue() {
        return Some((terms::SCHOLARLY_WORK, QUOTED_WORK));
    }
    if let Some(class) = talk(scan, mark) {
        return Some((class, "title of a talk"));
    }
    let clauses = content.contains(['，', '、'])
        && scan.lexicon.ends_with_cue("meeting-end", content).is_none();
    if !clauses && ends_event(scan, content) {
        return Some((terms::EVENT, "quoted event"));
    }
    if heads("event-head", after) && scan.lexicon.holds_cue("holding", before) {
        return Some((terms::EVENT, "quoted event"));
    }
    if !content.contains('，')
        && scan.lexicon.ends_with_cue("quoted-document-end", content).is_some()
        && (4..=30).contains(&content.chars().count())
    {
        return Some((terms::POLICY_DOCUMENT, "quoted document"));
    }
    if let Some((_, body)) = scan
        .lexicon
        .body_ending(content)
        .filter(|(start, ending)| *start >= 6 && !ending.weak && !clauses)
    {
        let bodies = [
            terms::UNIVERSITY,
            terms::GOVERNMENT_BODY,
            terms::INTERNATIONAL_ORGANISATION,
            terms::COMPANY,
            terms::ORGANISATION,
        ];
        let class = bodies.into_iter().find(|name| scan.is(body.class, name))?;
        return Some((class, "quoted body"));
    }
    let short = content.chars().count() <= 24;
    if short && (heads("principle-head", list_end) || heads("principle-head", after)) {
        return Some((terms::PRINCIPLE, "quoted principle"));
    }
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    let clause = clause.split('“').next().unwrap_or_default();
    // “建立”全球治理体系: what goes on behind the quotation is not named by it.
    let goes_on = after.starts_with(super::scan::is_han)
        && scan.lexicon.starts_with_cue("behind-quotation", after).is_none();
    if short
        && !goes_on
        && !scan.lexicon.is_common(content)
        && scan.lexicon.ends_with_cue("proposing", clause).is_some()
    {
        return Some((terms::PRINCIPLE, "proposed in quotation marks"));
    }
    None
}

static ISSUE_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^，《[^》]{2,20}》(?:（[^）]{2,10}）)?，?(?:19|20)[0-9]{2} ?年")
        .expect("well-formed")
});

/// “两个坚持、三个转变”, “五位一体”: counted maxims that make one set, and a count of parts of a whole.
static COUNTED_SETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[两二三四五六七八九十]个[一-鿿]{2,4}(?:[、和][两二三四五六七八九十]个[一-鿿]{2,4})+|[三四五六七八九]位一体)$")
        .expect("the expression is well-formed")
});

/// 题为“甲”“乙”和“丙”: returns what stands before the first quotation of a list.
fn before_list_of_quotations(mut before: &str) -> &str {
    loop {
        let list = before.trim_end_matches(['、', '和', '与', '及', ' ']);
        let Some(open) = list.strip_suffix('”').and_then(|inside| inside.rfind('“')) else {
            return before;
        };
        before = list.get(..open).unwrap_or_default();
    }
}

/// Returns what stands behind a list of quotations that goes on: “甲”“乙”、“丙”|等倡议.
fn behind_quotations(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches(['、', '和', '与']);
        let Some(inside) = text.strip_prefix('“') else { return text };
        let Some(close) = inside.find('”') else { return text };
        text = inside.get(close + '”'.len_utf8()..).unwrap_or_default();
    }
}

/// The rule of a work in quotation marks that a note cites: “…问题”，载《…》.
pub(crate) const QUOTED_WORK: &str = "title of a cited work";

/// 以“…”为题, 就“…”作报告: the title of a talk.
fn talk(scan: &Scan<'_>, mark: &Marked) -> Option<&'static str> {
    let before = scan.before(mark.open).trim_end();
    let after = scan.after(mark.close);
    if before.ends_with('以') && after.trim_start().starts_with("为题") {
        return Some(terms::SCHOLARLY_WORK);
    }
    let first = before_list_of_quotations(before);
    if first.ends_with("题为") && !first.ends_with("主题为") {
        return Some(terms::SCHOLARLY_WORK);
    }
    let clause = before.rsplit(['，', '。', '；']).next().unwrap_or_default();
    let listed = clause.contains("分别就“") || clause.ends_with("分别就");
    // 某公司副总裁张三以“…”为主题作报告, 围绕“…”主题发表演讲, 分享“…”的思考: somebody with an office.
    let office = || {
        scan.tokens_in(before.len() - clause.len(), before.len())
            .any(|token| token.kind == super::lexicon::TokenKind::Title)
    };
    let rest = after.trim_start();
    let theme = scan.lexicon.starts_with_cue("as-theme", rest);
    let told = rest.get(theme.map_or(0, str::len)..).unwrap_or_default();
    let given = scan.lexicon.ends_with_cue("talks-on", before).is_some()
        && scan.lexicon.starts_with_cue("gives-talk", told.trim_start_matches('，')).is_some();
    // 张三就“…”作了发言: a name right before the preposition.
    let named = || {
        let from = before.len() - clause.len();
        let name = super::person::chinese_name(scan, from);
        name.is_some_and(|end| {
            scan.lexicon.ends_with_cue("talks-on", scan.slice(end, before.len()))
                == Some(scan.slice(end, before.len()))
        })
    };
    (listed || given && (office() || named())).then_some(terms::SCHOLARLY_WORK)
}

fn ends_event(scan: &Scan<'_>, content: &str) -> bool {
    scan.lexicon
        .event_ending(content)
        .is_some_and(|(start, ending)| start >= 6 && (!ending.weak || start >= 12))
}
