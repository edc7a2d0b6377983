//! `check --fix` and `--diff`: what they write, what they leave alone, and what they say.

use std::fs;
use std::path::Path;

use super::program::{Ran, folder, program, run};

const FACTS: &[u8] = b"facts:
  - id: price
    fact: The United States bought Alaska from Russia in 1867 for $7.2 million.
  - id: visitors
    subject: [Tolney bridge]
    measure: [visitors]
    value: 1,412,345
  - id: ruiz
    person: Ana Ruiz
    misspellings: [Anna Ruiz]
";

const WRONG: &str = "\u{feff}# The bridge\r\n\r\nThe Tolney bridge had about 1.7 million visitors.\r\n\r\nThe United \
                     States bought Alaska from Russia in 1876 for $7.2 million, said Anna Ruiz.";
const RIGHT: &str = "\u{feff}# The bridge\r\n\r\nThe Tolney bridge had about 1.4 million visitors.\r\n\r\nThe United \
                     States bought Alaska from Russia in 1867 for $7.2 million, said Ana Ruiz.";

fn check(folder: &Path, options: &[&str]) -> Ran {
    run(folder, &[&["check", "--claims", "house.yaml"], options].concat(), b"")
}

fn text(folder: &Path, draft: &str) -> String {
    fs::read_to_string(folder.join(draft)).expect("the draft is there")
}

#[test]
fn fixes_are_written_and_nothing_else_is_touched() {
    let folder = folder("fixed", &[("house.yaml", FACTS), ("a.md", WRONG.as_bytes()), ("b.md", RIGHT.as_bytes())]);
    let ran = check(&folder, &["--fix", "."]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(text(&folder, "a.md"), RIGHT);
    assert!(ran.err.contains("3 findings put right in 1 draft"), "{ran:?}");
    let again = check(&folder, &["--fix", "."]);
    assert_eq!((again.status, text(&folder, "a.md").as_str()), (0, RIGHT), "{again:?}");
    assert!(again.err.contains("0 findings put right"), "{again:?}");
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 3, "nothing is left beside the drafts");
}

