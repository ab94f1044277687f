//! From what the user typed for a parameter to the terms that take its variable's place.

use oxigraph::{
    model::{Literal, Term, vocab::xsd},
    store::Store,
};

use super::{Parameter, ParameterKind, QueryError, Question, Values, names};

/// Returns the substitutions to run the query with: one list, or several where a name is that
/// of several things.
pub(super) fn substitutions(
    store: &Store,
    question: &Question,
    values: &Values,
) -> Result<Vec<Vec<(String, Term)>>, QueryError> {
    let known = || question.parameters.iter().map(|p| p.name.clone()).collect();
    for name in values.keys() {
        if !question.parameters.iter().any(|parameter| parameter.name == *name) {
            return Err(QueryError::UnknownParameter { name: name.clone(), known: known() });
        }
    }
    let mut lists = vec![Vec::new()];
    for parameter in &question.parameters {
        let value =
            values.get(&parameter.name).or(parameter.default.as_ref()).ok_or_else(|| {
                QueryError::MissingValue {
                    name: parameter.name.clone(),
                    description: parameter.description.clone(),
                }
            })?;
        if value == "*" {
            continue;
        }
        let given = values.contains_key(&parameter.name);
        let terms = terms(store, parameter, value).map_err(|error| match error {
            QueryError::UnknownName { .. } if !given => {
                QueryError::UnknownDefault { name: parameter.name.clone(), value: value.clone() }
            }
            other => other,
        })?;
        lists = lists
            .iter()
            .flat_map(|list| terms.iter().map(move |term| with(list, &parameter.name, term)))
            .collect();
    }
    Ok(lists)
}

fn with(list: &[(String, Term)], name: &str, term: &Term) -> Vec<(String, Term)> {
    let mut list = list.to_vec();
    list.push((name.to_owned(), term.clone()));
    list
}

fn terms(store: &Store, parameter: &Parameter, value: &str) -> Result<Vec<Term>, QueryError> {
    let bad = |expected| QueryError::BadValue {
        name: parameter.name.clone(),
        value: value.to_owned(),
        expected,
    };
    match parameter.kind {
        ParameterKind::Entity => {
            let things = names::things(store, value)?;
            if things.is_empty() {
                let near = names::near(store, value)?;
                return Err(QueryError::UnknownName { name: value.to_owned(), near });
            }
            Ok(things.into_iter().map(Term::from).collect())
        }
        ParameterKind::Text => Ok(vec![Literal::from(value).into()]),
        ParameterKind::Number => number(value).map(|n| vec![n.into()]).ok_or(bad("number")),
        ParameterKind::Date if is_date(value) => Ok(vec![Literal::from(value).into()]),
        ParameterKind::Date => Err(bad("date such as 2022, 2022-06 or 2022-06-28")),
    }
}

fn number(value: &str) -> Option<Literal> {
    if let Ok(integer) = value.parse::<i64>() {
        return Some(integer.into());
    }
    let finite = value.parse::<f64>().is_ok_and(f64::is_finite);
    finite.then(|| Literal::new_typed_literal(value, xsd::DECIMAL))
}

fn is_date(value: &str) -> bool {
    let mut parts = value.split('-');
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(|year| digits(year, 4))
        && value.len() <= 10
        && parts.all(|part| digits(part, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_wanted() {
        for good in ["2022", "2022-06", "2022-06-28"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["", "22", "2022-6", "2022-06-28-01", "六月", "2022/06"] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn a_number_is_whole_or_decimal() {
        assert_eq!(number("3").unwrap().datatype(), xsd::INTEGER);
        assert_eq!(number("0.5").unwrap().datatype(), xsd::DECIMAL);
        assert!(number("three").is_none() && number("inf").is_none());
    }
}
