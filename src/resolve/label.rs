//! The fullest name of an entity becomes its label; the source itself gets one, too.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use regex::Regex;

use super::{Clusters, Genre, LocalEntity, LocalMerge, Resolution, SOURCE, fold, is, speaker};
use crate::{
    model::{BlockKind, Document, Mention, Mentions, RuleId},
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::{Definition, Lexicon, OTHER_KIND, Trie},
};

/// The rules that compose a name out of what stands apart in the text; the others' full names are
/// the lists', and count as the document's own only where it uses them.
const COMPOSED: [&str; 19] = [
    OTHER_KIND,
    "meeting of two names",
    "meeting held on a theme",
    "shared head",
    "unit of a second post",
    "themed event",
    "quoted event",
    "event ending",
    "session of the body named before",
    "numbered session of a body",
    "body, year and kind",
    "meeting of the series named before",
    "counted set with members",
    "joint statement",
    "rules of a body",
    "charter",
    "applicability",
    "defined name",
    "title of a talk",
];

/// The rules of mentions of which the text's form is no name.
const NAMELESS: [&str; 4] = ["shared head", "anaphor", "meeting held on a theme", OTHER_KIND];

/// The source as an entity, and the mention that names it where one does.
pub(super) struct SourceEntity {
    class: ClassId,
    title: Option<String>,
}

/// Finds out what the source calls itself: the title of its front matter, else of its first lines.
pub(super) fn source(
    document: &Document,
    mentions: &Mentions,
    genre: Genre,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> SourceEntity {
    let class = match genre {
        Genre::Article | Genre::News => terms::SCHOLARLY_WORK,
        Genre::Policy | Genre::Proceedings => terms::POLICY_DOCUMENT,
    };
    let front = document.front.title.as_deref();
    let front = front.map(|title| without_column(title, document, mentions, ontology).to_owned());
    let title = front.or_else(|| {
        let mut lines = document
            .blocks
            .iter()
            .take_while(|block| block.kind == BlockKind::Title)
            .map(|block| without_wire(document.slice(block.span).trim()))
            .filter(|line| !line.is_empty());
        let first = without_column(lines.next()?, document, mentions, ontology);
        let open = first.ends_with(['、', '：', '，', '—', '与', '和', '的']);
        // A second line that names nothing else goes on with the title.
        let second = lines.next().unwrap_or_default();
        let plain = lexicon.starts_with_cue("byline", second).is_none()
            && !second.contains(|c: char| c.is_ascii_digit() || "（《“：".contains(c))
            && (2..=14).contains(&second.chars().count())
            && !first.contains('《')
            && !mentions.names.iter().any(|mention| {
                let name = document.slice(mention.span);
                let person = is(ontology, mention.class, &[terms::PERSON]);
                name == second || person && second.contains(name)
            });
        // 甲国和乙国|关于某事的联合声明: the subject on a line of its own.
        let about = second.starts_with("关于")
            && second.chars().count() <= 40
            && lexicon.document_class(second).is_some()
            && lexicon.document_class(first).is_none();
        let open = open || about;
        let rest = if open || plain { second } else { "" };
        let between = if open || rest.is_empty() { "" } else { " " };
        Some(format!("{first}{between}{rest}"))
    });
    // The report that a meeting adopts of itself is its document.
    let record = title.as_deref().is_some_and(|title| {
        genre == Genre::News && lexicon.ends_with_cue("meeting-record", title.trim()).is_some()
    });
    let class = if record { terms::POLICY_DOCUMENT } else { class };
    let class = ontology.class(class).unwrap_or(ClassId(0));
    let titled = title.as_deref().and_then(|title| {
        // A title that names a document in title marks is that document's.
        let marked = mentions.names.iter().find(|mention| {
            let surface = document.slice(mention.span);
            // 某人解读《某契约》 is about it.
            let (before, behind) = title.split_once(surface).unwrap_or_default();
            let bare = before.is_empty() && behind.is_empty();
            let own = bare || lexicon.holds_cue("title-issues", &format!("{before} {behind}"));
            mention.span.end() <= title.len() + 8
                && is(ontology, mention.class, &[terms::DOCUMENT])
                && surface.starts_with('《')
                && own
        });
        marked.map(|mention| mention.name.clone())
    });
    // 某国联合声明（全文）
    let title = title.map(|title| {
        let bare = ["（全文）", "(全文)"].iter().find_map(|remark| title.strip_suffix(remark));
        // 某制度比较研究*: the mark of a note.
        let bare = bare.unwrap_or(&title).trim_end_matches(['*', '＊', '①', '†', ' ', '\u{3000}']);
        if bare.is_empty() { title } else { bare.to_owned() }
    });
    SourceEntity { class, title: titled.or(title) }
}

/// 某栏目 | 张三：某题: neither the column nor the author is of the title.
fn without_column<'a>(
    title: &'a str,
    document: &Document,
    mentions: &Mentions,
    ontology: &Ontology,
) -> &'a str {
    let column = title.rfind(['|', '｜', '丨', '│']);
    let mark = column.and_then(|at| title.get(at..)?.chars().next());
    let bare = column.zip(mark).and_then(|(at, mark)| title.get(at + mark.len_utf8()..));
    let bare = bare.map(str::trim).filter(|bare| bare.chars().count() >= LEAST_TITLE);
    let bare = bare.unwrap_or(title);
    let Some((name, rest)) = bare.split_once(['：', ':']) else { return bare };
    let author = mentions.names.iter().any(|mention| {
        is(ontology, mention.class, &[terms::PERSON]) && document.slice(mention.span) == name
    });
    let rest = rest.trim();
    if author && column.is_some() && rest.chars().count() >= LEAST_TITLE { rest } else { bare }
}

