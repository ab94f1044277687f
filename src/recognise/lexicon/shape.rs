//! [`Shape`]: which columns a list has, by the name of its file.

use crate::ontology::terms::class as terms;

/// What the rows of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Names of one class.
    NamesOf(&'static str),
    /// Names of journals that are ordinary phrases.
    TitledPeriodicals,
    /// Surnames.
    Surnames,
    /// Titles and offices.
    Titles,
    /// What may stand before a title.
    TitleModifiers,
    /// Characters that foreign names are transcribed with.
    Transliteration,
    /// Words that are no part of a name, or only at times.
    Words,
    /// Ordinary words.
    Common,
    /// Running text that holds a name by chance.
    Accidents,
    /// Words that rules look for.
    Cues,
    /// Words that name nothing of their own.
    Generic,
    /// Names, or endings of names, each with its class.
    Other,
}

impl Shape {
    /// Returns the shape of a file. What stands between the first point and the ending is free, so
    /// that `titles.space.csv` adds to the titles.
    pub(super) fn of(file: &str) -> Self {
        match file.split('.').next().unwrap_or_default() {
            "countries" => Self::NamesOf(terms::COUNTRY),
            "places" => Self::NamesOf(terms::PLACE),
            "international" => Self::NamesOf(terms::INTERNATIONAL_ORGANISATION),
            "organisations" => Self::NamesOf(terms::ORGANISATION),
            "government" => Self::NamesOf(terms::GOVERNMENT_BODY),
            "companies" => Self::NamesOf(terms::COMPANY),
            "universities" => Self::NamesOf(terms::UNIVERSITY),
            "periodicals" => Self::NamesOf(terms::PERIODICAL),
            "periodicals-titled" => Self::TitledPeriodicals,
            "surnames" => Self::Surnames,
            "titles" => Self::Titles,
            "title-modifiers" => Self::TitleModifiers,
            "transliteration" => Self::Transliteration,
            "words" => Self::Words,
            "common" => Self::Common,
            "accidents" => Self::Accidents,
            "cues" => Self::Cues,
            "generic" => Self::Generic,
            _ => Self::Other,
        }
    }

    /// Returns the columns that such a list must have, and those that it may have.
    fn columns(self, ending: bool) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::NamesOf(_) => (&["name"], &["aliases", "short", "english"]),
            Self::TitledPeriodicals => (&["name"], &["aliases"]),
            Self::Surnames => (&["surname"], &[]),
            Self::Titles => (&["title", "kind"], &[]),
            Self::TitleModifiers => (&["modifier"], &[]),
            Self::Transliteration => (&["characters"], &[]),
            Self::Words => (&["word", "kind"], &[]),
            Self::Common => (&["word"], &["kind"]),
            Self::Accidents => (&["text"], &[]),
            Self::Cues => (&["group", "word"], &[]),
            Self::Generic => (&["word"], &[]),
            Self::Other if ending => (&["class", "ending"], &["weak"]),
            Self::Other => (&["class", "name"], &["aliases", "short", "english"]),
        }
    }
}

/// Checks the first row of a list; says what was expected where it is not that.
pub(super) fn check(shape: Shape, headers: &csv::StringRecord) -> Result<(), String> {
    let ending = headers.iter().any(|column| column == "ending");
    let (must, may) = shape.columns(ending);
    let lacks = must.iter().any(|column| !headers.iter().any(|header| header == *column));
    let known = |column: &str| must.contains(&column) || may.contains(&column);
    let twice = |at: usize, column: &str| headers.iter().take(at).any(|before| before == column);
    let wrong = headers.iter().enumerate().any(|(at, column)| !known(column) || twice(at, column));
    if !lacks && !wrong {
        return Ok(());
    }
    let mut expected = must.join(", ");
    if !may.is_empty() {
        expected = format!("{expected}, and at will {}", may.join(", "));
    }
    if shape == Shape::Other && !ending {
        expected.push_str("; or class, ending, and at will weak");
    }
    let found: Vec<&str> = headers.iter().collect();
    Err(format!("expected the columns {expected}; found `{}`", found.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(file: &str, header: &str) -> Result<(), String> {
        check(Shape::of(file), &header.split(',').collect())
    }

    #[test]
    fn a_list_has_the_columns_of_its_kind_in_any_order() {
        for (file, header) in [
            ("ships.csv", "name,class"),
            ("ships.csv", "class,name,english,aliases"),
            ("ships.csv", "ending,class,weak"),
            ("countries.csv", "name,short"),
            ("titles.space.csv", "title,kind"),
        ] {
            assert_eq!(checked(file, header), Ok(()), "{file}: {header}");
        }
    }

    #[test]
    fn other_columns_are_told_with_what_was_expected() {
        let message = checked("ships.csv", "名称,class").unwrap_err();
        assert_eq!(
            message,
            "expected the columns class, name, and at will aliases, short, english; \
             or class, ending, and at will weak; found `名称,class`"
        );
        assert!(checked("ships.csv", "class;name").is_err());
        assert!(checked("ships.csv", "class,name,alias").is_err());
        assert!(checked("ships.csv", "class,name,name").is_err());
        assert!(checked("titles.csv", "name,class").unwrap_err().contains("title, kind;"));
    }
}
