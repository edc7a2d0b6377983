//! `check --changed`: what is new since a revision, in drafts and in facts.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::{Ran, commit, finish, folder, git, program};

const FACTS: &str = "facts:
  - id: visitors
    subject: [Tolney bridge]
    measure: [visitors]
    value: 1.4 million
  - id: price
    fact: The United States bought Alaska from Russia in 1867 for $7.2 million.
";

/// Old mistakes, which nobody is to be told of.
const OLD: &str = "# Old\n\nThe Tolney bridge had 1.7 million visitors.\n\nThe United States bought Alaska from Russia in \
                   1867 for $7.2 million.\n";

/// A repository with facts and two drafts.
fn house(name: &str) -> PathBuf {
    let folder = folder(
        name,
        &[
            ("claims/house.yaml", FACTS.as_bytes()),
            ("articles/a.md", OLD.as_bytes()),
            ("articles/b \u{e9}.md", OLD.as_bytes()),
        ],
    );
    git(&folder, &["init", "--quiet"]);
    commit(&folder, "First");
    folder
}

fn check(folder: &Path, options: &[&str]) -> Ran {
    let mut command = program(folder, &["check", "--date", "2025-08-15", "--format", "jsonl"]);
    finish(command.args(options).env("GIT_CEILING_DIRECTORIES", env!("CARGO_TARGET_TMPDIR")), b"")
}

/// Each finding as "path text".
fn found(ran: &Ran) -> Vec<String> {
    let objects = ran.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let findings = objects.filter(|object| object["type"] == "finding");
    findings.map(|finding| format!("{} {}", finding["path"], finding["text"]).replace('"', "")).collect()
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let file = folder.join(path);
    let text = fs::read_to_string(&file).expect("it is there");
    assert!(text.contains(from), "{path}: {from}");
    fs::write(file, text.replace(from, to)).expect("it can be written");
}

#[test]
fn old_mistakes_are_not_told_and_new_ones_are() {
    let folder = house("changed");
    let clean = check(&folder, &["--changed", "HEAD", "."]);
    assert_eq!((clean.status, found(&clean).len()), (0, 0), "{clean:?}");
    assert!(clean.out.contains("\"files\":0"), "what is unchanged is not checked: {clean:?}");
    edit(&folder, "articles/b \u{e9}.md", "$7.2 million", "$7.5 million");
    let expected = ["articles/b \u{e9}.md $7.5 million"];
    let uncommitted = check(&folder, &["--changed", "HEAD"]);
    assert_eq!((uncommitted.status, found(&uncommitted)), (1, expected.map(str::to_owned).to_vec()));
    git(&folder, &["add", "--all"]);
    assert_eq!(found(&check(&folder, &["--changed", "HEAD"])), expected, "staged");
    commit(&folder, "Second");
    assert_eq!(found(&check(&folder, &["--changed", "HEAD~1"])), expected, "committed");
    assert!(found(&check(&folder, &["--changed", "HEAD"])).is_empty());
    let below = check(&folder.join("articles"), &["--changed", "HEAD~1", "--claims", "../claims"]);
    assert_eq!(found(&below), ["b \u{e9}.md $7.5 million"], "from a folder below: {below:?}");
    let above = check(
        folder.parent().expect("a folder"),
        &["--changed", "HEAD~1", "changed/articles", "--claims", "changed/claims"],
    );
    assert_eq!(found(&above), ["changed/articles/b \u{e9}.md $7.5 million"], "from outside: {above:?}");
}

#[test]
fn renamed_and_new_drafts() {
    let folder = house("renamed");
    git(&folder, &["mv", "articles/a.md", "articles/\"c\" d.md"]);
    edit(&folder, "articles/\"c\" d.md", "$7.2 million", "$7.5 million");
    assert_eq!(found(&check(&folder, &["--changed", "HEAD"])), ["articles/\\c\\ d.md $7.5 million"]);
    git(&folder, &["reset", "--quiet", "--hard"]);
    fs::write(folder.join("articles/new.md"), OLD).expect("a new file");
    assert_eq!(found(&check(&folder, &["--changed", "HEAD"])), ["articles/new.md 1.7 million visitors"], "untracked");
    fs::write(folder.join(".gitignore"), "new.md\n").expect("a new file");
    assert_eq!(found(&check(&folder, &["--changed", "HEAD", "articles/new.md"])).len(), 1, "ignored, but named");
    git(&folder, &["rm", "--quiet", "articles/a.md"]);
    assert!(found(&check(&folder, &["--changed", "HEAD", "articles/b \u{e9}.md"])).is_empty());
}

