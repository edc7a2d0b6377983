//! A fact to be written.

/// A fact, or an entry of its `values` or `roles`, by its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// What stands above it as a comment when it is new.
    pub(super) comment: Option<String>,
    pub(super) keys: Vec<(&'static str, Part)>,
}

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// `value: 1.4 million`.
    Text(String),
    /// `subject: [Alaska, the state]`.
    List(Vec<String>),
    /// `holds: false`.
    Truth(bool),
    /// The entries of `values` or `roles`, one a line.
    Entries(Vec<Sketch>),
}

impl Sketch {
    /// A fact with this id.
    pub fn new(id: impl Into<String>) -> Self {
        Self::entry().with("id", id.into())
    }

    /// An entry of `values` or `roles`.
    pub fn entry() -> Self {
        Self::default()
    }

    /// The same with one more key of the reference format. A key that there is nothing to say of is
    /// left out, and one that it has already is replaced; their order does not matter.
    #[must_use]
    pub fn with(mut self, key: &'static str, part: impl Into<Part>) -> Self {
        self.keys.retain(|(own, _)| *own != key);
        let part = part.into();
        if !part.is_empty() {
            self.keys.push((key, part));
        }
        self
    }

    /// The same with a comment above it, where it is new: "from line 12 of summit.md".
    #[must_use]
    pub fn commented(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// What it says under a key.
    pub fn get(&self, key: &str) -> Option<&Part> {
        self.keys.iter().find(|(own, _)| *own == key).map(|(_, part)| part)
    }

    /// Its id; empty for an entry.
    pub fn id(&self) -> &str {
        self.text("id").unwrap_or_default()
    }

    /// A key's text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Part::Text(text) => Some(text),
            Part::Truth(_) | Part::List(_) | Part::Entries(_) => None,
        }
    }

    /// Its keys in this order.
    pub(super) fn in_order(&self, order: &[&str]) -> Vec<(&'static str, &Part)> {
        let mut keys: Vec<(&'static str, &Part)> = self.keys.iter().map(|(key, part)| (*key, part)).collect();
        keys.sort_by_key(|(key, _)| rank(key, order));
        keys
    }
}

/// The place of a key in an order; unknown ones stand at its end.
pub(super) fn rank(key: &str, order: &[&str]) -> usize {
    order.iter().position(|known| *known == key).unwrap_or(order.len())
}

impl Part {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Truth(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Entries(entries) => entries.is_empty(),
        }
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        (&*text).into()
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        // The reader takes no notice of white space around a text.
        Self::Text(text.trim().to_owned())
    }
}

impl From<bool> for Part {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<Vec<String>> for Part {
    fn from(items: Vec<String>) -> Self {
        Self::List(items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect())
    }
}

impl From<Vec<Sketch>> for Part {
    fn from(entries: Vec<Sketch>) -> Self {
        Self::Entries(entries)
    }
}
