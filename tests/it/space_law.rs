//! The worked example of another field, and the steps in CONTRIBUTING.md: what these pages say is
//! what comes out.

use std::{collections::BTreeMap, fs, path::Path};

use crate::support::Bench;

const FOLDER: &str = "docs/examples/space-law";

/// A folder that holds the example as `space-law/`.
fn bench() -> Bench {
    fn copy(bench: &Bench, from: &Path, to: &str) {
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{to}/{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                copy(bench, &path, &name);
            } else {
                bench.write(&name, fs::read(path).unwrap());
            }
        }
    }
    let bench = Bench::new();
    copy(&bench, Path::new(FOLDER), "space-law");
    bench
}

fn built() -> Bench {
    let bench = bench();
    bench.run(&["build", "space-law/texts", "--data", "space-law"]).succeeded();
    bench
}

/// Leaves out how many of each kind come with the program: more with time.
fn comparable(output: &str) -> String {
    let line = |line: &str| match line.strip_prefix("sound: ") {
        Some(counts) => counts.replace(|c: char| c.is_ascii_digit(), ""),
        None => line.to_owned(),
    };
    output.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_command_of_the_page_prints_what_the_page_says() {
    let bench = built();
    let page = bench.read("space-law/README.md");
    let mut commands = 0;
    for block in page.split("```console\n$ gongshi ").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        let (command, expected) = block.split_once('\n').unwrap();
        let printed = bench.run(&command.split(' ').collect::<Vec<_>>()).succeeded();
        assert_eq!(comparable(&printed), comparable(expected), "{command}");
        commands += 1;
    }
    assert_eq!(commands, 3);
    assert!(page.contains("yield 28 statements of the new relations"));
}

#[test]
fn the_mistakes_of_the_page_are_told_as_it_says() {
    let bench = bench();
    let edit = |file: &str, from: &str, to: &str| {
        let text = bench.read(file);
        assert!(text.contains(from), "{file} lacks {from}");
        bench.write(file, text.replacen(from, to, 1));
    };
    edit("space-law/lexicon/space-objects.csv", "SpaceObject,嫦娥一号", "Spaceobjects,嫦娥一号");
    edit("space-law/patterns/space-law.toml", "\"launched(s, c)", "\"launches(s, c)");
    let printed = bench.run(&["check", "--data", "space-law"]);
    assert!(printed.err.contains("there are 2 mistakes in the data"), "{}", printed.err);
    let page = bench.read("space-law/README.md");
    let told: Vec<&str> = printed.out.lines().filter(|line| line.contains("is no ")).collect();
    assert_eq!(told.len(), 2, "{}", printed.out);
    for line in told {
        assert!(page.contains(line), "the page lacks {line}");
    }
    assert_eq!(printed.code, 1);
}

#[test]
fn the_new_relations_are_read() {
    let bench = built();
    let facts = bench.run(&["export", "facts"]).succeeded();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for line in facts.lines().skip(1) {
        *count.entry(line.split(',').nth(1).unwrap()).or_default() += 1;
    }
    for (relation, expected) in
        [("launched", 6), ("launchedOn", 6), ("registeredIn", 2), ("keeps", 2), ("partyTo", 12)]
    {
        assert_eq!(count.get(relation), Some(&expected), "{relation}\n{facts}");
    }
    let new = ["launched", "launchedOn", "registeredIn", "keeps", "partyTo"];
    assert_eq!(new.iter().filter_map(|relation| count.get(relation)).sum::<usize>(), 28);
    let has = |fact: &str| facts.contains(fact);
    assert!(has(",launched,中国,Country,亚洲一号,SpaceObject,"), "{facts}");
    assert!(has(",partyTo,欧洲航天局,InternationalOrganisation,登记公约,Treaty,"), "{facts}");
    assert!(!has(",partyTo,印度,") && !has(",partyTo,中国,Country,月球协定,"), "{facts}");
}

#[test]
fn the_steps_of_the_contributors_page_work() {
    let page = fs::read_to_string("CONTRIBUTING.md").unwrap();
    let block = |language: &str| {
        let (_, rest) = page.split_once(&format!("```{language}\n")).unwrap();
        let (block, _) = rest.split_once("```").unwrap();
        block.lines().map(|line| line.trim_start().to_owned() + "\n").collect::<String>()
    };
    let bench = Bench::new();
    bench.write("space/ontology/space.ttl", block("turtle"));
    bench.write("space/lexicon/spacecraft.csv", block("csv"));
    bench.write("space/patterns/launches.toml", block("toml"));
    let out = bench.run(&["check", "--data", "space"]).succeeded();
    assert!(out.starts_with("sound: 20 classes, 25 relations, "), "{out}");
    bench.write("own.txt", "2021年6月，挪威成功发射北极星一号。\n");
    bench.run(&["build", "own.txt", "--data", "space"]).succeeded();
    let facts = bench.run(&["export", "facts"]).succeeded();
    assert!(facts.contains(",launched,挪威,Country,北极星一号,Spacecraft,"), "{facts}");
}
