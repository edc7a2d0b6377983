//! One JSON object for the whole run: the drafts with their findings, and the summary.

use super::object::put;
use super::record::{Records, summary};
use super::{Article, End, Judgement, Report, Show};
use crate::check::Checked;

/// `{"files": [{"path", "findings", "claims"}], "summary"}`; the claims with [`Show::All`] alone.
pub struct Json {
    /// What is listed.
    pub show: Show,
}

impl Report for Json {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"files\":[");
    }

    fn lead(&self) -> &'static str {
        "\n"
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let Checked { claims, findings } = article.checked;
        let mut records = Records::of(article.name, article.document);
        out.extend_from_slice(b"{\"path\":");
        put(out, &article.name.to_string());
        out.extend_from_slice(b",\"findings\":[");
        for (index, finding) in findings.iter().enumerate() {
            out.extend_from_slice(if index == 0 { b"" } else { b"," });
            records.finding(out, finding);
        }
        out.push(b']');
        if self.show == Show::All {
            let mut records = Records::of(article.name, article.document);
            out.extend_from_slice(b",\"claims\":[");
            for (index, (claim, verdict)) in claims.iter().enumerate() {
                out.extend_from_slice(if index == 0 { b"" } else { b"," });
                records.claim(out, claim, Some(Judgement::of(*verdict, article.reference)));
            }
            out.push(b']');
        }
        out.push(b'}');
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>) {
        out.extend_from_slice(b"\n],\"summary\":");
        summary(out, None, end.tally, None);
        out.extend_from_slice(b"}\n");
    }
}
