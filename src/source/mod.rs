//! Reads files and folders of texts into [`Source`]s; knows nothing of what they say.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::model::{Outcome, Warning};

/// The endings of files that are read as plain text.
const TEXT_ENDINGS: [&str; 3] = ["txt", "md", "text"];

/// The file of judgements, where no other is named.
pub(crate) const JUDGEMENTS: &str = "curation.csv";

/// One text as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name without its ending; unique in a corpus.
    pub id: String,
    /// The file as the user gave it.
    pub path: String,
    /// The text as it stands in the file, without a byte order mark.
    pub raw: String,
}

impl Source {
    /// Makes a source of a text that is at hand already, such as one that comes with the program.
    pub fn new(id: impl Into<String>, path: impl Into<String>, raw: impl Into<String>) -> Self {
        let raw: String = raw.into();
        let raw = raw.strip_prefix('\u{feff}').map_or_else(|| raw.clone(), str::to_owned);
        Self { id: id.into(), path: path.into(), raw }
    }
}

/// Why a text could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// There is no such file or folder.
    #[error("{}: no such file or folder", path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// The file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file has nothing but white space.
    #[error("{}: the file is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file holds no text: NUL bytes, or control characters for the most part.
    #[error("{}: a binary file, not a text", path.display())]
    Binary {
        /// The file.
        path: PathBuf,
    },
    /// The file is text, but not in UTF-8.
    #[error("{}:{line}: not UTF-8 text", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line of the first wrong byte, from 1.
        line: u32,
    },
    /// A file was named that has none of the endings of texts.
    #[error("{}: not a kind of file that is read ({})", path.display(), TEXT_ENDINGS.join(", "))]
    Kind {
        /// The file.
        path: PathBuf,
    },
    /// Two files would be one document.
    #[error("{} and {} would both be document '{id}'", first.display(), second.display())]
    SameId {
        /// The name that they share.
        id: String,
        /// The file read first.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// The folder has no text in it.
    #[error("{}: no text in this folder ({})", path.display(), TEXT_ENDINGS.join(", "))]
    NoTexts {
        /// The folder.
        path: PathBuf,
    },
}

/// Reads files, and folders with all that is below them, in the order of their names.
///
/// Files of other kinds in a folder are passed over with a warning, hidden ones without.
pub fn read(paths: &[PathBuf]) -> Result<Outcome<Vec<Source>>, SourceError> {
    let mut found = Outcome { value: Vec::new(), warnings: Vec::new() };
    for path in paths {
        if path.is_dir() {
            let before = found.value.len();
            read_folder(path, &mut found)?;
            if found.value.len() == before {
                return Err(SourceError::NoTexts { path: path.clone() });
            }
        } else if !path.exists() {
            return Err(SourceError::Missing { path: path.clone() });
        } else if is_text_name(path) {
            found.value.push(read_file(path)?);
        } else {
            return Err(SourceError::Kind { path: path.clone() });
        }
    }
    check_ids(&found.value)?;
    Ok(found)
}

fn read_folder(folder: &Path, found: &mut Outcome<Vec<Source>>) -> Result<(), SourceError> {
    let read = |source| SourceError::Read { path: folder.to_owned(), source };
    let mut entries: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect::<Result<_, _>>).map_err(read)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            read_folder(&path, found)?;
        } else if is_text_name(&path) {
            found.value.push(read_file(&path)?);
        } else {
            let message = if entry.file_name() != JUDGEMENTS {
                "passed over: not a kind of file that is read"
            } else if is_applied(&path) {
                continue;
            } else {
                "passed over: no text; judgements that do not lie in the current folder are named by --curation"
            };
            let path = path.display().to_string();
            found.warnings.push(Warning { path, line: None, message: message.to_owned() });
        }
    }
    Ok(())
}

/// Tells whether a table of judgements is that of the current folder, which is read as such.
fn is_applied(path: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    whole(path).is_some_and(|file| whole(Path::new(JUDGEMENTS)) == Some(file))
}

