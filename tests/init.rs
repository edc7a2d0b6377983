//! The files a house begins with, and how the program describes itself to shells and readers.

use std::fs;
use std::path::Path;

use super::program::{folder, run};

#[test]
fn a_house_begins_with_files_that_work() {
    let folder = folder("init", &[]);
    let cases = [
        ("github", ".github/workflows/facts.yml", "--format github"),
        ("gitlab", ".gitlab-ci.yml", "--format gitlab"),
        ("pre-commit", ".pre-commit-config.yaml", "entry: factdiff check --force-exclude"),
    ];
    let first = run(&folder, &["init"], b"");
    assert_eq!((first.status, first.out.as_str()), (0, "wrote factdiff.yaml\nwrote claims/facts.yaml\n"), "{first:?}");
    for (service, file, words) in cases {
        let ran = run(&folder, &["init", "--ci", service], b"");
        assert_eq!((ran.status, ran.out), (0, format!("wrote {file}\n")), "{service}: {}", ran.err);
        assert!(fs::read_to_string(folder.join(file)).expect("written").contains(words), "{service}");
        fs::write(folder.join(file), "ours").expect("writable");
        let again = run(&folder, &["init", "--ci", service], b"");
        assert_eq!((again.status, again.out.as_str()), (0, ""), "{service}");
        assert!(again.err.contains("is there already") && again.err.contains(words), "{service}: {}", again.err);
        assert_eq!(fs::read_to_string(folder.join(file)).expect("there"), "ours", "{service}");
    }
    fs::write(folder.join("a.md"), "The United States bought Alaska for $7.2 billion in 1867.\n").expect("writable");
    assert_eq!(run(&folder, &["check"], b"").status, 0, "without facts nothing is wrong");
    let facts = fs::read_to_string(folder.join("claims/facts.yaml")).expect("written");
    let examples = facts.replace("\n#  ", "\n  ").replace("\n#\n", "\n\n");
    fs::write(folder.join("claims/facts.yaml"), examples).expect("writable");
    let ran = run(&folder, &["check"], b"");
    assert_eq!(ran.status, 1, "the examples are facts: {ran:?}");
    assert!(ran.out.contains("alaska-purchase"), "{ran:?}");
}

#[test]
fn shells_and_manuals_have_every_command() {
    let folder = folder("manual", &[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(&folder, &["completions", shell], b"");
        assert_eq!(ran.status, 0, "{shell}");
        assert!(ran.out.contains("fail-on") && ran.out.contains("explain"), "{shell}");
    }
    let whole = run(&folder, &["man"], b"").out;
    for command in ["check", "extract", "rules", "explain", "facts", "init", "schema", "completions", "man"] {
        assert!(whole.contains(&format!("factdiff\\-{command}(1)")), "{command}: {whole}");
        let page = run(&folder, &["man", command], b"");
        assert!(page.out.contains(&format!(".TH factdiff-{command} 1")), "{command}: {}", page.out);
    }
    let mistyped = run(&folder, &["man", "chekc"], b"");
    assert_eq!(mistyped.status, 2);
    assert!(mistyped.err.contains("chekc is no command; there are check,"), "{mistyped:?}");
}

/// What a newcomer reads: every option says what it does.
#[test]
fn every_option_says_what_it_does_and_what_happens_without_it() {
    let folder = folder("help", &[]);
    for command in ["check", "extract", "rules", "explain", "init", "completions", "man"] {
        let help = run(&folder, &[command, "--help"], b"").out;
        let options = help.split_once("Options:").map_or("", |(_, options)| options);
        let mut entries: Vec<String> = Vec::new();
        for line in options.lines() {
            if line.trim_start().starts_with('-') && line.starts_with("  ") && line.len() - line.trim_start().len() < 8
            {
                entries.push(line.trim().to_owned());
            } else if let Some(entry) = entries.last_mut() {
                entry.push(' ');
                entry.push_str(line.trim());
            }
        }
        assert!(!entries.is_empty(), "{command}: {help}");
        for entry in entries {
            assert!(entry.split_whitespace().count() > 3, "{command}: {entry}");
            // One that takes a value says what is so without it.
            let takes_value = entry.contains('<') && !entry.contains("[<FILE>]");
            let has_default = entry.contains("[default")
                || ["--output", "--changed", "--baseline"].iter().any(|name| entry.starts_with(name));
            assert!(!takes_value || has_default, "{command}: {entry}");
        }
    }
}

/// The files by which other services take the program from its repository.
#[test]
fn the_repository_offers_itself_to_ci_services() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("it is there");
    let action = read("action.yml");
    for input in ["paths", "claims", "changed", "fail-on", "arguments", "install"] {
        assert!(action.contains(&format!("  {input}:\n    description: ")), "{input} is described");
        assert!(action.contains(&format!("${{{{ inputs.{input} }}}}")), "{input} is used");
    }
    // An input that stood in a script as it is could end it and run something else.
    let scripts: String =
        action.split("run: |").skip(1).map(|rest| rest.split("\n    - ").next().unwrap_or_default()).collect();
    assert!(!scripts.contains("${{"), "{scripts}");
    assert!(read(".pre-commit-hooks.yaml").contains("entry: factdiff check --force-exclude\n"));
}
