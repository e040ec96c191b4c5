//! Files that are made from others, committed, and proved fresh: `openapi.json`, the TypeScript types, and the book's reference.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::run::{self, npm, say, with_env};

fn openapi_path() -> PathBuf {
    run::root().join("openapi.json")
}

fn types_path() -> PathBuf {
    run::root().join("widget/src/wire.ts")
}

fn openapi(server: &Path) -> anyhow::Result<Vec<u8>> {
    let output = Command::new(server).arg("openapi").output()?;
    if !output.status.success() {
        bail!("the OpenAPI document could not be made: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}

/// Writes them anew, and the widget's bundle.
pub(crate) fn write() -> anyhow::Result<()> {
    // Alone: what it is written from may be what the tests are waiting for.
    run::cargo("the server", &["build", "-p", "tertulia-server"])?;
    std::fs::write(openapi_path(), openapi(&run::target().join("debug/tertulia"))?)?;
    // The test that holds it against the sources is also what writes it.
    let reference = ["test", "--quiet", "-p", "tertulia-server", "--test", "book", "the_reference_is_fresh"];
    with_env("the book's reference", "cargo", &reference, &[("TERTULIA_WRITE", "1")])?;
    run::packages()?;
    npm("types", &["run", "gen"])?;
    npm("bundle", &["run", "build"])
}

/// Fails when what is committed is not what would be written. The bundle is checked with the widget, the reference with the
/// tests of the book.
pub(crate) fn check() -> anyhow::Result<()> {
    say("── generated files are fresh");
    let committed = std::fs::read(openapi_path()).context("openapi.json can't be read; run cargo xtask gen")?;
    if committed != openapi(&run::server()?)? {
        bail!("openapi.json is stale; run cargo xtask gen");
    }
    let before = std::fs::read(types_path())?;
    run::packages()?;
    npm("types", &["run", "gen"])?;
    let after = std::fs::read(types_path())?;
    if before != after {
        std::fs::write(types_path(), before)?;
        bail!("widget/src/wire.ts is stale; run cargo xtask gen");
    }
    Ok(())
}
