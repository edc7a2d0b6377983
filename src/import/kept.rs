//! What a person has put into a reference file and an import leaves as it is.

use std::collections::HashMap;

use crate::reference::written::{Part, Sketch};
use crate::reference::{self, LoadError, Node};

/// The sketches without these keys, where a fact of the file has them already: what somebody wrote
/// there stays. Says too how many of the sketches are facts of the file.
///
/// ```
/// use factdiff::import::keep;
/// use factdiff::reference::written::Sketch;
///
/// let file = "facts:\n  - {id: seoul, subject: Seoul, value: 9 million}\n";
/// let sketch = Sketch::new("seoul").with("subject", "Seoul, Rep.").with("value", "9.4 million");
/// let (kept, known) = keep(vec![sketch], &["subject"], "cities.yaml", file).expect("good YAML");
/// assert_eq!((&kept[0], known), (&Sketch::new("seoul").with("value", "9.4 million"), 1));
/// ```
///
/// # Errors
/// Text that is no YAML.
pub fn keep(
    sketches: Vec<Sketch>,
    keys: &[&'static str],
    file: &str,
    text: &str,
) -> Result<(Vec<Sketch>, usize), Vec<LoadError>> {
    let roots = reference::roots(file, text)?;
    let mut facts: HashMap<&str, &Node<'_>> = HashMap::new();
    for fact in roots.iter().filter_map(|root| root.child("facts")).flat_map(Node::items) {
        facts.extend(fact.child("id").and_then(Node::text).map(|id| (id, fact)));
    }
    let mut known = 0;
    let kept = sketches.into_iter().map(|sketch| {
        let Some(Part::Text(id)) = sketch.get("id") else { return sketch };
        let Some(fact) = facts.get(id.as_str()) else { return sketch };
        known += 1;
        let own = keys.iter().filter(|key| fact.child(key).is_some());
        own.fold(sketch, |sketch, &key| sketch.with(key, ""))
    });
    let kept = kept.collect();
    Ok((kept, known))
}