#[test]
fn a_fact_that_changed_is_checked_wherever_it_is_stated() {
    let folder = house("facts");
    edit(&folder, "claims/house.yaml", "value: 1.4 million", "value: 1.5 million");
    let both = ["articles/a.md 1.7 million visitors", "articles/b \u{e9}.md 1.7 million visitors"];
    assert_eq!(found(&check(&folder, &["--changed", "HEAD"])), both);
    git(&folder, &["reset", "--quiet", "--hard"]);
    // Another place, comments and a new source change nothing of what a fact says.
    let moved = FACTS.replace("facts:\n", "# Moved\nfacts:\n").replace("    value", "    source: a count\n    value");
    git(&folder, &["mv", "claims/house.yaml", "claims/other.yaml"]);
    fs::write(folder.join("claims/other.yaml"), &moved).expect("it can be written");
    assert!(found(&check(&folder, &["--changed", "HEAD"])).is_empty());
    // Two files of one: what was in it is no news in either.
    let (head, tail) = moved.split_at(moved.find("  - id: price").expect("the second fact"));
    fs::write(folder.join("claims/other.yaml"), head).expect("it can be written");
    fs::write(folder.join("claims/untracked.yaml"), format!("facts:\n{tail}")).expect("it can be written");
    assert!(found(&check(&folder, &["--changed", "HEAD"])).is_empty());
    fs::write(folder.join("claims/untracked.yaml"), format!("facts:\n{}", tail.replace("7.2", "7.3"))).expect("it");
    let both = ["articles/a.md $7.2 million", "articles/b \u{e9}.md $7.2 million"];
    assert_eq!(found(&check(&folder, &["--changed", "HEAD"])), both);
}

#[test]
fn facts_that_come_with_the_program_are_no_change() {
    let folder = house("changed-beside-packs");
    fs::write(folder.join("factdiff.yaml"), "builtin: all\n").expect("it can be written");
    let dated = "The 49th state is Alaska. Alaska became a state on January 3, 1949.\n";
    fs::write(folder.join("articles/old.md"), dated).expect("it can be written");
    commit(&folder, "An old mistake, by a fact of the program");
    edit(&folder, "claims/house.yaml", "1.4 million", "1.3 million");
    let ran = check(&folder, &["--changed", "HEAD", "articles"]);
    assert!(found(&ran).iter().all(|finding| !finding.contains("old.md")), "{ran:?}");
    assert_eq!(found(&ran).len(), 2, "{ran:?}");
}

#[test]
fn a_branch_answers_for_its_own_changes() {
    let folder = house("branch");
    git(&folder, &["checkout", "--quiet", "-b", "story"]);
    edit(&folder, "articles/a.md", "$7.2 million", "$7.5 million");
    commit(&folder, "Story");
    git(&folder, &["checkout", "--quiet", "main"]);
    edit(&folder, "articles/b \u{e9}.md", "1.7 million", "1.4 million");
    commit(&folder, "Elsewhere");
    git(&folder, &["checkout", "--quiet", "story"]);
    assert_eq!(found(&check(&folder, &["--changed", "main"])), ["articles/a.md $7.5 million"]);
}

#[test]
fn a_shallow_clone_says_what_it_lacks() {
    let origin = house("origin");
    edit(&origin, "articles/a.md", "$7.2 million", "$7.5 million");
    commit(&origin, "Second");
    let clone = folder("shallow", &[]);
    let url = format!("file://{}", origin.display());
    git(&clone, &["clone", "--quiet", "--depth", "1", &url, "."]);
    let ran = check(&clone, &["--changed", "HEAD~1"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("HEAD~1") && ran.err.contains("fetch-depth: 0"), "{ran:?}");
    // The first commit is fetched, but not how the two hang together.
    git(&clone, &["fetch", "--quiet", "--depth", "1", "origin", "main:now"]);
    git(&origin, &["branch", "then", "HEAD~1"]);
    git(&clone, &["fetch", "--quiet", "--depth", "1", "origin", "then:then"]);
    let ran = check(&clone, &["--changed", "then"]);
    assert_eq!(found(&ran), ["articles/a.md $7.5 million"], "{ran:?}");
    assert!(ran.err.contains("compared with then itself") && ran.err.contains("fetch-depth: 0"), "{ran:?}");
}

#[test]
fn what_git_cannot_tell_is_explained() {
    let house = house("unknown");
    for (revision, complaint) in [
        ("nowhere", "nowhere is no revision"),
        ("--output=x", "--output=x is no revision"),
        ("", "is no revision"),
        ("HEAD:articles/a.md", "is no revision"),
    ] {
        let ran = check(&house, &[&format!("--changed={revision}")]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{revision}: {ran:?}");
        assert!(ran.err.contains(complaint), "{revision}: {ran:?}");
    }
    let bare = folder("bare", &[("claims/house.yaml", FACTS.as_bytes()), ("a.md", OLD.as_bytes())]);
    let ran = check(&bare, &["--changed", "HEAD"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("lies in no git repository"), "{ran:?}");
    let ran = check(&house, &["--changed", "HEAD", "articles", "../bare/a.md"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("../bare/a.md lies outside"), "{ran:?}");
    git(&bare, &["init", "--quiet"]);
    let ran = check(&bare, &["--changed", "HEAD"]);
    assert!(ran.status == 2 && ran.err.contains("HEAD is no revision"), "a repository without a commit: {ran:?}");
    let mut command = program(&house, &["check", "--date", "2025-08-15", "--changed", "HEAD"]);
    let ran = finish(command.env("PATH", ""), b"");
    assert!(ran.status == 2 && ran.err.contains("not installed"), "{ran:?}");
}

#[test]
fn facts_kept_elsewhere_are_taken_as_they_are() {
    let house = house("elsewhere");
    let other = folder("facts-elsewhere", &[("house.yaml", FACTS.replace("1.4", "1.5").as_bytes())]);
    edit(&house, "articles/a.md", "$7.2 million", "$7.5 million");
    let ran = check(&house, &["--changed", "HEAD", "--claims", &other.display().to_string()]);
    assert_eq!(found(&ran), ["articles/a.md $7.5 million"], "{ran:?}");
    assert!(ran.err.contains("outside the repository"), "{ran:?}");
}
