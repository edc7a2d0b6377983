//! The names a legislator goes by in articles.

use crate::reference::Node;

/// The parts of a name as the file has them.
pub(super) struct Name<'n> {
    first: &'n str,
    middle: Option<&'n str>,
    last: &'n str,
    suffix: Option<&'n str>,
    nickname: Option<&'n str>,
    /// "James E. Clyburn", "Eric A. "Rick" Crawford".
    official: Option<&'n str>,
}

/// Reads a name; none where it has no first and last one.
pub(super) fn name<'n>(node: &'n Node<'n>) -> Option<Name<'n>> {
    let part = |key: &str| node.child(key).and_then(Node::text).map(str::trim).filter(|part| !part.is_empty());
    Some(Name {
        first: part("first")?,
        middle: part("middle"),
        last: part("last")?,
        suffix: part("suffix"),
        nickname: part("nickname"),
        official: part("official_full"),
    })
}

impl Name<'_> {
    /// The one most articles use: by the nickname where there is one, else the
    /// official one, else with initials.
    pub(super) fn usual(&self) -> String {
        match (self.nickname, self.official) {
            (Some(nickname), _) => format!("{nickname} {}", self.last),
            (None, Some(official)) => unquoted(official),
            (None, None) => self.with_initials().unwrap_or_else(|| self.plain()),
        }
    }

    /// "Trump", all that is said of a president in office.
    pub(super) fn family(&self) -> &str {
        self.last
    }

    /// The others.
    pub(super) fn aliases(&self) -> Vec<String> {
        let suffixed = |name: &str| self.suffix.map(|suffix| format!("{name} {suffix}"));
        let initials = self.with_initials();
        let spaced = initials.as_deref().filter(|_| self.middle_words().count() > 1).map(spaced);
        let middle = self.middle.map(|middle| format!("{} {middle} {}", self.first, self.last));
        let names = [
            self.official.map(unquoted),
            Some(self.plain()),
            initials.as_deref().and_then(suffixed),
            suffixed(&self.plain()),
            initials,
            spaced,
            middle,
        ];
        let usual = self.usual();
        let mut aliases: Vec<String> = Vec::new();
        for name in names.into_iter().flatten() {
            if name != usual && !aliases.contains(&name) {
                aliases.push(name);
            }
        }
        aliases
    }

    /// "Joseph Biden".
    fn plain(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    /// "George H.W. Bush".
    fn with_initials(&self) -> Option<String> {
        self.middle?;
        let initials: String =
            self.middle_words().filter_map(|word| word.chars().next()).flat_map(|initial| [initial, '.']).collect();
        Some(format!("{} {initials} {}", self.first, self.last))
    }

    fn middle_words(&self) -> impl Iterator<Item = &str> {
        self.middle.into_iter().flat_map(str::split_whitespace)
    }
}

/// "Rick Crawford" has its nickname between quotation marks; the marks are no part of a name.
fn unquoted(name: &str) -> String {
    name.replace(['"', '“', '”', ','], "")
}

/// "George H. W. Bush" for "George H.W. Bush".
fn spaced(name: &str) -> String {
    name.replace('.', ". ").replace("  ", " ")
}
