//! Holds the tree to the rules of ARCHITECTURE.md that no compiler checks.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Longest file of `src`, its unit tests not counted.
const MOST_LINES: usize = 600;
/// Most Chinese strings side by side in `src`: numerals and month names pass, names do not.
const LONGEST_LIST: usize = 12;
/// Most Chinese strings in one file of `src`.
const MOST_CHINESE: usize = 40;

/// Which library may be named where.
const HOMES: &[(&str, &[&str])] = &[
    ("clap", &["main.rs", "cli/"]),
    ("petgraph", &["network/"]),
    ("rand_pcg", &["network/random.rs"]),
    ("oxigraph", &["ontology/", "rdf/", "query/", "serve/"]),
];
/// The stages that are functions of text and resources alone.
const PURE: &[&str] = &["normalise/", "recognise/", "resolve/", "relate/", "unite/", "curate/"];
/// Modules and types by which a stage would reach outside.
const OUTSIDE: &[&str] =
    &["fs", "env", "io", "net", "process", "SystemTime", "Instant", "RandomState"];

/// A file, by its path within the folder that was walked.
struct File {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads all text files below a folder of the project, by path; none where there is no folder.
fn files(folder: &str) -> Vec<File> {
    let top = root().join(folder);
    let (mut open, mut found) = (vec![top.clone()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("a folder of the project can be listed").path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push(File { path: below(&top, path), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn below(top: &Path, path: PathBuf) -> String {
    let path = path.strip_prefix(top).map(Path::to_owned).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

fn sources() -> Vec<File> {
    let mut sources = files("src");
    // Unit tests that are long have a file of their own beside their module.
    sources.retain(|file| {
        let name = file.path.strip_suffix(".rs");
        name.is_some_and(|name| !name.ends_with("/tests"))
    });
    sources
}

/// Returns the part of a source file before the unit tests at its end.
fn without_tests(text: &str) -> &str {
    text.split_once("\n#[cfg(test)]\nmod tests").map_or(text, |(before, _)| before)
}

/// A source file taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    /// The code, each string a pair of quotation marks, without comments.
    code: String,
    /// The strings, each with the code between it and the one before.
    strings: Vec<(String, String)>,
}

/// Takes Rust source apart, well enough for source that compiles.
fn take_apart(text: &str) -> Parts {
    let mut parts = Parts::default();
    let (mut rest, mut mark) = (text, 0);
    while let Some(first) = rest.chars().next() {
        let word = parts.code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
            parts.code.push('\n');
        } else if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some((string, after)) = string_literal(rest, word) {
            let between = parts.code.get(mark..).unwrap_or_default().to_owned();
            parts.strings.push((between, string.to_owned()));
            parts.code.push_str("\"\"");
            mark = parts.code.len();
            rest = after;
        } else {
            let length = char_literal(rest).unwrap_or(first.len_utf8());
            let (token, after) = rest.split_at(length);
            parts.code.push_str(token);
            rest = after;
        }
    }
    parts
}

/// Splits a string literal off the front: its content and what follows.
fn string_literal(text: &str, after_word: bool) -> Option<(&str, &str)> {
    if let Some(body) = text.strip_prefix('"') {
        let mut escaped = false;
        let end = body.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })?;
        let (string, after) = body.split_at(end);
        return Some((string, after.strip_prefix('"')?));
    }
    let raw = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let body = raw.trim_start_matches('#');
    let body = body.strip_prefix('"').filter(|_| !after_word)?;
    let hashes = raw.len() - body.len() - 1;
    body.split_once(&format!("\"{}", "#".repeat(hashes)))
}

/// Returns the length of a character literal at the front; a lifetime is none.
fn char_literal(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    let start = body.strip_prefix('\\').map_or(0, |_| 1);
    let content = body.get(start..)?.chars().next()?.len_utf8() + start;
    if start == 1 {
        return Some(1 + content + body.get(content..)?.find('\'')? + 1);
    }
    body.get(content..)?.starts_with('\'').then_some(content + 2)
}

/// Tells whether the code has this word, whole, and the given text right behind it.
fn has_word(code: &str, word: &str, behind: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(place, _)| {
        let before = code.get(..place).and_then(|code| code.chars().next_back());
        let after = code.get(place + word.len()..).unwrap_or_default();
        !before.is_some_and(is_letter) && !after.starts_with(is_letter) && after.starts_with(behind)
    })
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Returns the length of the longest list of Chinese strings with nothing but commas, bars,
/// brackets and white space between them.
fn longest_list(strings: &[(String, String)]) -> usize {
    let (mut longest, mut length) = (0, 0);
    for (between, string) in strings {
        let goes_on = between.chars().all(|c| c.is_whitespace() || ",|()[]&".contains(c));
        length = match (is_chinese(string), goes_on) {
            (true, true) => length + 1,
            (true, false) => 1,
            (false, _) => 0,
        };
        longest = longest.max(length);
    }
    longest
}

#[track_caller]
fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let faults: Vec<_> = sources()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    assert_none(&faults, "a file opens with a `//!` line on what it is for");
}

#[test]
fn no_source_file_is_too_long() {
    let faults: Vec<_> = sources()
        .iter()
        .map(|file| (&file.path, without_tests(&file.text).lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| format!("{path}: {lines}"))
        .collect();
    assert_none(&faults, &format!("a file has {MOST_LINES} lines at most, without its tests"));
}

#[test]
fn each_library_stays_in_its_folder() {
    let mut faults = Vec::new();
    for file in sources() {
        let code = take_apart(without_tests(&file.text)).code;
        for (library, homes) in HOMES {
            let at_home = homes.iter().any(|home| file.path.starts_with(home));
            if !at_home && has_word(&code, library, "") {
                faults.push(format!("{}: {library}", file.path));
            }
        }
    }
    assert_none(&faults, "a library is named only in its own folders");
}

#[test]
fn extraction_reaches_for_nothing_outside() {
    let mut faults = Vec::new();
    for file in sources() {
        if PURE.iter().any(|folder| file.path.starts_with(folder)) {
            let code = take_apart(without_tests(&file.text)).code;
            let reached = OUTSIDE.iter().filter(|name| has_word(&code, name, "::"));
            faults.extend(reached.map(|name| format!("{}: {name}", file.path)));
        }
    }
    assert_none(&faults, "from normalise to curate: no I/O, environment, clock, randomness");
}

#[test]
fn names_of_the_field_are_data() {
    let mut faults = Vec::new();
    for file in sources() {
        let strings = take_apart(without_tests(&file.text)).strings;
        let number = strings.iter().filter(|(_, string)| is_chinese(string)).count();
        let list = longest_list(&strings);
        if number > MOST_CHINESE || list > LONGEST_LIST {
            faults.push(format!("{}: {number} strings, longest list {list}", file.path));
        }
    }
    let rule = format!(
        "a file has {MOST_CHINESE} Chinese strings at most, and {LONGEST_LIST} side by side; more \
         belong in data/"
    );
    assert_none(&faults, &rule);
}

#[test]
fn nothing_speaks_of_one_machine_or_of_unfinished_work() {
    // Written in two parts, so that this file does not hold the words that it looks for.
    const WORDS: &[(&str, &str)] = &[
        ("/ho", "me/"),
        ("/ro", "ot/"),
        ("/wo", "rk/"),
        ("/Us", "ers/"),
        ("TO", "DO"),
        ("FIX", "ME"),
        ("work", "tree"),
        ("Co-authored", "-by"),
    ];
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches", "ontology", "data", "queries", "docs", ".ci"] {
        for file in files(folder) {
            faults.extend(speaks_of(&file, WORDS).map(|word| format!("{folder}/{word}")));
        }
    }
    for entry in fs::read_dir(root()).expect("the project can be listed") {
        let path = entry.expect("the project can be listed").path();
        let is_document = path.extension().is_some_and(|end| end == "md" || end == "toml");
        if let Some(text) = is_document.then(|| fs::read_to_string(&path).ok()).flatten() {
            let file = File { path: below(root(), path), text };
            faults.extend(speaks_of(&file, WORDS));
        }
    }
    assert_none(&faults, "no file names a folder of one machine, or work left undone");
}

fn speaks_of(file: &File, words: &[(&str, &str)]) -> impl Iterator<Item = String> {
    let found = words.iter().map(|(a, b)| format!("{a}{b}")).filter(|word| {
        let starts = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '.');
        file.text
            .match_indices(word.as_str())
            .any(|(at, _)| file.text.get(..at).is_some_and(starts))
    });
    found.map(|word| format!("{}: {word}", file.path)).collect::<Vec<_>>().into_iter()
}

#[test]
fn every_question_has_an_expected_answer() {
    let faults: Vec<_> = files("queries")
        .into_iter()
        .filter_map(|file| file.path.strip_suffix(".rq").map(str::to_owned))
        .filter(|name| !root().join(format!("tests/expected/{name}.csv")).is_file())
        .collect();
    assert_none(&faults, "queries/X.rq has its answer in tests/expected/X.csv");
}

#[test]
fn every_test_file_is_declared() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).expect("this test's own main");
    let faults: Vec<_> = files("tests/it")
        .into_iter()
        .filter_map(|file| file.path.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| name != "main" && !name.contains('/'))
        .filter(|name| !main.lines().any(|line| line.trim() == format!("mod {name};")))
        .collect();
    assert_none(&faults, "tests/it/main.rs declares each file beside it");
}

