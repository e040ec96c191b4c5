//! The table of languages: each that there is, and whether somebody who speaks it has read it.

use tertulia::l10n::Catalogues;

use crate::read;

#[test]
fn every_language_is_in_the_table_with_what_its_files_say_of_themselves() {
    let chapter = read("docs/src/languages.md");
    let rows = chapter.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: Vec<_> =
        rows.filter_map(|row| Some((row.split('`').next()?, row.trim_end_matches('|').rsplit('|').next()?.trim()))).collect();
    let state = |tag: &str| {
        let states = ["problem", "room", "widget"].map(|file| {
            let first = read(&format!("crates/tertulia/locales/{tag}/{file}.ftl")).lines().next().unwrap_or_default().to_owned();
            if first == "# draft" { "draft" } else { "proofread" }
        });
        assert!(states.iter().all(|state| *state == states[0]), "{tag}: all files are in one state: {states:?}");
        states[0]
    };
    let catalogues = Catalogues::default();
    let known: Vec<_> = catalogues.tags().map(|tag| (tag, if tag == "en-XA" { "–" } else { state(tag) })).collect();
    assert_eq!(listed, known);
}
