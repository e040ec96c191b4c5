//! Imports of what no export of ours ever was: the line is named, nothing of its room comes in, and what comes in is sound.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tertulia::store::export::{ImportEnd, ImportError, Imported};
use tertulia::store::{Found, Store};
use tertulia::testkit::words::{done, room, say};

use super::export::{exported, import, open, some_rooms};
use super::place::Folder;

/// The export of three rooms, in lines.
async fn good(folder: &Folder) -> Vec<String> {
    let file = folder.path().join("good.db");
    some_rooms(&file).await;
    let store = open(&file).await;
    done(&store, &room("aaa/first"), say("ana", "1", "comes in before")).await;
    store.close().await;
    exported(&file).await.lines().map(str::to_owned).collect()
}

/// The number of the first line that holds a text, from 1.
fn line_of(lines: &[String], text: &str) -> usize {
    lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is in none")) + 1
}

/// Imports lines that are not good, and tells which is named, why, and what came in.
async fn stopped_at(file: &Path, lines: &[String]) -> (u64, String, Imported) {
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let (ImportEnd { imported, stopped }, _) = import(file, text.as_bytes(), false).await;
    match stopped {
        Some(ImportError::Line { line, why }) => (line, why, imported),
        other => panic!("no line but {other:?} in {text}"),
    }
}

/// Something done to lines.
type Play = Box<dyn Fn(&mut Vec<String>)>;

/// Puts something in the place of something that stands in a line.
type Change = (&'static str, &'static str, &'static str, &'static str);

/// A line of room/a by what stands in it, a part of it, what comes in the part's place, and what is said of it.
const CHANGES: &[Change] = &[
    ("\"id\":2", "\"id\":2", "\"id\":0", "has an id from 1 on"),
    ("\"id\":3", "\"id\":3", "\"id\":2", "has an id from 3 on"),
    ("\"id\":2", "\"id\":2", "\"id\":9007199254740993", "from 9007199254740993 to the room's head"),
    ("\"id\":2", "\"id\":2", "\"id\":-2", "invalid value"),
    ("\"id\":2", "\"id\":2", "\"id\":2.5", "floating point"),
    ("\"id\":4", "\"version\":8", "\"version\":99", "to the room's head"),
    ("\"id\":2", "\"version\":6", "\"version\":3", "message 2 has the number of another change: 3"),
    ("\"id\":3", "\"version\":7", "\"version\":6", "the version is that of an earlier message"),
    ("\"id\":2", "\"version\":6", "\"version\":1", "the version of message 2"),
    ("\"id\":5", "\"reply_to\":2", "\"reply_to\":5", "an earlier message"),
    ("\"id\":5", "\"reply_to\":2", "\"reply_to\":1", "answers message 1, which is not there"),
    ("\"id\":4", "client-3", "client-1", "the client_id is that of an earlier message"),
    ("\"id\":4", "client-3", "three", "client id"),
    ("\"id\":4", "\"client_id\":\"client-3\",", "", "has a client_id"),
    ("\"id\":4", "\"kind\":\"message\"", "\"kind\":\"shout\"", "unknown variant `shout`"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":\"\"", "text"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":\"a\\u0000\"", "U+0000"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":\"\\ud800\"", "hex escape"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":\"e\\u0301\"", "normalised"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":7", "invalid type"),
    ("\"id\":4", "\"text\":\"three\"", "\"text\":\"t\",\"text\":\"t\"", "duplicate"),
    (
        "\"id\":4",
        "\"text\":\"three\"",
        "\"text\":\"three\",\"reactions\":[{\"emoji\":\"👍\",\"count\":9,\"by\":[]}]",
        "lines of their own",
    ),
    ("\"id\":4", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "in the future"),
    ("\"id\":4", "1970-01-01T00:00:00.000Z", "+10000-01-01T00:00:00.000Z", "time"),
    ("\"id\":2", "1970-01-01T00:00:00.000Z", "1970-01-01T00:10:00.000Z", "is before created"),
    ("\"id\":3", "\"deleted_by\":\"sender\",", "", "go together"),
    ("\"id\":3", "\"text\":\"\"", "\"text\":\"back again\"", "has no text"),
    ("\"id\":4", "\"name\":\"ANA\"", "\"name\":\"<b>ANA\"", "U+003C"),
    ("\"id\":4", "\"name\":\"ANA\"", "\"name\":\" ANA\"", "normalised"),
    ("\"id\":4", "{\"id\":\"ana\"", "{\"id\":\"a\\u0007na\"", "id"),
    ("\"id\":4", "\"request_hash\":\"", "\"request_hash\":\"x", "request hash"),
    ("\"by\":[\"ana\",\"ben\"]", "\"by\":[\"ana\",\"ben\"]", "\"by\":[\"ana\",\"ana\"]", "reacts twice"),
    ("\"by\":[\"ana\",\"ben\"]", "\"by\":[\"ana\",\"ben\"]", "\"by\":[]", "1 to 200 people"),
    ("\"by\":[\"ana\",\"ben\"]", "👍", "<img>", "emoji"),
    ("\"by\":[\"ana\",\"ben\"]", "\"message\":4", "\"message\":2", "below their message"),
    ("\"type\":\"restriction\"", "\"user\":\"eva\"", "\"user\":\"\"", "user is an id"),
    ("\"type\":\"audit\"", "\"number\":1", "\"number\":7", "is number 1"),
    ("\"deed\":\"settings\"", "{\"title\":\"A\"}", "{\"text_max\":2000000}", "text_max"),
    ("\"deed\":\"settings\"", "\"deed\":\"settings\"", "\"deed\":\"whatever\"", "unknown variant"),
    ("\"room\":\"room/a\",\"created\"", "room/a", "room/../a", "has the form"),
    ("\"room\":\"room/a\",\"created\"", "\"title\":\"A\"", "\"title\":\"\"", "absent"),
    ("\"room\":\"room/a\",\"created\"", "\"text_max\":2000", "\"text_max\":2000000", "text_max"),
    ("\"room\":\"room/a\",\"created\"", "\"head\":8", "\"head\":99007199254740991", "head is more than"),
    // Nothing could be written in it any more.
    ("\"room\":\"room/a\",\"created\"", "\"head\":8", "\"head\":9007199254740991", "head is more than"),
    ("\"room\":\"room/a\",\"created\"", "\"version\":1", "\"version\":2", "message 2 has the number"),
    ("\"room\":\"room/a\",\"created\"", "\"first\":1", "\"first\":99", "first is from 1 to 9"),
    ("\"room\":\"room/a\",\"created\"", "\"type\":\"room\"", "\"type\":\"club\"", "unknown variant `club`"),
];

