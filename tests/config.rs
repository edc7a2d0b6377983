//! `factdiff.yaml`: where it is found, what it says, and what is said of mistakes in it.

use serde_json::Value as Json;

use super::program::{Ran, folder, run};

const FACTS: &[u8] = b"facts:
  - id: ferry-passengers
    fact: The ferry Halvar carried 86 passengers.
  - id: ferry-crates
    fact: The ferry Halvar carried 1,473 crates.
";

const DRAFT: &[u8] = b"The ferry Halvar carried 68 passengers. The ferry Halvar carried 1,500 crates.\n";

/// The findings of a run of `check --format jsonl`: path, level and rule.
fn findings(ran: &Ran) -> Vec<String> {
    let objects = ran.out.lines().map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let findings = objects.filter(|object| object["type"] == "finding");
    let text = |object: &Json, key: &str| object[key].as_str().expect("a text").to_owned();
    findings.map(|one| [text(&one, "path"), text(&one, "level"), text(&one, "rule")].join(" ")).collect()
}

/// The findings of a run of `check --format jsonl`: rule, and what the draft says.
fn stated(ran: &Ran) -> Vec<String> {
    let objects = ran.out.lines().map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let findings = objects.filter(|object| object["type"] == "finding");
    findings.map(|one| format!("{} {}", one["rule"], one["draft"]).replace('"', "")).collect()
}

#[test]
fn a_house_says_where_its_drafts_and_facts_lie_and_how_grave_rules_are() {
    let config = b"drafts: [news, archive]
claims: house/facts
exclude: [drafts/, '*.old.md']
rules: {rounded: off}
overrides:
  - paths: archive/
    rules: {value-differs: warning, rounded: note}
";
    let folder = folder(
        "house",
        &[
            ("factdiff.yaml", config),
            ("house/facts/ferry.yaml", FACTS),
            ("news/a.md", DRAFT),
            ("news/b.old.md", DRAFT),
            ("news/drafts/c.md", DRAFT),
            ("archive/2019/d.md", DRAFT),
            ("elsewhere.md", DRAFT),
        ],
    );
    let all =
        ["news/a.md error value-differs", "archive/2019/d.md warning value-differs", "archive/2019/d.md note rounded"];
    let cases: [(&[&str], &[&str]); 8] = [
        (&[], &all),
        (&["--force-exclude", "news/b.old.md", "news/drafts/c.md", "news/a.md"], &all[..1]),
        (&["--force-exclude", "news/b.old.md"], &[]),
        (&["elsewhere.md"], &["elsewhere.md error value-differs"]),
        (&["news/b.old.md"], &["news/b.old.md error value-differs"]),
        (&["--ignore", "value-differs"], &all[2..]),
        (&["--select", "rounded", "news"], &["news/a.md note rounded"]),
        (&["--claims", "house/facts/ferry.yaml", "archive"], &all[1..]),
    ];
    for (arguments, expected) in cases {
        let ran = run(&folder, &[&["check", "--format", "jsonl"], arguments].concat(), b"");
        assert_eq!(findings(&ran), expected, "{arguments:?}: {ran:?}");
    }
    let below = folder.join("archive/2019");
    let ran = run(&below, &["check", "--format", "jsonl", "d.md"], b"");
    assert_eq!(findings(&ran), ["d.md warning value-differs", "d.md note rounded"], "from a folder below: {ran:?}");
    let ran = run(&below, &["check", "--format", "jsonl"], b"");
    assert_eq!(findings(&ran).len(), 3, "its drafts from a folder below: {ran:?}");
}

#[test]
fn the_nearest_file_holds_and_none_beyond_the_repository() {
    let folder = folder(
        "nearest",
        &[
            ("factdiff.yaml", b"rules: {value-differs: note}\n"),
            ("claims/ferry.yaml", FACTS),
            ("a.md", DRAFT),
            ("sport/factdiff.yaml", b"claims: ../claims\nrules: {value-differs: warning}\n"),
            ("sport/b.md", DRAFT),
            ("other/.git/HEAD", b"ref: refs/heads/main\n"),
            ("other/claims/ferry.yaml", FACTS),
            ("other/c.md", DRAFT),
        ],
    );
    let ran = run(&folder, &["check", "--format", "jsonl", "--select", "value-differs", "a.md", "sport/b.md"], b"");
    assert_eq!(findings(&ran), ["a.md note value-differs", "sport/b.md warning value-differs"], "{ran:?}");
    let other = run(&folder.join("other"), &["check", "--format", "jsonl", "--select", "value-differs"], b"");
    assert_eq!(findings(&other), ["c.md error value-differs"], "{other:?}");
    let both = run(&folder, &["check", "--format", "jsonl", "--select", "value-differs", "a.md", "other/c.md"], b"");
    let expected = ["a.md note value-differs", "other/c.md error value-differs"];
    assert_eq!(findings(&both), expected, "a draft of no house is held against the facts here: {both:?}");
}

