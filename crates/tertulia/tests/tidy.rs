//! The rules of the house, read off the sources: who may know of whom, how long a file and a function may be.
//!
//! Each rule is a sentence that a failure repeats, so that nobody has to look for the reason.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies two folders deep").to_path_buf()
}

/// Every source under a folder, by its path from the root, with slashes.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the project").map(|entry| entry.expect("an entry").path()) {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if entry.is_dir() && !["target", "node_modules", ".git"].contains(&name.as_str()) {
                walk(&entry, ending, found);
            } else if name.ends_with(ending) {
                found.push(entry);
            }
        }
    }
    let (root, mut found) = (root(), Vec::new());
    walk(&root.join(folder), ending, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("under the root").to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(&path).expect("a source"))
    };
    found.into_iter().map(read).collect()
}

/// The part of a source that is built into the library: its tests may use what they like.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
}

struct Rule {
    /// Files that the rule is about.
    about: fn(&str) -> bool,
    /// What must not stand in a line of code there.
    never: &'static [&'static str],
    /// Why.
    sentence: &'static str,
}

fn in_library(path: &str) -> bool {
    path.starts_with("crates/tertulia/src/")
}

fn speaks_http(path: &str) -> bool {
    path.contains("/http/") || path.contains("/transport/")
}

fn is_pure(path: &str) -> bool {
    const PURE: [&str; 13] = [
        "nearest.rs",
        "tertulia/src/wrong.rs",
        "http/pairs.rs",
        "metrics/count.rs",
        "metrics/text.rs",
        "draft.rs",
        "limits.rs",
        "buckets.rs",
        "auth/policy.rs",
        "hub/tail.rs",
        "http/feed.rs",
        "transport/lines.rs",
        "transport/html.rs",
    ];
    PURE.iter().any(|pure| path.ends_with(pure))
        || path.contains("/src/filter")
        || path.contains("/store/settle")
        || path.contains("/store/export")
        || path.starts_with("crates/wire/src/")
}

const RULES: &[Rule] = &[
    Rule {
        about: |path| path.starts_with("crates/wire/"),
        never: &["tertulia::", "tokio", "axum", "sqlx", "tracing"],
        sentence: "the wire crate depends on serde and utoipa alone: it says what is said, not how it happens",
    },
    Rule {
        about: |path| in_library(path) && !speaks_http(path),
        never: &["axum::"],
        sentence: "axum is named in http/ and transport/ alone",
    },
    Rule {
        about: |path| in_library(path) && !path.contains("/store/") && !path.contains("/testkit"),
        never: &["sqlx::", "SELECT ", "INSERT "],
        sentence: "SQL is written in store/ alone",
    },
    Rule {
        about: |path| in_library(path) && !path.ends_with("/outward.rs"),
        never: &["reqwest::"],
        sentence: "what goes out goes by outward.rs, which knows what may be asked",
    },
    Rule {
        about: |path| in_library(path) && (path.contains("/store/") || path.contains("/bus/")),
        never: &["crate::hub", "crate::http", "crate::transport", "crate::chat", "crate::writer"],
        sentence: "stores and buses know nothing of who listens",
    },
    Rule {
        about: |path| in_library(path) && path.contains("/hub/"),
        never: &["crate::bus", "crate::http", "crate::transport", "crate::chat", "crate::writer", "crate::auth"],
        sentence: "the hub knows the store, and not where hints come from or who asks",
    },
    Rule {
        about: |path| in_library(path) && !path.contains("/testkit"),
        never: &["crate::testkit"],
        sentence: "nothing in the library stands on its test kit",
    },
    Rule {
        about: |path| in_library(path) && !path.contains("/testkit"),
        never: &[
            "std::env::var",
            "println!",
            "eprintln!",
            "process::exit",
            "process::Command",
            "tokio::signal",
            "tracing_subscriber",
        ],
        sentence: "the environment, output and signals belong to the binary",
    },
    Rule {
        about: is_pure,
        never: &["tokio", "axum", "sqlx", "tracing", "Instant::now", "SystemTime", "getrandom", "std::fs", "std::env"],
        sentence: "pure parts take time and randomness as arguments and wait for nothing",
    },
    Rule {
        about: |path| in_library(path) && !path.contains("/http/") && !path.ends_with("error.rs"),
        never: &["StatusCode"],
        sentence: "status codes come from the code of a refusal, at the edge",
    },
];

#[test]
fn who_may_know_of_whom() {
    let mut broken = Vec::new();
    let files = [sources("crates/wire/src", ".rs"), sources("crates/tertulia/src", ".rs")].concat();
    for (path, source) in &files {
        for (number, line) in without_tests(source).lines().enumerate() {
            let code = line.trim_start();
            if code.starts_with("//") {
                continue;
            }
            for rule in RULES.iter().filter(|rule| (rule.about)(path)) {
                if let Some(word) = rule.never.iter().find(|word| code.contains(**word)) {
                    broken.push(format!("{path}:{}: {word}: {}", number + 1, rule.sentence));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn a_rule_that_is_broken_is_noticed() {
    let http = RULES.iter().find(|rule| rule.never.contains(&"axum::")).expect("there is such a rule");
    assert!((http.about)("crates/tertulia/src/hub/mod.rs") && !(http.about)("crates/tertulia/src/http/mod.rs"));
}

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 60;

#[test]
fn files_and_functions_can_be_read_in_one_sitting() {
    let mut long = Vec::new();
    for (path, source) in ["crates", "examples", "xtask"].iter().flat_map(|folder| sources(folder, ".rs")) {
        let lines: Vec<_> = source.lines().collect();
        // Tests stand beside what they test and may take the same again.
        let code = without_tests(&source).lines().count();
        if code > FILE_LINES_MAX {
            long.push(format!("{path}: {code} lines, at most {FILE_LINES_MAX}"));
        }
        for (start, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let text = line.trim_start();
            let begins = [
                "fn ",
                "pub fn ",
                "async fn ",
                "pub async fn ",
                "pub(crate) fn ",
                "pub(crate) async fn ",
                "pub(super) fn ",
                "pub(super) async fn ",
            ]
            .iter()
            .any(|word| text.starts_with(word));
            if !begins || text.ends_with(';') || text.ends_with('}') {
                continue;
            }
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| **line == close).unwrap_or(0);
            if length > FUNCTION_LINES_MAX {
                long.push(format!("{path}:{}: a function of {length} lines, at most {FUNCTION_LINES_MAX}", start + 1));
            }
        }
    }
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

#[test]
fn the_project_speaks_of_itself_alone() {
    // Written in two parts, so that this file does not break its own rule.
    let words = [["TO", "DO"], ["FIX", "ME"], ["/wo", "rk/"], ["crates", ".io/api"]].map(|parts| parts.concat());
    let folders = ["crates", "examples", "xtask", "widget/src", "bench", "docs", ".ci"];
    let endings = [".rs", ".ts", ".py", ".sh", ".md", ".toml", ".ftl", ".html"];
    let mut found = Vec::new();
    for folder in folders.iter().filter(|folder| root().join(folder).exists()) {
        for (path, source) in endings.iter().flat_map(|ending| sources(folder, ending)) {
            found.extend(words.iter().filter(|word| source.contains(*word)).map(|word| format!("{path}: {word}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
