//! The whole graph in the formats that other tools read, in RDF 1.2 or in RDF 1.1.
//!
//! RDF 1.1 has no triple terms: there a statement about a statement says so by `rdf:subject`,
//! `rdf:predicate` and `rdf:object`. The bytes depend on nothing but the graph.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use oxigraph::{
    io::{JsonLdProfileSet, RdfFormat, RdfSerializer},
    model::{
        BlankNode, GraphName, Literal, NamedOrBlankNode, Quad, Term, Triple,
        vocab::{rdf, xsd},
    },
    store::Store,
};

use super::{GraphError, iri::hash, vocab};

/// A format of whole graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphFormat {
    /// N-Quads, sorted.
    NQuads,
    /// Turtle: all graphs as one.
    Turtle,
    /// Turtle with named graphs.
    TriG,
    /// RDF/XML: all graphs as one.
    RdfXml,
    /// JSON-LD, only in RDF 1.1.
    JsonLd,
}

/// Which RDF a graph is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RdfVersion {
    /// Reified statements.
    V1_1,
    /// Triple terms.
    V1_2,
}

/// Writes all quads of a store.
pub fn export(
    store: &Store,
    format: GraphFormat,
    version: RdfVersion,
    out: &mut dyn Write,
) -> Result<(), GraphError> {
    if format == GraphFormat::JsonLd && version == RdfVersion::V1_2 {
        return Err(GraphError::OnlyRdf11 { format: "JSON-LD" });
    }
    let mut quads: Vec<Quad> = store.iter().collect::<Result<_, _>>()?;
    if version == RdfVersion::V1_1 {
        quads = quads.into_iter().flat_map(reified).collect();
    }
    if matches!(format, GraphFormat::Turtle | GraphFormat::RdfXml) {
        for quad in &mut quads {
            quad.graph_name = GraphName::DefaultGraph;
        }
    }
    if format == GraphFormat::NQuads {
        for line in super::lines(&quads) {
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    quads.sort_by_cached_key(|quad| {
        let Quad { subject, predicate, object, graph_name } = quad;
        let class = *predicate != rdf::TYPE;
        (graph_name.to_string(), subject.to_string(), class, format!("{predicate} {object}"))
    });
    quads.dedup();
    serialise(&quads, format, out)?;
    Ok(())
}

fn serialise(quads: &[Quad], format: GraphFormat, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = RdfSerializer::from_format(match format {
        GraphFormat::NQuads => RdfFormat::NQuads,
        GraphFormat::Turtle => RdfFormat::Turtle,
        GraphFormat::TriG => RdfFormat::TriG,
        GraphFormat::RdfXml => RdfFormat::RdfXml,
        GraphFormat::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
    });
    for (name, namespace) in vocab::PREFIXES {
        serializer = serializer.with_prefix(name, namespace).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(&mut *out);
    for quad in quads {
        match format {
            GraphFormat::RdfXml => writer.serialize_quad(&*legal_in_xml(quad))?,
            _ => writer.serialize_quad(quad)?,
        }
    }
    writer.finish()?;
    writeln!(out)
}

/// Says in RDF 1.1 what a quad with a triple term says.
fn reified(quad: Quad) -> Vec<Quad> {
    let Term::Triple(triple) = quad.object else {
        return vec![quad];
    };
    let Quad { subject, predicate, graph_name, .. } = quad;
    if predicate == vocab::RDF_REIFIES {
        return described(&subject, *triple, &graph_name);
    }
    let node = blank(&triple);
    let mut quads = described(&node.clone().into(), *triple, &graph_name);
    quads.push(Quad::new(subject, predicate, node, graph_name));
    quads
}

fn described(node: &NamedOrBlankNode, triple: Triple, graph: &GraphName) -> Vec<Quad> {
    let Triple { subject, predicate, object } = triple;
    let quad = |property: oxigraph::model::NamedNodeRef<'_>, object: Term| {
        Quad::new(node.clone(), property.into_owned(), object, graph.clone())
    };
    let mut quads = vec![
        quad(rdf::TYPE, vocab::RDF_STATEMENT.into_owned().into()),
        quad(vocab::RDF_SUBJECT, subject.into()),
        quad(vocab::RDF_PREDICATE, predicate.into()),
    ];
    quads.extend(reified(quad(vocab::RDF_OBJECT, object)));
    quads
}

/// Names a triple term that nothing reifies by what it says.
fn blank(triple: &Triple) -> BlankNode {
    BlankNode::new_unchecked(format!("t{}", hash(&[&triple.to_string()])))
}

/// Replaces the characters that XML 1.0 has no way to write.
fn legal_in_xml(quad: &Quad) -> Cow<'_, Quad> {
    let legal = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let Term::Literal(literal) = &quad.object else {
        return Cow::Borrowed(quad);
    };
    if literal.value().chars().all(legal) {
        return Cow::Borrowed(quad);
    }
    let text: String =
        literal.value().chars().map(|c| if legal(c) { c } else { '\u{fffd}' }).collect();
    let literal = match literal.language() {
        Some(language) => Literal::new_language_tagged_literal_unchecked(text, language),
        None if literal.datatype() == xsd::STRING => Literal::new_simple_literal(text),
        None => Literal::new_typed_literal(text, literal.datatype()),
    };
    Cow::Owned(Quad { object: literal.into(), ..quad.clone() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use oxigraph::io::RdfParser;

    use super::*;
    use crate::{
        data::Data,
        rdf::{
            self, BASE,
            sample::{seminar, store},
        },
    };

    const FORMATS: [(GraphFormat, RdfFormat); 5] = [
        (GraphFormat::NQuads, RdfFormat::NQuads),
        (GraphFormat::Turtle, RdfFormat::Turtle),
        (GraphFormat::TriG, RdfFormat::TriG),
        (GraphFormat::RdfXml, RdfFormat::RdfXml),
        (GraphFormat::JsonLd, RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }),
    ];

    fn sample() -> Store {
        let sample = seminar();
        let data = Data::embedded();
        store(&rdf::graph(&sample.knowledge, &sample.ontology, &data, BASE).unwrap())
    }

    fn written(store: &Store, format: GraphFormat, version: RdfVersion) -> String {
        let mut out = Vec::new();
        export(store, format, version, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Returns the triples without blank nodes, whose names may change.
    fn triples(quads: impl Iterator<Item = Quad>) -> BTreeSet<String> {
        let named = quads.filter(|quad| !quad.subject.is_blank_node());
        named
            .filter(|quad| !quad.object.is_blank_node())
            .map(|q| Triple::from(q).to_string())
            .collect()
    }

    #[test]
    fn every_format_reads_back_with_the_same_triples() {
        let store = sample();
        for version in [RdfVersion::V1_1, RdfVersion::V1_2] {
            let expected = written(&store, GraphFormat::NQuads, version);
            let expected = triples(parsed(&expected, RdfFormat::NQuads));
            for (format, reader) in FORMATS {
                if (format, version) == (GraphFormat::JsonLd, RdfVersion::V1_2) {
                    continue;
                }
                let text = written(&store, format, version);
                assert_eq!(triples(parsed(&text, reader)), expected, "{format:?} {version:?}");
                assert_eq!(written(&store, format, version), text, "{format:?}");
            }
        }
    }

    fn parsed(text: &str, format: RdfFormat) -> impl Iterator<Item = Quad> {
        RdfParser::from_format(format).for_slice(text.as_bytes()).map(Result::unwrap)
    }

    #[test]
    fn rdf_1_1_has_no_triple_terms_and_loses_no_statement() {
        let store = sample();
        for (format, _) in FORMATS {
            let text = written(&store, format, RdfVersion::V1_1);
            assert!(!text.contains("<<") && !text.contains("parseType=\"Triple\""), "{format:?}");
        }
        let count = |version, term: &str| {
            written(&store, GraphFormat::NQuads, version).matches(term).count()
        };
        assert_eq!(count(RdfVersion::V1_1, "#reifies"), 0);
        let statements = count(RdfVersion::V1_2, "#reifies");
        assert_eq!(count(RdfVersion::V1_1, "rdf-syntax-ns#predicate>"), statements);
    }

    #[test]
    fn json_ld_is_only_written_in_rdf_1_1() {
        let error = export(&sample(), GraphFormat::JsonLd, RdfVersion::V1_2, &mut Vec::new());
        assert!(error.unwrap_err().to_string().starts_with("JSON-LD cannot carry"));
    }

    #[test]
    fn a_triple_term_that_nothing_reifies_is_described() {
        let quads = reified(
            parsed("<a:s> <a:says> <<( <a:b> <a:p> \"x\" )>> <a:g> .", RdfFormat::NQuads)
                .next()
                .unwrap(),
        );
        assert_eq!(quads.len(), 5);
        assert!(quads.iter().all(|quad| !matches!(quad.object, Term::Triple(_))));
    }

    #[test]
    fn xml_has_no_control_characters() {
        let store = store(
            &parsed("<a:s> <a:p#q> \"x\\u0001y\"@zh .", RdfFormat::NQuads).collect::<Vec<_>>(),
        );
        let text = written(&store, GraphFormat::RdfXml, RdfVersion::V1_2);
        assert!(text.contains("x\u{fffd}y"), "{text}");
    }
}
