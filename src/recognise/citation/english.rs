//! Works cited in English in notes: authors, a title in quotation marks, a periodical.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{
    Cited,
    date::date,
    names::{Place, persons},
};
use crate::recognise::Lexicon;

/// One or more names, with what joins them. Journals print Western commas or Chinese ones.
const NAMES: &str = r"(?P<authors>NAME(?:(?:COMMAand |COMMA& | and | & |COMMA)NAME)*)(?:(?:COMMA| )et al\.)?(?:(?:COMMA| )\(?[Ee]ds?\.?\)?)?";
const NAME: &str = r"\p{Lu}[\p{Latin}.'’-]*(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|dos|di|du|la|le|van|von|der|den|ter|al|bin))+(?:, Jr\.)?";
const COMMA: &str = "(?:, ?|，)";

fn expression(form: &str) -> Regex {
    let form = form.replace("NAMES", NAMES).replace("NAME", NAME).replace("COMMA", COMMA);
    Regex::new(&form).expect("the expression is well-formed")
}

/// Anna Moe, “Rules for the Ice,” Polar Law Review, Vol. 3, 2018; (1999) 10 Polar Law Review 435.
static CITED: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?";
    let issue = format!(
        r"(?:(?:,? |[,，])(?:(?:Vols?|Volume|Nos?|Issues?|vols?|nos?)\b|Spring|Summer|Autumn|Fall|Winter|\d|{month}(?:/| \d))|(?:,? |[,，])\(?(?:19|20)\d\d)"
    );
    expression(&format!(
        r#"(?:NAMESCOMMA)?(?P<title>[“"][^“”"]{{3,220}}?[”"]|‘[^‘“”]{{8,220}}?’)[,，]? ?(?:(?:{month} )?(?:\d{{1,2}}, ?)?(?:19|20)\d\d|(?:\((?:19|20)\d\d\) )?(?:\d{{1,3}} )?(?P<in>in )?(?P<outlet>\p{{Lu}}[^,，；;。“”"]{{2,100}}?){issue}|in (?P<host>[^“”；。]{{10,300}})|(?:[Uu]npublished )?(?:Ph\.? ?D\.?|M\.A\.|[Dd]octoral|[Mm]aster)[^“”；。]{{0,120}}?(?:19|20)\d\d|pp?\. ?\d|https?:)"#
    ))
});

/// Paul Evans, Rules for the Ice, Polar Law Review, Vol. 3: a title that has lost its italics.
static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"[\p{Latin}0-9'’?:&–-]+";
    let place = r"\p{Lu}[\p{Latin}'’.-]*(?: \p{Lu}[\p{Latin}'’.-]*)*[:：] ?";
    // St. Martin's Press, but no title before its outlet: a dot ends nothing but a short word.
    let part = r"(?:(?:\p{Latin}{1,4}\.)+[\p{Latin}'’&-]*|[\p{Latin}'’&-]+)";
    let house = [r"\p{Lu}(?:\.", part, "|", part, r"|\.)?(?: ", part, ")*"].concat();
    expression(&format!(
        r"(?:^|[^\p{{Latin}} ,]|[Ss]ee (?:also )?) ?NAMESCOMMA(?P<title>\p{{Lu}}[\p{{Latin}}'’?:–-]*(?:(?:[,，]? |[,，])(?:\d\.\d|{word}))+?)(?:COMMA|\? )(?:\d\w* edn?\.?, ?)?(?:(?P<outlet>\p{{Lu}}[\p{{Latin}}'’&-]*(?: [\p{{Latin}}'’&:-]+)+)(?: |COMMA)(?:Vol|No|Issue|\d{{1,4}}[ ,(:–-])|\(?(?:{place})?(?P<publisher>{house})(?: |COMMA)(?:\d\w* edn?\.?, )?(?:19|20)\d\d)",
    ))
});

/// Ida Moe, Ice, Law, and the Sea, 17 Journal of Polar Law 229 (2012): a title with commas, before a volume, a
/// periodical, a page and the year.
static VOLUME_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    // Names are joined by & or and: what stands behind a comma alone is of the title.
    let names = r"(?P<authors>NAME(?:(?:, NAME)*,? (?:and|&) NAME)?)".replace("NAME", NAME);
    let form = r"(?:^|[^\p{Latin} ,]|[Ss]ee (?:also )?) ?NAMES, (?P<title>\p{Lu}[^；;。()（）]{6,200}?), (?:\d{1,3}(?:\(\d{1,2}\))?) (?P<outlet>\p{Lu}[\p{Latin}'’&.-]*(?: [\p{Latin}'’&.:-]+)*) \d{1,4}(?:[,-–] ?\d{1,4})* \((?:19|20)\d\d\)";
    Regex::new(&form.replace("NAMES", &names)).expect("the expression is well-formed")
});

