//! What somebody could try with a key set, and with tokens where there is one, each by its name.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use jsonwebtoken::{EncodingKey, encode};
use serde_json::{Value, json};
use tertulia_wire::Time;
use tokio::sync::Semaphore;
use tokio::time::advance;

use super::set::{KeySet, LeftOut};
use super::*;
use crate::auth::token::Tokens;

const NOW: Time = Time(1_800_000_000_000);
const RSA_N: &str = "1s5S-FtETBhkFxxMAhIURdETAkREpAs31biiwFfmq3IMXNY1FZ6QioY_xMU7iQFD-dJ0mucX8QWsCNV_NOOWY1oHvqSd4dnMfzAjUId5q2WsouKY\
_mC548LNmw9uceP4XtPgpoJBzZ0QW7_Y6Re5_bdo5v_Nolb7AMPXfFoGUxsusljtyr0gJrISTdHTR5Qs-5lujHGgb6HjjgUQhijvY2UPpRlACYE5ytBiqXVQ3Favd-D3vAzrSqOcqem4rA\
z--_MrOqJQdOKS0RdQfpiOmY_PNiWLVFoWuYRQiwOmH-doomYkVKVNgMfMhJdZUZ84TcU6dUxq1lykqWpYI-Zu6w";
const SHORT_N: &str = "n1TIUBaXh0gYJKPFmxqnXY6SA9fGuL-aEFxTr8GlM7bDBSryFFsFyH3AMGmuEH74LIG0pCI2shrw-HvvZsX3AJat0ZsJdt_yM9imBL-sevaWvOKx4nwtY\
uG5yfBkFTyY95e3vVyq1m15B5XmSX8ECmzAuGaJhe5x_FtGYsNKHcE";

fn rsa() -> Value {
    json!({"kty": "RSA", "kid": "rsa", "n": RSA_N, "e": "AQAB"})
}

fn ec() -> Value {
    let (x, y) = ("NpNcm-HeeanLJ33WmOXIJRZcvYTjOG5w6yEXJVlN6Pc", "CX37jFUglUNMDHxGxwUs1oKAWhjjUlB-wpf1neCQJWU");
    json!({"kty": "EC", "kid": "ec", "crv": "P-256", "x": x, "y": y})
}

fn ed() -> Value {
    json!({"kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "uNXY14UHHaRVxpBGVibL4u4tA9Sod-3fAqOv37sUsA4"})
}

/// A key with some of its parts set otherwise; null takes one away.
fn with(mut key: Value, parts: Value) -> Value {
    for (name, value) in parts.as_object().expect("parts") {
        match value {
            Value::Null => _ = key.as_object_mut().expect("a key").remove(name),
            value => key[name] = value.clone(),
        }
    }
    key
}

fn read(keys: &[Value]) -> KeySet {
    super::set::read(json!({"keys": keys}).to_string().as_bytes(), 32, "tertulia").expect("a set")
}

fn why(key: Value) -> LeftOut {
    let mut set = read(&[key]);
    assert!(set.keys.is_empty(), "is used");
    set.left_out.remove(0)
}

fn private(algorithm: Algorithm) -> EncodingKey {
    let key = match algorithm {
        Algorithm::EdDSA => EncodingKey::from_ed_pem(include_bytes!("../../../tests/keys/ed.pem")),
        Algorithm::ES256 => EncodingKey::from_ec_pem(include_bytes!("../../../tests/keys/ec.pem")),
        _ => EncodingKey::from_rsa_pem(include_bytes!("../../../tests/keys/rsa.pem")),
    };
    key.expect("a key")
}

fn token(algorithm: Algorithm, kid: Option<&str>) -> String {
    signed(&Header { kid: kid.map(str::to_owned), ..Header::new(algorithm) }, &private(algorithm))
}

fn signed(header: &Header, key: &EncodingKey) -> String {
    let claims = json!({"sub": "7", "aud": "tertulia", "iat": 1_800_000_000, "exp": 1_900_000_000});
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
    encode(header, &claims, key).expect("signs")
}

/// A source that answers as it is told to, counts how often it is asked, and can be held up.
struct Site {
    answer: Mutex<Result<Fetched, String>>,
    asked: AtomicU64,
    gate: Semaphore,
}

impl KeySource for Arc<Site> {
    fn fetch(&self, _: usize) -> Fetching<'_> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::SeqCst);
            self.gate.acquire().await?.forget();
            self.gate.add_permits(1);
            let answer = self.answer.lock().expect("whole").clone();
            if answer.as_ref().is_err_and(|error| error == "panic") {
                panic!("as it was told to");
            }
            Ok(answer?)
        })
    }
}

impl Site {
    fn tells(&self, keys: &[Value]) {
        *self.answer.lock().expect("whole") = Ok(Fetched { json: json!({"keys": keys}).to_string().into(), max_age: None });
    }

