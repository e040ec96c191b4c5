//! `secret`, `token` and `token check`, as a site's developer types them.

use std::path::Path;
use std::process::Command;

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::json;
use tempfile::TempDir;
use tertulia_wire::page::Action;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, ServerFrame};

use crate::client::{Failure, answer, saying};
use crate::line::{From, Heard, Line, Socket, Way};
use crate::server::{Server, within};

/// Types a command in a folder: what it says, or what it says when it fails.
pub(crate) fn typed(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    let output = command.args(arguments).current_dir(folder).env_clear().output().expect("runs");
    let said = |bytes| String::from_utf8(bytes).expect("is text").trim_end().to_owned();
    if output.status.success() { Ok(said(output.stdout)) } else { Err(said(output.stderr)) }
}

#[tokio::test]
async fn a_token_that_was_typed_opens_its_room_and_no_other() {
    let folder = TempDir::new().expect("a folder");
    let secret = typed(folder.path(), &["secret"]).expect("a secret");
    assert!(secret.len() == 64 && secret != typed(folder.path(), &["secret"]).expect("another"), "{secret}");
    std::fs::write(folder.path().join("tertulia.toml"), format!("secret = '{secret}'")).expect("is written");
    let token =
        typed(folder.path(), &["token", "7", "--name", "Ana", "--grant", "project/42=say", "--for", "5m"]).expect("a token");
    let checked = typed(folder.path(), &["token", "check", &token, "project/42"]).expect("is good");
    assert!(checked.ends_with("in project/42 it grants say"), "{checked}");
    assert!(checked.contains("\nnot looked at: whether it was revoked,"), "{checked}");

    let server = Server::start_with(&format!("secret = '{secret}'")).await;
    let ana = server.bearer(&token);
    assert_eq!(ana.say("project/42", "hola").await.sender.map(|sender| sender.name), Some("Ana".to_owned()));
    let other = ana.try_say("project/43", &saying("request-1", "hola")).await.expect_err("is not hers");
    assert_eq!(other.code(), Code::NotFound);
    let checked = typed(folder.path(), &["token", "check", &token, "project/43"]).expect_err("is not hers");
    assert!(checked.contains("it grants nothing in project/43"), "{checked}");
}

