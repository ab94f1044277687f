//! Finds typed mentions: names of the lists, names by their endings, titled documents, persons,
//! principles, dates.

mod address;
mod author;
mod body;
mod candidate;
mod characters;
mod citation;
mod context;
mod date;
mod event;
mod heading;
mod learn;
mod lexicon;
mod listing;
mod name;
mod noted;
mod outlet;
mod overlap;
mod person;
mod principle;
mod scan;
mod shared_head;
mod sought;
mod titled;
mod unmarked;

pub(crate) use address::ADDRESS;
pub(crate) use author::LIFE;
pub(crate) use citation::{CITED_TITLE, Cited, PUBLISHER, cited};
pub(crate) use context::DATED_DOCUMENT;
pub(crate) use date::head_year;
pub(crate) use event::DOUBLED;
pub(crate) use heading::{MEMBER, SET_HEADING};
pub use learn::{Definition, Known, learn};
pub(crate) use lexicon::Trie;
pub use lexicon::{
    Ending, Entry, Lexicon, LexiconError, Place, Repeated, Token, TokenKind, WordKind,
};
pub(crate) use listing::LIST_MEMBER;
pub(crate) use name::OTHER_KIND;
pub(crate) use outlet::PRESS;
pub(crate) use person::says_as_whom;
pub(crate) use principle::{
    ENUMERATED_MEMBER, MEMBER_BEFORE, NOTED_MEMBER, QUOTED_BEFORE, counted,
};
pub(crate) use scan::is_han;
pub(crate) use titled::QUOTED_WORK;

use std::cell::LazyCell;

use crate::{
    model::{Block, BlockKind, Document, Mention, Mentions, RuleId, Span},
    ontology::{Ontology, terms::class as terms},
};
use candidate::Candidate;
use scan::Scan;

/// The rule of a body that a title names as a party.
pub(crate) const PARTY_IN_TITLE: &str = "party in a title";

/// A first look at a document, and what a second one goes on from.
pub struct FirstLook<'a> {
    /// What it found.
    pub mentions: Mentions,
    /// What was proposed for each block, where it is read as a text.
    blocks: Vec<Option<Proposals<'a>>>,
}

/// Finds the mentions of one document, after which [`learn()`] tells what more there is to know.
///
/// Takes time linear in the text.
pub fn recognise<'a>(
    document: &'a Document,
    lexicon: &'a Lexicon,
    ontology: &'a Ontology,
) -> FirstLook<'a> {
    let mut names = Vec::new();
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let (proposals, mentions) = in_block(document, *block, lexicon, ontology);
        names.extend(mentions);
        blocks.push(proposals);
    }
    let heads = heading::sets(document, lexicon, ontology);
    let names = with_heads(document, names, heads, (lexicon, ontology));
    FirstLook { mentions: Mentions { names, dates: date::dates(document) }, blocks }
}

/// Looks at a document again, now for the names, too, that the corpus or the document itself has
/// taught.
///
/// A block that holds none of those names is as it was at the `first` look.
pub fn look_again(
    document: &Document,
    lexicon: &Lexicon,
    ontology: &Ontology,
    known: &Known,
    first: FirstLook<'_>,
) -> Mentions {
    let FirstLook { mentions: first, blocks } = first;
    if known.is_empty() {
        return first;
    }
    let (mut names, mut heads) = (Vec::new(), Vec::new());
    let mut before = first.names.into_iter().peekable();
    for (block, proposals) in document.blocks.iter().zip(blocks) {
        let changes = known.stands_in(document.slice(block.span));
        while let Some(mention) = before.next_if(|name| name.span.start() < block.span.end()) {
            if heading::is_head(&mention.rule) {
                heads.push(mention);
            } else if !changes {
                names.push(mention);
            }
        }
        if changes {
            names.extend(match proposals {
                Some(proposals) => again(document, *block, &proposals, known),
                None => in_block(document, *block, lexicon, ontology).1,
            });
        }
    }
    heads.extend(before.filter(|mention| heading::is_head(&mention.rule)));
    let names = with_heads(document, names, heads, (lexicon, ontology));
    Mentions { names, dates: first.dates }
}

