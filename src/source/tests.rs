//! Drafts and the blocks they are read as.

use super::{BlockKind, Document, Format, read};

/// The blocks of a draft, one a line: what it is, and its text.
fn blocks(document: &Document<'_>) -> Vec<String> {
    let describe = |kind| match kind {
        BlockKind::Title => "title".to_owned(),
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::Item { lead: None } => "item".to_owned(),
        BlockKind::Item { lead: Some(lead) } => format!("item of {lead}"),
        BlockKind::Cell { table, row, column } => format!("cell {table}/{row}/{column}"),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Footnote => "footnote".to_owned(),
    };
    let collapse = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    document.blocks.iter().map(|b| format!("{}: {}", describe(b.kind), collapse(document.text(b)))).collect()
}

#[track_caller]
fn assert_blocks(format: Format, cases: &[(&str, &[&str])]) {
    for (draft, expected) in cases {
        let document = read(draft, format);
        assert_eq!(blocks(&document), *expected, "{draft:?}");
        for block in &document.blocks {
            let span = document.map.to_file(block.start, block.end).expect("blocks are not empty");
            assert!(draft.get(span.range()).is_some(), "{draft:?}: {span:?}");
        }
    }
}

#[test]
fn markdown_is_read_as_blocks() {
    assert_blocks(
        Format::Markdown,
        &[
            ("One.\nTwo.\n\nThree.", &["p: One. Two.", "p: Three."]),
            ("# A *b*\n\nSetext\n---\n", &["h1: A b", "h2: Setext"]),
            ("# A {#section-2}\n", &["h1: A"]),
            ("\n---\ntitle: A\nid: 7\n---\nB 1.", &["title: A", "p: B 1."]),
            ("\n---\nA 1.\n\n---\nB 2.", &["p: A 1.", "p: B 2."]),
            ("Won **7**-2.", &["p: Won 7-2."]),
            ("a [b 2](c3 \"d4\") e [f][g5]\n\n[g5]: h6", &["p: a b 2 e f"]),
            ("See `v2.1` and <https://a.example/7>.", &["p: See \u{fffc} and \u{fffc}."]),
            ("Was ~~58~~ 62.", &["p: Was 62."]),
            ("```\n1 code\n```\n\n    2 code\n", &[]),
            (
                "    The *long* river rose 40 feet in a week.\n\n    Not 5 of its 9 old bridges stood after that.\n",
                &["p: The long river rose 40 feet in a week.", "p: Not 5 of its 9 old bridges stood after that."],
            ),
            ("    The value of x = 40 in this small piece of code.\n", &[]),
            ("> Said.\n>\n> Again.\n", &["quote: Said.", "quote: Again."]),
            ("> [!NOTE]\n> Said.\n", &["quote: Said."]),
            ("It is.[^1]\n\n[^1]: Why *not*.\n", &["p: It is.", "footnote: Why not."]),
            ("a ![b 1](c2.png \"d3\") e", &["p: a e", "caption: b 1"]),
            ("A &amp; B&nbsp;C &#xD800; \\* &bogus;", &["p: A & B C \u{fffd} * &bogus;"]),
            ("5\\\n6  \n7", &["p: 5 6 7"]),
        ],
    );
}

#[test]
fn lists_know_what_leads_into_them() {
    assert_blocks(
        Format::Markdown,
        &[
            ("Three:\n\n- a\n- b\n", &["p: Three:", "item of 0: a", "item of 0: b"]),
            ("Two:\n1. a\n   - c\n2. b\n", &["p: Two:", "item of 0: a", "item of 1: c", "item of 0: b"]),
            ("# H\n\n- a\n\n  more\n", &["h1: H", "item: a", "item: more"]),
            ("- [ ] a\n- [x] b", &["item: a", "item: b"]),
        ],
    );
}

