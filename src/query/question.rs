//! [`Question`]: a `.rq` file, whose comments at the top say what it asks and what can be set.

use super::QueryError;

/// What a parameter's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A thing of the graph, given by name, alias or IRI.
    Entity,
    /// Text.
    Text,
    /// A number.
    Number,
    /// A date in ISO form, as precise as wanted: `2022`, `2022-06`, `2022-06-28`. The query sees
    /// it as plain text, to be compared with `STR(?date)`.
    Date,
}

/// Something that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The variable's name in the query.
    pub name: String,
    /// What the value is.
    pub kind: ParameterKind,
    /// The value that holds where none is given; `*` leaves the variable open.
    pub default: Option<String>,
    /// What the parameter is.
    pub description: String,
}

/// What a network's nodes, groups and ties are, each in Chinese and in English; empty where the
/// file does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What the nodes are: 人物, persons.
    pub node: [String; 2],
    /// What the groups are that tie them: 会议, events.
    pub group: [String; 2],
    /// When two nodes are tied, as a sentence without its stop.
    pub tie: [String; 2],
    /// What takes part and has no node: the things of `?without`, in rows that have no `?node`.
    pub without: [String; 2],
}

impl Terms {
    /// Reads a comment such as `node-zh: 人物`; tells whether it is one.
    fn read(&mut self, comment: &str) -> bool {
        let terms = [
            ("node", &mut self.node),
            ("group", &mut self.group),
            ("tie", &mut self.tie),
            ("without", &mut self.without),
        ];
        for (name, [chinese, english]) in terms {
            for (language, term) in [("-zh:", chinese), ("-en:", english)] {
                let value = comment.strip_prefix(name).and_then(|rest| rest.strip_prefix(language));
                if let Some(value) = value {
                    value.trim().clone_into(term);
                    return true;
                }
            }
        }
        false
    }
}

/// A query with its title, description and parameters.
///
/// ```text
/// # title-zh: 某人当选过哪些机构
/// # title-en: Bodies that someone was elected to
/// # description: One row a body,
/// #   with the sentence.
/// # description-zh: 每行一个机构，附原句。
/// # param person = * | entity | the person, or all
/// SELECT ?person ?body { ?person gs:electedTo ?body }
/// ```
///
/// The file of a network may also say what its figure calls things: `# node-zh: 人物`,
/// `# node-en: persons`, and so `group` and `tie`. Where something takes part in a group and is no
/// node, since nothing says which, a row has it as `?without` instead of `?node`: it is counted and
/// told of, and `without` says what such things are.
///
/// A parameter must be among the variables that a SELECT gives. One that is no thing stands in
/// filters alone, and needs the pattern `OPTIONAL { [] gs:parameter ?name }`, which never matches,
/// in the filter's group: of a variable that no pattern could bind, the evaluator takes for
/// granted that it is unbound, whatever value it is given. For the same reason it does not work in
/// HAVING; put the counting into a sub-select and the filter around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The file's name without its ending.
    pub name: String,
    /// The file, as messages name it.
    pub path: String,
    /// The title in Chinese; empty where the file has none.
    pub title_zh: String,
    /// The title in English; empty where the file has none.
    pub title_en: String,
    /// What the question is for; empty where the file does not say.
    pub description: String,
    /// The same in Chinese; a network's is quoted where its measures are explained.
    pub description_zh: String,
    /// Whether the ties of a network go from source to target (`# directed`).
    pub directed: bool,
    /// What the nodes, the groups and the ties of a network are, as its figure says it.
    pub terms: Terms,
    /// What can be set, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// The whole file.
    pub text: String,
}

/// The language of a description that may go on in the next line.
#[derive(Clone, Copy, Debug)]
enum Described {
    Chinese,
    English,
}