#[test]
fn a_house_elsewhere_pays_in_its_own_dollars() {
    let facts = b"facts:
  - {id: bridge, fact: The Tolney bridge cost $7.2 million.}
  - {id: ferry, subject: [ferry Halvar], measure: [fare], value: US$3}
";
    let draft = b"The Tolney bridge cost A$7.2 million.\n\nThe fare of the ferry Halvar is $3.\n";
    let config: [(&[u8], &[&str]); 2] =
        [(b"currency: AUD\n", &["unit-differs 3"]), (b"currency: USD\n", &["unit-differs 7200000"])];
    for (config, expected) in config {
        let folder = folder("money", &[("factdiff.yaml", config), ("claims/a.yaml", facts), ("a.md", draft)]);
        let ran = run(&folder, &["check", "--format", "jsonl"], b"");
        assert_eq!(stated(&ran), expected, "{ran:?}");
    }
}

#[test]
fn a_house_means_bare_words_as_its_country_does() {
    let facts = b"facts:
  - {id: tank, fact: The Tolney tank holds 4000 gallons.}
  - {id: bridge, subject: [Tolney bridge], measure: [opened], date: 03/04/2024}
  - {id: ferry, subject: [ferry Halvar], measure: [fare], value: $3}
";
    let draft = b"The Tolney tank holds about 18,200 litres. The Tolney tank holds 4,000 U.S. gallons.

The Tolney bridge opened on 3 April 2024. The Tolney bridge opened on 03/05/2024.

The fare of the ferry Halvar is A$3. The ferry Halvar charges a fare of US$3.
";
    let british = ["value-differs 4000", "date-differs 2024-05-03", "unit-differs 3"];
    let cases: [(&[u8], &[&str]); 6] = [
        (
            b"locale: en-US\n",
            &["value-differs 18200", "date-differs 2024-04-03", "date-differs 2024-03-05", "unit-differs 3"],
        ),
        (b"locale: en-GB\n", &british),
        (b"locale: en-AU\n", &british),
        // Neither order is settled: only the year is told.
        (b"locale: en-CA\n", &["value-differs 4000", "unit-differs 3", "unit-differs 3"]),
        (b"locale: en-CA\ncurrency: AUD\n", &["value-differs 4000", "unit-differs 3"]),
        (b"locale: en-IN\n", &["value-differs 18200", "date-differs 2024-05-03", "unit-differs 3"]),
    ];
    for (config, expected) in cases {
        let folder = folder("locale", &[("factdiff.yaml", config), ("claims/a.yaml", facts), ("a.md", draft)]);
        let ran = run(&folder, &["check", "--format", "jsonl", "--ignore", "self-contradiction"], b"");
        assert_eq!(stated(&ran), expected, "{}: {ran:?}", String::from_utf8_lossy(config));
    }
}

#[test]
fn facts_of_the_program_mean_what_they_say_in_every_house() {
    let draft = b"The United States bought Alaska from Russia in 1867 for US$7.2 million.\n";
    let folder = folder("shipped-abroad", &[("factdiff.yaml", b"locale: en-AU\n"), ("a.md", draft)]);
    let ran = run(&folder, &["check"], b"");
    assert!(ran.status == 0 && ran.out.contains("2 supported"), "{ran:?}");
}

