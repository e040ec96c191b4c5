//! What the tests need from the machine, and how it gets there.

use std::path::Path;
use std::process::Command;

use anyhow::bail;

use crate::run::{say, with_env};

/// A program that the tests need, by where it is, and the Debian package that brings it.
const NEEDED: [(&str, &str, &str); 14] = [
    ("the browser", "/usr/bin/chromium", "chromium"),
    ("another one", "/usr/bin/firefox-esr", "firefox-esr"),
    ("Python's venv, for Schemathesis", "/usr/share/python-wheels", "python3-venv"),
    ("fonts for its pictures", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
    // Of a known width, as pages without a font of their own have it: elsewhere words fit, or don't, by whatever is installed.
    ("those that most pages are in", "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", "fonts-liberation"),
    ("its letters of Hindi", "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf", "fonts-lohit-deva"),
    ("its letters of Chinese and Japanese", "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", "fonts-droid-fallback"),
    ("what the book's commands ask with", "/usr/bin/curl", "curl"),
    ("a proxy that the book is tested behind", "/usr/sbin/nginx", "nginx-light"),
    ("another", "/usr/bin/caddy", "caddy"),
    ("certificates for them", "/usr/bin/openssl", "openssl"),
    ("PHP, which signs a token of the book's", "/usr/bin/php", "php-cli"),
    ("Ruby, which signs another", "/usr/bin/ruby", "ruby"),
    ("emoji for its pictures", "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf", "fonts-noto-color-emoji"),
];

/// Installs what is missing, as root on Debian; elsewhere names it.
pub(crate) fn prepare() -> anyhow::Result<()> {
    if !answers("node") || !answers("npm") {
        bail!("Node.js 20 or newer with npm is needed for the widget's tests (the server builds and runs without it)");
    }
    let missing: Vec<_> = NEEDED.iter().filter(|(_, file, _)| !Path::new(file).exists()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<_> = missing.iter().map(|(_, _, package)| *package).collect();
    if !is_root() || !answers("apt-get") {
        let names: Vec<_> = missing.iter().map(|(what, file, _)| format!("{what} ({file})")).collect();
        bail!("missing: {}; on Debian: apt-get install {}", names.join(", "), packages.join(" "));
    }
    say(&format!("installing {}", packages.join(", ")));
    let quiet = [("DEBIAN_FRONTEND", "noninteractive")];
    with_env("package lists", "apt-get", &["update", "-q"], &quiet)?;
    let install: Vec<_> = ["install", "-q", "-y", "--no-install-recommends"].into_iter().chain(packages).collect();
    with_env("packages", "apt-get", &install, &quiet)
}

fn answers(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