    fn fails(&self, how: &str) {
        *self.answer.lock().expect("whole") = Err(how.to_owned());
    }

    fn asked(&self) -> u64 {
        self.asked.load(Ordering::SeqCst)
    }
}

/// A site that tells these keys, and what checks tokens by them.
fn site(keys: &[Value]) -> (Arc<Site>, Arc<Tokens>) {
    let site = Site { answer: Mutex::new(Err("nothing yet".into())), asked: AtomicU64::new(0), gate: Semaphore::new(1) };
    let site = Arc::new(site);
    site.tells(keys);
    let tokens = Tokens::new(Some(&[7; 32]), &[9; 32]).expect("long enough");
    let tokens = tokens.with_jwks(Some(Box::new(Arc::clone(&site))), &Limits::default());
    tokio::spawn(Arc::clone(tokens.jwks().expect("there is a source")).keep());
    (site, Arc::new(tokens))
}

/// What a request with this token is answered, as [`crate::Chat::whose`] does it.
async fn answered(tokens: &Tokens, token: &str) -> Option<Code> {
    match tokens.check(token, NOW).map_err(|refusal| refusal.code) {
        Err(Code::TokenInvalid) => match tokens.learn(token).await {
            Ok(_) => tokens.check(token, NOW).err().map(|refusal| refusal.code),
            Err(refusal) => Some(refusal.code),
        },
        known => known.err(),
    }
}

const INVALID: Option<Code> = Some(Code::TokenInvalid);
const AWAY: Option<Code> = Some(Code::StoreAway);

#[tokio::test(start_paused = true)]
async fn a_key_of_each_kind_is_good_for_its_own_algorithm() {
    let (site, tokens) = site(&[rsa(), ec(), ed()]);
    for (algorithm, kid) in [(Algorithm::RS256, "rsa"), (Algorithm::ES256, "ec"), (Algorithm::EdDSA, "ed")] {
        assert_eq!(answered(&tokens, &token(algorithm, Some(kid))).await, None, "{kid}");
        assert_eq!(answered(&tokens, &token(algorithm, None)).await, None, "{kid}, not named");
    }
    assert_eq!(site.asked(), 1);
}

#[test]
fn secret_in_the_set() {
    let oct = json!({"kty": "oct", "kid": "oct", "k": "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc", "alg": "HS256"});
    assert!(why(oct).is_secret);
    for private in [with(ed(), json!({"d": "AAAA"})), with(rsa(), json!({"d": "AAAA"})), with(ec(), json!({"d": 1}))] {
        assert!(why(private).is_secret);
    }
    assert!(!why(json!({"kty": "none"})).is_secret);
}

#[test]
fn algorithm_of_the_key() {
    for alg in ["RS512", "PS256", "HS256", "ES256", "none", "", "rs256"] {
        assert!(why(with(rsa(), json!({"alg": alg}))).why.contains("algorithm"), "{alg}");
    }
    for (key, alg) in [(rsa(), "RS256"), (ec(), "ES256"), (ed(), "EdDSA")] {
        let read = read(&[with(key, json!({"alg": alg}))]);
        assert_eq!(read.keys.len(), 1, "{alg}");
    }
}

#[test]
fn key_for_something_else() {
    for parts in [json!({"use": "enc"}), json!({"use": ""}), json!({"key_ops": ["sign"]}), json!({"key_ops": []})] {
        assert!(why(with(ed(), parts)).why.contains("not"));
    }
    assert_eq!(read(&[with(ed(), json!({"use": "sig", "key_ops": ["verify"]}))]).keys.len(), 1);
}

#[test]
fn weak_and_broken_keys() {
    let long = format!("{}{RSA_N}", "A".repeat(400));
    for (key, parts, said) in [
        (rsa(), json!({"n": SHORT_N}), "2,048 bits"),
        // Zeros before it make no number larger.
        (rsa(), json!({"n": format!("{}{SHORT_N}", "AAAA".repeat(100))}), "2,048 bits"),
        (rsa(), json!({"n": ""}), "2,048 bits"),
        (rsa(), json!({"n": "_".repeat(1_368)}), "8,192"),
        (rsa(), json!({"n": format!("{RSA_N}==")}), "base64url"),
        (rsa(), json!({"e": "AQ"}), "exponent"),
        (rsa(), json!({"e": "AAAB"}), "exponent"),
        (rsa(), json!({"e": "Ag"}), "exponent"),
        (rsa(), json!({"e": ""}), "exponent"),
        (rsa(), json!({"e": RSA_N}), "exponent"),
        (rsa(), json!({"e": Value::Null}), "missing"),
        (ec(), json!({"crv": "P-384"}), "type"),
        (ec(), json!({"crv": "secp256k1"}), "type"),
        (ec(), json!({"x": "AAAA"}), "32 bytes"),
        (ed(), json!({"x": RSA_N}), "32 bytes"),
        (ed(), json!({"crv": "X25519"}), "type"),
        (ed(), json!({"kid": 7}), "no text"),
        (ed(), json!({"kid": "k".repeat(2_000)}), "too long"),
    ] {
        let left_out = why(with(key, parts.clone()));
        assert!(left_out.why.contains(said), "{parts}: {left_out:?}");
    }
    assert_eq!(read(&[with(rsa(), json!({"n": long}))]).keys.len(), 1, "a good number is as long as it is");
}