#[test]
fn tables_know_their_cells() {
    let cells = &["cell 1/0/0: Town", "cell 1/0/1: Dead", "cell 1/1/0: Tyn", "cell 1/1/1: 11"];
    assert_blocks(
        Format::Markdown,
        &[
            ("| Town | Dead |\n|---|--:|\n| Tyn | **11** |\n", cells),
            ("|Town|Dead|\n|-|-|\n|Tyn|11 ![x](y)|", &[cells[0], cells[1], cells[2], cells[3], "caption: x"]),
            ("<table><tr><th>Town<th>Dead</tr>\n<tr><td>Tyn<td>11</tr></table>", cells),
            ("<table><tr><td>Tyn</td><td>11</td></tr></table>", &["cell 1/1/0: Tyn", "cell 1/1/1: 11"]),
        ],
    );
}

#[test]
fn front_matter_is_not_text_but_for_title_and_summary() {
    assert_blocks(
        Format::Markdown,
        &[
            (
                "---\ntitle: \"A \\\"b\\\" 1\"\ndate: 2025-06-18\ntags: [x, 2]\nsummary: >\n  c\n  d\n---\n\ne",
                &["title: A \"b\" 1", "p: c d", "p: e"],
            ),
            ("---\ntitle: It&#8217;s\n---\n", &["title: It’s"]),
            ("---\ntitle: 'It''s' # 4\n---\ne", &["title: It's", "p: e"]),
            ("---\r\ntitle: A # 4\r\n---\r\ne", &["title: A", "p: e"]),
            ("+++\ntitle = \"A\"\nweight = 7\n+++\ne", &["title: A", "p: e"]),
            ("\u{feff}---\nlayout: post\ntitle: A: b\n---\ne", &["title: A: b", "p: e"]),
            ("---\n\na\n", &["p: a"]),
            ("+++\ndescription = \"\"\"\nc\nd\"\"\"\n[params]\ntitle = \"x\"\n+++\ne", &["p: c d", "p: e"]),
            (
                "{\n\"title\": \"A \\\"b\\\" {1}\", \"tags\": [\"x\", {\"title\": \"y\"}],\n\"summary\": \"c\"}\n\ne",
                &["title: A \"b\" {1}", "p: c", "p: e"],
            ),
            ("{\"title\": \"A", &["p: {\"title\": \"A"]),
        ],
    );
}

#[test]
fn templates_are_no_text() {
    assert_blocks(
        Format::Markdown,
        &[
            ("a {{< img src=\"b 1.png\" >}} c", &["p: a c"]),
            ("{{< box >}}\nIn.\n{{< /box >}}\n", &["p: In."]),
            ("[A plan]({{< ref \"plan 2.md\" >}} \"B 3\") c", &["p: A plan c"]),
            ("{% include 4.html %}\n\nA {{ site.year }} b.", &["p: A b."]),
            ("{{< highlight go >}}\nx := 5\n\ny\n{{< /highlight >}}\n\na", &["p: a"]),
            ("a\n{: .note-6 }", &["p: a"]),
            ("$$x^2 = 9$$ a, $5 and $6, $$ to $$$", &["p: a, $5 and $6, $$ to $$$"]),
            ("<div>{{< img alt=\"1\" >}}\n<a href=\"{{< ref \"2\" >}}\">A</a></div>", &["p: A"]),
            ("In v{{ x }}.2, {{ y }}% left.", &["p: In v\u{fffc}.2, \u{fffc}% left."]),
            ("a {{ b", &["p: a {{ b"]),
            ("a `{{` 5 `}}` b", &["p: a \u{fffc} 5 \u{fffc} b"]),
            ("a {{< highlight >}}5 men{{< /highlight >}}.", &["p: a \u{fffc}5 men\u{fffc}."]),
            ("[a]{.smallcaps} b.\n\nc{#d-7}.", &["p: [a] b.", "p: c."]),
        ],
    );
}

#[test]
fn mdx_and_mathematics_are_no_text() {
    assert_blocks(
        Format::Markdown,
        &[
            ("import A, { B } from './c-5.js'\nimport 'd6.css'\n\ne", &["p: e"]),
            ("export const year = 2024\n\ne", &["p: e"]),
            (
                "Goods they import from 'far 5'.\nexport of 6\n\nimport duty 7",
                &["p: Goods they import from 'far 5'. export of 6", "p: import duty 7"],
            ),
            (
                "<Chart data={[1, 2]} title=\"3\">\n  a 4\n</Chart>\n\nb {/* 5 */} {x * 6}.",
                &["p: a 4", "p: b \u{fffc}."],
            ),
            ("a $x = 5$, $y^2$ and \\(z_6 = 7\\) \\[w = 8\\] b", &["p: a \u{fffc}, and b"]),
            ("a $5 and B$6, $7-$8 or US$9=£7 \\[sic\\]", &["p: a $5 and B$6, $7-$8 or US$9=£7 [sic]"]),
        ],
    );
}

