//! Tables of nodes and of edges, with the column names that Gephi knows.

use super::{ExportError, fields::Value, view::EdgeNetwork};
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
    let fields = network.node_fields();
    let names = fields.iter().map(|field| field.name.as_str());
    writer.write_record(["Id", "Label"].into_iter().chain(names))?;
    for (position, node) in network.nodes.iter().enumerate() {
        let values = network.node_values(position);
        let first = [node.id.clone(), node.name.clone()];
        writer.write_record(first.into_iter().chain(values.iter().map(Value::text)))?;
    }
    Ok(())
}

fn write_edges<W: Write>(
    network: &EdgeNetwork,
    writer: &mut ::csv::Writer<W>,
) -> Result<(), ::csv::Error> {
    let columns = ["Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel"];
    let fields = network.edge_fields();
    let names = fields.iter().map(|field| field.name.as_str());
    writer.write_record(columns.into_iter().chain(names))?;
    let kind = if network.is_directed() { "Directed" } else { "Undirected" };
    for edge in &network.edges {
        let (source, target) = (&network.nodes[edge.source], &network.nodes[edge.target]);
        let first = [
            source.id.clone(),
            target.id.clone(),
            kind.to_owned(),
            edge.weight.to_string(),
            source.name.clone(),
            target.name.clone(),
        ];
        let values = edge.field_values();
        writer.write_record(first.into_iter().chain(values.iter().map(Value::text)))?;
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
