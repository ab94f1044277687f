//! Works cited in English in notes: authors, a title in quotation marks, a periodical.

use std::sync::LazyLock;

use regex::Regex;

use super::{candidate::Candidate, scan::Scan};
use crate::ontology::terms::class as terms;

/// The rule of a title cited in English.
pub(crate) const CITED_TITLE: &str = "cited title";

static CITED: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{Latin}.'’-]*(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|dos|di|du|la|le|van|von|der|den|ter|al|bin))+";
    let issue = r"(?:,? (?:Vol|Volume|No|Issue|vol|no|Spring|Summer|Autumn|Fall|Winter|\d)|,? \(?(?:19|20)\d\d)";
    let month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?";
    Regex::new(&format!(
        r#"(?:(?P<authors>{name}(?:(?:, and |, & | and | & |, ){name})*)(?: \(?[Ee]ds?\.\)?)?, ?)?(?P<title>[“"][^“”"]{{3,220}}?[”"]),? ?(?:(?:{month} )?(?:\d{{1,2}}, ?)?(?:19|20)\d\d|(?:in )?(?P<outlet>\p{{Lu}}[^,，；;。“”"]{{2,100}}?){issue})"#
    ))
    .expect("the expression is well-formed")
});
/// Paul Evans, Rules for the Ice, Polar Law Review, Vol. 3: a title that has lost its italics.
static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{Latin}.'’-]*(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|dos|di|du|la|le|van|von|der|den|ter|al|bin))+";
    Regex::new(&format!(
        r"(?:^|[^\p{{Latin}} ,]|[Ss]ee (?:also )?) ?(?P<authors>{name}(?:(?:, and |, & | and | & |, ){name})*)(?: \(?[Ee]ds?\.\)?)?, (?P<title>\p{{Lu}}[\p{{Latin}}'’?:–-]*(?: [\p{{Latin}}0-9'’?:&–-]+)+), (?:(?P<outlet>\p{{Lu}}[\p{{Latin}}'’&-]*(?: [\p{{Latin}}'’&:-]+)+),? (?:Vol|No|Issue|\d{{1,3}}[ ,(:])|(?:\p{{Lu}}[\p{{Latin}}'’&-]*(?: [\p{{Latin}}'’&.-]+)*),? (?:19|20)\d\d)"
    ))
    .expect("the expression is well-formed")
});
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\p{Lu}[^,&]*?(?:$|, and |, & | and | & |, )").expect("well-formed")
});

/// Finds the authors, titles and periodicals of citations in English.
pub(crate) fn english(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let quoted = CITED.captures_iter(scan.text);
    for captures in quoted.chain(PLAIN.captures_iter(scan.text)) {
        let Some(title) = captures.name("title") else { continue };
        let class = |name: &str| scan.ontology.class(name);
        if let Some(class) = class(terms::SCHOLARLY_WORK) {
            let name = title.as_str().trim_matches(['“', '”', '"']).trim_end_matches([',', '.']);
            found.push(
                Candidate::new(title.start(), title.end(), class, CITED_TITLE)
                    .named(name)
                    .ranked(7),
            );
        }
        if let (Some(class), Some(outlet)) = (class(terms::PERIODICAL), captures.name("outlet")) {
            let site = Candidate::new(outlet.start(), outlet.end(), class, "cited site");
            found.push(site.ranked(7));
        }
        let (Some(authors), Some(class)) = (captures.name("authors"), class(terms::PERSON)) else {
            continue;
        };
        for name in NAME.find_iter(authors.as_str()) {
            let bare = ["See also ", "See ", "Cf. ", "see "]
                .iter()
                .find_map(|lead| name.as_str().strip_prefix(lead))
                .unwrap_or(name.as_str());
            let start = authors.start() + name.end() - bare.len();
            let separators = [", and ", ", & ", " and ", " & ", ", "];
            let bare = separators.iter().find_map(|mark| bare.strip_suffix(mark)).unwrap_or(bare);
            if bare.contains(' ') {
                let author = Candidate::new(start, start + bare.len(), class, "cited author");
                found.push(author.ranked(7));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::Data, ontology::Ontology, recognise::Lexicon};

    fn found(text: &str) -> Vec<String> {
        let data = Data::embedded();
        let ontology = Ontology::load(&data).unwrap();
        let lexicon = Lexicon::load(&data, &ontology).unwrap();
        let scan = Scan::new(text, &lexicon, &ontology);
        let text = |c: Candidate| c.name.unwrap_or_else(|| scan.slice(c.start, c.end).to_owned());
        english(&scan).into_iter().map(text).collect()
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
    fn a_quotation_in_a_chinese_note_is_no_citation() {
        assert!(found("② 作者把它叫作“soft law”，见前引书第5页。").is_empty());
    }
}