/// A title of fewer characters is more likely a column.
const LEAST_TITLE: usize = 6;

static WIRE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[一-鿿]{4,14}[0-9]{1,2}月[0-9]{1,2}日(?:电|讯)(?:[ 　]*[（(][^）)]*[）)])?[ 　]*")
        .expect("the expression is well-formed")
});

/// 新华社某地7月8日电 甲国和乙国联合声明: the wire is none of the title.
fn without_wire(line: &str) -> &str {
    let wire = WIRE.find(line).map_or(0, |hit| hit.end());
    line.get(wire..).unwrap_or(line)
}

fn is_composed(mention: &Mention) -> bool {
    COMPOSED.contains(&mention.rule.as_str())
}

/// Returns the names that the lists gave and the document uses; looks for all of them at once.
fn used<'a>(document: &Document, mentions: &'a Mentions) -> BTreeSet<&'a str> {
    let given = mentions
        .names
        .iter()
        .filter(|mention| document.slice(mention.span) != mention.name && !is_composed(mention));
    let given: BTreeSet<&str> = given.map(|mention| mention.name.as_str()).collect();
    let given: Vec<&str> = given.into_iter().collect();
    let names = Trie::new(given.iter().copied());
    let mut stands = vec![false; given.len()];
    for (_, name) in names.places(&document.text) {
        if let Some(stands) = stands.get_mut(name as usize) {
            *stands = true;
        }
    }
    given.into_iter().zip(stands).filter(|(_, stands)| *stands).map(|(name, _)| name).collect()
}

/// Makes entities of clusters, with labels, aliases and counts.
pub(super) fn entities(
    document: &Document,
    mentions: &Mentions,
    definitions: &[Definition],
    clusters: &Clusters,
    source: &SourceEntity,
    genre: Genre,
    ontology: &Ontology,
) -> Resolution {
    let used = used(document, mentions);
    let mut forms: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (mention, cluster) in &clusters.of_mention {
        let root = clusters.root(*cluster);
        members.entry(root).or_default().push(*mention);
        let Some(found) = mentions.names.get(*mention) else { continue };
        let entry = forms.entry(root).or_default();
        // 甲大学、乙大学的某基地: what stands there of a shared head names the university only; 该中心
        // and 国际研讨会 behind its theme are no names.
        if !NAMELESS.contains(&found.rule.as_str()) {
            insert(entry, &form(document, found));
        }
        if document.slice(found.span) == found.name {
            continue;
        }
        if is_composed(found) || used.contains(found.name.as_str()) {
            insert(entry, &found.name);
        }
    }
    for definition in definitions {
        let root = clusters.find(definition.class, &definition.name);
        if let Some(entry) = root.and_then(|root| forms.get_mut(&root)) {
            entry.insert(definition.alias.clone());
        }
    }
    let mut entities = vec![source_entity(document, source)];
    let mut of_cluster: BTreeMap<usize, usize> = BTreeMap::new();
    let source_key = source.title.as_deref().map(|title| (source.class, fold(title)));
    let mut order: Vec<(usize, Vec<usize>)> = members.into_iter().collect();
    order.sort_by_key(|(_, members)| members.first().copied());
    for (root, members) in order {
        let Some((class, canonical)) = clusters.names.get(root).cloned() else { continue };
        let first = members.first().and_then(|first| mentions.names.get(*first));
        let forms = forms.remove(&root).unwrap_or_default();
        let names_source = source_key.as_ref().is_some_and(|(source_class, title)| {
            *source_class == class && forms.iter().any(|form| fold(form) == *title)
        });
        if names_source {
            if let Some(entity) = entities.get_mut(SOURCE) {
                entity.aliases.extend(forms);
                entity.mentions += u32::try_from(members.len()).unwrap_or(u32::MAX);
                entity.first = first.map(|mention| mention.span);
                entity.aliases.sort();
                entity.aliases.dedup();
                let label = entity.label.clone();
                entity.aliases.retain(|alias| *alias != label);
            }
            of_cluster.insert(root, SOURCE);
            continue;
        }
        let state = is(ontology, class, &[terms::COUNTRY]);
        let label = if state { canonical.clone() } else { fullest(&forms, &canonical) };
        of_cluster.insert(root, entities.len());
        entities.push(LocalEntity {
            class,
            canonical,
            aliases: forms.into_iter().filter(|form| *form != label).collect(),
            label,
            mentions: u32::try_from(members.len()).unwrap_or(u32::MAX),
            first: first.map(|mention| mention.span),
            rule: first.map_or_else(|| RuleId::new("source"), |mention| mention.rule.clone()),
        });
    }
    let entity_of = |mention: usize| {
        let cluster = clusters.of_mention.get(&mention)?;
        of_cluster.get(&clusters.root(*cluster)).copied()
    };
    let of_mention = (0..mentions.names.len()).map(entity_of).collect();
    let speaker = if genre == Genre::Policy {
        speaker::subject_state(document, mentions, ontology).and_then(entity_of)
    } else {
        None
    };
    let merges = clusters
        .merges
        .iter()
        .filter_map(|(cluster, name, other, reason)| {
            let entity = *of_cluster.get(&clusters.root(*cluster))?;
            Some(LocalMerge { entity, name: name.clone(), other: other.clone(), reason })
        })
        .collect();
    Resolution { entities, of_mention, speaker, genre, merges }
}

