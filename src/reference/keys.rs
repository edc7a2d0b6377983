//! The keys of a reference file, each table in the order in which a house writes them.

/// The keys of a fact.
pub(crate) const FACT: [&str; 31] = [
    "id",
    "fact",
    "person",
    "quote",
    "transcript",
    "statement",
    "aliases",
    "misspellings",
    "born",
    "died",
    "roles",
    "by",
    "subject",
    "measure",
    "not",
    "holds",
    "value",
    "values",
    "date",
    "since",
    "kind",
    "unit",
    "tolerance",
    "from",
    "until",
    "as-of",
    "source",
    "checked",
    "note",
    "severity",
    "tags",
];

/// The keys of `defaults`.
pub(super) const DEFAULTS: [&str; 12] = [
    "subject",
    "measure",
    "not",
    "tolerance",
    "from",
    "until",
    "as-of",
    "source",
    "checked",
    "note",
    "severity",
    "tags",
];

/// The keys of an entry of `values`.
pub(super) const ENTRY: [&str; 6] = ["from", "until", "as-of", "value", "source", "note"];

/// The keys of an entry of `roles`.
pub(super) const ROLE: [&str; 7] = ["role", "from", "until", "party", "place", "source", "note"];

/// The keys of the entries below a key: of facts below `facts`, of offices below `roles`.
pub(super) fn below(key: &str) -> &'static [&'static str] {
    match key {
        "values" => &ENTRY,
        "roles" => &ROLE,
        "defaults" => &DEFAULTS,
        _ => &FACT,
    }
}