fn read_file(path: &Path) -> Result<Source, SourceError> {
    let bytes =
        fs::read(path).map_err(|source| SourceError::Read { path: path.to_owned(), source })?;
    let text = decode(&bytes, path)?;
    let id = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Source::new(id, path.display().to_string(), text))
}

fn decode<'a>(bytes: &'a [u8], path: &Path) -> Result<&'a str, SourceError> {
    let control = bytes.iter().filter(|&&byte| byte < 0x20 && !b"\t\n\r\x0c".contains(&byte));
    if bytes.contains(&0) || control.count() * 2 > bytes.len() {
        return Err(SourceError::Binary { path: path.to_owned() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let lines = good.split(|&byte| byte == b'\n').count();
        let line = u32::try_from(lines).unwrap_or(u32::MAX);
        SourceError::NotUtf8 { path: path.to_owned(), line }
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(SourceError::Empty { path: path.to_owned() });
    }
    Ok(text)
}

fn is_text_name(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| TEXT_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn check_ids(sources: &[Source]) -> Result<(), SourceError> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for source in sources {
        if let Some(first) = seen.insert(&source.id, &source.path) {
            return Err(SourceError::SameId {
                id: source.id.clone(),
                first: first.into(),
                second: source.path.as_str().into(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn read_one(name: &str, bytes: &[u8]) -> Result<Outcome<Vec<Source>>, SourceError> {
        let folder = folder(&[(name, bytes)]);
        read(&[folder.path().join(name)])
    }

    #[test]
    fn a_folder_is_read_with_all_below_it_in_name_order() {
        let folder = folder(&[
            ("b.txt", "乙".as_bytes()),
            ("a/z.md", "甲".as_bytes()),
            ("c.pdf", b"%PDF"),
            (".hidden.txt", b"x"),
        ]);
        let found = read(&[folder.path().to_owned()]).unwrap();
        let ids: Vec<_> = found.value.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["z", "b"]);
        assert_eq!(found.warnings.len(), 1);
        assert!(found.warnings[0].path.ends_with("c.pdf"));
    }

    #[test]
    fn judgements_among_the_texts_are_said_to_lie_elsewhere() {
        let folder = folder(&[("a.txt", "甲".as_bytes()), ("curation.csv", b"action\n")]);
        let found = read(&[folder.path().to_owned()]).unwrap();
        assert!(found.warnings[0].message.contains("named by --curation"));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let found = read_one("a.txt", "\u{feff}共识\r\n".as_bytes()).unwrap();
        assert_eq!(found.value[0].raw, "共识\r\n");
    }

    #[test]
    fn wrong_files_are_named_with_their_fault() {
        let cases: [(&str, &[u8], &str); 5] = [
            ("a.txt", b" \n\t", "the file is empty"),
            ("a.txt", b"ab\0c", "a binary file"),
            ("a.txt", b"\x01\x02\x03a", "a binary file"),
            ("a.txt", b"one\ntwo\n\xb9\xb2\xca\xb6", "a.txt:3: not UTF-8"),
            ("a.pdf", b"%PDF", "not a kind of file"),
        ];
        for (name, bytes, message) in cases {
            let error = read_one(name, bytes).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn a_missing_file_and_an_empty_folder_are_errors() {
        let folder = folder(&[]);
        let missing = read(&[folder.path().join("none.txt")]).unwrap_err();
        assert!(matches!(missing, SourceError::Missing { .. }));
        let bare = read(&[folder.path().to_owned()]).unwrap_err();
        assert!(matches!(bare, SourceError::NoTexts { .. }));
    }

    #[test]
    fn two_files_of_one_name_are_an_error() {
        let folder = folder(&[("a/x.txt", b"1"), ("b/x.md", b"2")]);
        let error = read(&[folder.path().to_owned()]).unwrap_err().to_string();
        assert!(error.contains("both be document 'x'"), "{error}");
    }
}