/// Finds the mentions of one block; returns them with what was proposed.
fn in_block<'a>(
    document: &'a Document,
    block: Block,
    lexicon: &'a Lexicon,
    ontology: &'a Ontology,
) -> (Option<Proposals<'a>>, Vec<Mention>) {
    if block.kind == BlockKind::Contents {
        return (None, Vec::new());
    }
    let scan = Scan::new(document.slice(block.span), lexicon, ontology);
    if block.kind == BlockKind::RunningHead {
        let journals = name::journals(&scan);
        return (None, mentions(document, block, &scan, journals));
    }
    let proposals = Proposals::new(scan, block.kind);
    let chosen = proposals.complete(proposals.stay(&[]));
    let mentions = mentions(document, block, &proposals.scan, chosen);
    (Some(proposals), mentions)
}

/// Finds the mentions of one block, with the known names.
fn again(
    document: &Document,
    block: Block,
    proposals: &Proposals<'_>,
    known: &Known,
) -> Vec<Mention> {
    let chosen = proposals.stay(&known.find(&proposals.scan));
    mentions(document, block, &proposals.scan, proposals.complete(chosen))
}

fn mentions(
    document: &Document,
    block: Block,
    scan: &Scan<'_>,
    chosen: Vec<Candidate>,
) -> Vec<Mention> {
    chosen.into_iter().filter_map(|c| mention(document, block, scan, c)).collect()
}

/// Adds the heads that name principles and sets, and sorts all by place.
fn with_heads(
    document: &Document,
    mut names: Vec<Mention>,
    heads: Vec<Mention>,
    (lexicon, ontology): (&Lexicon, &Ontology),
) -> Vec<Mention> {
    // A head that is a principle as a whole is no place for other principles.
    names.retain(|mention: &Mention| {
        !heads.iter().any(|head| {
            head.span.overlaps(mention.span)
                && is_any(ontology, mention, &[terms::PRINCIPLE, terms::PRINCIPLE_SET])
        })
    });
    names.extend(heads);
    names.sort_by_key(|mention: &Mention| {
        (mention.span.start(), std::cmp::Reverse(mention.span.end()))
    });
    noted::settle(document, &mut names, lexicon, ontology);
    name::by_full_names(document, &mut names, lexicon);
    if let Some(policy) = ontology.class(terms::POLICY_DOCUMENT) {
        name::of_other_kind(document, &mut names, lexicon, policy);
    }
    if let Some(event) = ontology.class(terms::EVENT) {
        context::in_series(document, &mut names, event);
    }
    names
}

fn is_any(ontology: &Ontology, mention: &Mention, classes: &[&str]) -> bool {
    classes.iter().any(|name| ontology.class(name).is_some_and(|c| ontology.is_a(mention.class, c)))
}

/// What all recognisers propose for a block.
struct Proposals<'a> {
    scan: Scan<'a>,
    /// States by their single characters.
    short: Vec<Candidate>,
    candidates: Vec<Candidate>,
    /// How many of the candidates go before the known names.
    before_known: usize,
    /// The works that a note cites; nothing else is named by their words.
    works: Option<Vec<Cited>>,
}

impl<'a> Proposals<'a> {
    fn new(scan: Scan<'a>, kind: BlockKind) -> Self {
        let short = name::short_states(&scan);
        let (mut candidates, mut behind) =
            (before_known(&scan, kind), behind_known(&scan, kind, &short));
        let note = kind == BlockKind::Footnote;
        let works = note.then(|| cited(scan.text, scan.lexicon));
        if let Some(works) = &works {
            candidates.retain(|candidate| !citation::claims(&scan, works, candidate));
            behind.retain(|candidate| !citation::claims(&scan, works, candidate));
            behind.extend(citation::named(&scan, works));
        }
        let before_known = candidates.len();
        candidates.extend(behind);
        Self { scan, short, candidates, before_known, works }
    }

