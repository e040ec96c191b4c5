//! The book: what it says is tried out, and it is built into HTML by mdBook.

use std::path::Path;

use crate::run::{self, cargo, with_env};

/// A newer one may find other anchors for headings.
const MDBOOK: &str = "0.5.4";

/// Tries out all that the book and the front page say, and builds the book into `book/` of the target folder.
pub(crate) fn run(server: &Path, target: &Path) -> anyhow::Result<()> {
    cargo("what the book says", &["test", "--workspace", "--all-features", "--test", "book", "--", "--include-ignored"])?;
    run::packages()?;
    let server = server.to_string_lossy();
    with_env("a strict site", "node", &["widget/e2e/strict-site.mjs"], &[("TERTULIA_BIN", &server)])?;
    let folder = target.join("mdbook");
    let program = folder.join("bin/mdbook");
    if !program.exists() {
        // Without optimisation, and without what watches and serves: a minute on two cores instead of three.
        let folder = folder.to_string_lossy();
        let what = ["install", "--quiet", "--locked", "--debug", "--root", &folder, "--version", MDBOOK];
        let parts = ["--no-default-features", "--features", "search", "mdbook"];
        cargo("mdBook", &[what.as_slice(), &parts].concat())?;
    }
    let built = target.join("book");
    with_env("the book", &program.to_string_lossy(), &["build", "docs", "--dest-dir", &built.to_string_lossy()], &[])
}
