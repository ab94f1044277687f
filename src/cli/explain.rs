//! `gongshi rank --explain`: what a paper must say of the numbers, instead of the numbers.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

use anyhow::Context as _;
use sha2::{Digest, Sha256};

use super::{
    Setting,
    network_input::{Origin, Reading},
};
use crate::{
    explain::{self, Account, Subject, explain},
    export::Language,
};

/// Prints two paragraphs and their references.
pub(super) fn run(
    reading: &Reading,
    subject: Subject,
    language: Language,
    setting: Setting<'_>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let account = Account {
        network: &reading.network,
        origin: origin(&reading.origin, setting)?,
        version: env!("CARGO_PKG_VERSION"),
        limits: reading.limits,
        terms: &reading.terms,
        without: reading.without,
        subject,
    };
    write!(out, "{}", explain(&account, language))?;
    Ok(())
}

fn origin(origin: &Origin, setting: Setting<'_>) -> anyhow::Result<explain::Origin> {
    Ok(match origin {
        Origin::Table(path) => {
            explain::Origin::Table { file: file_name(path), sha256: sha256(path)? }
        }
        Origin::Graph { question, set, texts } => {
            let or = |text: &str, other: &str| {
                if text.is_empty() { other.to_owned() } else { text.to_owned() }
            };
            let (zh, en) = (&question.description_zh, &question.description);
            explain::Origin::Graph {
                title: (
                    or(&question.title_zh, &question.name),
                    or(&question.title_en, &question.name),
                ),
                description: (or(zh, en), or(en, zh)),
                set: set.clone(),
                file: file_name(setting.graph),
                sha256: sha256(setting.graph)?,
                texts: *texts,
            }
        }
    })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn sha256(path: &Path) -> anyhow::Result<String> {
    let what = || format!("cannot read {}", path.display());
    let mut hasher = Sha256::new();
    io::copy(&mut File::open(path).with_context(what)?, &mut Digester(&mut hasher))
        .with_context(what)?;
    Ok(hasher.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")))
}

/// Takes what is written into a digest.
struct Digester<'a>(&'a mut Sha256);

impl Write for Digester<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_digest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc");
        std::fs::write(&path, "abc").unwrap();
        // The example of FIPS 180-2.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(&path).unwrap(), expected);
        assert!(sha256(&folder.path().join("none")).unwrap_err().to_string().contains("none"));
    }
}
