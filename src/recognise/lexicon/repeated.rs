//! [`Repeated`]: names that stand in more than one place of the lists.

use crate::ontology::ClassId;

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: u64,
}

/// A name of a user's list that stands elsewhere, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The name.
    pub name: String,
    /// The class that the user's list gives it.
    pub class: ClassId,
    /// Where that is.
    pub place: Place,
    /// Whether the other list is the user's, too. If not, the user's goes before it.
    pub of_user: bool,
    /// The class that the other list gives it.
    pub other_class: ClassId,
    /// Where that is.
    pub other: Place,
}