/// Why a file is no question.
#[derive(Debug, thiserror::Error)]
pub enum QuestionError {
    /// A line of the header is wrong.
    #[error("{path}:{line}: {message}")]
    Header {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// The query is no SPARQL.
    #[error(transparent)]
    Query(#[from] QueryError),
}

impl Question {
    /// Reads a question from the text of a file.
    pub fn parse(path: &str, text: &str) -> Result<Self, QuestionError> {
        let mut question = Self {
            name: name_of(path).to_owned(),
            path: path.to_owned(),
            title_zh: String::new(),
            title_en: String::new(),
            description: String::new(),
            description_zh: String::new(),
            directed: false,
            terms: Terms::default(),
            parameters: Vec::new(),
            text: text.to_owned(),
        };
        let mut describing = None;
        for (index, line) in text.lines().enumerate() {
            let Some(comment) = line.trim_start().strip_prefix('#') else {
                if line.trim().is_empty() {
                    continue;
                }
                break;
            };
            describing = question
                .read_comment(comment, describing)
                .map_err(|message| question.header_error(index + 1, message))?;
        }
        super::check_syntax(path, text)?;
        Ok(question)
    }

    /// Reads one comment of the header; tells which description may go on after it.
    fn read_comment(
        &mut self,
        comment: &str,
        describing: Option<Described>,
    ) -> Result<Option<Described>, String> {
        let comment = comment.trim();
        if let Some(title) = comment.strip_prefix("title-zh:") {
            title.trim().clone_into(&mut self.title_zh);
        } else if let Some(title) = comment.strip_prefix("title-en:") {
            title.trim().clone_into(&mut self.title_en);
        } else if let Some(description) = comment.strip_prefix("description:") {
            description.trim().clone_into(&mut self.description);
            return Ok(Some(Described::English));
        } else if let Some(description) = comment.strip_prefix("description-zh:") {
            description.trim().clone_into(&mut self.description_zh);
            return Ok(Some(Described::Chinese));
        } else if self.terms.read(comment) {
        } else if comment == "directed" {
            self.directed = true;
        } else if let Some(parameter) = comment.strip_prefix("param ") {
            let parameter = read_parameter(parameter)?;
            let name = &parameter.name;
            if !uses(&self.text, name) {
                return Err(format!("the query has no variable ?{name}"));
            }
            if parameter.kind != ParameterKind::Entity && !declares(&self.text, name) {
                return Err(format!("the query lacks OPTIONAL {{ [] gs:parameter ?{name} }}"));
            }
            self.parameters.push(parameter);
        } else if let Some(language) = describing.filter(|_| !comment.is_empty()) {
            match language {
                Described::English => self.description.extend([" ", comment]),
                // Chinese has no spaces between words, nor between lines.
                Described::Chinese => self.description_zh.push_str(comment),
            }
            return Ok(describing);
        }
        Ok(None)
    }

    fn header_error(&self, line: usize, message: String) -> QuestionError {
        QuestionError::Header { path: self.path.clone(), line, message }
    }
}

fn name_of(path: &str) -> &str {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.strip_suffix(".rq").unwrap_or(file)
}

/// Reads `name = default | type | what it is`, where ` = default` may be missing.
fn read_parameter(text: &str) -> Result<Parameter, String> {
    let mut fields = text.splitn(3, '|').map(str::trim);
    let (Some(head), Some(kind), Some(description)) = (fields.next(), fields.next(), fields.next())
    else {
        return Err("a parameter is `name = default | type | what it is`".to_owned());
    };
    let (name, default) = match head.split_once('=') {
        Some((name, default)) => (name.trim(), Some(default.trim().to_owned())),
        None => (head, None),
    };
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.is_empty() || !name.chars().all(word) {
        return Err(format!("`{name}` is no name of letters, digits and _"));
    }
    let kind = match kind {
        "entity" => ParameterKind::Entity,
        "text" => ParameterKind::Text,
        "number" => ParameterKind::Number,
        "date" => ParameterKind::Date,
        _ => return Err(format!("`{kind}` is none of entity, text, number, date")),
    };
    Ok(Parameter { name: name.to_owned(), kind, default, description: description.to_owned() })
}

/// Tells whether the query has this variable.
fn uses(text: &str, name: &str) -> bool {
    text.split(['?', '$']).skip(1).any(|rest| {
        rest.strip_prefix(name)
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// Tells whether the query has the pattern that leaves a parameter open.
fn declares(text: &str, name: &str) -> bool {
    text.split("gs:parameter").skip(1).any(|rest| {
        let variable = rest.trim_start().strip_prefix(['?', '$']);
        variable
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# title-zh: 当选
# title-en: Elections
# description: One row a body,
#   with the sentence.
# description-zh: 每行一个机构，
#   附原句。
# param person = * | entity | the person, or all
# param since | date | from when
SELECT ?person ?since ?body {
  ?person gs:electedTo ?body {| gs:date ?date |}
  OPTIONAL { [] gs:parameter ?since }
  FILTER(STR(?date) >= ?since)
}
";

    #[test]
    fn the_header_says_what_can_be_set() {
        let question = Question::parse("queries/elections.rq", TEXT).unwrap();
        assert_eq!(question.name, "elections");
        assert_eq!(question.title_zh, "当选");
        assert_eq!(question.description, "One row a body, with the sentence.");
        assert_eq!(question.description_zh, "每行一个机构，附原句。");
        assert_eq!(question.parameters[0].default.as_deref(), Some("*"));
        assert_eq!(question.parameters[1].default, None);
        assert_eq!(question.parameters[1].kind, ParameterKind::Date);
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, expected) in [
            ("# title-en: X\n# param p\nASK {}", "x.rq:2: a parameter is"),
            ("# param p = 1 | integer | x\nASK { ?p ?q ?r }", "x.rq:1: `integer` is none of"),
            ("# param p = 1 | number | x\nASK { ?people ?q ?r }", "x.rq:1: the query has no"),
            ("# param p q = 1 | number | x\nASK { ?p ?q ?r }", "x.rq:1: `p q` is no name"),
        ] {
            let message = Question::parse("x.rq", text).unwrap_err().to_string();
            assert!(message.starts_with(expected), "{message}");
        }
    }

    #[test]
    fn a_bare_query_is_a_question() {
        let question = Question::parse("<standard input>", "ASK { ?s ?p ?o }").unwrap();
        assert_eq!(question.name, "<standard input>");
        assert!(question.parameters.is_empty());
    }
}
