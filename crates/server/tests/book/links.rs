//! Every link within the project leads somewhere: to a file that is there, and to a heading that is in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::{chapters, read, root};

/// What the book puts in front of a path to link to a file of the project's that is no chapter.
const PROJECT: &str = "https://github.com/tertulia-chat/tertulia/blob/main/";

/// A text without its blocks of code and inline code, in which brackets mean something else.
fn prose(text: &str) -> String {
    let mut inside = false;
    let outside = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    });
    let lines: Vec<_> = outside.collect();
    lines.join("\n").split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    prose.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link.to_owned()).collect()
}

/// The anchors of a chapter's headings, as mdBook and GitHub make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut inside = false;
    let headings = text.lines().filter(|line| {
        inside ^= line.trim_start().starts_with("```");
        !inside && line.starts_with('#')
    });
    headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
}

fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn check(from: &str, link: &str) -> Result<(), String> {
    let (path, heading) = link.split_once('#').unwrap_or((link, ""));
    let target: PathBuf = match path.strip_prefix(PROJECT) {
        Some(path) => root().join(path),
        None if path.contains("://") => return Ok(()),
        None if path.is_empty() => root().join(from),
        None => root().join(from).parent().unwrap_or(Path::new("")).join(path),
    };
    let text = || std::fs::read_to_string(&target).unwrap_or_default();
    if !target.exists() {
        return Err(format!("{from}: {link} leads nowhere"));
    }
    if !heading.is_empty() && !anchors(&text()).contains(heading) {
        return Err(format!("{from}: {link} has no such heading"));
    }
    let inside =
        target.canonicalize().is_ok_and(|path| path.starts_with(root().join("docs/src").canonicalize().unwrap_or_default()));
    if from.starts_with("docs/src/") && !inside {
        let own = path.strip_prefix(PROJECT).is_some();
        return if own { Ok(()) } else { Err(format!("{from}: {link} leads out of the book; write {PROJECT}…")) };
    }
    Ok(())
}

#[test]
fn every_link_leads_somewhere() {
    let wrong: Vec<String> = chapters()
        .iter()
        .flat_map(|from| links(&read(from)).into_iter().filter_map(|link| check(from, &link).err()).collect::<Vec<_>>())
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_link_that_leads_nowhere_is_noticed() {
    for link in
        ["nothing.md", "#no-such-heading", "README.md#no-such-heading", "https://github.com/tertulia-chat/tertulia/blob/main/x"]
    {
        assert!(check("README.md", link).is_err(), "{link}");
    }
    assert!(check("docs/src/introduction.md", "../../README.md").is_err());
    assert_eq!(links("a `[b](c)` [d](e)\n```\n[f](g)\n```\n"), ["e"]);
}

#[test]
fn every_chapter_is_in_the_table_of_contents_and_the_other_way_round() {
    let listed: BTreeSet<_> = links(&read("docs/src/SUMMARY.md")).into_iter().map(|link| format!("docs/src/{link}")).collect();
    let there: BTreeSet<_> =
        chapters().into_iter().filter(|path| path.starts_with("docs/src/") && !path.ends_with("SUMMARY.md")).collect();
    assert_eq!(listed, there);
}
