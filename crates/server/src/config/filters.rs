//! `[filter]`, and `filter` of a type of rooms: words and links that are not to be said.

use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;
use tertulia::filter::{Filter, FilterRules, Links};

/// Keys of a filter, each with its doc and an example.
pub(super) const FILTER_KEYS: [(&str, &str, &str); 5] = [
    (
        "refuse",
        "Words that are refused. Whole words in any case and disguise; several with spaces between them; with * at the end, what a word begins with.",
        "[\"casino*\", \"buy followers\"]",
    ),
    ("refuse_file", "A file with more of them, one a line; lines that begin with # are left out.", "\"refused.txt\""),
    ("hold", "Words whose messages wait for review.", "[\"idiot\"]"),
    ("hold_file", "A file with more of them.", "\"held.txt\""),
    (
        "links",
        "What becomes of messages with links: \"allow\", \"guests_hold\" and \"guests_refuse\" for those of guests, \"hold\" or \"refuse\" for all.",
        "\"guests_hold\"",
    ),
];

/// One filter, as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table, as in filter = { refuse = [\"casino*\"], links = \"guests_hold\" }")]
pub(super) struct Words {
    refuse: Vec<String>,
    refuse_file: Option<PathBuf>,
    hold: Vec<String>,
    hold_file: Option<PathBuf>,
    links: Links,
}

impl Words {
    /// The files that it names.
    pub(super) fn files(&mut self) -> [&mut Option<PathBuf>; 2] {
        [&mut self.refuse_file, &mut self.hold_file]
    }

    /// The filter, read and checked.
    pub(super) fn read(self) -> anyhow::Result<Filter> {
        let refuse = with_file(self.refuse, self.refuse_file.as_deref())?;
        let hold = with_file(self.hold, self.hold_file.as_deref())?;
        Ok(Filter::new(&FilterRules { refuse, hold, links: self.links })?)
    }
}

fn with_file(mut words: Vec<String>, file: Option<&Path>) -> anyhow::Result<Vec<String>> {
    let Some(file) = file else { return Ok(words) };
    let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    words.extend(lines.map(str::to_owned));
    Ok(words)
}
