//! `check --baseline` and `--write-baseline`: an archive that is adopted as it is.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::{Ran, folder, run};

const FACTS: &[u8] = b"facts:
  - id: visitors
    subject: [Tolney bridge]
    measure: [visitors]
    value: 1.4 million
";

const WRONG: &str = "The Tolney bridge had 1.7 million visitors.\n";

fn archive(name: &str) -> PathBuf {
    let twice = format!("{WRONG}\n{WRONG}");
    folder(name, &[("claims/house.yaml", FACTS), ("old/a.md", WRONG.as_bytes()), ("old/b.md", twice.as_bytes())])
}

fn check(folder: &Path, options: &[&str]) -> Ran {
    run(folder, &[&["check", "--date", "2025-08-15"], options].concat(), b"")
}

fn errors(ran: &Ran) -> usize {
    ran.out.matches("error[value-differs]").count()
}

#[test]
fn what_is_known_is_left_out_wherever_it_has_moved() {
    let folder = archive("known");
    assert_eq!(errors(&check(&folder, &[])), 3);
    let written = check(&folder, &["--write-baseline=known.json", "."]);
    assert_eq!((written.status, errors(&written)), (0, 0), "{written:?}");
    assert!(written.err.contains("3 findings written to known.json"), "{written:?}");
    let clean = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((clean.status, clean.err.as_str()), (0, ""), "{clean:?}");
    // Other lines, other wrapping.
    fs::write(folder.join("old/a.md"), "A new line.\n\nThe Tolney bridge had 1.7\nmillion visitors.\n").expect("ours");
    let moved = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((moved.status, moved.err.as_str()), (0, ""), "{moved:?}");
    // From another folder the drafts have other names.
    let below = check(&folder.join("old"), &["--baseline", "../known.json", "--claims", "../claims", "a.md"]);
    assert_eq!((below.status, below.err.as_str()), (0, ""), "{below:?}");
    // One more of the same is one too many.
    fs::write(folder.join("old/a.md"), format!("{WRONG}\n{WRONG}")).expect("ours");
    let more = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((more.status, errors(&more)), (1, 1), "{more:?}");
}

#[test]
fn it_shrinks_as_findings_go() {
    let folder = archive("shrinking");
    check(&folder, &["--baseline", "known.json", "--write-baseline"]);
    let read = || fs::read_to_string(folder.join("known.json")).expect("it was written");
    assert!(
        read().contains(
            "{\"path\":\"old/b.md\",\"rule\":\"value-differs\",\"text\":\"1.7 million visitors\",\"count\":2}"
        )
    );
    fs::write(folder.join("old/b.md"), WRONG).expect("ours");
    let gone = check(&folder, &["--baseline", "known.json"]);
    assert_eq!(gone.status, 0, "{gone:?}");
    assert!(gone.err.contains("no longer found") && gone.err.contains("old/b.md"), "{gone:?}");
    let other = check(&folder, &["--baseline", "known.json", "old/a.md"]);
    assert_eq!(other.err, "", "of what was not checked nothing is gone");
    for narrowed in [["--ignore", "value-differs"], ["--only", "visitors"]] {
        let ran = check(&folder, &[&["--baseline", "known.json"][..], &narrowed].concat());
        assert_eq!(ran.err, "", "{narrowed:?}");
    }
    fs::remove_file(folder.join("old/a.md")).expect("ours");
    check(&folder, &["--baseline", "known.json", "--write-baseline"]);
    assert!(!read().contains("old/a.md") && !read().contains("count"), "{}", read());
    // A part of the archive is written anew; the rest stays.
    fs::write(folder.join("old/c.md"), WRONG).expect("ours");
    check(&folder, &["old/c.md", "--write-baseline=known.json"]);
    assert!(read().contains("old/b.md") && read().contains("old/c.md"), "{}", read());
}

#[test]
fn reasons_stay_and_days_pass() {
    let folder = archive("reasons");
    let entry = |expires: &str| {
        format!(
            r#"{{"version": 1, "findings": [{{"path": "old/a.md", "rule": "value-differs", "text": "1.7 million visitors",
            "reason": "as it was printed", "expires": "{expires}"}}]}}"#
        )
    };
    for (expires, found) in [("2025-08-15", 0), ("2025-08-14", 1)] {
        fs::write(folder.join("known.json"), entry(expires)).expect("ours");
        let ran = check(&folder, &["--baseline", "known.json", "old/a.md"]);
        assert_eq!(errors(&ran), found, "{expires}: {ran:?}");
    }
    check(&folder, &["--baseline", "known.json", "--write-baseline"]);
    let written = fs::read_to_string(folder.join("known.json")).expect("it was written");
    assert!(written.contains("as it was printed") && written.contains("old/b.md"), "{written}");
}

#[test]
fn what_is_no_baseline_is_named_and_never_overwritten() {
    let folder = archive("bad");
    fs::write(folder.join("bad.json"), "{\"version\": 1,\n \"findings\": [}\n").expect("ours");
    for (options, complaint) in [
        (&["--baseline", "none.json"][..], "none.json: no such baseline"),
        (&["--baseline", "old"], "old: a baseline is a file"),
        (&["--write-baseline=old"], "old: a baseline is a file"),
        (&["--baseline", "bad.json"], "bad.json:2:15"),
        (&["--write-baseline=old/a.md"], "old/a.md:1:1: not a baseline"),
        (&["--write-baseline=nowhere/known.json"], "nowhere/known.json"),
        (&["--write-baseline=known.json", "--fix"], "cannot be used with"),
    ] {
        let ran = check(&folder, options);
        assert_eq!(ran.status, 2, "{options:?}: {ran:?}");
        assert!(ran.err.contains(complaint), "{options:?}: {ran:?}");
    }
    assert_eq!(fs::read_to_string(folder.join("old/a.md")).expect("it is there"), WRONG);
}
