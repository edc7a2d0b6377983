//! The command line: paths, standard input, streams, exit status, faults.

use std::fs::File;
use std::process::Stdio;

use serde_json::Value as Json;

use super::program::{Ran, finish, folder, program, run};

/// The objects of JSON lines.
fn objects(out: &str) -> Vec<Json> {
    out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"))).collect()
}

/// The texts of the claims of a run of `extract --format jsonl`, with what each draft is called.
fn texts(ran: &Ran) -> Vec<(String, String)> {
    let named = |object: &Json| {
        let name = object.get("path").or(object.get("id")).cloned().unwrap_or_default();
        let name = name.as_str().map_or(name.to_string(), str::to_owned);
        Some((name, object.get("text")?.as_str()?.to_owned()))
    };
    objects(&ran.out).iter().filter_map(named).collect()
}

#[test]
fn drafts_are_found_below_folders_in_order_of_their_names() {
    let folder = folder(
        "found",
        &[
            ("b.md", b"20 ships"),
            ("a/z.txt", b"10 ships"),
            ("c.json", b"30 ships"),
            (".hidden.md", b"40 ships"),
            ("old/d.md", b"50 ships"),
            (".gitignore", b"old/\n"),
            ("claims/e.md", b"60 ships"),
            ("claims/house.yaml", b"facts: []\n"),
        ],
    );
    let ran = run(&folder, &["extract", "--format", "jsonl"], b"");
    let names: Vec<String> = texts(&ran).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a/z.txt", "b.md"], "{ran:?}");
    let ran = run(&folder, &["extract", "--format", "jsonl", "c.json", "old"], b"");
    let names: Vec<String> = texts(&ran).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["c.json", "old/d.md"], "what is named is read: {ran:?}");
}

#[test]
fn a_pattern_finds_drafts_and_an_ignore_file_hides_them() {
    let files: [(&str, &[u8]); 5] = [
        ("a/x.md", b"20 ships"),
        ("a/y.txt", b"30 ships"),
        ("b/x.md", b"40 ships"),
        ("b/old.md", b"50 ships"),
        ("b/.factdiffignore", b"old.md\n"),
    ];
    let folder = folder("patterns", &files);
    let cases: [(&str, &[&str]); 3] =
        [("*/*.md", &["a/x.md", "b/x.md"]), ("./a/?.txt", &["a/y.txt"]), (".", &["a/x.md", "a/y.txt", "b/x.md"])];
    for (path, expected) in cases {
        let ran = run(&folder, &["extract", "--format", "jsonl", path], b"");
        let names: Vec<String> = texts(&ran).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, expected, "{path}: {ran:?}");
    }
    let ran = run(&folder, &["extract", "c/*.md"], b"");
    assert!(ran.err.contains("c/*.md: no such file"), "{ran:?}");
}

#[test]
fn a_dash_is_standard_input() {
    let folder = folder("dash", &[]);
    let ran = run(&folder, &["extract", "--format", "jsonl", "-"], b"They sold 20 ships.");
    assert_eq!(texts(&ran), [("-".to_owned(), "20 ships".to_owned())]);
    assert_eq!(ran.status, 0);
}

#[test]
fn html_is_read_by_its_ending_or_when_told() {
    let page = b"<p>Harbour records show <b>20</b>&nbsp;ships.</p>";
    let folder = folder("html", &[("page.html", page), ("page.HTM", page), ("page.dat", page)]);
    let cases: [&[&str]; 4] =
        [&["page.html"], &["page.HTM"], &["--input", "html", "page.dat"], &["--input", "html", "-"]];
    for arguments in cases {
        let ran = run(&folder, &[&["extract"], arguments].concat(), page);
        assert!(ran.out.trim_end().ends_with("ships") && ran.out.lines().count() == 1, "{arguments:?}: {ran:?}");
    }
    let line = br#"{"id": 1, "text": "<p>It sold <b>20</b> ships.</p>", "format": "html"}"#;
    let ran = run(&folder, &["extract", "--format", "jsonl", "--input", "jsonl"], line);
    assert_eq!(texts(&ran), [("1".to_owned(), "20</b> ships".to_owned())]);
}

