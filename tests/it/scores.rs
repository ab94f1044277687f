//! Our figures beside the referee's, on extractions made by spoiling the gold itself.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use gongshi::evaluate::{
    Gold, Mistake, MistakeKind, PredictedEntity, PredictedFact, Report, Score, evaluate,
};

/// Returns the folder of the gold that lies beside the project, where it does.
fn gold_folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    folder.join("score.py").is_file().then_some(folder)
}

fn python() -> Option<&'static str> {
    let runs = |program: &&str| {
        let mut command = Command::new(program);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    ["python3", "python"].into_iter().find(runs)
}

/// A small generator of numbers (xorshift), so that each seed spoils the gold in its own way.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// Returns a spelling that folds to the same name, or one that does not.
fn respell(name: &str, dice: &mut Dice) -> String {
    match dice.roll(9) {
        0 => format!("《{name}》"),
        1 => name.chars().flat_map(|c| [c, ' ']).collect(),
        2 => name.to_uppercase(),
        3 => name.replace(',', "，").replace('-', "—"),
        4 => format!("{name}会"),
        5 => format!("«{name}»\u{a3ac}"),
        6 => name.chars().map(|c| if c.is_ascii_digit() { widen(c) } else { c }).collect(),
        _ => name.to_owned(),
    }
}

fn widen(c: char) -> char {
    char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)
}

/// Makes an extraction out of the gold: rows left out, renamed, of another class, twice, turned.
fn spoil(gold: &Gold, dice: &mut Dice) -> (Vec<PredictedEntity>, Vec<PredictedFact>) {
    let (mut entities, mut facts) = (Vec::new(), Vec::new());
    for document in &gold.documents {
        if dice.chance(50) {
            // The source as an entity of its own, under the name of the first.
            entities.push(PredictedEntity {
                document: document.name.clone(),
                class: "PolicyDocument".to_owned(),
                label: document.entities[0].label.clone(),
                aliases: vec![document.name.clone()],
            });
        }
        for entity in &document.entities {
            let other = &document.entities[dice.roll(document.entities.len())];
            let class = if dice.chance(8) { &other.class } else { &entity.class };
            let mut aliases = entity.aliases.clone();
            aliases.retain(|_| dice.chance(70));
            if dice.chance(5) {
                aliases.push(other.label.clone());
            }
            for _ in 0..[0, 1, 1, 1, 1, 1, 1, 2][dice.roll(8)] {
                entities.push(PredictedEntity {
                    document: document.name.clone(),
                    class: class.clone(),
                    label: respell(&entity.label, dice),
                    aliases: aliases.clone(),
                });
            }
        }
        for fact in &document.facts {
            let other = &document.facts[dice.roll(document.facts.len())];
            for _ in 0..[0, 1, 1, 1, 1, 1, 2, 3][dice.roll(8)] {
                facts.push(spoil_fact(&document.name, fact, other, dice));
            }
        }
    }
    (entities, facts)
}

fn spoil_fact(
    document: &str,
    fact: &gongshi::evaluate::GoldFact,
    other: &gongshi::evaluate::GoldFact,
    dice: &mut Dice,
) -> PredictedFact {
    let mut one_of = |names: &str| {
        let names: Vec<_> = names.split('|').collect();
        let name = names[dice.roll(names.len())];
        if name == "THIS" { document.to_owned() } else { respell(name, dice) }
    };
    let (mut subject, mut object) = (one_of(&fact.subject), one_of(&fact.object));
    if dice.chance(8) {
        object.clone_from(&other.object);
    }
    if dice.chance(if fact.relation == "cooperates_with" { 50 } else { 3 }) {
        std::mem::swap(&mut subject, &mut object);
    }
    if dice.chance(10) && fact.relation.ends_with("_on") {
        object.push_str("T00:00:00");
    }
    let relation = if dice.chance(5) { &other.relation } else { &fact.relation };
    let relation = match dice.roll(3) {
        0 => relation.clone(),
        1 => relation.replace('_', ""),
        _ => format!("https://w3id.org/gongshi/ns#{}", relation.to_uppercase()),
    };
    PredictedFact {
        document: document.to_owned(),
        relation,
        subject,
        object,
        quote: fact.quote.clone(),
        line: Some(fact.line),
        rule: "spoilt".to_owned(),
    }
}

fn write_files(folder: &Path, entities: &[PredictedEntity], facts: &[PredictedFact]) {
    let mut csv = csv::Writer::from_path(folder.join("e.csv")).expect("a folder of our own");
    csv.write_record(["document", "type", "label", "aliases", "mentions"]).expect("written");
    for entity in entities {
        let PredictedEntity { document, class, label, aliases } = entity;
        csv.write_record([document, class, label, &aliases.join("|"), "1"]).expect("written");
    }
    csv.flush().expect("written");
    let mut csv = csv::Writer::from_path(folder.join("f.csv")).expect("a folder of our own");
    csv.write_record(["document", "relation", "subject", "object", "quote", "line", "rule"])
        .expect("written");
    for fact in facts {
        let PredictedFact { document, relation, subject, object, quote, line, rule } = fact;
        let line = line.map_or(String::new(), |line| line.to_string());
        csv.write_record([document, relation, subject, object, quote, &line, rule])
            .expect("written");
    }
    csv.flush().expect("written");
}

