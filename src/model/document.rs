//! [`Document`]: one source after repair, cut into blocks, with every character's place of origin.

use super::Span;

/// What the text says of itself before its body, where it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The date of publication in ISO form, as precise as stated.
    pub date: Option<String>,
    /// The address of the original.
    pub address: Option<String>,
}

/// What a block of text is in the layout of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A line of the title, or of the imprint above or below it.
    Title,
    /// A heading; level 1 is the highest.
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// An item of a numbered or bulleted list, with its marker.
    ListItem,
    /// A line of a roster: a person's name, then affiliation and title.
    RosterEntry,
    /// The heading of a box (专栏); the box's own paragraphs follow as paragraphs.
    BoxHeading,
    /// A note at the foot of a page or the end of the text, with its marker.
    Footnote,
    /// A running head or foot: the journal's name and issue, the title, the page.
    RunningHead,
    /// A line of a table of contents.
    Contents,
}

/// One paragraph, heading, item, entry or note: a range of the text without line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is in the document's text.
    pub span: Span,
}

/// From this byte of the repaired text on, characters come from this place of the file.
///
/// The run goes on, one character of text for one of the file, until the next origin begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Byte offset in the repaired text.
    pub text: u32,
    /// Line in the file, from 1.
    pub line: u32,
    /// Page of the file, from 1, where the file has pages.
    pub page: Option<u32>,
}

/// One source after repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The source file's name without its ending; unique in a corpus.
    pub id: String,
    /// The file's path as the user gave it.
    pub path: String,
    /// What the file's front matter says.
    pub front: FrontMatter,
    /// The repaired text: blocks joined by line feeds, and nothing else.
    pub text: String,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// Where the characters come from, by rising `text`; the first begins at 0.
    pub origins: Vec<Origin>,
}

impl Document {
    /// Returns the line of the file, from 1, that the character at this byte comes from.
    ///
    /// Takes time logarithmic in the number of origins.
    pub fn line_of(&self, byte: usize) -> u32 {
        self.origin_of(byte).map_or(1, |origin| origin.line)
    }

    /// Returns the page of the file, from 1, that the character at this byte comes from.
    pub fn page_of(&self, byte: usize) -> Option<u32> {
        self.origin_of(byte).and_then(|origin| origin.page)
    }

    fn origin_of(&self, byte: usize) -> Option<&Origin> {
        let after = self.origins.partition_point(|origin| origin.text as usize <= byte);
        self.origins.get(after.checked_sub(1)?)
    }

    /// Cuts a span out of the text.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Returns the offset of a byte in Unicode code points. Takes time linear in the offset.
    pub fn code_point(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(0, |before| before.chars().count())
    }
}
