//! The one test binary.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests are tests")]

mod cli;
mod corpus;
mod curation;
mod diff;
mod exports;
mod figures;
mod identity;
mod measures;
mod network_exports;
mod patterns;
mod properties;
mod queries;
mod scores;
mod shipped;
mod space_law;
mod stages;
mod stages_again;
mod stages_bodies;
mod stages_cited;
mod stages_dates;
mod stages_deeds;
mod stages_documents;
mod stages_fields;
mod stages_founding;
mod stages_gaps;
mod stages_gatherings;
mod stages_guests;
mod stages_holding;
mod stages_lists;
mod stages_lives;
mod stages_meetings;
mod stages_modality;
mod stages_persons;
mod stages_posts;
mod stages_principles;
mod stages_prose;
mod stages_references;
mod stages_reports;
mod stages_rosters;
mod stages_shapes;
mod stages_subjects;
mod support;
mod tidy;
