//! What is wrong with a reference file, for people: the line, and what to do about it.

use annotate_snippets::{AnnotationKind, Group, Level as Title, Snippet};

use super::text::{placed, renderer, title, window};
use crate::check::Flaw;
use crate::finding::Level;
use crate::reference::{LoadError, Origin};
use crate::span::Span;

/// The fault with the line of `text`, the file that it stands in.
pub fn fault(error: &LoadError, text: &str) -> String {
    let help = error.problem.help();
    excerpt(Level::Error, &error.problem.to_string(), help.as_deref(), (&error.origin, error.span), text)
}

/// What somebody should look at in a fact, with the line of `text` where it stands.
pub fn flaw(flaw: &Flaw, (origin, span): (&Origin, Option<Span>), text: &str) -> String {
    let help = flaw.weakness.help();
    excerpt(Level::Warning, &flaw.weakness.to_string(), Some(&help), (origin, span), text)
}

/// A sentence, the line it is about, and what to do. The renderer gets that line alone: it reads all
/// of what it gets.
fn excerpt(
    level: Level,
    sentence: &str,
    help: Option<&str>,
    (origin, span): (&Origin, Option<Span>),
    text: &str,
) -> String {
    let mut group = Group::with_title(title(level).primary_title(sentence));
    if let Some(span) = span {
        let (line, marked) = window(text, span);
        let snippet = Snippet::source(line).line_start(origin.line as usize);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(marked)));
    }
    if let Some(help) = help {
        group = group.element(Title::HELP.message(help));
    }
    placed(&renderer().render(&[group]), &origin.file, origin.line, origin.column)
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::reference::load;

    /// Whatever stands before and behind a line, it alone is shown, cut where it is long.
    #[test]
    fn a_fault_shows_its_line_alone() {
        let bad = "  - {id: bridge, fact: The bridge is 300 metres long., zebra: 5}\n";
        let show = |file: &str| {
            let errors = load([("town.yaml", file)], |_, _| Err("none".into())).expect_err("a key nobody knows");
            fault(&errors[0], file)
        };
        let alone = show(&format!("facts:\n{bad}"));
        let good = |from: usize| -> String {
            let rows = (from..from + 200).map(|number| format!("  - {{id: a{number}, fact: It has 12 arches.}}\n"));
            rows.collect::<Vec<_>>().concat()
        };
        let among = show(&format!("facts:\n{}{bad}{}", good(0), good(200)));
        let shift = |shown: &str| shown.replace("202 |", "  2 |").replace("202:", "2:").replace(' ', "");
        assert_eq!(shift(&among), alone.replace(' ', ""));
        let flow = good(0).replace("  - ", ",").replace('\n', "");
        let long = show(&format!(
            "facts: [{{id: b, fact: It has 9 arches.}}{flow}{}{flow}]\n",
            bad.replace("  - ", ",").trim()
        ));
        assert!(long.contains("zebra") && long.lines().all(|line| line.chars().count() < 130), "{long}");
        assert!(long.contains("town.yaml:1:"), "{long}");
    }
}
