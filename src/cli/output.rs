//! Where results go: to a file that is there whole or not at all, or to standard output.

use std::{
    io::{self, Write},
    path::Path,
};

use crate::rdf;

/// Writes to a file and moves it to its place when it is whole; without one, to `out`.
pub(super) fn write(
    path: Option<&Path>,
    out: &mut dyn Write,
    content: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Some(path) = path else {
        return content(out);
    };
    let mut failed = None;
    let written = rdf::in_place(path, |file| {
        content(file).map_err(|error| {
            failed = Some(error);
            io::Error::other("the content failed")
        })
    });
    match failed {
        Some(error) => Err(error.context(format!("cannot write {}", path.display()))),
        None => Ok(written?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_file_and_keeps_its_cause() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.csv");
        std::fs::write(&path, "old").unwrap();
        let error = write(Some(&path), &mut Vec::new(), |_| anyhow::bail!("no row")).unwrap_err();
        let message = format!("{error:#}");
        assert!(message.ends_with("x.csv: no row"), "{message}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    }

    #[test]
    fn without_a_file_the_content_is_printed() {
        let mut out = Vec::new();
        write(None, &mut out, |out| Ok(out.write_all(b"x")?)).unwrap();
        assert_eq!(out, b"x");
    }
}