#[test]
fn front_matter_tells_its_date() {
    let drafts = [
        ("---\ndate: 2025-06-18T08:00:00Z\n---\n", Some("2025-06-18")),
        ("---\ndate: \"June 18, 2025\"\n---\n", Some("2025-06-18")),
        ("---\npublished: 2025/6/18 # once\n---\n", Some("2025-06-18")),
        ("---\ndate: Wed, 18 Jun 2025 08:00:00 +0200\n---\n", Some("2025-06-18")),
        ("+++\ndate = 2025-06-18\n+++\n", Some("2025-06-18")),
        ("{\"date\": \"2025-06-18\"}\n", Some("2025-06-18")),
        ("---\ndate: soon\ntags: [2025-06-18]\n---\n", None),
    ];
    for (draft, expected) in drafts {
        assert_eq!(read(draft, Format::Markdown).date.map(|date| date.to_string()).as_deref(), expected, "{draft}");
    }
}

#[test]
fn html_inside_markdown_is_read_as_text() {
    assert_blocks(
        Format::Markdown,
        &[
            ("<p>A<br>b &ndash; c</p><p>d</p>", &["p: A b – c", "p: d"]),
            ("A <b title=\"2 > 1\">b</b> km<sup>2</sup>", &["p: A b km²"]),
            ("<script>\n1 < 2\n</script>\n\na <!-- 3 --> b", &["p: a b"]),
            ("<div>\n<h2>A</h2>\n<ul><li>b<li>c</ul></div>", &["h2: A", "item: b", "item: c"]),
            ("<blockquote>\n<p>A</p>\n</blockquote>", &["quote: A"]),
            ("<figure><img alt=\"1\"><figcaption>A</figcaption></figure>", &["caption: A"]),
            ("a <del>5</del> <code>6</code> b", &["p: a \u{fffc} b"]),
            ("<div>a < b & c &lt; d</div>", &["p: a < b & c < d"]),
            ("<small>a</small>", &["p: a"]),
            ("<div title=\"a", &[]),
        ],
    );
}

#[test]
fn plain_text_is_wrapped_or_one_paragraph_a_line() {
    assert_blocks(
        Format::Plain,
        &[
            (
                "Town\tDead\nTyn\t11\n\nText goes on.",
                &["cell 0/0/0: Town", "cell 0/0/1: Dead", "cell 0/1/0: Tyn", "cell 0/1/1: 11", "p: Text goes on."],
            ),
            ("A name\tand one figure, 11.", &["p: A name and one figure, 11."]),
            ("One is here.\nTwo is here.\n", &["p: One is here.", "p: Two is here."]),
            (
                "The river burst its banks on the morning of\nSaturday and rose until noon. Then it fell\nagain.\n\nNo more.\n",
                &[
                    "p: The river burst its banks on the morning of Saturday and rose until noon. Then it fell again.",
                    "p: No more.",
                ],
            ),
            (
                "  The river burst its banks on the morning of\r\nSaturday and rose, as gauges up the valley show,\r\nuntil noon.\r\n  Then it fell.\r\n",
                &[
                    "p: The river burst its banks on the morning of Saturday and rose, as gauges up the valley show, until noon.",
                    "p: Then it fell.",
                ],
            ),
            (
                "The response\nThe river burst its banks on the morning of\nSaturday and rose until noon, as gauges up in\nthe valley show.\n",
                &[
                    "p: The response",
                    "p: The river burst its banks on the morning of Saturday and rose until noon, as gauges up in the valley show.",
                ],
            ),
            (
                "Ana Marsh\nBo Reed\nCy Dell\nDee Hart\n\nThe river burst its banks on the morning of\nSaturday and rose, as gauges up the valley show,\nuntil noon.\n",
                &[
                    "p: Ana Marsh",
                    "p: Bo Reed",
                    "p: Cy Dell",
                    "p: Dee Hart",
                    "p: The river burst its banks on the morning of Saturday and rose, as gauges up the valley show, until noon.",
                ],
            ),
            ("One page.\n\u{c}\nTwo.\n", &["p: One page.", "p: Two."]),
            ("One.\n\n* * *\n\nTwo.\n", &["p: One.", "p: Two."]),
            ("One.\rTwo.\r", &["p: One.", "p: Two."]),
            (" \n\n", &[]),
        ],
    );
}