    /// Decides which of the candidates and the known names stay.
    fn stay(&self, known: &[Candidate]) -> Vec<Candidate> {
        let (before, behind) = self.candidates.split_at(self.before_known);
        let claimed = |candidate: &&Candidate| {
            self.works.as_ref().is_some_and(|works| citation::claims(&self.scan, works, candidate))
        };
        let known = known.iter().filter(|candidate| !claimed(candidate));
        let candidates: Vec<&Candidate> = before.iter().chain(known).chain(behind).collect();
        let speakers = titled::speakers(&self.scan, &candidates);
        let mut chosen = overlap::choose(candidates);
        chosen.extend(speakers);
        chosen
    }

    /// Completes those that stay, and adds the names within them.
    fn complete(&self, mut chosen: Vec<Candidate>) -> Vec<Candidate> {
        let scan = &self.scan;
        name::with_provinces(scan, &mut chosen);
        shared_head::distribute(scan, &mut chosen);
        shared_head::second_posts(scan, &mut chosen);
        shared_head::of_state_offices(scan, &mut chosen);
        context::complete(scan, &mut chosen);
        let bodies = LazyCell::new(|| body::bodies(scan));
        let nested: Vec<Candidate> = chosen
            .iter()
            .flat_map(|candidate| within(scan, candidate, &self.short, &bodies))
            .collect();
        chosen.extend(nested);
        chosen
    }
}

/// What the recognisers propose that go before the known names.
fn before_known(scan: &Scan<'_>, kind: BlockKind) -> Vec<Candidate> {
    let mut candidates = name::listed(scan);
    candidates.extend(name::unlisted_places(scan));
    candidates.extend(name::short_places(scan));
    candidates.extend(titled::titled(scan, kind));
    candidates.extend(person::persons(scan, kind));
    if kind == BlockKind::Footnote {
        candidates.extend(outlet::outlets(scan));
    }
    candidates.extend(address::addresses(scan));
    candidates.extend(outlet::sources(scan));
    candidates.extend(outlet::wires(scan));
    candidates.extend(outlet::in_rows(scan));
    // A short note may be taken for a paragraph, but none begins with 即.
    if kind == BlockKind::Footnote || scan.text.trim_start().starts_with('即') {
        candidates.extend(principle::in_note(scan));
    }
    candidates
}

/// What the recognisers propose that come behind the known names.
fn behind_known(scan: &Scan<'_>, kind: BlockKind, short: &[Candidate]) -> Vec<Candidate> {
    let mut candidates = body::bodies(scan);
    candidates.extend(body::of_states(scan));
    candidates.extend(body::fused(scan));
    candidates.extend(body::latin_of_states(scan));
    candidates.extend(body::spoken_of_again(scan));
    if kind == BlockKind::Title {
        candidates.extend(event::on_title_page(scan));
    }
    if kind == BlockKind::RosterEntry {
        candidates.extend(body::in_roster(scan));
    }
    if kind != BlockKind::RosterEntry {
        candidates.extend(titled::quoted(scan));
        candidates.extend(unmarked::unmarked(scan));
        candidates.extend(titled::spoken_of_again(scan));
        candidates.extend(event::events(scan));
        candidates.extend(principle::principles(scan));
        candidates.extend(short.iter().cloned());
    }
    candidates
}

