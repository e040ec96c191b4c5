//! Every line that the log has at WARN or ERROR is explained to the one who reads it at night.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{read, root};

const CHAPTER: &str = "docs/src/operating/watching.md";

/// The sentences of `tracing::warn!` and `tracing::error!` under a folder: the last text of each call.
fn sentences(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sentences(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(&path).expect("a source");
            for call in ["tracing::warn!(", "tracing::error!("] {
                found.extend(source.split(call).skip(1).map(|rest| sentence(rest, &path)));
            }
        }
    }
}

fn sentence(rest: &str, path: &Path) -> String {
    // An arm ends without a semicolon.
    let end = [");", "),\n", ")\n"].iter().filter_map(|end| rest.find(end)).min();
    let call = &rest[..end.expect("the call ends")];
    let text = call.rsplit('"').nth(1).unwrap_or_else(|| panic!("{}: a warning without a sentence: {call}", path.display()));
    text.split("\\\n").map(str::trim_start).collect()
}

#[test]
fn every_warning_is_explained_and_none_that_is_not_there() {
    let mut said = BTreeSet::new();
    for folder in ["crates/tertulia/src", "crates/server/src"] {
        sentences(&root().join(folder), &mut said);
    }
    let chapter = read(CHAPTER);
    let (_, table) = chapter.split_once("## What the log says").expect("the chapter has the table");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let explained: BTreeSet<String> = rows.map(|(sentence, _)| sentence.to_owned()).collect();
    assert_eq!(said, explained);
}
