//! [`Characters`]: a set of characters that is quick to ask and need not be exact.

/// A set of characters that takes some more to be in it than are: those that share the lowest bits
/// with one that is. `WORDS` is its size; the more, the fewer.
#[derive(Clone, Debug)]
pub(crate) struct Characters<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Characters<WORDS> {
    /// The empty set.
    pub(crate) const fn new() -> Self {
        Self([0; WORDS])
    }

    /// The set of some characters.
    pub(crate) fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut set = Self::new();
        characters.for_each(|character| set.mark(character));
        set
    }

    fn place(character: char) -> (usize, u64) {
        let low = character as usize % (64 * WORDS);
        (low / 64, 1 << (low % 64))
    }

    /// Puts a character into the set.
    pub(crate) fn mark(&mut self, character: char) {
        let (at, bit) = Self::place(character);
        self.0[at] |= bit;
    }

    /// Tells whether a character may be in the set; where not, it is not.
    pub(crate) fn may_hold(&self, character: char) -> bool {
        let (at, bit) = Self::place(character);
        self.0[at] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_set_is_found() {
        let mut set = Characters::<16>::new();
        set.mark('会');
        assert!(set.may_hold('会') && !set.may_hold('议'));
    }
}