/// Names within a longer name that are entities of their own: the wholes of a body, states.
fn within(
    scan: &Scan<'_>,
    outer: &Candidate,
    short: &[Candidate],
    bodies: &LazyCell<Vec<Candidate>, impl FnOnce() -> Vec<Candidate>>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    if [PRESS, PUBLISHER].contains(&outer.rule) {
        return found;
    }
    let body = scan.is(outer.class, terms::BODY);
    if body {
        // 中国石油大学（北京） is no part of a university.
        let parts = body::parts(scan, outer.start, outer.end).into_iter().filter(|(end, _)| {
            parenthesis_end(scan.slice(*end, outer.end)) < outer.end - *end || *end == outer.end
        });
        for (end, class) in parts {
            found.push(Candidate::new(outer.start, end, class, "whole within a name").nested());
        }
    }
    if matches!(outer.rule, "charter" | "meeting on a title") {
        found.extend(
            titled::titled(scan, BlockKind::Paragraph)
                .into_iter()
                .filter_map(|c| (c.start >= outer.start && c.end <= outer.end).then(|| c.nested())),
        );
    }
    // 联合国宪章|宗旨和原则: the treaty whose principles they are.
    if scan.is(outer.class, terms::PRINCIPLE) {
        let name = scan.slice(outer.start, outer.end);
        let treaty = scan.lexicon.prefix_of(name, |class| scan.is(class, terms::TREATY));
        found.extend(treaty.filter(|(to, _)| *to < name.len()).map(|(to, entry)| {
            let candidate =
                Candidate::new(outer.start, outer.start + to, entry.class, "treaty within a name");
            candidate.named(entry.name.clone()).nested()
        }));
    }
    let titled =
        scan.is(outer.class, terms::DOCUMENT) && !scan.is(outer.class, terms::SCHOLARLY_WORK);
    if !(body || titled || scan.is(outer.class, terms::EVENT)) {
        return found;
    }
    if titled {
        found.extend(parties_in_title(scan, outer));
    }
    if body
        && let Some((end, entry)) = scan
            .lexicon
            .prefix_of(scan.slice(outer.start, outer.end), |class| scan.is(class, terms::COUNTRY))
        && scan.slice(outer.start, outer.start + end).chars().count() >= 2
    {
        let state =
            Candidate::new(outer.start, outer.start + end, entry.class, "state within a name");
        found.push(state.named(entry.name.clone()).nested());
    }
    for token in scan.tokens_in(outer.start, outer.end) {
        // 萨尔瓦多宣言 is named after a place, not a party.
        let kind_only = titled
            && scan
                .lexicon
                .document_class(scan.slice(token.end, outer.end).trim_matches(['《', '》']))
                .is_some()
            && scan.slice(token.end, outer.end).chars().count() <= 3;
        let whole = token.start == outer.start && token.end == outer.end || kind_only;
        let state = scan.class_of(token).filter(|class| scan.is(*class, terms::COUNTRY));
        if let (false, Some(class)) = (whole, state)
            && (!body
                || token.start > outer.start && scan.slice(token.end, outer.end).starts_with("分"))
        {
            let TokenKind::Name(index) = token.kind else { continue };
            let name = scan.lexicon.entries.get(index as usize).map(|entry| entry.name.clone());
            let mut state = Candidate::new(token.start, token.end, class, "state within a name");
            state.name = name;
            found.push(state.nested());
        }
    }
    if scan.is(outer.class, terms::EVENT) {
        found.extend(event::within(scan, outer, bodies));
    }
    if !body {
        let inside = |c: &&Candidate| c.start >= outer.start && c.end <= outer.end;
        found.extend(short.iter().filter(inside).cloned());
    }
    found
}