#[test]
fn plain_text_has_titles_headings_and_lists() {
    assert_blocks(
        Format::Plain,
        &[
            (
                "Flood kills 41\n\nIt rose.\n\nThe response\n\nIt came.",
                &["title: Flood kills 41", "p: It rose.", "h2: The response", "p: It came."],
            ),
            (
                "Flood on the Maren kills 41 in one valley\nBy Ana Bell\nIt rose.\n",
                &["title: Flood on the Maren kills 41 in one valley", "p: By Ana Bell", "p: It rose."],
            ),
            ("It rose.\n\nIt fell.\n", &["p: It rose.", "p: It fell."]),
            ("Apples 5\nPears 6\n", &["p: Apples 5", "p: Pears 6"]),
            ("Three came:\n- Ost, 85\n- Tyn, 40\n", &["p: Three came:", "item of 0: Ost, 85", "item of 0: Tyn, 40"]),
            ("Two came.\n\n1. Ost\n2) Tyn\n", &["p: Two came.", "item of 0: Ost", "item of 0: Tyn"]),
            ("1867. It was sold.\n", &["p: 1867. It was sold."]),
        ],
    );
}

#[test]
fn html_is_read_as_blocks() {
    assert_blocks(
        Format::Html,
        &[
            (
                "<!DOCTYPE html><html><head><meta charset=x><title>A &amp; b</title>\n<style>.c1{}</style></head>\n\
                 <body><nav>2</nav><h1>C</h1><p class=\"byline\">D<p>E<script>var f = \"</p>\"</script> g</body>",
                &["title: A & b", "h1: C", "p: D", "p: E g"],
            ),
            ("<ul><li>A<ul><li>b</ul><li>c</ul>d", &["item: A", "item of 0: b", "item: c", "p: d"]),
            ("<p>Two:</p><ul><li>A</li><li>b</li></ul>", &["p: Two:", "item of 0: A", "item of 0: b"]),
            ("just text", &["p: just text"]),
        ],
    );
}

#[test]
fn html_tells_its_date() {
    let pages = [
        ("<meta name=\"date\" content=\"2025-03-12\">", Some("2025-03-12")),
        ("<meta content='2025-03-12T08:00' property='article:published_time'>", Some("2025-03-12")),
        ("<time datetime=2025-03-12>March 12</time>", Some("2025-03-12")),
        ("<meta name=\"revised\" content=\"2025-03-12\">", None),
        ("<meta name=\"date\" content=\"soon\">", None),
        ("<meta name=\"date\" content=\"", None),
    ];
    for (page, expected) in pages {
        assert_eq!(read(page, Format::Html).date.map(|date| date.to_string()).as_deref(), expected, "{page}");
    }
}

#[test]
fn blocks_know_their_heading() {
    let document = read("# A\n\nb\n\n## C\n\nd\n\n# E\n\nf\n", Format::Markdown);
    let headings: Vec<_> = document.blocks.iter().map(|block| block.heading).collect();
    assert_eq!(headings, [None, Some(0), Some(0), Some(2), None, Some(4)]);
}

#[test]
fn marks_silence_a_stretch_of_plain_text() {
    let drafts = [
        ("// factdiff: ignore x-y\nOne.\n\nTwo.", vec![("One.", "x-y".to_owned())]),
        ("One.\n//factdiff: ignore-start\nTwo.\n// factdiff: ignore-end\nThree.", vec![("Two.", String::new())]),
        ("// One.", vec![]),
    ];
    for (draft, expected) in drafts {
        assert_eq!(silences(draft, Format::Plain), expected, "{draft:?}");
    }
}