#[tokio::test]
async fn a_line_that_can_not_be_is_named_and_nothing_of_its_room_comes_in() {
    let folder = Folder::new();
    let good = good(&folder).await;
    let end = line_of(&good, "\"type\":\"room-end\",\"room\":\"room/a\"");
    for (at, (line, part, other, said)) in CHANGES.iter().enumerate() {
        let begin = line_of(&good, "\"room\":\"room/a\",\"created\"");
        let place = begin - 1 + line_of(&good[begin - 1..], line);
        let mut lines = good.clone();
        assert!(lines[place - 1].contains(part), "{part} in {}", lines[place - 1]);
        lines[place - 1] = lines[place - 1].replacen(part, other, 1);
        let file = folder.path().join(format!("{at}.db"));
        let (named, why, imported) = stopped_at(&file, &lines).await;
        assert!(why.contains(said), "{other}: {why}");
        // What only the whole room can tell is told at its end.
        let is_of_the_whole = ["has the number of", "is not there"].iter().any(|whole| why.contains(whole));
        assert_eq!(named as usize, if is_of_the_whole { end } else { place }, "{why}");
        mended(&file, &good, imported).await;
    }
}

/// Only the room before came in; with the good lines the file becomes what it should be.
async fn mended(file: &Path, good: &[String], imported: Imported) {
    assert_eq!(imported, Imported { rooms: 1, messages: 1, ..Imported::default() });
    let store = open(file).await;
    for name in ["room/a", "room/b", "room/c", "room/gone"] {
        assert!(matches!(store.find(&room(name)).await, Ok(Found::Absent { .. })), "{name}");
    }
    store.close().await;
    drop(store);
    let text = good.iter().map(|line| format!("{line}\n")).collect::<String>();
    let (end, _) = import(file, text.as_bytes(), false).await;
    assert!(end.stopped.is_none() && (end.imported.same, end.imported.rooms) == (1, 2), "{end:?}");
    assert_eq!(exported(file).await, text);
}

#[tokio::test]
async fn a_title_of_several_lines_as_versions_before_wrote_it_comes_in_and_is_shown_in_one() {
    let folder = Folder::new();
    let mut lines = good(&folder).await;
    let at = line_of(&lines, "\"room\":\"room/a\",\"created\"") - 1;
    lines[at] = lines[at].replace("\"title\":\"A\"", "\"title\":\"A\\n  forged\"");
    let file = folder.path().join("old.db");
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let (ImportEnd { stopped, .. }, _) = import(&file, text.as_bytes(), false).await;
    assert!(stopped.is_none(), "{stopped:?}");
    let Found::Room(facts) = open(&file).await.find(&room("room/a")).await.expect("read") else { panic!("no room") };
    assert_eq!(facts.settings.title.as_deref(), Some("A forged"));
}