/// 《甲国某部与乙国某部关于…的备忘录》: the listed bodies before 关于, each at the beginning or behind a
/// conjunction.
fn parties_in_title(scan: &Scan<'_>, outer: &Candidate) -> Vec<Candidate> {
    let title = scan.slice(outer.start, outer.end);
    let Some(about) =
        title.find("关于").or_else(|| title.find("双边")).or_else(|| title.find("合作"))
    else {
        return Vec::new();
    };
    let joins = ['与', '和', '、', '及', '—', '－', '-', '–'];
    let opens = |token: &&Token| {
        let before = scan.slice(outer.start, token.start).trim_start_matches(['《', '“']);
        before.is_empty() || before.ends_with(joins)
    };
    let tokens = scan.tokens_in(outer.start, outer.start + about).filter(opens);
    let bodies = tokens.filter_map(|token| {
        let class = scan.class_of(token).filter(|class| scan.is(*class, terms::BODY))?;
        let ends = scan.slice(token.end, outer.start + about);
        let whole = ends.is_empty() || ends.starts_with(joins);
        let name = scan.slice(token.start, token.end).to_owned();
        let party = Candidate::new(token.start, token.end, class, PARTY_IN_TITLE);
        whole.then(|| party.named(name).nested())
    });
    bodies.collect()
}

fn mention(
    document: &Document,
    block: Block,
    scan: &Scan<'_>,
    candidate: Candidate,
) -> Option<Mention> {
    let base = block.span.start();
    let place = Span::new(&document.text, base + candidate.start, base + candidate.end)?;
    let name = candidate
        .name
        .unwrap_or_else(|| without_parentheses(scan.slice(candidate.start, candidate.end)));
    let known = scan.lexicon.entries_of(&name).find(|entry| entry.class == candidate.class);
    let name = known.map_or(name, |entry| entry.name.clone());
    Some(Mention { span: place, class: candidate.class, name, rule: RuleId::fixed(candidate.rule) })
}

/// Returns how long a parenthesis is that a text begins with.
fn parenthesis_end(text: &str) -> usize {
    match text.strip_prefix(['（', '(']) {
        Some(inside) => inside
            .find(['）', ')'])
            .map_or(0, |at| '（'.len_utf8() + at + '）'.len_utf8())
            .min(text.len()),
        None => 0,
    }
}

/// Takes an acronym in parentheses out of a body's name: …会议（UNCTAD）货物和服务…司.
fn without_parentheses(name: &str) -> String {
    let mut depth = 0i32;
    let mut kept = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            '“' | '”' => {}
            _ if depth <= 0 => kept.push(character),
            _ => {}
        }
    }
    kept.trim().to_owned()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        data::Data,
        model::{FrontMatter, Origin},
    };

    /// A document of paragraphs, for tests of this and later stages.
    pub(crate) fn document(text: &str) -> Document {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(text, start, start + line.len()).unwrap();
            blocks.push(Block { kind: BlockKind::Paragraph, span });
            start += line.len() + 1;
        }
        Document {
            id: "test".to_owned(),
            path: "test.txt".to_owned(),
            front: FrontMatter::default(),
            text: text.to_owned(),
            blocks,
            origins: vec![Origin { text: 0, line: 1, page: None }],
        }
    }

    fn check(text: &str, expected: &[(&str, &str)]) {
        let data = Data::embedded();
        let ontology = Ontology::load(&data).unwrap();
        let lexicon = Lexicon::load(&data, &ontology).unwrap();
        let document = document(text);
        let first = recognise(&document, &lexicon, &ontology).mentions;
        let found: Vec<(String, String)> = first
            .names
            .iter()
            .map(|m| (ontology.class_info(m.class).name.clone(), m.name.clone()))
            .collect();
        for (class, name) in expected {
            assert!(
                found.iter().any(|(c, n)| c == class && n == name),
                "{class} {name} not in {found:?}"
            );
        }
    }

    #[test]
    fn a_part_of_a_body_names_its_wholes() {
        check(
            "研讨会由武汉大学法学院网络治理研究中心承办。",
            &[
                ("University", "武汉大学法学院网络治理研究中心"),
                ("University", "武汉大学法学院"),
                ("University", "武汉大学"),
            ],
        );
    }

    #[test]
    fn a_given_name_ends_before_a_verb() {
        check(
            "海南大学校长骆清铭出席，海洋学院院长梁琪致辞。",
            &[("Person", "骆清铭"), ("Person", "梁琪")],
        );
    }
}