#[test]
fn what_is_wrong_is_said_with_how_it_has_to_be() {
    let folder = TempDir::new().expect("a folder");
    let error = typed(folder.path(), &["token", "7"]).expect_err("there is no secret");
    assert!(error.contains("`tertulia secret > secret` makes one"), "{error}");
    std::fs::write(folder.path().join("tertulia.toml"), "secret = '0123456789abcdef0123456789abcdef'").expect("is written");
    let token = typed(folder.path(), &["token", "7", "--grant", "*=own"]).expect("a token");
    let (head, tail) = token.split_at(token.len() - 4);
    let forged = format!("{head}{}", if tail == "AAAA" { "AAAE" } else { "AAAA" });
    for (arguments, said) in [
        (["token", "check", "abc"].as_slice(), "no JSON Web Token"),
        (&["token", "check", &forged], "signed by another secret"),
        (&["token", "check", &token, "Project/42"], "Project/42 is no room"),
        (&["token", "~7"], "sub begins with ~"),
        (&["token", "7", "--grant", "project=say"], "a pattern is type/id"),
        (&["token", "7", "--grant", "project/42"], "ROOM=LEVEL"),
        (&["token", "7", "--grant", "project/42=write"], "no level: read, say"),
        (&["token", "7", "--for", "soon"], "as in 3600, 90s"),
    ] {
        let error = typed(folder.path(), arguments).expect_err("is refused");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
}

#[tokio::test]
async fn a_token_that_the_server_takes_is_good_and_what_has_no_effect_in_it_is_noted() {
    let secret = "0123456789abcdef0123456789abcdef";
    let config = format!("secret = '{secret}'");
    let (server, folder) = (Server::start_with(&config).await, TempDir::new().expect("a folder"));
    std::fs::write(folder.path().join("tertulia.toml"), &config).expect("is written");
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let claims = json!({"sub": "7", "aud": "tertulia", "iat": now, "exp": now + 600, "avatar": "javascript:alert(1)",
        "grants": {"project/42": "say", "Bad Room": "say"}});
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
    let key = EncodingKey::from_secret(secret.as_bytes());
    let token = encode(&Header::new(Algorithm::HS256), &claims, &key).expect("signs");
    server.bearer(&token).say("project/42", "hola").await;
    let checked = typed(folder.path(), &["token", "check", &token, "project/42"]).expect("is good");
    for said in ["note: the grant on \"Bad Room\" matches no room", "note: avatar is left out", "in project/42 it grants say"] {
        assert!(checked.contains(said), "{checked}");
    }
}

const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// A token as a site signs it, for ten minutes from now.
fn signed(claims: &serde_json::Value) -> String {
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let mut whole = json!({"sub": "7", "aud": "tertulia", "iat": now, "exp": now + 600});
    whole.as_object_mut().expect("an object").extend(claims.as_object().expect("an object").clone());
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
    encode(&Header::new(Algorithm::HS256), &whole, &EncodingKey::from_secret(SECRET.as_bytes())).expect("signs")
}

#[tokio::test]
async fn whoever_is_told_that_they_may_say_begins_the_room_and_who_does_not_is_told_what_to_do() {
    let config = format!("secret = '{SECRET}'\n[rooms.made]\nguests = 'say'\ncreate = false\n[rooms.open]\nguests = 'say'\n");
    let server = Server::start_with(&config).await;
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("tertulia.toml"), &config).expect("is written");
    let token = signed(&json!({"grants": {"project/*": "say", "made/*": "say", "made/2": "say"}}));
    let (user, guest) = (server.bearer(&token), server.guest("Ana").await);
    for (who, room, begins) in
        [(&user, "project/42", true), (&user, "made/2", true), (&user, "made/1", false), (&guest, "open/1", false)]
    {
        let me = who.page(room, "").await.expect("may read").me.expect("a first page");
        assert_eq!(me.may.contains(&Action::Say), begins, "{room}: {me:?}");
        match who.try_say(room, &saying("request-1", "hola")).await {
            Ok(_) => assert!(begins, "{room}"),
            Err(Failure::Refused(refused)) => {
                assert!(!begins && refused.problem.code == Code::NotFound, "{room}: {refused:?}");
                assert!(refused.problem.detail.expect("a detail").contains("has to make it first"), "{room}");
            }
            Err(Failure::Line(error)) => panic!("{error}"),
        }
    }
    // Who waits there is told as soon as the room is made.
    let mut socket = Socket::connect(&guest).await.expect("a line");
    socket.hello(guest.token()).await.expect("says hello");
    socket.open("open/2", From::Newest(50)).await.expect("opens");
    let mut told = Vec::new();
    while told.last() != Some(&true) {
        match within("a frame", socket.next()).await.expect("a frame") {
            ServerFrame::Opened(opened) => {
                told.push(opened.page.me.expect("a first page").may.contains(&Action::Say));
                let owner = server.bearer(&signed(&json!({"grants": {"*": "own"}})));
                owner.put_room("open/2", &PutRoom::default()).await.expect("is made");
            }
            ServerFrame::Me(frame) => told.push(frame.me.may.contains(&Action::Say)),
            ServerFrame::Reset(page) => told.push(page.me.expect("a first page").may.contains(&Action::Say)),
            _ => {}
        }
    }
    assert!(!told[0], "{told:?}");
    // Nobody is asked for a name, and invited to speak, where that would be refused.
    let asked =
        server.nobody().request(reqwest::Method::POST, "/v1/guests").await.json(&json!({"name": "Beto", "room": "open/1"}));
    assert_eq!(answer(asked).await.expect_err("does not make it").code(), Code::NotAllowed);
    let check = |room| typed(folder.path(), &["token", "check", &token, room]).expect("is good");
    assert!(check("made/1").contains("note: its first message does not make made/1"), "{}", check("made/1"));
    assert!(!check("project/42").contains("note:"), "{}", check("project/42"));
}

#[tokio::test]
async fn whoever_has_no_name_is_shown_by_what_of_the_id_may_be_one() {
    let server = Server::start_with(&format!("secret = '{SECRET}'")).await;
    for (sub, shown) in [("7", "7"), ("<script>", "script"), ("A\u{202e}na\u{200b}", "Ana"), (&"x".repeat(200), &"x".repeat(50))]
    {
        let token = signed(&json!({"sub": sub, "grants": {"project/*": "say"}}));
        let said = server.bearer(&token).say("project/42", "hola").await.sender.expect("a sender");
        assert_eq!((said.id.as_deref(), said.name.as_str()), (Some(sub), shown));
    }
}

#[tokio::test]
async fn a_token_forges_no_line_of_the_log_and_nothing_of_it_is_there_however_much_is_logged() {
    let mut server = Server::stopped(&format!("secret = '{SECRET}'"));
    let mut command = server.command();
    command.env("TERTULIA_LOG", "trace").stderr(std::process::Stdio::piped());
    server.run_command(command).await;
    server.publish();
    let token = signed(&json!({"grants": {"x/1\n2026-01-01T00:00:00Z ERROR forged\u{1b}[31m": "say", "project/42": "say"}}));
    let user = server.bearer(&token);
    assert_eq!(user.page("game/1", "").await.expect_err("is not theirs").code(), Code::NotFound);
    let mut line = Line::open(&user, "project/42", Way::Socket, From::Newest(50)).await.expect("opens");
    user.say("project/42", "a-text-that-nobody-logs").await;
    while !matches!(line.next(&user, "project/42").await.expect("a frame"), Heard::Change(_)) {}
    let log = server.log();
    assert!(log.contains("a grant is missing") && log.contains("forged"), "{log}");
    assert!(!log.contains("a grant is missing room=project/42"), "who may not review did not ask to: {log}");
    assert!(!log.lines().any(|line| line.starts_with("2026-01-01")) && !log.contains('\u{1b}'), "{log}");
    assert!(!log.contains("a-text-that-nobody-logs") && !log.contains(&token), "{log}");
}

