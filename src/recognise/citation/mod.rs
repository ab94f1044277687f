//! Works that notes cite other than in title marks: by GB/T 7714, by APA, in English styles.

mod date;
mod dated;
mod english;
mod names;
mod reference;

use super::{candidate::Candidate, lexicon::Lexicon, scan::Scan};
use crate::ontology::terms::class as terms;
use names::Place;

/// The rank of what a citation's form tells: above what any other recogniser sees in its words.
const RANK: u8 = 8;

/// The rule of a title that the form of a citation tells.
pub(crate) const CITED_TITLE: &str = "cited title";

/// The rule of a publisher that the form of a citation tells.
pub(crate) const PUBLISHER: &str = "cited publisher";

/// A work that a note cites. Places are bytes within the note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cited {
    /// From the first author on.
    pub(crate) whole: Place,
    pub(crate) authors: Vec<Place>,
    /// A body in the place of the authors.
    pub(crate) body: Option<Place>,
    pub(crate) title: Place,
    /// Whether the title may be an instrument's, by its kind: a report, a standard of no person.
    pub(crate) instrument: bool,
    /// The periodical or site.
    pub(crate) outlet: Option<Place>,
    pub(crate) publisher: Option<Place>,
    /// Translators.
    pub(crate) others: Vec<Place>,
    /// When it was published, as an ISO date.
    pub(crate) date: Option<String>,
    /// Where other names may stand, such as the university of a thesis.
    pub(crate) free: Option<Place>,
}

/// Reads the works that a note cites, but for those in title marks.
pub(crate) fn cited(text: &str, lexicon: &Lexicon) -> Vec<Cited> {
    let dated = dated::references(text, lexicon);
    if !dated.is_empty() {
        return dated;
    }
    let coded = reference::references(text, lexicon);
    if !coded.is_empty() || text.contains('《') {
        return if coded.is_empty() { english::english(text, lexicon) } else { coded };
    }
    let english = english::english(text, lexicon);
    if english.is_empty() {
        reference::without_code(text, lexicon).into_iter().collect()
    } else {
        english
    }
}

/// Tells whether a candidate is what another recogniser saw in the words of a citation.
pub(super) fn claims(scan: &Scan<'_>, works: &[Cited], candidate: &Candidate) -> bool {
    let within = |place: Place| place.0 <= candidate.start && candidate.end <= place.1;
    let city = scan.is(candidate.class, terms::PLACE)
        && scan.after(candidate.end).starts_with(['：', ':']);
    let claimed = works.iter().any(|work| {
        let free = [work.free, work.body].into_iter().flatten();
        within(work.whole) && !free.into_iter().any(within)
    });
    city || claimed && !is_title(scan, candidate)
}

/// Returns what the citations of a note name.
pub(super) fn named(scan: &Scan<'_>, works: &[Cited]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for work in works {
        let firm = work.publisher.is_some_and(|(from, to)| {
            scan.lexicon.holds_cue("latin-company", scan.slice(from, to))
        });
        let house = if firm { terms::COMPANY } else { terms::ORGANISATION };
        let parts =
            [(terms::PERIODICAL, "cited site", work.outlet), (house, PUBLISHER, work.publisher)];
        let persons = work.authors.iter().chain(&work.others);
        let persons = persons.map(|place| (terms::PERSON, "cited author", *place));
        let parts =
            parts.into_iter().filter_map(|(class, rule, place)| Some((class, rule, place?)));
        for (class, rule, (start, end)) in parts.chain(persons) {
            let Some(class) = scan.ontology.class(class) else { continue };
            candidates.push(Candidate::new(start, end, class, rule).ranked(RANK));
        }
        candidates.extend(title(scan, work));
    }
    candidates
}

/// 《某意见》全文[EB/OL]: a title in title marks is read as such.
fn is_title(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    candidate.rule == "title marks"
        && opens_with_marks(scan.slice(candidate.start, scan.text.len()))
}

/// Tells whether a title is nothing but one in title marks, and 全文.
fn opens_with_marks(title: &str) -> bool {
    title.strip_prefix('《').and_then(|rest| rest.split_once('》')).is_some_and(|(_, rest)| {
        rest.trim_start_matches("全文").trim_start().starts_with(['[', '［'])
    })
}

fn title(scan: &Scan<'_>, work: &Cited) -> Option<Candidate> {
    let (start, end) = work.title;
    if opens_with_marks(scan.after(start)) {
        return None;
    }
    let marks = ['《', '》', '〈', '〉', '“', '”', '"'];
    let name = scan.slice(start, end).replace(marks, "");
    let name =
        name.trim_end_matches([',', '，', '.', ' ', '’', '"']).trim_start_matches(['‘', '"']);
    let document = |class| scan.is(class, terms::DOCUMENT).then_some(class);
    let known = scan.lexicon.entries_of(name).find_map(|entry| document(entry.class));
    let speech = scan.lexicon.ends_with_cue("speech-title", name).is_some();
    let speech = speech.then(|| scan.ontology.class(terms::POLICY_DOCUMENT)).flatten();
    let known = known.or(speech);
    let kind = || scan.lexicon.document_class(name).filter(|_| work.instrument);
    let class = known.or_else(kind).or_else(|| scan.ontology.class(terms::SCHOLARLY_WORK))?;
    Some(Candidate::new(start, end, class, CITED_TITLE).named(name).ranked(RANK))
}