fn source_entity(document: &Document, source: &SourceEntity) -> LocalEntity {
    let label = source.title.clone().unwrap_or_else(|| document.id.clone());
    let mut aliases = vec![document.id.clone()];
    aliases.retain(|alias| *alias != label);
    LocalEntity {
        class: source.class,
        canonical: label.clone(),
        label,
        aliases,
        mentions: 0,
        first: None,
        rule: RuleId::new("source"),
    }
}

/// Puts a form to the others, which it is mostly one of.
fn insert(forms: &mut BTreeSet<String>, form: &str) {
    if !forms.contains(form) {
        forms.insert(form.to_owned());
    }
}

/// Returns the text's own form of a mention, without marks around it.
fn form<'a>(document: &'a Document, mention: &Mention) -> Cow<'a, str> {
    let text = document.slice(mention.span);
    let bare = text.trim_matches(['《', '》', '“', '”', ' ', '‘', '’', '"']);
    // 林 慧, 某大学 法学院: the space is the printer's where the name as it was read has none.
    if bare.contains(' ') && !mention.name.contains(' ') && bare.replace(' ', "") == mention.name {
        return mention.name.clone().into();
    }
    if !bare.contains(['“', '”', '《', '》', '〈', '〉']) {
        return bare.trim_end_matches([',', '，']).into();
    }
    // “海洋法治”国际研讨会 has marks inside of which one would be left alone.
    let halved = bare.matches('“').count() != bare.matches('”').count();
    let bare = if halved { bare.replace(['“', '”'], "") } else { bare.to_owned() };
    // 《海洋学报》编辑部 begins with the mark.
    let halved = bare.matches('《').count() != bare.matches('》').count();
    let bare = if halved { bare.replace(['《', '》'], "") } else { bare };
    // “A Chart of the Sea,” has its comma inside of the marks.
    bare.trim_end_matches([',', '，']).replace(['〈', '〉'], "").into()
}

/// Returns the longest form without parentheses; of equals, the canonical, else the first.
fn fullest(forms: &BTreeSet<String>, canonical: &str) -> String {
    let length = |form: &str| {
        let odd = form.contains(['（', '(', '》', '”']);
        let latin = form.is_ascii();
        (!odd, !latin, form.chars().count(), form == canonical)
    };
    // 某协会（ABC）某委员会: the name as it was read has no other name within.
    let read = canonical.to_owned();
    let inner = forms.iter().all(|form| form.contains(['（', '('])).then_some(&read);
    forms
        .iter()
        .chain(inner)
        .max_by(|a, b| length(a).cmp(&length(b)).then_with(|| b.cmp(a)))
        .cloned()
        .unwrap_or(read.clone())
}
