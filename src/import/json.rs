//! JSON as others publish it: one value, a value a line, the lines of a dump, or the scripts of a page.

use serde_json::Value;

use super::Reading;
use super::error::{Place, Problem};
use crate::value::Exact;

/// The values in a text, one after the other; white space and commas may stand between them, as at the ends of
/// the lines of a dump. What is no JSON is told with its line and column.
pub(super) fn values(text: &str, reading: &mut Reading<'_>) -> Vec<Value> {
    if text.trim_start().starts_with('<') {
        let scripts: Vec<(usize, &str)> = scripts(text).collect();
        if scripts.is_empty() {
            reading.report(Place::File, Problem::NoScript);
        }
        return scripts.into_iter().flat_map(|(start, script)| values_at(text, start, script, reading)).collect();
    }
    values_at(text, 0, text, reading)
}

/// The values in a stretch of a text that begins at a byte.
fn values_at(text: &str, start: usize, stretch: &str, reading: &mut Reading<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    let mut at = 0;
    loop {
        let rest = stretch[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '\u{feff}');
        at = stretch.len() - rest.len();
        if rest.is_empty() {
            return values;
        }
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match stream.next() {
            Some(Ok(value)) => values.push(value),
            Some(Err(error)) => {
                let (line, column) = position(&text[..start + at]);
                let within = u32::try_from(error.line()).unwrap_or(u32::MAX);
                let own = u32::try_from(error.column()).unwrap_or(u32::MAX);
                let column = if within == 1 { column.saturating_add(own).saturating_sub(1) } else { own };
                let place = Place::Line(line.saturating_add(within).saturating_sub(1), column.max(1));
                reading.report(place, Problem::BadJson(said(&error)));
                return values;
            }
            None => return values,
        }
        at += stream.byte_offset();
    }
}

/// What the library says, without the place that is told already.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// A decimal as JSON and its texts write it: "-40.5", "+312".
pub(super) fn decimal(text: &str) -> Option<Exact> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    Exact::decimal(digits, -i32::try_from(decimals.len()).ok()?)
}

/// The line and column, both from 1, of what follows a text.
fn position(before: &str) -> (u32, u32) {
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().len() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// What stands in the scripts of a page that are JSON-LD, each with the byte it begins at.
fn scripts(page: &str) -> impl Iterator<Item = (usize, &str)> {
    let lower = page.to_ascii_lowercase();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let tag = at + lower[at..].find("<script")?;
            let start = tag + lower[tag..].find('>')? + 1;
            let end = start + lower[start..].find("</script").unwrap_or(lower.len() - start);
            at = end;
            if lower[tag..start].contains("application/ld+json") {
                return Some((start, &page[start..end]));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{position, scripts};

    #[test]
    fn scripts_of_a_page() {
        let page = "<p>a</p>\n<SCRIPT id=x type='application/ld+json'>{}</SCRIPT><script>{</script>\
                    <script type=\"application/ld+json\">[1]";
        let found: Vec<&str> = scripts(page).map(|(_, script)| script).collect();
        assert_eq!(found, ["{}", "[1]"]);
        assert_eq!(position("a\nbc"), (2, 3));
    }
}
