//! Each pattern's own example yields what the pattern says that it yields.

use gongshi::{check::try_example, data::Data, pipeline::Resources};

#[test]
fn every_example_yields_its_facts() {
    let resources = Resources::load(&Data::embedded()).unwrap();
    let mut failures = Vec::new();
    for example in &resources.patterns.examples {
        failures.extend(try_example(&resources, example).mistakes(example));
    }
    assert!(!resources.patterns.examples.is_empty());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
