//! How sure each rule is: its precision as measured.

use std::collections::BTreeMap;

use super::GraphError;
use crate::{curate, data::Data, model::RuleId};

const FILE: &str = "data/confidence.csv";

/// The measured precision of rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Confidence {
    by_rule: BTreeMap<String, (f64, u32)>,
}

impl Confidence {
    /// Reads `data/confidence.csv`: the columns `rule,right,found`. Without it nothing is known
    /// of any rule.
    pub fn load(data: &Data) -> Result<Self, GraphError> {
        let Some(file) = data.file(FILE) else {
            return Ok(Self::default());
        };
        let broken = |line: Option<u64>, message: String| GraphError::Confidence {
            file: file.path.clone(),
            line: line.unwrap_or(1),
            message,
        };
        let mut by_rule = BTreeMap::new();
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        for row in reader.deserialize::<(String, u32, u32)>() {
            let (rule, right, found) = row.map_err(|error| {
                broken(error.position().map(csv::Position::line), error.to_string())
            })?;
            if right > found {
                let message = format!("rule {rule} is right more often than found");
                return Err(broken(None, message));
            }
            by_rule.insert(rule, ((f64::from(right) + 1.0) / (f64::from(found) + 2.0), found));
        }
        Ok(Self { by_rule })
    }

    /// Returns how likely it is that what this rule reads is right: (right + 1) / (found + 2),
    /// which is one half for a rule that was never measured, and one for what a person says.
    pub fn of(&self, rule: &RuleId) -> f64 {
        let unmeasured = if rule.as_str() == curate::RULE { 1.0 } else { 0.5 };
        self.by_rule.get(rule.as_str()).map_or(unmeasured, |(share, _)| *share)
    }

    /// Returns on how many cases that was measured; nothing for what a person says.
    pub fn cases(&self, rule: &RuleId) -> Option<u32> {
        let measured = self.by_rule.get(rule.as_str()).map_or(0, |(_, found)| *found);
        (rule.as_str() != curate::RULE).then_some(measured)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn load(text: &str) -> Result<Confidence, GraphError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("confidence.csv"), text).unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        Confidence::load(&data)
    }

    #[test]
    fn a_measured_rule_has_its_precision_and_any_other_one_half() {
        let confidence = load("rule,right,found\nroster,8,8\n").unwrap();
        assert!((confidence.of(&RuleId::new("roster")) - 0.9).abs() < 1e-9);
        assert!((confidence.of(&RuleId::new("other")) - 0.5).abs() < 1e-9);
        assert!((confidence.of(&RuleId::new(curate::RULE)) - 1.0).abs() < 1e-9);
        assert_eq!(confidence.cases(&RuleId::new("roster")), Some(8));
        assert_eq!(confidence.cases(&RuleId::new("other")), Some(0));
        assert_eq!(confidence.cases(&RuleId::new(curate::RULE)), None);
    }

    #[test]
    fn a_broken_row_is_named_with_its_line() {
        let message = load("rule,right,found\nroster,8,many\n").unwrap_err().to_string();
        assert!(message.contains("confidence.csv:2:"), "{message}");
    }
}
