//! What is wrong in the configuration is said before anything is touched.

use std::process::Output;

use tempfile::TempDir;

use crate::server::{Server, within};

/// Runs the binary in a folder with this configuration, where it has to fail and make no file of rooms.
async fn refused(config: &str) -> String {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("tertulia.toml"), config).expect("is written");
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
    // A server that takes it all the same would serve on, and is ended with the test.
    command.args(["serve", "--listen", "127.0.0.1:0"]).current_dir(folder.path()).env_clear().kill_on_drop(true);
    let Output { status, stderr, .. } = within("it is refused", command.output()).await.expect("runs");
    assert_eq!(status.code(), Some(1), "{config}");
    assert!(!folder.path().join("tertulia.db").exists(), "{config}");
    String::from_utf8(stderr).expect("is text")
}

#[tokio::test]
async fn what_is_wrong_is_said_before_a_file_of_rooms_is_made() {
    let wrong = [
        ("database = 'a.db'\nlissen = '127.0.0.1:2'", "line 2"),
        ("lissen = '127.0.0.1:2'", "did you mean `listen`?"),
        ("[limits]\nstal_s = 5", "did you mean `stall_s`?"),
        ("listen = 127.0.0.1:8080", "it is written as in listen = \"127.0.0.1:8080\""),
        ("database = 'postgres://localhost/rooms'", "has to be the path of a file"),
        ("jwks_url = '/keys.json'", "it has to begin with https://"),
        ("[limits]\nbeat_s = 0", "beat_s is 0 and has to be between 1 and 3600"),
        ("trusted_proxies = ['here']", "\"here\" is no address or network"),
        ("origins = ['example.org/']", "\"https://example.org\""),
        (
            "[[keys]]\nalgorithm = 'HS256'\npem = ''",
            "key 1 in [[keys]] is not right: \"HS256\" is no algorithm for a public key: type \"EdDSA\"",
        ),
        (
            "[[keys]]\nalgorithm = 'EdDSA'",
            "key 1 in [[keys]] is not right: it needs either file or pem, as in file = \"site.pub\"",
        ),
        ("[[keys]]\nalgorithm = 'EdDSA'\nfile = 'gone.pub'", "key 1 in [[keys]] is not right: gone.pub can't be read"),
        (
            "[[keys]]\nalgorithm = 'EdDSA'\npem = 'abc'",
            "its pem is no public key for EdDSA; `openssl pkey -in PRIVATE.pem -pubout` prints one",
        ),
        (
            concat!("[[keys]]\nalgorithm = 'RS256'\npem = '''", include_str!("../../../tertulia/tests/keys/rsa.pem"), "'''"),
            "a private key stays with whoever signs",
        ),
        ("[[keys]]\nalgorithm = 'EdDSA'\nfiel = 'a'", "did you mean `file`?"),
        (
            "jwks_url = 'http://site.example/keys'",
            "jwks_url is not right: \"http://site.example/keys\" can't be asked: it has to begin with https://",
        ),
        ("jwks_url = 'http://127.0.0.1.site.example/keys'", "it has to begin with https://"),
        ("jwks_url = 'https://user:word@site.example/keys'", "it holds a name or a password"),
        ("audience = ''", "the audience is not right"),
        ("secret = 'too short'", "has 9 bytes and needs 32"),
    ];
    for (config, said) in wrong {
        let error = refused(config).await;
        assert!(error.contains(said), "{config}: {error}");
    }
}

#[tokio::test]
async fn a_variable_that_means_nothing_is_refused_with_the_one_that_was_meant() {
    let folder = TempDir::new().expect("a folder");
    let typed = async |arguments: &[&str], name: &str, value: &str| {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
        // As above: one that takes it all the same serves on.
        command.args(arguments).current_dir(folder.path()).env_clear().env(name, value).kill_on_drop(true);
        let Output { status, stderr, .. } = within("it says what is wrong", command.output()).await.expect("runs");
        (status.code(), String::from_utf8(stderr).expect("is text"))
    };
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["config", "check"]] {
        let (code, said) = typed(arguments, "TERTULIA_SECRT", "of nobody's concern").await;
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("TERTULIA_SECRT in the environment is not known; did you mean TERTULIA_SECRET?"), "{said}");
        assert!(!said.contains("concern"), "{said}");
        let (code, said) = typed(arguments, "TERTULIA_LOG", "debgu").await;
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("TERTULIA_LOG has \"debgu\", which ends with no level; did you mean debug?"), "{said}");
    }
    assert!(!folder.path().join("tertulia.db").exists());
    for (name, value) in [("TERTULIA_PORT", "tcp://10.0.0.1:80"), ("TERTULIA_SERVICE_HOST", "10.0.0.1"), ("TERTULIA_LOG", "warn")]
    {
        assert_eq!(typed(&["config", "check"], name, value).await.0, Some(0), "{name}");
    }
}

#[tokio::test]
async fn flags_of_serve_need_no_command() {
    let mut server = Server::stopped("");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(["--listen", "127.0.0.1:0", "--database", "rooms.db"]).current_dir(server.folder()).env_clear();
    command.env("NO_COLOR", "1").stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    server.run_command(command).await;
    assert!(server.file().exists(), "the flags were not heard");
    server.stop().await;
}

#[tokio::test]
async fn a_configuration_is_checked_without_a_server() {
    let folder = TempDir::new().expect("a folder");
    let typed = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["config"]).args(arguments).current_dir(folder.path()).env_clear().env("TERTULIA_LIMITS_STALL_S", "5");
        let output = command.output().expect("runs");
        let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("is text");
        if output.status.success() { Ok(said) } else { Err(said) }
    };
    let everything = typed(&["default"]).expect("is printed");
    std::fs::write(folder.path().join("all.toml"), everything).expect("is written");
    let said = typed(&["check", "all.toml"]).expect("is right");
    assert!(said.contains("1 of ") && said.contains("in open mode"), "{said}");
    std::fs::write(folder.path().join("tertulia.toml"), "listen = '0.0.0.0:80'").expect("is written");
    let said = typed(&["check"]).expect_err("is not right");
    assert!(said.contains("does not listen on 0.0.0.0:80"), "{said}");
    typed(&["check", "--listen", "127.0.0.1:80"]).expect("flags win");
    assert!(typed(&["doc"]).expect("is printed").contains("| `stall_s` | seconds |"));
    assert!(!folder.path().join("tertulia.db").exists());
}
