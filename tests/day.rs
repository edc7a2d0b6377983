//! A day of a house that begins with factdiff: the first fact, a wrong figure in a pull request, a
//! fact that changes, an archive that is adopted.

use std::fs;

use super::program::{commit, folder, git, run};

#[test]
fn a_day_with_factdiff() {
    let folder = folder("day", &[]);
    let house = |arguments: &[&str]| run(&folder, &[arguments, &["--date", "2025-08-15"]].concat(), b"");
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    };
    let read = |path: &str| fs::read_to_string(folder.join(path)).expect("it is there");
    git(&folder, &["init", "--quiet"]);

    // The first fact, and an article that agrees with it.
    write(
        "claims/bridge.yaml",
        "facts:\n  - id: bridge-length\n    fact: The Tolney bridge is 1,240 metres long.\n    source: the road office\n",
    );
    let article = "# The bridge\n\nThe Tolney bridge is 1,240 metres long and was painted white.\n";
    write("articles/bridge.md", article);
    let clean = house(&["check"]);
    assert_eq!((clean.status, clean.err.as_str()), (0, ""), "{clean:?}");
    assert!(clean.out.contains("1 supported, 0 contradicted"), "{clean:?}");
    commit(&folder, "The bridge");

    // A figure is edited.
    write("articles/bridge.md", &article.replace("1,240", "1,420"));
    write("articles/other.md", "# Another\n\nThe river rose by 2 metres.\n");
    let caught = house(&["check", "--changed", "HEAD"]);
    assert_eq!(caught.status, 1, "{caught:?}");
    assert!(caught.out.starts_with("error[value-differs]: the draft says 1,420 metres, the reference 1,240 metres"));
    assert!(caught.out.contains("articles/bridge.md:3:22") && caught.out.contains("the road office"), "{caught:?}");
    let patch = house(&["check", "--changed", "HEAD", "--diff"]);
    assert_eq!(patch.status, 1, "{patch:?}");
    assert!(
        patch.out.contains("-The Tolney bridge is 1,420 metres") && patch.out.contains("+The Tolney bridge is 1,240")
    );
    let fixed = house(&["check", "--changed", "HEAD", "--fix"]);
    assert_eq!((fixed.status, read("articles/bridge.md").as_str()), (0, article), "{fixed:?}");
    assert_eq!(house(&["check", "--changed", "HEAD"]).status, 0);
    commit(&folder, "Another");

    // A fact changes: every article that states it is named, the others are not.
    write("articles/old.md", "# Years ago\n\nThe Tolney bridge is 1,240 metres long.\n");
    commit(&folder, "An old article");
    write("claims/bridge.yaml", &read("claims/bridge.yaml").replace("1,240", "1,260"));
    let stating = house(&["check", "--changed", "HEAD"]);
    assert_eq!(stating.status, 1, "{stating:?}");
    for (draft, found) in [("bridge.md", true), ("old.md", true), ("other.md", false)] {
        assert_eq!(stating.out.contains(&format!("articles/{draft}:3:")), found, "{draft}: {stating:?}");
    }

    // The archive is adopted as it is; what comes on top of it is still caught.
    let adopted = house(&["check", "--write-baseline=known.json"]);
    assert_eq!(adopted.status, 0, "{adopted:?}");
    commit(&folder, "The archive as it is");
    assert_eq!(house(&["check", "--baseline", "known.json"]).status, 0);
    write("articles/new.md", "# New\n\nThe Tolney bridge is 1,620 metres long.\n");
    let on_top = house(&["check", "--baseline", "known.json"]);
    assert_eq!((on_top.status, on_top.out.matches("error[").count()), (1, 1), "{on_top:?}");
    assert!(on_top.out.contains("articles/new.md"), "{on_top:?}");
}
