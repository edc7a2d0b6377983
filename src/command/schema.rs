//! `factdiff schema`: what may stand in a house's YAML files, for editors.

use factdiff::{config, reference};

use super::cli::manual::{SchemaOf, SchemaOptions};
use super::output::Output;
use super::{Failure, Status};

pub(super) fn run(options: &SchemaOptions) -> Result<Status, Failure> {
    let schema = match options.of {
        SchemaOf::Facts => reference::schema(),
        SchemaOf::Config => config::schema(),
    };
    Output::standard().write(format!("{schema:#}\n").as_bytes())?;
    Ok(Status::Clean)
}
