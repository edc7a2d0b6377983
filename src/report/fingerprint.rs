//! What a finding is known by from one run to the next, however its line moves.

use std::collections::HashMap;

use super::Name;
use super::context::collapse;
use crate::finding::Finding;

/// Makes the fingerprints of the findings of one draft.
pub(super) struct Fingerprints {
    path: String,
    /// How often a rule has met the same words so far.
    met: HashMap<u64, u32>,
}

impl Fingerprints {
    pub(super) fn of(name: Name<'_>) -> Self {
        Self { path: name.to_string(), met: HashMap::new() }
    }

    /// Sixteen hexadecimal digits of the rule, the path, the words, and how often they came before.
    pub(super) fn of_finding(&mut self, finding: &Finding) -> String {
        let words = collapse(&finding.text).to_lowercase();
        let hash = fnv([finding.rule.name(), &self.path, &words]);
        let met = self.met.entry(hash).or_default();
        let repeated = met.to_string();
        let hash = if *met == 0 { hash } else { fnv([finding.rule.name(), &self.path, &words, &repeated]) };
        *met += 1;
        format!("{hash:016x}")
    }
}

/// The 64-bit FNV-1a hash of texts, which no release changes.
fn fnv<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