#[test]
fn marks_end_with_their_last_day() {
    let drafts = [
        "<!-- factdiff: ignore x-y until 2026-01-31 -- an old figure -->\na",
        "---\nfactdiff:\n  ignore: [x-y]\n  until: 2026-01-31\n---\na",
    ];
    for draft in drafts {
        let mut document = read(draft, Format::Markdown);
        let last = jiff::civil::date(2026, 1, 31);
        assert_eq!(
            (document.silences[0].until, document.silences[0].rules.as_slice()),
            (Some(last), &["x-y".to_owned()][..])
        );
        for (today, speaks) in [(last, true), (last.tomorrow().expect("a day"), false)] {
            document.lapse(today);
            assert_eq!(document.silences[0].covers("x-y", document.silences[0].reach), speaks, "{draft}");
        }
    }
}

/// What each silence of a draft reaches, and its rules.
fn silences(draft: &str, format: Format) -> Vec<(&str, String)> {
    let document = read(draft, format);
    document.silences.iter().map(|s| (draft[s.reach.range()].trim(), s.rules.join(" "))).collect()
}

#[test]
fn marks_silence_a_stretch() {
    let cases: [(&str, &[(&str, &str)]); 12] = [
        ("{/* factdiff: ignore x-y */}\n\na\n\nb", &[("a", "x-y")]),
        ("{{/* factdiff: ignore-start */}}\n\nb\n\n{{/* factdiff: ignore-end */}}\n\nc", &[("b", "")]),
        (
            "---\nfactdiff: {ignore: [x-y], reason: old figures}\n---\na",
            &[("---\nfactdiff: {ignore: [x-y], reason: old figures}\n---\na", "x-y")],
        ),
        ("<!-- factdiff: ignore value-differs -->\na\n\nb", &[("a", "value-differs")]),
        ("<!--factdiff: ignore-->\n- a\n- b\n\nc", &[("- a\n- b", "")]),
        (
            "a <!-- factdiff: ignore x-y, z -- old --> b\n\nc",
            &[("a <!-- factdiff: ignore x-y, z -- old --> b", "x-y z")],
        ),
        ("a\n\n<!-- factdiff: ignore-start -->\n\nb\n\n<!-- factdiff: ignore-end -->\n\nc", &[("b", "")]),
        ("a\n\n<!-- factdiff: ignore-start z -->\n\nb", &[("b", "z")]),
        ("<div>\n<!-- factdiff: ignore -->\n<p>a</p>\n<p>b</p></div>", &[("a", "")]),
        ("a\n\n<!-- factdiff: ignore -->", &[("<!-- factdiff: ignore -->", "")]),
        ("---\nfactdiff: {ignore: [x-y]}\n---\na", &[("---\nfactdiff: {ignore: [x-y]}\n---\na", "x-y")]),
        ("<!-- factdiff: hello -->\na", &[]),
    ];
    for (draft, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|&(reach, rules)| (reach, rules.to_owned())).collect();
        assert_eq!(silences(draft, Format::Markdown), expected, "{draft:?}");
    }
}

#[test]
fn tables_written_as_lists_have_cells() {
    let table =
        ".. list-table:: Dead\n   :header-rows: 1\n\n   * - Town\n     - Dead\n   * - Tyn\n       Bay\n     - 11\n";
    let cells =
        ["caption: Dead", "cell 1/0/0: Town", "cell 1/0/1: Dead", "cell 1/1/0: Tyn Bay", "cell 1/1/1: 11", "p: Text."];
    let unnamed = ".. list-table::\n\n   * - Tyn\n     - 11\n   * - Orr\n";
    let rows = ["cell 1/1/0: Tyn", "cell 1/1/1: 11", "cell 1/2/0: Orr"];
    let nested = ".. list-table::\n\n   *  - Tyn\n      - 11\n   *  - - old\n        - new\n      - 34\n";
    let whole = ["cell 1/1/0: Tyn", "cell 1/1/1: 11", "cell 1/2/0: - old - new", "cell 1/2/1: 34"];
    assert_blocks(Format::Rst, &[(&format!("{table}\nText."), &cells), (unnamed, &rows), (nested, &whole)]);
}
