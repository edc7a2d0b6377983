//! YAML's own traps, each told apart from an honest mistake so that it gets a message of its own.

use super::error::Problem;
use super::tree::{Content, Node, Style};

/// "no", "1:30", "0123": what other YAML readers take for something else, so that the file means
/// one thing here and another in an editor.
pub(super) fn misread(node: &Node<'_>) -> Option<Problem> {
    let Content::Text(text, Style::Plain) = &node.content else { return None };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let reading = match text.to_ascii_lowercase().as_str() {
        "no" | "off" | "false" => "false",
        "yes" | "on" | "true" => "true",
        lower if lower.contains(':') && lower.split(':').all(digits) => "a number to the base 60",
        lower if lower.len() > 1 && lower.starts_with('0') && digits(lower) => "a number to the base 8",
        _ => return None,
    };
    Some(Problem::Trap { text: text.to_string(), reading })
}

/// "ranked #1": where a plain text is followed by a comment that looks like the rest of it.
pub(super) fn cut_by_comment(file: &str, node: &Node<'_>) -> Option<Problem> {
    let Content::Text(text, Style::Plain) = &node.content else { return None };
    let rest = file.get(node.place.end as usize..)?.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix('#')?;
    rest.starts_with(|next: char| next.is_alphanumeric()).then(|| Problem::CutByComment { text: text.to_string() })
}

/// "150 a year" after `value: 3`: a key without a value that directly follows a comma after a
/// figure.
pub(super) fn split_pair(
    file: &str,
    before: Option<&(Node<'_>, Node<'_>)>,
    (key, value): &(Node<'_>, Node<'_>),
) -> Option<Problem> {
    let (owner, first) = before?;
    let (value_text, rest) = split(file, first, key)?;
    value.is_nothing().then(|| Problem::SplitAtComma { key: owner.text().map(str::to_owned), value: value_text, rest })
}

/// `[rate per 100,000]`: two items that are one.
pub(super) fn split_item(file: &str, before: &Node<'_>, item: &Node<'_>) -> Option<Problem> {
    let (value, rest) = split(file, before, item)?;
    // Two numbers of a list may stand close, but three digits after a comma are a thousand's.
    let group = rest.bytes().take_while(u8::is_ascii_digit).count() == 3;
    group.then_some(Problem::SplitAtComma { key: None, value, rest })
}

/// Both parts of a figure that YAML split: a digit, a comma, a digit.
fn split(file: &str, first: &Node<'_>, second: &Node<'_>) -> Option<(String, String)> {
    let (Content::Text(first_text, Style::Plain), Content::Text(rest, Style::Plain)) =
        (&first.content, &second.content)
    else {
        return None;
    };
    let glued = file.get(first.place.end as usize..second.place.start as usize)? == ",";
    let digit = |c: char| c.is_ascii_digit();
    (glued && first_text.ends_with(digit) && rest.starts_with(digit)).then(|| {
        let figure = first_text.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |before| before + 1);
        (first_text.get(figure..).unwrap_or(first_text).to_owned(), rest.to_string())
    })
}
