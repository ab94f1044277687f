//! From Chinese policy documents to a knowledge graph in which every edge opens its sentence.
//!
//! ```text
//! files ─ source ─▶ Source ─ normalise ─▶ Document ─ recognise ─▶ Mention
//!       ─ resolve ─▶ Entity ─ relate ─▶ Fact ─ unite ─▶ Knowledge ─ curate ─▶ Knowledge
//!       ─ rdf ─▶ graph.nq
//!                  ├─ query    ─▶ tables
//!                  ├─ network  ─▶ measures
//!                  ├─ export   ─▶ files
//!                  ├─ figure   ─▶ figures for print
//!                  ├─ diff     ─▶ what changed
//!                  └─ evaluate ─▶ precision, recall, F1
//! ```
//!
//! One direction; no stage reaches back, and the lower row reads nothing but the graph. The stages
//! from `normalise` to `curate` are pure functions of text and [`pipeline::Resources`]; strange
//! text gives a [`model::Warning`], never a failure.
//!
//! ```
//! use gongshi::{data::Data, model::Object, pipeline::{self, Resources}, source::Source};
//!
//! let resources = Resources::load(&Data::embedded())?;
//! let text = "2022年8月，武汉大学主办了“网络空间国际法治”国际研讨会。";
//! let knowledge = pipeline::build(&[Source::new("news", "news.txt", text)], &resources).value;
//!
//! let organised = resources.ontology.relation("organised").expect("it is in the ontology");
//! let fact = knowledge.facts.iter().find(|fact| fact.relation == organised).expect("it is read");
//! let Object::Entity(event) = fact.object else { unreachable!("events are entities") };
//! let label = |id: gongshi::model::EntityId| knowledge.entities[id.index()].label.as_str();
//! assert_eq!(label(fact.subject), "武汉大学");
//! assert_eq!(label(event), "网络空间国际法治国际研讨会");
//!
//! let quote = knowledge.documents[fact.document].slice(fact.evidence[0].span);
//! println!("{} organised {}: {quote}", label(fact.subject), label(event));
//! assert!(text.contains(quote));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod model;

pub mod data;
pub mod ontology;
pub mod source;

pub mod normalise;
pub mod recognise;
pub mod resolve;

pub mod relate;
pub mod unite;

pub mod curate;

pub mod pipeline;
pub mod rdf;

pub mod query;
mod tabular;

pub mod check;
pub mod diff;
pub mod evaluate;
pub mod explain;
pub mod export;
pub mod figure;
pub mod missed;
pub mod network;

pub mod cli;