const PUBLIC: &str = include_str!("../../../tertulia/tests/keys/ed.pub");
const PRIVATE: &str = include_str!("../../../tertulia/tests/keys/ed.pem");
/// A key that nobody has told the server of.
const OTHER: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
-----END PRIVATE KEY-----";

#[tokio::test]
async fn a_token_by_the_sites_private_key_opens_the_server_and_no_other_does() {
    let config = format!("audience = 'chat.example'\n[[keys]]\nalgorithm = 'EdDSA'\nkid = '2026'\npem = '''{PUBLIC}'''");
    let server = Server::start_with(&config).await;
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("tertulia.toml"), &config).expect("is written");
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let signed = |algorithm, kid: &str, key: &EncodingKey, audience: &str| {
        let claims = json!({"sub": "7", "aud": audience, "iat": now, "exp": now + 600, "grants": {"project/42": "say"}});
        let header = Header { kid: Some(kid.to_owned()), ..Header::new(algorithm) };
        // The library of both, and so its backend, is that of the server.
        let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
        encode(&header, &claims, key).expect("signs")
    };
    let private = |pem: &str| EncodingKey::from_ed_pem(pem.as_bytes()).expect("a key");
    let good = signed(Algorithm::EdDSA, "2026", &private(PRIVATE), "chat.example");
    assert_eq!(server.bearer(&good).say("project/42", "hola").await.sender.and_then(|sender| sender.id), Some("7".to_owned()));
    assert!(typed(folder.path(), &["token", "check", &good, "project/42"]).expect("is good").ends_with("it grants say"));
    let confused = EncodingKey::from_secret(PUBLIC.as_bytes());
    for (token, said) in [
        (signed(Algorithm::EdDSA, "2026", &private(OTHER), "chat.example"), "signed by another private key"),
        (signed(Algorithm::EdDSA, "2025", &private(PRIVATE), "chat.example"), "names the key (kid) \"2025\""),
        (signed(Algorithm::EdDSA, "2026", &private(PRIVATE), "tertulia"), "has to be \"chat.example\""),
        (signed(Algorithm::HS256, "2026", &confused, "chat.example"), "signed by HS256; EdDSA is needed"),
    ] {
        let refused = server.bearer(&token).try_say("project/42", &saying("request-1", "hola")).await.expect_err("is refused");
        assert_eq!(refused.code(), Code::TokenInvalid, "{said}");
        let checked = typed(folder.path(), &["token", "check", &token]).expect_err("is refused");
        assert!(checked.contains(said), "{checked}");
    }
    // The same, typed.
    std::fs::write(folder.path().join("site.pem"), PRIVATE).expect("is written");
    std::fs::write(folder.path().join("other.pem"), OTHER).expect("is written");
    let ana = ["token", "7", "--grant", "project/42=say", "--kid", "2026", "--key"];
    let own = typed(folder.path(), &[ana.as_slice(), &["site.pem", "--alg", "EdDSA"]].concat()).expect("signs");
    server.bearer(&own).say("project/42", "hola").await;
    for (arguments, said) in [
        ([ana.as_slice(), &["other.pem"]].concat(), "signed by another private key"),
        ([ana.as_slice(), &["site.pem", "--alg", "RS256"]].concat(), "no private key for RS256"),
        ([ana.as_slice(), &["gone.pem"]].concat(), "gone.pem can't be read"),
        ([ana.as_slice(), &["tertulia.toml"]].concat(), "no private key for EdDSA, ES256 or RS256"),
        (vec!["token", "7", "--key", "site.pem", "--kid", "2025"], "names the key (kid) \"2025\""),
        (vec!["token", "~7", "--key", "site.pem"], "sub begins with ~"),
        (vec!["token", "7", "--key", "site.pem", "--grant", "project=say"], "a pattern is type/id"),
    ] {
        let error = typed(folder.path(), &arguments).expect_err("is refused");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    // Where the site signs and the server is elsewhere, there is no configuration to look at.
    let elsewhere = TempDir::new().expect("a folder");
    std::fs::write(elsewhere.path().join("site.pem"), PRIVATE).expect("is written");
    typed(elsewhere.path(), &["token", "7", "--key", "site.pem"]).expect("signs");
    let unsigned = typed(folder.path(), &["token", "7"]).expect_err("there is nothing to sign with");
    assert!(unsigned.contains("no secret to sign with"), "{unsigned}");
}
