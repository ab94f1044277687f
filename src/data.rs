//! The files that come with the program, and a user's own that take their place.
//!
//! `data/`, `ontology/` and `queries/` are compiled into the binary. A user's folder has the same
//! layout; a file there replaces the one of the same path, and new files are added. What no stage
//! reads, such as a page that explains the folder, may lie there, too.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use include_dir::{Dir, DirEntry, include_dir};

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");
static ONTOLOGY: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/ontology");
static QUERIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/queries");

/// Why a user's data folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is not UTF-8.
    #[error(
        "{}:{line}: expected UTF-8 text; a spreadsheet saves it as “CSV UTF-8”", path.display()
    )]
    NotText {
        /// The file.
        path: PathBuf,
        /// The line of the first wrong byte, from 1.
        line: usize,
    },
    /// A file is where, or called so that, nothing reads it.
    #[error("{}: nothing reads this file; expected {expected}", path.display())]
    Stray {
        /// The file.
        path: PathBuf,
        /// Where and how called such a file would be read.
        expected: String,
    },
}

/// The files that are read: folder and ending.
const READ: [(&str, &str); 10] = [
    ("data/corpus", ".txt"),
    ("data/lexicon", ".csv"),
    ("data/patterns", ".toml"),
    ("data/normalise", ".toml"),
    ("ontology", ".ttl"),
    ("ontology/rules", ".rq"),
    ("queries", ".rq"),
    ("queries/networks", ".rq"),
    ("queries/exports", ".rq"),
    ("queries/figures", ".rq"),
];
/// A single file that is read and lies in none of these folders.
const CONFIDENCE: &str = "data/confidence.csv";
/// The judgements of persons, where they stand with the lists that they go with.
pub(crate) const CURATION: &str = "data/curation.csv";

/// Says where a file with this ending would be read, or how called one in this folder.
fn expected(folder: &str, ending: &str) -> String {
    let written =
        |(at, ends): &(&str, &str)| format!("{}/*{ends}", at.strip_prefix("data/").unwrap_or(at));
    let like = READ.iter().filter(|(at, ends)| *at == folder || ends.ends_with(ending));
    like.map(written).collect::<Vec<_>>().join(" or ")
}

/// One file: what to call it in a message, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// The path to show: that of the user's file, or the path within the project.
    pub path: String,
    /// The text.
    pub text: String,
    /// Whether it is the user's.
    pub own: bool,
}

/// All data files by their path within the project: `data/lexicon/countries.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    files: BTreeMap<String, DataFile>,
}

impl Data {
    /// Returns the files that come with the program.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        for (name, dir) in [("data", &DATA), ("ontology", &ONTOLOGY), ("queries", &QUERIES)] {
            collect(name, dir, &mut files);
        }
        Self { files }
    }

    /// Lays a user's folder over these files; fails at the first that cannot be read.
    ///
    /// The folder may hold `lexicon/` and `patterns/` at its top, or `data/`, `ontology/` and
    /// `queries/` as the project does.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), DataError> {
        let mut errors = self.overlay_all(folder).into_iter();
        let failed = errors.find(|error| !matches!(error, DataError::Stray { .. }));
        failed.map_or(Ok(()), Err)
    }

    /// Does as [`Data::overlay`], but goes on after a file that cannot be read; returns all that is
    /// wrong, in the order of the files.
    pub fn overlay_all(&mut self, folder: &Path) -> Vec<DataError> {
        let mut errors = Vec::new();
        self.overlay_below(folder, "", &mut errors);
        errors
    }

    fn overlay_below(&mut self, folder: &Path, prefix: &str, errors: &mut Vec<DataError>) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(source) => {
                errors.push(DataError::Read { path: folder.to_owned(), source });
                return;
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            // What systems and spreadsheets leave behind: .DS_Store, ~$ships.xlsx.
            if name.starts_with(['.', '~']) {
                continue;
            }
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                self.overlay_below(&path, &format!("{name}/"), errors);
                continue;
            }
            let key = match name.split('/').next() {
                Some("data" | "ontology" | "queries") => name,
                _ => format!("data/{name}"),
            };
            match kind(&key) {
                Kind::Read => match read(&path) {
                    Ok(file) => drop(self.files.insert(key, file)),
                    Err(error) => errors.push(error),
                },
                Kind::Stray(expected) => errors.push(DataError::Stray { path, expected }),
                Kind::Other => {}
            }
        }
    }

    /// Returns one file by its path within the project.
    pub fn file(&self, path: &str) -> Option<&DataFile> {
        self.files.get(path)
    }

    /// Returns the files right in a folder that end so, by name: `("queries", ".rq")`.
    pub fn folder<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a DataFile)> {
        self.files.iter().filter_map(move |(path, file)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            (!name.contains('/') && name.ends_with(ending)).then_some((name, file))
        })
    }
}