/// L. Henkin ed., The Bill of Rights, (Northern University Press, 1981): where a chapter stands.
static HOST: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^NAMES,? (?P<title>\p{Lu}[\p{Latin}'’?:,–-]*(?: [\p{Latin}0-9'’?:,&–-]+)+?),? \(?(?:\p{Lu}[\p{Latin}'’.-]*(?: \p{Lu}[\p{Latin}'’.-]*)*: )?(?P<publisher>\p{Lu}[\p{Latin}'’&-]*(?: [\p{Latin}'’&.-]+)*),? (?:\d\w* edn?\.?, )?(?:19|20)\d\d",
    )
});

/// Finds the works that a note cites in English.
pub(super) fn english(text: &str, lexicon: &Lexicon) -> Vec<Cited> {
    if !text.contains(|c: char| c.is_ascii_uppercase()) {
        return Vec::new();
    }
    let mut found: Vec<Cited> = Vec::new();
    for captures in CITED.captures_iter(text) {
        found.extend(work(text, 0, &captures, lexicon));
        if let Some(host) = captures.name("host")
            && let Some(captures) = HOST.captures(host.as_str())
        {
            found.extend(work(text, host.start(), &captures, lexicon));
        }
    }
    for captures in VOLUME_FIRST.captures_iter(text) {
        found.extend(work(text, 0, &captures, lexicon));
    }
    for captures in PLAIN.captures_iter(text) {
        let work = work(text, 0, &captures, lexicon);
        let free = |work: &Cited| {
            found.iter().all(|other| other.whole.1 <= work.whole.0 || work.whole.1 <= other.whole.0)
        };
        found.extend(work.filter(free));
    }
    found
}

/// Makes a work of what an expression found in a text from `base` on.
fn work(text: &str, base: usize, captures: &Captures<'_>, lexicon: &Lexicon) -> Option<Cited> {
    let place = |name: &str| captures.name(name).map(|m| (base + m.start(), base + m.end()));
    let mut title = place("title")?;
    let mut names = place("authors");
    let quoted = text.get(title.0..).is_some_and(|title| title.starts_with(['“', '"', '‘']));
    let plain = names.filter(|_| !quoted);
    if let Some((list, from)) = plain.and_then(|list| Some((list, title_within(text, list)?))) {
        names = Some((list.0, from.0));
        title.0 = from.1;
    }
    // Will the Ice Break? City: Press, 2017
    if text.get(title.1..).is_some_and(|rest| rest.starts_with('?')) {
        title.1 += 1;
    }
    let authors = names.and_then(|list| persons(text, behind_lead(text, list), lexicon));
    let whole = captures.get(0).map(|m| (base + m.start(), base + m.end()))?;
    let outlet = place("outlet");
    let called = |group| {
        let name = outlet.and_then(|(from, to)| text.get(from..to));
        name.is_some_and(|name| lexicon.holds_cue(group, name))
    };
    Some(Cited {
        whole,
        authors: authors.unwrap_or_default(),
        title,
        outlet: outlet.filter(|_| !called("no-periodical")),
        // Some University Press, 2015, pp. 12-15
        publisher: place("publisher").or_else(|| outlet.filter(|_| called("latin-press"))),
        date: date(text, (title.1, published(text, title.1)), false),
        ..Cited::default()
    })
}

/// Anna Moe, Northern Cold Waters, Ships and Trade: where, in a list of names without *and*, a title begins that reads
/// as one: it has four words, or three where no spaces stand behind the commas, none of them an initial or a particle.
/// Gives the end of the names, too.
fn title_within(text: &str, (from, to): Place) -> Option<(usize, usize)> {
    let list = text.get(from..to)?;
    if list.contains(" and ") || list.contains('&') {
        return None;
    }
    let marks = list.match_indices([',', '，']).map(|(at, mark)| (at, at + mark.len()));
    marks.into_iter().find_map(|(at, behind)| {
        let rest = list.get(behind..)?;
        let name = rest.trim_start();
        let item = name.split([',', '，']).next()?;
        let long = |word: &str| word.len() > 2 && word.starts_with(char::is_uppercase);
        let words = item.split(' ').count();
        let least = if name.len() == rest.len() { 3 } else { 4 };
        let title = words >= least && item.split(' ').all(|word| long(word) && !word.contains('.'));
        title.then_some((from + at, to - name.len()))
    })
}

