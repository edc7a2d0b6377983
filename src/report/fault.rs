//! What is wrong with a reference file, for people: the line, and what to do about it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::text::renderer;
use crate::reference::LoadError;

/// The fault with the line of `text`, the file that it stands in.
pub fn fault(error: &LoadError, text: &str) -> String {
    let title = Level::ERROR.primary_title(error.problem.to_string());
    let place = &error.origin;
    let group = match error.span {
        Some(span) => Group::with_title(title)
            .element(Snippet::source(text).path(&place.file).annotation(AnnotationKind::Primary.span(span.range()))),
        None => Group::with_title(title)
            .element(Origin::path(&place.file).line(place.line as usize).char_column(place.column as usize)),
    };
    let group = match error.problem.help() {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    };
    renderer().render(&[group])
}