#[test]
fn what_is_no_set_is_refused_whole() {
    let many = json!({"keys": vec![ed(); 33]}).to_string();
    let deep = format!("{{\"keys\": {}", "[".repeat(10_000));
    for (json, said) in [
        ("", "no key set"),
        ("<html>", "no key set"),
        ("[]", "no key set"),
        ("{}", "no key set"),
        (r#"{"keys": {}}"#, "no key set"),
        (&deep, "no key set"),
        (&many, "has 33 keys, and may have 32"),
    ] {
        let error = super::set::read(json.as_bytes(), 32, "tertulia").map(|_| ()).expect_err("is refused");
        assert!(error.contains(said), "{error}");
    }
    // What stands beside a good key does not take it away.
    assert_eq!(read(&[json!(7), json!({}), json!({"kty": "LMS"}), ed()]).keys.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn key_confusion() {
    // HS256 by what everybody knows: the numbers of the public keys.
    let (_, tokens) = site(&[rsa(), ec(), ed()]);
    for secret in [RSA_N, "uNXY14UHHaRVxpBGVibL4u4tA9Sod-3fAqOv37sUsA4"] {
        let header = Header { kid: Some("rsa".into()), ..Header::new(Algorithm::HS256) };
        assert_eq!(answered(&tokens, &signed(&header, &EncodingKey::from_secret(secret.as_bytes()))).await, INVALID);
    }
    // Another algorithm of the same key, and a key under the name of another.
    assert_eq!(answered(&tokens, &token(Algorithm::RS512, Some("rsa"))).await, INVALID);
    assert_eq!(answered(&tokens, &token(Algorithm::PS256, Some("rsa"))).await, INVALID);
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ec"))).await, INVALID);
}

#[tokio::test(start_paused = true)]
async fn jku_x5u_and_jwk_in_the_head() {
    let (site, tokens) = site(&[ec()]);
    let own = serde_json::from_value(ed()).expect("a key");
    let url = || Some("http://127.0.0.1:1/keys".to_owned());
    let plain = Header { kid: Some("ec".into()), ..Header::new(Algorithm::EdDSA) };
    for header in
        [Header { jwk: Some(own), ..plain.clone() }, Header { jku: url(), ..plain.clone() }, Header { x5u: url(), ..plain }]
    {
        assert_eq!(answered(&tokens, &signed(&header, &private(Algorithm::EdDSA))).await, INVALID);
    }
    assert_eq!(answered(&tokens, &token(Algorithm::ES256, Some("ec"))).await, None);
    assert!(site.asked() <= 2, "nobody but the site is asked");
}

#[tokio::test(start_paused = true)]
async fn kid_flood() {
    let (site, tokens) = site(&[ed()]);
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ed"))).await, None);
    for minute in 1..=3 {
        for n in 0..300 {
            assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some(&format!("{minute}-{n}")))).await, INVALID);
        }
        assert_eq!(site.asked(), 1 + minute, "one fetch a minute, whatever comes");
        advance(Duration::from_secs(60)).await;
    }
    assert_eq!(tokens.keys().len(), 2, "what is made up is not kept");
}