/// What a file of a user's folder is, by its path within the project.
enum Kind {
    /// One that is read.
    Read,
    /// One that seems to be meant to be read, and where or how called it would be.
    Stray(String),
    /// Another one.
    Other,
}

fn kind(key: &str) -> Kind {
    let (folder, name) = key.rsplit_once('/').unwrap_or_default();
    let fits = |(at, ending): &(&str, &str)| *at == folder && name.ends_with(ending);
    if [CONFIDENCE, CURATION].contains(&key) || READ.iter().any(fits) {
        return Kind::Read;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    // A table at the top of the folder may be one that the program wrote.
    let table = ending == "csv" && folder != "data";
    let of_ours = table || ["toml", "ttl", "rq"].contains(&ending.as_str());
    let beside_ours = READ.iter().any(|(at, _)| *at == folder) && ending != "md";
    if of_ours || beside_ours { Kind::Stray(expected(folder, &ending)) } else { Kind::Other }
}

/// Reads a user's file, without what spreadsheets write: a byte order mark, and line ends of two
/// characters, at which lines would be counted wrongly.
fn read(path: &Path) -> Result<DataFile, DataError> {
    let bytes =
        fs::read(path).map_err(|source| DataError::Read { path: path.to_owned(), source })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = sound.filter(|byte| **byte == b'\n').count() + 1;
        DataError::NotText { path: path.to_owned(), line }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(DataFile { path: path.display().to_string(), text, own: true })
}

fn collect(prefix: &str, dir: &'static Dir<'static>, files: &mut BTreeMap<String, DataFile>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(below) => collect(prefix, below, files),
            DirEntry::File(file) => {
                let path = format!("{prefix}/{}", file.path().to_string_lossy().replace('\\', "/"));
                if let Some(text) = file.contents_utf8() {
                    let file = DataFile { path: path.clone(), text: text.to_owned(), own: false };
                    files.insert(path, file);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_users_file_takes_the_place_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("lexicon")).unwrap();
        fs::write(folder.path().join("lexicon/ships.csv"), "name\n雪龙号\n").unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        assert!(data.file("data/lexicon/ships.csv").unwrap().text.contains("雪龙号"));
        assert!(data.folder("data/lexicon", ".csv").any(|(name, _)| name == "ships.csv"));
    }

    /// Lays a folder with one file over ours; returns the data and what is wrong.
    fn overlaid(name: &str, content: &[u8]) -> (Data, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        let mut data = Data::embedded();
        let errors = data.overlay_all(folder.path());
        (data, errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_file_that_is_not_text_is_named_with_its_line() {
        let (_, errors) = overlaid("lexicon/x.csv", b"class,name\nShip,\xb3\xa4\xd5\xf7\n");
        assert!(errors[0].contains("x.csv:2: expected UTF-8 text"), "{errors:?}");
    }

    #[test]
    fn what_a_spreadsheet_adds_is_no_part_of_the_text() {
        let (data, errors) = overlaid("lexicon/x.csv", "\u{feff}class,name\r\na,b".as_bytes());
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(data.file("data/lexicon/x.csv").unwrap().text, "class,name\na,b");
    }

    #[test]
    fn a_file_that_nothing_reads_is_named_and_what_is_none_of_ours_is_not() {
        for (name, expected) in [
            ("pattern/x.toml", "patterns/*.toml or normalise/*.toml"),
            ("lexicon/x.xlsx", "lexicon/*.csv"),
            ("lexicon/more/x.csv", "lexicon/*.csv"),
            ("mine.ttl", "ontology/*.ttl"),
        ] {
            let (_, errors) = overlaid(name, b"");
            let told = format!("{name}: nothing reads this file; expected {expected}");
            assert!(errors[0].ends_with(&told), "{errors:?}");
        }
        for name in ["README.md", "texts/a.txt", "facts.csv", "lexicon/.DS_Store"] {
            assert_eq!(overlaid(name, b"\xff").1, [""; 0], "{name}");
        }
    }
}