#[test]
fn source_is_taken_apart_into_code_and_strings() {
    let text = r##"
        // A "comment" of fs::read.
        fn f<'a>(s: &'a str) -> [char; 3] { /* "x" */ ['"', '\'', '\u{4e00}'] }
        const A: [&str; 2] = ["甲\"", r#"乙"丙"#];
    "##;
    let parts = take_apart(text);
    let strings: Vec<_> = parts.strings.iter().map(|(_, string)| string.as_str()).collect();
    assert_eq!(strings, ["甲\\\"", "乙\"丙"]);
    assert!(!parts.code.contains("fs::"), "{}", parts.code);
    assert!(parts.code.contains("fn f<'a>(s: &'a str)"), "{}", parts.code);
    assert_eq!(longest_list(&parts.strings), 2);
}

#[test]
fn a_word_is_found_whole() {
    assert!(has_word("use std::fs::File;", "fs", "::"));
    assert!(!has_word("let offs::x = ratio::y;", "fs", "::"));
    assert!(!has_word("#[clapping]", "clap", ""));
}

#[test]
fn lists_of_names_are_counted_across_match_arms() {
    let parts = take_apart(r#"match x { "甲" | "乙" | "丙" => f("丁"), _ => g() }"#);
    assert_eq!(longest_list(&parts.strings), 3);
}
