//! `factdiff completions` and `factdiff man`: the command line described for shells and for `man`.

use clap::CommandFactory;
use clap_mangen::Man;

use super::cli::Arguments;
use super::cli::manual::{CompletionsOptions, ManOptions};
use super::output::Output;
use super::{Failure, Status};

/// The name under which shells know the program.
const NAME: &str = "factdiff";

pub(super) fn completions(options: &CompletionsOptions) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), NAME, &mut script);
    Output::standard().write(&script)?;
    Ok(Status::Clean)
}

pub(super) fn man(options: &ManOptions) -> Result<Status, Failure> {
    let mut whole = Arguments::command();
    whole.build();
    let command = match &options.command {
        None => whole,
        Some(name) => {
            let found = whole.find_subcommand(name).cloned();
            let names = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
            found.ok_or_else(|| Failure::NoCommand { name: name.clone(), names })?
        }
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page).expect("a vector takes every byte");
    Output::standard().write(&page)?;
    Ok(Status::Clean)
}
