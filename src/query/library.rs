//! [`Library`]: the questions that come with the program, and the user's own.

use super::{Question, QuestionError};
use crate::data::Data;

const QUESTIONS: &str = "queries";
const NETWORKS: &str = "queries/networks";
const EXPORTS: &str = "queries/exports";
const FIGURES: &str = "queries/figures";

/// Why a question of the library cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// There is none of this name.
    #[error("there is no question `{name}`")]
    Unknown {
        /// The name.
        name: String,
        /// The names of those there are.
        known: Vec<String>,
    },
    /// Its file is wrong.
    #[error(transparent)]
    Question(#[from] QuestionError),
}

impl LibraryError {
    /// Returns what the user may do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unknown { known, .. } => Some(format!("there is {}", known.join(", "))),
            Self::Question(_) => None,
        }
    }
}

/// The questions of `queries/`, and those of `queries/networks/`, `queries/exports/` and
/// `queries/figures/` apart. A question is read when it is asked for, so that a mistake in one does no harm to the others.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    data: &'a Data,
}

impl<'a> Library<'a> {
    /// Makes the library of these data files.
    pub fn new(data: &'a Data) -> Self {
        Self { data }
    }

    /// Returns a question, or a network, by name.
    pub fn question(&self, name: &str) -> Result<Question, LibraryError> {
        let file = self.data.file(&format!("{QUESTIONS}/{name}.rq"));
        match file.or_else(|| self.data.file(&format!("{NETWORKS}/{name}.rq"))) {
            Some(file) => Ok(Question::parse(&file.path, &file.text)?),
            None => Err(unknown(name, self.names(QUESTIONS))),
        }
    }

    /// Returns a network by name.
    pub fn network(&self, name: &str) -> Result<Question, LibraryError> {
        match self.data.file(&format!("{NETWORKS}/{name}.rq")) {
            Some(file) => Ok(Question::parse(&file.path, &file.text)?),
            None => Err(unknown(name, self.names(NETWORKS))),
        }
    }

    /// Returns the question that an export is written from, by name.
    pub fn export(&self, name: &str) -> Result<Question, LibraryError> {
        match self.data.file(&format!("{EXPORTS}/{name}.rq")) {
            Some(file) => Ok(Question::parse(&file.path, &file.text)?),
            None => Err(unknown(name, self.names(EXPORTS))),
        }
    }

    /// Returns the question that a figure is drawn from, by name.
    pub fn figure(&self, name: &str) -> Result<Question, LibraryError> {
        match self.data.file(&format!("{FIGURES}/{name}.rq")) {
            Some(file) => Ok(Question::parse(&file.path, &file.text)?),
            None => Err(unknown(name, self.names(FIGURES))),
        }
    }

    /// Returns all questions that figures are drawn from, by name.
    pub fn figures(&self) -> Result<Vec<Question>, QuestionError> {
        self.read(FIGURES)
    }

    /// Returns all questions that exports are written from, by name.
    pub fn exports(&self) -> Result<Vec<Question>, QuestionError> {
        self.read(EXPORTS)
    }

    /// Returns all questions by name, without the networks and exports.
    pub fn questions(&self) -> Result<Vec<Question>, QuestionError> {
        self.read(QUESTIONS)
    }

    /// Returns all networks by name.
    pub fn networks(&self) -> Result<Vec<Question>, QuestionError> {
        self.read(NETWORKS)
    }

    /// Reads all questions, also those of networks, exports and figures; returns those that are sound, and all mistakes.
    pub fn read_all(&self) -> (Vec<Question>, Vec<QuestionError>) {
        let (mut questions, mut errors) = (Vec::new(), Vec::new());
        for folder in [QUESTIONS, NETWORKS, EXPORTS, FIGURES] {
            for (_, file) in self.data.folder(folder, ".rq") {
                match Question::parse(&file.path, &file.text) {
                    Ok(question) => questions.push(question),
                    Err(error) => errors.push(error),
                }
            }
        }
        (questions, errors)
    }

    fn read(self, folder: &str) -> Result<Vec<Question>, QuestionError> {
        self.data
            .folder(folder, ".rq")
            .map(|(_, file)| Question::parse(&file.path, &file.text))
            .collect()
    }

    fn names(self, folder: &str) -> Vec<String> {
        let name = |(name, _): (&str, _)| name.trim_end_matches(".rq").to_owned();
        self.data.folder(folder, ".rq").map(name).collect()
    }
}

fn unknown(name: &str, known: Vec<String>) -> LibraryError {
    LibraryError::Unknown { name: name.to_owned(), known }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_titles_and_a_description() {
        let data = Data::embedded();
        let library = Library::new(&data);
        let mut questions = library.questions().unwrap();
        assert!(questions.len() >= 24, "{}", questions.len());
        let networks = library.networks().unwrap();
        for network in &networks {
            let (name, zh) = (&network.name, &network.description_zh);
            assert!(zh.ends_with('。'), "{name} lacks a Chinese description: {zh}");
        }
        questions.extend(networks);
        for question in questions {
            let Question { name, title_zh, title_en, description, .. } = question;
            assert!(!title_zh.is_empty() && !title_en.is_empty(), "{name} lacks a title");
            assert!(!description.is_empty(), "{name} lacks a description");
        }
    }

    #[test]
    fn a_question_is_found_before_a_network_of_its_name() {
        let data = Data::embedded();
        let library = Library::new(&data);
        assert!(library.question("cooperation").unwrap().path.ends_with("queries/cooperation.rq"));
        assert!(library.network("cooperation").unwrap().path.contains("networks"));
        assert!(library.question("people").unwrap().path.contains("networks"));
        assert!(library.network("experts").is_err());
        assert!(library.question("nothing").unwrap_err().hint().unwrap().contains("experts"));
    }

    #[test]
    fn a_users_mistake_in_one_question_leaves_the_others() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("queries")).unwrap();
        std::fs::write(folder.path().join("queries/mine.rq"), "SELECT").unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        let library = Library::new(&data);
        assert!(library.question("experts").is_ok());
        assert!(library.question("mine").unwrap_err().to_string().contains("mine.rq:1:"));
    }
}