#[test]
fn what_has_no_fix_is_reported_as_ever() {
    let draft = "The Tolney bridge had 1.7 million visitors. The United States bought Alaska from Russia in 1867 for \
                 \u{20ac}9 million.\n";
    let folder = folder("unfixed", &[("house.yaml", FACTS), ("a.md", draft.as_bytes())]);
    let ran = check(&folder, &["--fix", "a.md"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert_eq!(text(&folder, "a.md"), draft.replace("1.7 million", "1.4 million"));
    assert!(ran.out.contains("unit-differs") && !ran.out.contains("1.7 million visitors"), "{ran:?}");
}

#[test]
fn markup_and_what_stands_in_it_stays() {
    for (name, before, after) in [
        (
            "bold.md",
            "The Tolney bridge had **1.7** million visitors.",
            "The Tolney bridge had **1.4** million visitors.",
        ),
        (
            "b.html",
            "<p>The Tolney bridge had <b>1.7</b>&nbsp;million visitors.",
            "<p>The Tolney bridge had <b>1.4</b>&nbsp;million visitors.",
        ),
        ("name.md", "We met *Anna* Ruiz.", "We met *Anna* Ruiz."),
        ("entity.html", "<p>We met Anna&nbsp;Ruiz.", "<p>We met Anna&nbsp;Ruiz."),
        ("wrapped.md", "The Tolney bridge had 1.7\nmillion visitors.", "The Tolney bridge had 1.4\nmillion visitors."),
    ] {
        let folder = folder("markup", &[("house.yaml", FACTS), (name, before.as_bytes())]);
        let ran = check(&folder, &["--fix", name]);
        assert_eq!(text(&folder, name), after, "{ran:?}");
        assert_eq!(ran.status, i32::from(before == after), "{ran:?}");
    }
}

#[test]
fn a_patch_is_what_git_applies() {
    let folder = folder("patch", &[("house.yaml", FACTS), ("sub/a draft.md", WRONG.as_bytes())]);
    let ran = check(&folder, &["--diff", "."]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.out.starts_with("--- a/sub/a draft.md\t\n+++ b/sub/a draft.md\t\n@@ "), "{ran:?}");
    assert_eq!(text(&folder, "sub/a draft.md"), WRONG, "nothing is written");
    let mut apply = std::process::Command::new("git");
    // Not the repository that the tests may lie in.
    apply.current_dir(&folder).args(["apply", "-"]).env("GIT_CEILING_DIRECTORIES", &folder);
    let applied = super::program::finish(&mut apply, ran.out.as_bytes());
    assert_eq!(applied.status, 0, "{applied:?}");
    assert_eq!(text(&folder, "sub/a draft.md"), RIGHT);
    let clean = check(&folder, &["--diff", "."]);
    assert_eq!((clean.status, clean.out.as_str()), (0, ""), "{clean:?}");
}

#[test]
fn standard_input_has_a_patch_and_no_file() {
    let folder = folder("piped", &[("house.yaml", FACTS)]);
    let draft = b"The Tolney bridge had 1.7 million visitors.\n";
    let ran = run(&folder, &["check", "--claims", "house.yaml", "--diff", "-"], draft);
    assert_eq!(
        ran.out,
        "--- -\n+++ -\n@@ -1 +1 @@\n-The Tolney bridge had 1.7 million visitors.\n+The Tolney bridge had 1.4 million visitors.\n"
    );
    for (options, complaint) in [
        (&["--fix", "-"][..], "--diff prints"),
        (&["--fix", "--input", "jsonl"], "--diff prints"),
        (&["--diff", "--input", "jsonl"], "not a stream"),
        (&["--fix", "--diff", "a.md"], "cannot be used with"),
        (&["--diff", "--format", "jsonl", "a.md"], "cannot be used with"),
        (&["--changed", "HEAD", "-"], "standard input has none"),
    ] {
        let ran = check(&folder, options);
        assert_eq!(ran.status, 2, "{options:?}: {ran:?}");
        assert!(ran.err.contains(complaint), "{options:?}: {ran:?}");
    }
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_read_only_draft_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder =
        folder("permissions", &[("house.yaml", FACTS), ("a.md", WRONG.as_bytes()), ("b.md", WRONG.as_bytes())]);
    let mode = |draft: &str, mode| {
        fs::set_permissions(folder.join(draft), fs::Permissions::from_mode(mode)).expect("our own file");
    };
    mode("a.md", 0o640);
    mode("b.md", 0o444);
    let ran = check(&folder, &["--fix", "a.md", "b.md"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("b.md: the file is read-only"), "{ran:?}");
    assert_eq!((text(&folder, "a.md").as_str(), text(&folder, "b.md").as_str()), (RIGHT, WRONG));
    let kept = fs::metadata(folder.join("a.md")).expect("it is there").permissions().mode();
    assert_eq!(kept & 0o777, 0o640);
    mode("b.md", 0o644);
}

#[test]
fn one_draft_that_cannot_be_read_does_not_keep_the_others_from_being_fixed() {
    let folder = folder("some", &[("house.yaml", FACTS), ("a.md", WRONG.as_bytes())]);
    let mut command = program(&folder, &["check", "--claims", "house.yaml", "--fix", "nowhere.md", "a.md"]);
    let ran = super::program::finish(&mut command, b"");
    assert_eq!((ran.status, text(&folder, "a.md").as_str()), (2, RIGHT), "{ran:?}");
}

#[test]
fn a_draft_keeps_its_encoding() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let narrow = |figure: &str| {
        [b"The Tolney bridge \x96 it cost \x80 3 \x96 had ", figure.as_bytes(), b" visitors.\n"].concat()
    };
    let folder = folder("encoded", &[("house.yaml", FACTS), ("a.md", &wide(WRONG)), ("b.txt", &narrow("1.7 million"))]);
    let ran = check(&folder, &["--fix", "a.md", "b.txt"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let read = |draft: &str| fs::read(folder.join(draft)).expect("it is there");
    assert_eq!((read("a.md"), read("b.txt")), (wide(RIGHT), narrow("1.4 million")));
}

#[test]
fn a_word_processor_s_document_is_neither_rewritten_nor_patched() {
    let document = include_bytes!("formats/flood.docx");
    let facts = b"facts:\n  - {id: rise, subject: [river], measure: [rose], value: 6 meters}\n";
    for option in ["--fix", "--diff"] {
        let folder = folder("office", &[("house.yaml", facts), ("flood.docx", document)]);
        let ran = check(&folder, &[option, "flood.docx"]);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.err.contains("flood.docx: replacements are not written into .docx and .odt"), "{ran:?}");
        assert_eq!(fs::read(folder.join("flood.docx")).expect("it is there"), document);
        assert_eq!(ran.out.contains("7 meters"), option == "--fix", "the report is as always: {ran:?}");
    }
}
