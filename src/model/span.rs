//! [`Span`]: a checked byte range of a document's text; the only place that slices text.

/// A half-open range of byte offsets into one document's repaired text.
///
/// A span never changes after recognition, and both its ends lie on character boundaries of the
/// text that it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Returns the span from `start` to `end` of `text`, or nothing where that is no range of
    /// whole characters.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        text.get(start..end)?;
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    /// Returns the first byte's offset.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the offset after the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Tells whether the span holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Cuts this span out of the text that it was made for.
    ///
    /// A span of another text yields the empty string where it does not fit.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// Tells whether the two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether `other` lies within this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_lie_on_characters() {
        assert!(Span::new("共识", 0, 3).is_some());
        assert!(Span::new("共识", 0, 2).is_none());
        assert!(Span::new("共识", 3, 9).is_none());
        assert_eq!(Span::new("共识", 3, 6).unwrap().of("共识"), "识");
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        let text = "甲乙丙";
        let (a, b) = (Span::new(text, 0, 3).unwrap(), Span::new(text, 3, 9).unwrap());
        assert!(!a.overlaps(b));
        assert!(a.cover(b).contains(b));
    }
}
