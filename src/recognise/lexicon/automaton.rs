//! [`Automaton`]: very many words, to find those that begin at each place of a text.

/// Words in a double array: a node leads to the cell that is as far from its base as the number of
/// the character tells, where that cell is the node's own. A step looks at one cell, seldom at two,
/// so that little of the array is touched.
#[derive(Debug)]
pub(super) struct Automaton {
    cells: Vec<Cell>,
    /// The numbers of characters by pages; 0 is that of those that are in no word.
    pages: Vec<u16>,
    numbers: Vec<[u16; PAGE]>,
}

/// A cell; what is asked of it together stands together.
#[derive(Clone, Copy, Debug)]
struct Cell {
    base: u32,
    /// The node that leads here; [`NONE`] where the cell is free.
    owner: u32,
    /// The word that ends here, or [`NONE`].
    word: u32,
    /// For each character that leads on, the bit of its number's last digits.
    leads: u32,
}

const NONE: u32 = u32::MAX;

/// What has the first cell, to which nothing leads.
const ROOT: u32 = u32::MAX - 1;

const FREE: Cell = Cell { base: 0, owner: NONE, word: NONE, leads: 0 };

/// How many characters in a row have their numbers on one page.
const PAGE: usize = 64;

/// The number of a character.
pub(super) type Number = u16;

impl Automaton {
    /// Builds the automaton of words that are sorted and all different; the first has the number 0.
    pub(super) fn new(words: &[&str]) -> Self {
        let mut automaton = Self {
            cells: vec![Cell { owner: ROOT, ..FREE }],
            pages: Vec::new(),
            numbers: Vec::new(),
        };
        automaton.number_characters(words);
        let mut gaps = Gaps { single: 1, several: 1 };
        // The words that each node leads to, and how many bytes lead to it.
        let mut rests = vec![(0, (0, words.len()), 0)];
        let mut done = 0;
        while let Some(&(node, (mut from, to), depth)) = rests.get(done) {
            done += 1;
            if words.get(from).is_some_and(|word| word.len() == depth) {
                automaton.cells[node].word = u32::try_from(from).unwrap_or(NONE);
                from += 1;
            }
            let mut below: Vec<(Number, (usize, usize), usize)> = Vec::new();
            for (word, at) in words[from..to].iter().zip(from..) {
                let next = word.get(depth..).and_then(|rest| rest.chars().next());
                let Some(character) = next else { continue };
                let number = automaton.number(character);
                match below.last_mut() {
                    Some((last, (_, end), _)) if *last == number => *end = at + 1,
                    _ => below.push((number, (at, at + 1), depth + character.len_utf8())),
                }
            }
            let base = automaton.place(&below, &mut gaps);
            automaton.cells[node].base = base;
            for (number, range, depth) in below {
                automaton.cells[node].leads |= 1 << (number % 32);
                let cell = base as usize + usize::from(number);
                automaton.cells[cell].owner = u32::try_from(node).unwrap_or(NONE);
                rests.push((cell, range, depth));
            }
        }
        automaton
    }

    /// Gives each character of the words its number, the most frequent first.
    fn number_characters(&mut self, words: &[&str]) {
        let mut counts = std::collections::BTreeMap::new();
        for character in words.iter().flat_map(|word| word.chars()) {
            *counts.entry(character).or_insert(0u32) += 1;
        }
        let mut characters: Vec<(char, u32)> = counts.into_iter().collect();
        characters.sort_by_key(|(character, count)| (std::cmp::Reverse(*count), *character));
        self.numbers.push([0; PAGE]);
        for ((character, _), number) in characters.into_iter().zip(1..) {
            let (page, place) = (character as usize / PAGE, character as usize % PAGE);
            if self.pages.len() <= page {
                self.pages.resize(page + 1, 0);
            }
            if self.pages[page] == 0 {
                self.pages[page] = u16::try_from(self.numbers.len()).unwrap_or(0);
                self.numbers.push([0; PAGE]);
            }
            self.numbers[usize::from(self.pages[page])][place] = number;
        }
    }

    /// Finds a base from which the cells of all characters are free.
    fn place(&mut self, below: &[(Number, (usize, usize), usize)], gaps: &mut Gaps) -> u32 {
        let Some(least) = below.iter().map(|(number, ..)| usize::from(*number)).min() else {
            return 0;
        };
        let gap = if below.len() == 1 { &mut gaps.single } else { &mut gaps.several };
        let mut at = (*gap).max(least);
        loop {
            let farthest = below.iter().map(|(number, ..)| usize::from(*number)).max();
            let end = at - least + farthest.unwrap_or(0);
            if self.cells.len() <= end {
                self.cells.resize(end + 1, FREE);
            }
            let free =
                |number: &Number| self.cells[at - least + usize::from(*number)].owner == NONE;
            if below.iter().all(|(number, ..)| free(number)) {
                *gap = (*gap).max(at);
                return u32::try_from(at - least).unwrap_or(0);
            }
            at += 1;
        }
    }

    /// Returns the number of a character; 0 where no word has it.
    #[inline]
    pub(super) fn number(&self, character: char) -> Number {
        let page = self.pages.get(character as usize / PAGE).copied().unwrap_or(0);
        self.numbers[usize::from(page)][character as usize % PAGE]
    }

    /// Hands over the words that a text begins with, of which the characters' numbers are told, the
    /// shortest first, each with its length in characters and its number.
    #[inline]
    pub(super) fn each(
        &self,
        numbers: impl Iterator<Item = Number>,
        mut found: impl FnMut(usize, u32),
    ) {
        let mut node = 0;
        for (number, length) in numbers.zip(1..) {
            let cell = self.cells[node];
            if cell.leads >> (number % 32) & 1 == 0 {
                return;
            }
            let next = cell.base as usize + usize::from(number);
            let Some(below) = self.cells.get(next).filter(|below| below.owner as usize == node)
            else {
                return;
            };
            if below.word != NONE {
                found(length, below.word);
            }
            node = next;
        }
    }
}

/// Where free cells are looked for: for the nodes that lead to one, and for those that lead to
/// several.
struct Gaps {
    single: usize,
    several: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[&str], text: &str) -> Vec<(usize, u32)> {
        let automaton = Automaton::new(words);
        let mut found = Vec::new();
        automaton.each(text.chars().map(|c| automaton.number(c)), |length, word| {
            found.push((length, word));
        });
        found
    }

    #[test]
    fn all_words_at_the_beginning_are_found_the_shortest_first() {
        let words = ["a", "大", "大学", "大学生", "学"];
        assert_eq!(found(&words, "大学生会"), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(found(&words, "大人"), [(1, 1)]);
        assert_eq!(found(&words, "ab"), [(1, 0)]);
        assert!(found(&words, "小学").is_empty());
        assert!(found(&["大", "小"], "的大").is_empty());
        assert!(found(&[], "小学").is_empty());
    }

    #[test]
    fn what_is_found_is_what_a_trie_finds() {
        let characters: Vec<char> = ('a'..='p').collect();
        let word = |seed: usize| -> String {
            (0..=seed % 4).map(|at| characters[(seed / 4 * (at + 3) + at) % 16]).collect()
        };
        let words: std::collections::BTreeSet<String> = (0..400).map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let trie = super::super::Trie::new(words.iter().copied());
        for seed in 0..400 {
            let text = word(seed * 4 + 3);
            let of_trie: Vec<_> = trie.all(text.chars()).collect();
            assert_eq!(found(&words, &text), of_trie, "{text}");
        }
    }
}
