//! The files that come with the program, and a user's own that take their place.
//!
//! `data/`, `ontology/` and `queries/` are compiled into the binary. A user's folder has the same
//! layout; a file there replaces the one of the same path, and new files are added.

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
    #[error("{}: not UTF-8 text", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
}

/// One file: what to call it in a message, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// The path to show: that of the user's file, or the path within the project.
    pub path: String,
    /// The text.
    pub text: String,
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

    /// Lays a user's folder over these files.
    ///
    /// The folder may hold `lexicon/` and `patterns/` at its top, or `data/`, `ontology/` and
    /// `queries/` as the project does.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), DataError> {
        self.overlay_below(folder, "")
    }

    fn overlay_below(&mut self, folder: &Path, prefix: &str) -> Result<(), DataError> {
        let read = |source| DataError::Read { path: folder.to_owned(), source };
        let mut entries: Vec<_> =
            fs::read_dir(folder).and_then(Iterator::collect::<Result<_, _>>).map_err(read)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if path.is_dir() {
                self.overlay_below(&path, &format!("{name}/"))?;
                continue;
            }
            let bytes =
                fs::read(&path).map_err(|source| DataError::Read { path: path.clone(), source })?;
            let text =
                String::from_utf8(bytes).map_err(|_| DataError::NotText { path: path.clone() })?;
            let top = name.split('/').next().unwrap_or_default();
            let key = match top {
                "data" | "ontology" | "queries" => name,
                _ => format!("data/{name}"),
            };
            self.files.insert(key, DataFile { path: path.display().to_string(), text });
        }
        Ok(())
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

fn collect(prefix: &str, dir: &'static Dir<'static>, files: &mut BTreeMap<String, DataFile>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(below) => collect(prefix, below, files),
            DirEntry::File(file) => {
                let path = format!("{prefix}/{}", file.path().to_string_lossy().replace('\\', "/"));
                if let Some(text) = file.contents_utf8() {
                    files.insert(path.clone(), DataFile { path, text: text.to_owned() });
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

    #[test]
    fn a_file_that_is_not_text_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.csv"), [0xff, 0xfe]).unwrap();
        let message = Data::embedded().overlay(folder.path()).unwrap_err().to_string();
        assert!(message.contains("x.csv"), "{message}");
    }
}
