//! The texts that the program is measured on, where they are at hand; they are not ours to ship.

use std::path::{Path, PathBuf};

use gongshi::{
    data::Data,
    model::{BlockKind, Document},
    normalise::{Repairs, normalise},
    source::{self, Source},
};

/// Reads and repairs the texts, or says that they are not here.
#[expect(clippy::print_stdout, reason = "who runs the tests should know that these did not run")]
fn documents() -> Option<Vec<Document>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        println!("skipped: no folder {}", folder.display());
        return None;
    }
    let repairs = Repairs::load(&Data::embedded()).expect("our own data loads");
    let sources = source::read(&[PathBuf::from(&folder)]).expect("the texts are texts").value;
    Some(sources.iter().map(|source| normalise(source, &repairs).value).collect())
}

fn count(document: &Document, is_kind: impl Fn(BlockKind) -> bool) -> usize {
    document.blocks.iter().filter(|block| is_kind(block.kind)).count()
}

#[test]
fn no_fault_of_characters_is_left() {
    for document in documents().into_iter().flatten() {
        let is_fault = |c: char| {
            matches!(c, '\u{a000}'..='\u{a4cf}' | '\u{ff10}'..='\u{ff19}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
                || matches!(c, '«' | '»' | '￣' | '\u{3000}' | '\u{a0}' | '\t')
        };
        let left = document.text.char_indices().find(|&(_, c)| is_fault(c));
        assert_eq!(left.map(|(at, c)| (document.line_of(at), c)), None, "{}", document.id);
    }
}

#[test]
fn paragraphs_end_as_sentences_do() {
    for document in documents().into_iter().flatten() {
        let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        let texts: Vec<&str> = paragraphs.map(|block| document.slice(block.span)).collect();
        let ends = ['。', '！', '？', '；', '：', '”', '）'];
        let open: Vec<&&str> = texts.iter().filter(|text| !text.ends_with(ends)).collect();
        assert!(open.len() * 20 <= texts.len(), "{}: {open:?}", document.id);
    }
}

#[test]
fn a_text_once_repaired_is_repaired() {
    let repairs = Repairs::load(&Data::embedded()).unwrap();
    for document in documents().into_iter().flatten() {
        let source = Source::new(&document.id, &document.path, &document.text);
        assert!(normalise(&source, &repairs).value.text == document.text, "{}", document.id);
    }
}

#[test]
fn the_parts_of_the_texts_are_told() {
    let Some(documents) = documents() else { return };
    let find = |id: &str| documents.iter().find(|document| document.id == id).unwrap();
    let seminars = find("seminars-2022");
    assert_eq!(count(seminars, |kind| kind == BlockKind::RosterEntry), 91);
    assert_eq!(count(seminars, |kind| kind == BlockKind::ListItem), 43);
    assert_eq!(count(seminars, |kind| matches!(kind, BlockKind::Heading(_))), 16);
    assert_eq!(count(find("white-paper-2022"), |kind| kind == BlockKind::BoxHeading), 3);
    let article = find("xu-longdi-2023");
    assert_eq!(count(article, |kind| matches!(kind, BlockKind::Heading(_))), 17);
    assert_eq!(count(article, |kind| kind == BlockKind::RunningHead), 4);
    assert_eq!(count(article, |kind| kind == BlockKind::Footnote), 55);
}