#[tokio::test(start_paused = true)]
async fn all_who_wait_share_one_fetch() {
    let (site, tokens) = site(&[ed()]);
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ed"))).await, None);
    site.tells(&[ed(), ec()]);
    let held_up = site.gate.acquire().await.expect("open");
    let new = token(Algorithm::ES256, Some("ec"));
    let waiting: Vec<_> = (0..500)
        .map(|_| {
            let (tokens, new) = (Arc::clone(&tokens), new.clone());
            tokio::spawn(async move { answered(&tokens, &new).await })
        })
        .collect();
    while site.asked() < 2 {
        tokio::task::yield_now().await;
    }
    // Who has a key that is known waits for nothing meanwhile.
    assert!(tokens.check(&token(Algorithm::EdDSA, Some("ed")), NOW).is_ok());
    drop(held_up);
    for one in waiting {
        assert_eq!(one.await.expect("ends"), None);
    }
    assert_eq!(site.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_was_never_reached_makes_nobody_a_stranger() {
    let (site, tokens) = site(&[]);
    site.fails("connection refused");
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ed"))).await, AWAY);
    // Whoever does not need the source is answered all the same.
    let by_secret = tokens.for_user("7", None, BTreeMap::new(), NOW, 60).expect("signs");
    assert_eq!(answered(&tokens, &by_secret).await, None);
    let (guest, _) = tokens.for_guest("~g", "Ana", NOW).expect("signs");
    assert_eq!(answered(&tokens, &guest).await, None);
    assert_eq!(answered(&tokens, "a.b.c").await, INVALID);
    site.tells(&[ed()]);
    let before = site.asked();
    advance(Duration::from_secs(3)).await;
    while site.asked() == before {
        tokio::task::yield_now().await;
    }
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ed"))).await, None, "it is tried again by itself");
}

#[tokio::test(start_paused = true)]
async fn known_keys_outlive_their_source() {
    let (site, tokens) = site(&[ed()]);
    let known = token(Algorithm::EdDSA, Some("ed"));
    assert_eq!(answered(&tokens, &known).await, None);
    for how in ["connection refused", "panic"] {
        site.fails(how);
        let before = site.asked();
        while site.asked() < before + 3 {
            advance(Duration::from_secs(60)).await;
            tokio::task::yield_now().await;
        }
        assert_eq!(answered(&tokens, &known).await, None, "{how}");
        assert_eq!(answered(&tokens, &token(Algorithm::ES256, Some("ec"))).await, AWAY, "{how}: nobody can tell");
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_that_the_site_takes_back_is_good_for_ten_minutes_at_most() {
    let (site, tokens) = site(&[ed()]);
    let old = token(Algorithm::EdDSA, Some("ed"));
    assert_eq!(answered(&tokens, &old).await, None);
    site.tells(&[]);
    for _ in 0..601 {
        advance(Duration::from_secs(1)).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(answered(&tokens, &old).await, INVALID);
    assert_eq!(site.asked(), 3, "at the start, after ten minutes, and for the token");
}

#[tokio::test(start_paused = true)]
async fn a_short_time_is_kept_and_none_below_a_minute() {
    for (said, kept) in [(None, 600), (Some(90), 90), (Some(0), 60), (Some(86_400), 600)] {
        let (site, tokens) = site(&[ed()]);
        let answer = site.answer.lock().expect("whole").clone();
        *site.answer.lock().expect("whole") = answer.map(|fetched| Fetched { max_age: said.map(Duration::from_secs), ..fetched });
        let jwks = tokens.jwks().expect("there is a source");
        assert_eq!(jwks.fetch().await, Ok(Duration::from_secs(kept)), "{said:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn silent_source() {
    let (site, tokens) = site(&[ed()]);
    let _held_up = site.gate.acquire().await.expect("open");
    assert_eq!(answered(&tokens, &token(Algorithm::EdDSA, Some("ed"))).await, AWAY, "within the time that a fetch has");
}

#[tokio::test(start_paused = true)]
async fn whose_key_is_taken_back_is_known_until_the_next_set_and_by_no_other_key() {
    let (site, tokens) = site(&[rsa(), ec(), ed()]);
    let jwks = tokens.jwks().expect("there is a source");
    let who = async |algorithm, kid| {
        let token = token(algorithm, kid);
        assert_eq!(answered(&tokens, &token).await, None);
        tokens.check(&token, NOW).expect("is good")
    };
    let (by_ed, by_ec) = (who(Algorithm::EdDSA, Some("ed")).await, who(Algorithm::ES256, None).await);
    let by_secret = tokens.for_user("7", None, BTreeMap::new(), NOW, 60).expect("signs");
    let by_secret = tokens.check(&by_secret, NOW).expect("is good");
    let lost = || [&by_ed, &by_ec, &by_secret].map(|who| tokens.has_lost_key_of(who));
    let took_back = || jwks.known.borrow().took_back;
    // In another order, with more beside: the same keys. What can't be fetched takes nothing back.
    site.tells(&[ed(), with(ec(), json!({"use": "sig", "alg": "ES256"})), rsa(), with(rsa(), json!({"kid": "new"}))]);
    jwks.fetch().await.expect("is fetched");
    site.fails("connection refused");
    jwks.fetch().await.expect_err("is away");
    assert_eq!((lost(), took_back()), ([false; 3], 0));
    // Another key under the same name is another one.
    let other = json!({"x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"});
    site.tells(&[with(ed(), other), ec()]);
    jwks.fetch().await.expect("is fetched");
    assert_eq!((lost(), took_back()), ([true, false, false], 1));
    assert_eq!(jwks.takes_back(0).await, 1);
    site.tells(&[]);
    jwks.fetch().await.expect("is fetched");
    assert_eq!((lost(), took_back()), ([true, true, false], 2));
}