/// See also Anna Moe: the words before the names of a list.
fn behind_lead(text: &str, (from, to): Place) -> Place {
    let list = text.get(from..to).unwrap_or_default();
    let lead = ["See also ", "See ", "Cf. ", "see "].iter().find(|lead| list.starts_with(**lead));
    (from + lead.map_or(0, |lead| lead.len()), to)
}

/// Where the part of a citation ends that tells its publication: at the next citation, or before
/// the day on which it was read.
fn published(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let marks = ["；", "。", ";", "http", "访问", "visited", "accessed", "Accessed", "“"];
    from + marks.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::Data, ontology::Ontology};

    fn found(text: &str) -> Vec<String> {
        let data = Data::embedded();
        let ontology = Ontology::load(&data).unwrap();
        let lexicon = Lexicon::load(&data, &ontology).unwrap();
        let piece = |(from, to): Place| {
            text.get(from..to).unwrap().trim_matches(['“', '”', ',']).to_owned()
        };
        let places =
            |work: Cited| [Some(work.title), work.outlet].into_iter().flatten().chain(work.authors);
        english(text, &lexicon).into_iter().flat_map(places).map(piece).collect()
    }

    #[test]
    fn authors_title_and_periodical_of_an_english_note() {
        assert_eq!(
            found(
                "③ See Anna de Vries and Tom O’Neil, “Rules for the Ice: A Map,” Polar Law Review, \
                 Vol. 3, No. 2, 2018, p. 12."
            ),
            ["Rules for the Ice: A Map", "Polar Law Review", "Anna de Vries", "Tom O’Neil"]
        );
    }

    #[test]
    fn a_question_in_the_title_and_three_authors() {
        assert_eq!(
            found("Li Na, Ole Berg, and Ida Moe, “Who Sails?” Journal of Ports, 2020, pp. 1-9."),
            ["Who Sails?", "Journal of Ports", "Li Na", "Ole Berg", "Ida Moe"]
        );
    }

    #[test]
    fn a_title_with_nothing_but_its_date() {
        assert_eq!(found("参见“A Chart of the Sea,” April 2014, p. 2。"), ["A Chart of the Sea"]);
    }

    #[test]
    fn titles_that_have_lost_their_italics() {
        assert_eq!(
            found("① See Ole Berg & Ida Moe, Counting Nets, Journal of Polar Ports, Vol. 2, 2023."),
            ["Counting Nets", "Journal of Polar Ports", "Ole Berg", "Ida Moe"]
        );
        assert_eq!(
            found(
                "⑤Karin Moe, The Status of Ice in Law: A Map, Northern University Press, 2021, p. 4."
            ),
            ["The Status of Ice in Law: A Map", "Karin Moe"]
        );
    }

    #[test]
    fn an_edition_before_a_press_and_a_page_behind_its_year() {
        for note in [
            "See Karin Moe, The Ice in Law, 9th ed., Oslo University Press, 2019, p. 45.",
            "Karin Moe, The Ice in Law, Oslo University Press, 2015, pp. 12-15.",
        ] {
            assert_eq!(found(note), ["The Ice in Law", "Karin Moe"]);
        }
    }

    #[test]
    fn commas_without_spaces() {
        assert_eq!(
            found(
                "见Karin Moe,Northern Cold Waters,Ships and Trade, 1949-1963,Oslo:Fram Press,2001"
            ),
            ["Northern Cold Waters,Ships and Trade, 1949-1963", "Karin Moe"]
        );
        assert_eq!(
            found("Karin Moe,Ole Berg,Counting Nets in Law,Oslo:Fram Press,2001"),
            ["Counting Nets in Law", "Karin Moe", "Ole Berg"]
        );
    }

    #[test]
    fn a_quotation_in_a_chinese_note_is_no_citation() {
        assert!(found("② 作者把它叫作“soft law”，见前引书第5页。").is_empty());
    }
}