#[test]
fn a_folder_with_nothing_but_the_reference_says_so() {
    let folder = folder("only", &[("claims/house.yaml", b"facts: []\n"), ("none/x.png", b"")]);
    for (path, complaint) in [
        (".", "only the reference"),
        ("claims", "only the reference"),
        ("none", "no drafts in this folder (files that end in"),
    ] {
        let ran = run(&folder, &["check", path], b"");
        assert_eq!(ran.status, 2, "{path}: {ran:?}");
        assert!(ran.err.contains(complaint), "{path}: {ran:?}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_still_checked() {
    let folder = folder(
        "unreadable",
        &[
            ("good.md", b"20 ships"),
            ("bad.md", b"a line\ncaf\xc3\xa9 \xe2\x80\n"),
            ("empty.md", b""),
            ("none/x.png", b""),
        ],
    );
    let cases: [(&[&str], i32, &str); 6] = [
        (&["good.md"], 0, ""),
        (&["empty.md", "good.md"], 2, "empty.md: line 1, column 1: there is nothing in this draft"),
        (&["missing.md", "good.md"], 2, "missing.md: no such file"),
        (&["bad.md", "good.md"], 2, "bad.md: line 2, column 6"),
        (&["none", "good.md"], 2, "none: no drafts"),
        (&["."], 2, "bad.md"),
    ];
    for (paths, status, complaint) in cases {
        for command in ["check", "extract"] {
            let arguments = [&[command, "--format", "jsonl"], paths].concat();
            let ran = run(&folder, &arguments, b"");
            assert_eq!(ran.status, status, "{arguments:?}: {ran:?}");
            assert!(ran.err.contains(complaint), "{arguments:?}: {ran:?}");
            assert_eq!(ran.err.is_empty(), complaint.is_empty(), "{arguments:?}: {ran:?}");
            if command == "extract" {
                assert_eq!(texts(&ran).last().map(|(name, _)| name.as_str()), Some("good.md"), "{ran:?}");
            }
        }
    }
}

#[test]
fn drafts_come_in_any_encoding_and_keep_their_places() {
    let wide: Vec<u8> = "\u{feff}They – sold 20 ships.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = "\u{feff}They – sold 20 ships.".as_bytes();
    let folder = folder("encodings", &[("a.txt", &wide), ("b.txt", b"They \x96 sold 20 ships."), ("c.txt", marked)]);
    for (name, encoding, start, end) in
        [("a.txt", "UTF-16LE", 26, 42), ("b.txt", "windows-1252", 12, 20), ("c.txt", "UTF-8", 17, 25)]
    {
        let ran = run(&folder, &["extract", "--format", "jsonl", name], b"");
        let claim = &objects(&ran.out)[0];
        assert_eq!((claim["start"].as_u64(), claim["end"].as_u64()), (Some(start), Some(end)), "{ran:?}");
        assert_eq!((claim["line"].as_u64(), claim["column"].as_u64()), (Some(1), Some(13)), "{ran:?}");
        let stats = run(&folder, &["check", "--stats", name], b"").err;
        assert!(stats.contains(&format!("{name}: {encoding}, dated ")), "{stats}");
    }
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = folder("huge", &[("small.txt", b"They sold 20 ships.")]);
    let huge = File::create(folder.join("huge.txt")).expect("the folder can be written");
    huge.set_len(1 << 31).expect("files may have holes");
    let ran = run(&folder, &["extract", "--format", "jsonl"], b"");
    assert!(ran.err.contains("huge.txt: files over 256 MiB are not read"), "{ran:?}");
    assert_eq!(texts(&ran), [("small.txt".to_owned(), "20 ships".to_owned())], "{ran:?}");
    assert_eq!(ran.status, 2);
}

#[test]
fn a_stream_is_answered_line_by_line() {
    let folder = folder("stream", &[]);
    let input = br#"{"id": "a", "text": "They sold 20 ships."}

{"id": 7, "text": "Then **30** boats.", "format": "markdown"}
{"id": "b", "text": 5}
not JSON
{"id": "c", "text": "And 40 rafts.", "date": "2025-02-30"}
{"id": "d", "text": "And 40 rafts.", "format": "papyrus"}
{"id": "e", "text": "No figures."}
{"text": "And 50 skiffs."}
"#;
    let ran = run(&folder, &["extract", "--format", "jsonl", "--input", "jsonl"], input);
    let told: Vec<(String, String)> = objects(&ran.out)
        .iter()
        .map(|object| (object["type"].as_str().unwrap_or_default().to_owned(), object["id"].to_string()))
        .collect();
    let expected = [
        ("claim", "\"a\""),
        ("end", "\"a\""),
        ("claim", "7"),
        ("end", "7"),
        ("error", "\"b\""),
        ("error", "null"),
        ("error", "\"c\""),
        ("error", "\"d\""),
        ("end", "\"e\""),
        ("error", "null"),
    ];
    assert_eq!(told, expected.map(|(kind, id)| (kind.to_owned(), id.to_owned())), "{ran:?}");
    let lines: Vec<Json> = objects(&ran.out)
        .iter()
        .filter_map(|object| object.get("line").filter(|_| object["type"] == "error"))
        .cloned()
        .collect();
    assert_eq!(lines, [4, 5, 6, 7, 9]);
    let complaints = [
        r#"line 4 has a "text" that is not a string"#,
        "line 5 is not JSON",
        r#"line 6 has a wrong "date": 2025-02 has no day 30"#,
        r#"line 7 has an unknown "format", "papyrus""#,
        r#"line 9 has no "id""#,
    ];
    for (told, complaint) in ran.err.lines().zip(complaints) {
        assert!(told.contains(complaint), "{told}");
    }
    assert_eq!(ran.err.lines().count(), complaints.len(), "{ran:?}");
    assert_eq!(ran.status, 2);

    let ran =
        run(&folder, &["check", "--format", "jsonl", "--input", "jsonl", "-"], b"{\"id\":1,\"text\":\"9 ships\"}");
    let summary = &objects(&ran.out)[0];
    assert_eq!((&summary["type"], &summary["id"], &summary["claims"]), (&"summary".into(), &1.into(), &1.into()));
}

#[test]
fn a_closed_pipe_ends_the_run_without_a_word() {
    let draft = "They sold 20 ships.\n\n".repeat(20_000);
    let folder = folder("pipe", &[("a.md", draft.as_bytes()), ("b.md", draft.as_bytes())]);
    for arguments in [["extract", "--format", "jsonl"], ["check", "--show", "all"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let child = program(&folder, &arguments).stdout(writer).stderr(Stdio::piped()).spawn();
        let output = child.expect("the program starts").wait_with_output().expect("the program ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_fault() {
    let folder = folder("full", &[("a.md", b"20 ships")]);
    let full = File::create("/dev/full").expect("Linux has it");
    let output = program(&folder, &["check"]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}

#[test]
fn colour_is_for_terminals_and_those_who_ask() {
    let folder = folder("colour", &[("a.md", b"20 ships")]);
    let cases = [
        ("auto", None, false),
        ("always", None, true),
        ("never", Some("CLICOLOR_FORCE"), false),
        ("auto", Some("CLICOLOR_FORCE"), true),
        ("always", Some("NO_COLOR"), true),
    ];
    for (when, variable, coloured) in cases {
        let mut command = program(&folder, &["check", "a.md", "--color", when]);
        command.envs(variable.map(|variable| (variable, "1")));
        let ran = finish(&mut command, b"");
        assert_eq!(ran.out.contains('\u{1b}'), coloured, "{when} {variable:?}: {ran:?}");
    }
}

#[test]
fn a_reference_that_was_asked_for_must_be_there_and_may_be_empty() {
    let folder = folder(
        "reference",
        &[
            ("a.md", b"20 ships"),
            ("none/x.txt", b""),
            ("none.yaml", b"facts: []\n"),
            ("empty.yaml", b""),
            ("comment.yaml", b"# facts will stand here\n"),
            ("bad.yaml", b"fact: 20 ships\n"),
        ],
    );
    for (claims, status, complaint) in [
        ("none.yaml", 0, ""),
        ("empty.yaml", 2, "empty.yaml:1:1"),
        ("comment.yaml", 2, "comment.yaml:1:1"),
        ("none", 2, "none: no reference files"),
        ("nowhere", 2, "nowhere: no such file"),
        ("bad.yaml", 2, "bad.yaml:1:1"),
    ] {
        let ran = run(&folder, &["check", "a.md", "--claims", claims], b"");
        assert_eq!(ran.status, status, "{claims}: {ran:?}");
        assert!(ran.err.contains(complaint), "{claims}: {ran:?}");
        assert_eq!(ran.out.is_empty(), status == 2, "no draft is judged: {ran:?}");
    }
}

#[test]
fn mistakes_on_the_command_line_are_explained() {
    let folder = folder("mistakes", &[("a.md", b"20 ships")]);
    let cases: [(&[&str], &str); 6] = [
        (&["chekc"], "check"),
        (&["check", "--formt", "text"], "--format"),
        (&["check", "--format", "xml"], "text"),
        (&["check", "--date", "2025-02-30", "a.md"], "--date"),
        (&["check", "--claims", "nowhere.yaml", "a.md"], "nowhere.yaml"),
        (&[], "Usage"),
    ];
    for (arguments, help) in cases {
        let ran = run(&folder, arguments, b"");
        assert_eq!(ran.status, 2, "{arguments:?}: {ran:?}");
        assert!(ran.err.contains(help), "{arguments:?}: {ran:?}");
        assert_eq!(ran.out, "", "{arguments:?}");
    }
    let ran = run(&folder, &["--version"], b"");
    assert_eq!((ran.status, ran.out.trim()), (0, concat!("factdiff ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn rules_are_listed_and_described() {
    let folder = folder("rules", &[]);
    let list = run(&folder, &["rules"], b"");
    assert_eq!(list.status, 0);
    assert!(list.out.lines().all(|line| line.split_whitespace().count() > 3), "{}", list.out);
    let one = run(&folder, &["rules", "value-differs"], b"");
    assert!(one.out.contains("<!-- factdiff: ignore value-differs -->"), "{}", one.out);
    let mistyped = run(&folder, &["rules", "value-difers"], b"");
    assert_eq!(mistyped.status, 2);
    assert!(mistyped.err.contains("did you mean value-differs?"), "{}", mistyped.err);
}
