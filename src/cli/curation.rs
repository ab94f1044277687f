//! Where judgements come from: a file that is named, or one that lies where it is expected.

use std::{fs, io, path::Path};

use anyhow::Context as _;

use crate::{
    curate::Curation,
    data::{CURATION, Data},
    ontology::Ontology,
    source::JUDGEMENTS,
};

/// Reads the judgements of the named file; else those of the data folder; else those beside the
/// graph's builder, in the current folder; else there are none.
pub(super) fn load(
    named: Option<&Path>,
    data: &Data,
    ontology: &Ontology,
) -> anyhow::Result<Option<Curation>> {
    if let Some(path) = named {
        return parse(path, ontology).map(Some);
    }
    if let Some(file) = data.file(CURATION) {
        return Ok(Some(Curation::parse(&file.path, &file.text, ontology)?));
    }
    let path = Path::new(JUDGEMENTS);
    if path.is_file() { parse(path, ontology).map(Some) } else { Ok(None) }
}

fn parse(path: &Path, ontology: &Ontology) -> anyhow::Result<Curation> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        let message = "not UTF-8 text; a spreadsheet has “CSV UTF-8” among its formats";
        io::Error::other(format!("{}:{line}: {message}", path.display()))
    })?;
    Ok(Curation::parse(&path.display().to_string(), &text, ontology)?)
}