#[test]
fn a_fix_is_written_in_the_bare_words_of_the_house() {
    let facts = b"facts:
  - {id: tank, fact: The Tolney tank holds 4000 gallons.}
  - {id: well, fact: The Tolney well holds 900 litres.}
  - {id: bridge, fact: The Tolney bridge cost $7.2 million.}
";
    let draft = b"The Tolney tank holds 4,500 gallons. The Tolney well holds 900 gallons.\n\nThe Tolney bridge cost \xe2\x82\xac7.2 million.\n";
    for (config, expected) in [
        (
            &b"locale: en-GB\n"[..],
            "holds 4,000 gallons. The Tolney well holds 900 litres.\n\nThe Tolney bridge cost $7.2 million.\n",
        ),
        (
            b"locale: en-AU\n",
            "holds 4,000 gallons. The Tolney well holds 900 litres.\n\nThe Tolney bridge cost $7.2 million.\n",
        ),
    ] {
        let folder = folder("bare-fix", &[("factdiff.yaml", config), ("claims/a.yaml", facts), ("a.md", draft)]);
        let ran = run(&folder, &["check", "--fix"], b"");
        let fixed = std::fs::read_to_string(folder.join("a.md")).expect("a draft");
        assert!(fixed.ends_with(expected), "{fixed} {ran:?}");
        let again = run(&folder, &["check"], b"");
        assert_eq!(again.status, 0, "{again:?}");
    }
}

#[test]
fn a_mistake_is_shown_with_its_place_and_what_was_meant() {
    let cases: [(&str, &[&str]); 12] = [
        ("locale: en_gb\n", &["factdiff.yaml:1:9", "`locale` cannot be 'en_gb'", "did you mean `en-GB`?"]),
        ("locale: en-UK\n", &["`locale` cannot be 'en-UK'", "`en-US`, `en-GB`, `en-IE`"]),
        ("currency: AUS\n", &["factdiff.yaml:1:11", "`currency` cannot be 'AUS'", "did you mean `AUD`?"]),
        ("exlude: [a]\n", &["unknown key `exlude`", "factdiff.yaml:1:1", "did you mean `exclude`?"]),
        ("colour: red\n", &["unknown key `colour`", "`drafts`, `claims`, `builtin`, `exclude`, `locale`"]),
        ("rules:\n  value-difers: off\n", &["factdiff.yaml:2:3", "did you mean `value-differs`?"]),
        ("rules:\n  rounded: silent\n", &["factdiff.yaml:2:12", "`rounded` cannot be 'silent'", "`off`"]),
        ("builtin: [alaska, worlds]\n", &["factdiff.yaml:1:10", "`builtin` cannot be 'worlds'", "`all`"]),
        ("rules: off\n", &["factdiff.yaml:1:8", "rules` is a mapping"]),
        ("overrides:\n  - rules: {rounded: off}\n", &["factdiff.yaml:2:5", "needs the key `paths`"]),
        ("drafts: {a: b}\n", &["`drafts` is text"]),
        ("drafts: [a\n", &["not valid YAML"]),
    ];
    for (config, told) in cases {
        let folder = folder("mistaken", &[("factdiff.yaml", config.as_bytes()), ("a.md", DRAFT)]);
        for arguments in [&["check"][..], &["extract", "a.md"]] {
            let ran = run(&folder, arguments, b"");
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{config}: {ran:?}");
            assert!(told.iter().all(|words| ran.err.contains(words)), "{config}: {ran:?}");
        }
    }
}

#[test]
fn a_broken_file_below_fails_its_own_drafts_alone() {
    let folder = folder(
        "broken-below",
        &[
            ("claims/ferry.yaml", FACTS),
            ("a.md", DRAFT),
            ("sport/factdiff.yaml", b"rule: {rounded: off}\n"),
            ("sport/b.md", DRAFT),
        ],
    );
    let ran = run(&folder, &["check", "--format", "jsonl"], b"");
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(findings(&ran), ["a.md error value-differs", "a.md note rounded"], "{ran:?}");
    assert!(ran.err.contains("did you mean `rules`?") && ran.err.contains("sport/b.md: "), "{ran:?}");
}

#[test]
fn what_a_house_says_of_a_subject_counts_before_what_ships() {
    let own = b"facts:\n  - {id: our-germany, subject: Germany, measure: population, value: 91 million people, source: our desk}\n  \
                - {id: our-rubio, person: Marco Rubio, born: 1970-05-28, source: our desk}\n";
    let draft = b"Germany has a population of 99 million.\n\nMarco Rubio, 53, has three rooms.\n";
    let folder = folder(
        "own-first",
        &[("claims/own.yaml", own), ("factdiff.yaml", b"builtin: all\n"), ("2025-08-15-a.md", draft)],
    );
    let ran = run(&folder, &["check", "--format", "jsonl", "2025-08-15-a.md"], b"");
    for own in ["\"fact\":\"our-germany\"", "\"fact\":\"our-rubio\""] {
        assert!(ran.out.contains(own), "{ran:?}");
    }
    assert_eq!(ran.out.matches("\"type\":\"finding\"").count(), 2, "{ran:?}");
}
