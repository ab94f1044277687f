//! From Chinese policy documents to a knowledge graph in which every edge opens its sentence.

pub mod cli;
pub mod data;
pub mod evaluate;
pub mod export;
pub mod model;
pub mod network;
pub mod normalise;
pub mod ontology;
pub mod pipeline;
pub mod query;
pub mod rdf;
pub mod recognise;
pub mod relate;
pub mod resolve;
pub mod source;
pub mod unite;
