//! A large reference is worked out once, and what was kept of it is never trusted too far.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Ran, finish, folder, program};

/// Facts enough to be worth keeping.
fn facts(people: u32) -> String {
    let town = |number: u32| {
        format!("  - id: town-{number}\n    subject: [Town{number}ham]\n    measure: [people]\n    value: {people}\n")
    };
    let towns: String = (0..2000).map(town).collect();
    format!("defaults:\n  source: the register\nfacts:\n{towns}")
}

/// Runs `check` with its cache in a folder of its own.
fn check(folder: &Path) -> Ran {
    let mut command = program(folder, &["check", "--claims", "facts.yaml", "draft.md"]);
    finish(command.env("XDG_CACHE_HOME", folder.join("cache")), b"")
}

fn kept(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("cache/factdiff")).expect("something was kept");
    entries.map(|entry| entry.expect("a readable folder").path()).collect()
}

#[test]
fn what_was_kept_says_the_same_and_is_never_stale() {
    let draft: &[u8] = b"Town7ham has 43,210 people, Town8ham has 40,120 people.\n";
    let folder = folder("kept", &[("facts.yaml", facts(40_120).as_bytes()), ("draft.md", draft)]);
    let first = check(&folder);
    assert!(first.out.contains("the draft says 43,210 people, the reference 40120"), "{first:?}");
    assert!(first.out.contains("the register"), "{first:?}");
    let file = kept(&folder).pop().expect("one reference");
    assert_eq!(check(&folder).out, first.out);
    // Damaged, cut short, gone: it is worked out again, and kept again.
    let whole = fs::read(&file).expect("what was kept");
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    for bytes in [&damaged[..], &whole[..whole.len() / 2], b""] {
        fs::write(&file, bytes).expect("our own file");
        assert_eq!(check(&folder).out, first.out);
        assert!(fs::read(&file).expect("kept again") == whole);
    }
    fs::remove_dir_all(folder.join("cache")).expect("it may be deleted");
    assert_eq!(check(&folder).out, first.out);
    // Other facts are another reference.
    fs::write(folder.join("facts.yaml"), facts(43_210)).expect("our own file");
    let other = check(&folder);
    assert!(other.out.contains("the draft says 40,120 people, the reference 43210"), "{other:?}");
    assert_eq!(kept(&folder).len(), 2);
    // A cache that cannot be written is done without.
    fs::remove_dir_all(folder.join("cache")).expect("it may be deleted");
    fs::write(folder.join("cache"), "no folder").expect("a new file");
    assert_eq!(check(&folder).out, other.out);
}