#[tokio::test]
async fn lines_that_are_missing_doubled_strange_or_without_an_end_are_named() {
    let folder = Folder::new();
    let good = good(&folder).await;
    let place = line_of(&good, "\"id\":4") - 1;
    let end = line_of(&good, "\"type\":\"room-end\",\"room\":\"room/a\"");
    let deep = format!("{{\"type\":\"message\",\"data\":{}1{}}}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    let cases: Vec<(usize, &str, Play)> = vec![
        (end - 1, "had 10 lines, and has 9", Box::new(move |lines| drop(lines.remove(place - 1)))),
        (place + 2, "has an id from 5 on", Box::new(move |lines| lines.insert(place, lines[place].clone()))),
        (place + 1, "recursion limit", Box::new(move |lines| lines[place] = deep.clone())),
        (place + 1, "EOF", Box::new(move |lines| lines[place] = String::new())),
        (place + 1, "longer than a mebibyte", Box::new(move |lines| lines[place] = "x".repeat(1 << 21))),
        (
            place + 1,
            "At most 20,000 characters",
            Box::new(move |lines| lines[place] = lines[place].replace("three", &"x".repeat(20_001))),
        ),
        (place + 1, "can't stand here", Box::new(move |lines| lines[place] = "{\"type\":\"end\",\"lines\":1}".to_owned())),
        (
            place + 1,
            "the room that ends here",
            Box::new(move |lines| lines[place] = "{\"type\":\"room-end\",\"room\":\"a/b\",\"lines\":1}".to_owned()),
        ),
        (place + 1, "the file ends before", Box::new(move |lines| lines.truncate(place))),
    ];
    for (at, (named, said, change)) in cases.into_iter().enumerate() {
        let mut lines = good.clone();
        change(&mut lines);
        let file = folder.path().join(format!("{at}.db"));
        let (line, why, imported) = stopped_at(&file, &lines).await;
        assert!(why.contains(said), "{said}: {why}");
        assert_eq!(line as usize, named, "{why}");
        mended(&file, &good, imported).await;
    }
}

#[tokio::test]
async fn what_is_no_export_makes_no_file() {
    let folder = Folder::new();
    let cases: [(&[u8], &str); 6] = [
        (b"", "it isn't whole"),
        (b"\n", "this is no export"),
        (b"SQLite format 3\0", "this is no export"),
        (b"\xff\xfe\n", "this is no export"),
        (b"{\"type\":\"end\",\"lines\":0}\n", "this is no export"),
        (b"{\"type\":\"tertulia-export\",\"version\":2}\n", "has format 2, and this program reads 1"),
    ];
    for (bytes, said) in cases {
        let (end, _) = import(&folder.file(), bytes, false).await;
        match end.stopped {
            Some(ImportError::Line { line: 1, why }) => assert!(why.contains(said), "{why}"),
            other => panic!("{other:?}"),
        }
        assert!(!folder.file().exists());
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_named_too() {
    let folder = Folder::new();
    let good = good(&folder).await;
    let place = line_of(&good, "\"id\":4");
    let mut bytes = good.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes();
    let three = bytes.windows(5).position(|five| five == b"three").expect("is there");
    bytes[three] = 0xff;
    let (end, _) = import(&folder.file(), &bytes, false).await;
    match end.stopped {
        Some(ImportError::Line { line, .. }) => assert_eq!(line as usize, place),
        other => panic!("{other:?}"),
    }
    mended(&folder.file(), &good, end.imported).await;
}

/// Whatever comes in of lines that somebody has played with could go out and come in again.
#[test]
fn what_comes_in_is_sound_whatever_was_done_to_the_lines() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = Folder::new();
    let good = runtime.block_on(good(&folder));
    let change = (0..5_u8, 0..1_000_usize, 0..1_000_usize, 0..1_000_usize);
    let mut runner = TestRunner::new(Config { cases: 150, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(change, 1..4), |changes| {
        let mut lines = good.clone();
        for (what, at, from, to) in changes {
            play(&mut lines, what, at, from, to);
        }
        runtime.block_on(async {
            let (file, again) = (folder.path().join("one.db"), folder.path().join("two.db"));
            let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
            let (end, _) = import(&file, text.as_bytes(), true).await;
            if file.exists() {
                let export = exported(&file).await;
                let (back, _) = import(&again, export.as_bytes(), false).await;
                assert!(back.stopped.is_none(), "{end:?}, and then {back:?}");
                assert_eq!(exported(&again).await, export);
            }
            for file in [file, again] {
                for ending in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
                }
            }
        });
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// Does something to the lines: one goes, doubles, or changes places; a digit or a field is another one's.
fn play(lines: &mut Vec<String>, what: u8, at: usize, from: usize, to: usize) {
    let (at, other) = (at % lines.len(), to % lines.len());
    match what {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => {
            let digits: Vec<usize> =
                lines[at].char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(place, _)| place).collect();
            if let Some(place) = digits.get(from % digits.len().max(1)) {
                lines[at].replace_range(*place..=*place, &(to % 10).to_string());
            }
        }
        _ => {
            let fields: Vec<String> = lines[other].split(',').map(str::to_owned).collect();
            let mut own: Vec<String> = lines[at].split(',').map(str::to_owned).collect();
            let place = from % own.len();
            own[place].clone_from(&fields[from % fields.len()]);
            lines[at] = own.join(",");
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
}
