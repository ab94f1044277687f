//! Tables of nodes and of edges, with the column names that Gephi knows.

use super::{ExportError, view::EdgeNetwork};
use crate::network::Attribute;
use std::io::Write;

/// One of the two tables of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One row a node.
    Nodes,
    /// One row an edge.
    Edges,
}

/// Writes one table of a network as CSV. Lists are joined by ` | `.
pub fn write_csv(
    network: &EdgeNetwork,
    part: Part,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut writer = ::csv::Writer::from_writer(out);
    match part {
        Part::Nodes => write_nodes(network, &mut writer)?,
        Part::Edges => write_edges(network, &mut writer)?,
    }
    writer.flush()?;
    Ok(())
}

fn write_nodes<W: Write>(
    network: &EdgeNetwork,
    writer: &mut ::csv::Writer<W>,
) -> Result<(), ::csv::Error> {
    let measures = network.measures.iter().map(|measure| measure.name());
    let columns = ["Id", "Label"].into_iter().chain(Attribute::ALL.map(Attribute::name));
    writer.write_record(columns.chain(measures))?;
    for node in &network.nodes {
        let mut record = vec![node.id.clone(), node.name.clone()];
        record.extend(Attribute::ALL.map(|attribute| node.values(attribute).join(" | ")));
        record.extend(node.measures.iter().map(f64::to_string));
        writer.write_record(record)?;
    }
    Ok(())
}

fn write_edges<W: Write>(
    network: &EdgeNetwork,
    writer: &mut ::csv::Writer<W>,
) -> Result<(), ::csv::Error> {
    let columns = ["Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel"];
    let evidence = ["shared", "events", "dates", "documents", "sentences"];
    let measures = network.edge_measures.iter().map(String::as_str);
    writer.write_record(columns.into_iter().chain(evidence).chain(measures))?;
    let kind = if network.is_directed() { "Directed" } else { "Undirected" };
    for edge in &network.edges {
        let (source, target) = (&network.nodes[edge.source], &network.nodes[edge.target]);
        let record = [
            source.id.clone(),
            target.id.clone(),
            kind.to_owned(),
            edge.weight.to_string(),
            source.name.clone(),
            target.name.clone(),
            edge.events.len().to_string(),
            edge.events.join(" | "),
            edge.dates.join(" | "),
            edge.documents.join(" | "),
            edge.sentences.join(" | "),
        ];
        writer.write_record(record.into_iter().chain(edge.values.iter().map(f64::to_string)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::small;

    fn read_back(part: Part) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        write_csv(&small(), part, &mut out).unwrap();
        let mut reader = ::csv::Reader::from_reader(out.as_slice());
        let records = reader.records().map(|record| record.unwrap());
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn what_was_written_is_read_back() {
        let nodes = read_back(Part::Nodes);
        assert_eq!(nodes.len(), 4);
        assert_eq!(nodes[1][0], "O\"Neil\t\\N & <Co>");
        let edges = read_back(Part::Edges);
        assert_eq!(edges.len(), 2);
        assert_eq!(edges[0][7..10], ["武汉研讨会", "2022-06", "seminars"]);
    }
}