/// Prints the figures as the referee does.
fn as_the_referee(report: &Report) -> String {
    let mut text = String::new();
    let mut tables =
        [("entity type", report.classes.clone()), ("relation", report.relations.clone())];
    for score in &mut tables[1].1 {
        score.name = score.name.to_lowercase();
    }
    for (title, scores) in tables {
        let heads = ("P", "R", "F1", "right", "found", "gold");
        writeln!(
            text,
            "\n{title:<24}{:>7}{:>7}{:>7}{:>8}{:>8}{:>8}",
            heads.0, heads.1, heads.2, heads.3, heads.4, heads.5
        )
        .expect("a string");
        for Score { name, counts: c, .. } in scores {
            let (p, r, f) = (c.precision(), c.recall(), c.f1());
            writeln!(text, "{name:<24}{p:7.3}{r:7.3}{f:7.3}{:8}{:8}{:8}", c.right, c.found, c.gold)
                .expect("a string");
        }
    }
    let heads = ("document", "entity F1", "fact P", "fact R", "fact F1");
    writeln!(text, "\n{:<32}{:>10}{:>8}{:>8}{:>8}", heads.0, heads.1, heads.2, heads.3, heads.4)
        .expect("a string");
    for (e, f) in report.document_entities.iter().zip(&report.document_facts) {
        let (p, r, f1) = (f.counts.precision(), f.counts.recall(), f.counts.f1());
        writeln!(text, "{:<32}{:10.3}{p:8.3}{r:8.3}{f1:8.3}", e.name, e.counts.f1())
            .expect("a string");
    }
    let (e, f) = (report.entities.counts, report.facts.counts);
    writeln!(
        text,
        "\nentities P {:.3} R {:.3} F1 {:.3} | facts P {:.3} R {:.3} F1 {:.3}",
        e.precision(),
        e.recall(),
        e.f1(),
        f.precision(),
        f.recall(),
        f.f1()
    )
    .expect("a string");
    text
}

/// Counts our errors as lines of cells, as the referee writes them.
fn our_errors(report: &Report) -> BTreeMap<String, i32> {
    let mut lines = BTreeMap::new();
    for mistake in &report.mistakes {
        let Mistake { document, kind, name, subject, object, sentence, .. } = mistake;
        let cells = match kind {
            MistakeKind::EntityMissed | MistakeKind::EntityWrong => {
                vec![document, kind.as_str(), name, subject]
            }
            MistakeKind::FactMissed | MistakeKind::FactWrong => {
                vec![document, kind.as_str(), name, subject, object, sentence]
            }
        };
        *lines.entry(comparable(&cells)).or_default() += 1;
    }
    lines
}

/// Joins the cells of an error, without what the referee alone does to them: its mark on the ends
/// that are the source, and the spelling of relations.
fn comparable(cells: &[&str]) -> String {
    if let [document, kind, relation, subject, object, sentence] = cells {
        let relation = relation.rsplit('#').next().unwrap_or_default();
        let relation = relation.replace('_', "").to_lowercase();
        let [subject, object] =
            [subject, object].map(|end| end.strip_suffix("|THIS").unwrap_or(end));
        return [document, kind, relation.as_str(), subject, object, sentence].join("\t");
    }
    cells.join("\t")
}

#[test]
fn our_figures_and_errors_are_the_referees() {
    let (Some(folder), Some(python)) = (gold_folder(), python()) else {
        println!("skipped: no python3, or no ../shared/gold with score.py");
        return;
    };
    let gold = Gold::read(&folder).unwrap();
    for seed in 1..=12 {
        let mut dice = Dice(seed * 0x9e37_79b9);
        let (entities, facts) = spoil(&gold, &mut dice);
        let scratch = tempfile::tempdir().unwrap();
        write_files(scratch.path(), &entities, &facts);
        let (e, f) = (scratch.path().join("e.csv"), scratch.path().join("f.csv"));
        let misses = scratch.path().join("misses.tsv");
        let output = Command::new(python)
            .env("PYTHONIOENCODING", "utf-8")
            .arg(folder.join("score.py"))
            .args([&folder, &e, &f])
            .arg("--misses")
            .arg(&misses)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

        let entities = PredictedEntity::from_csv(&e).unwrap();
        let facts = PredictedFact::from_csv(&f).unwrap();
        let report = evaluate(&entities, &facts, &gold);
        let theirs = String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n");
        assert_eq!(as_the_referee(&report), theirs, "seed {seed}");
        assert!((0.3..0.95).contains(&report.facts.counts.f1()), "spoilt too little or too much");
        let mut errors = our_errors(&report);
        for line in fs::read_to_string(misses).unwrap().lines() {
            *errors.entry(comparable(&line.split('\t').collect::<Vec<_>>())).or_default() -= 1;
        }
        errors.retain(|_, more_than_theirs| *more_than_theirs != 0);
        assert_eq!(errors, BTreeMap::new(), "seed {seed}");
    }
}

#[test]
fn gold_laid_beside_itself_is_all_right() {
    let Some(folder) = gold_folder() else {
        println!("skipped: no ../shared/gold");
        return;
    };
    let gold = Gold::read(&folder).unwrap();
    let (mut entities, mut facts) = (Vec::new(), Vec::new());
    for document in &gold.documents {
        entities.extend(document.entities.iter().map(|entity| PredictedEntity {
            document: document.name.clone(),
            class: entity.class.clone(),
            label: entity.label.clone(),
            aliases: entity.aliases.clone(),
        }));
        facts.extend(document.facts.iter().map(|fact| PredictedFact {
            document: document.name.clone(),
            relation: fact.relation.clone(),
            subject: fact.subject.clone(),
            object: fact.object.clone(),
            ..PredictedFact::default()
        }));
    }
    let report = evaluate(&entities, &facts, &gold);
    assert_eq!(report.mistakes, []);
    assert_eq!(report.identity.counts.right, report.identity.counts.gold);
}
