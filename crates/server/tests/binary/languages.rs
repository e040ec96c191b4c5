//! What a browser gets in each language: the pages that the server writes itself.

use reqwest::Method;
use tertulia::l10n::Catalogues;
use tertulia::wire::{Problem, ServerFrame};

use crate::client::{Client, answer};
use crate::line::Socket;
use crate::server::Server;

async fn page(server: &Server, path: &str, language: &str) -> String {
    let request = server.nobody().request(Method::GET, path).await.header("accept-language", language);
    answer(request).await.expect(path).text().await.expect("is read")
}

#[tokio::test]
async fn a_rooms_own_page_is_in_the_readers_language_and_runs_as_its_script_does() {
    let server = Server::start().await;
    for (asked, tag, direction) in [
        ("iw-IL, en", "he", "rtl"),
        ("ar-EG", "ar", "rtl"),
        ("gn-PY, es-PY", "gn", "ltr"),
        ("zh-CN", "zh-Hans", "ltr"),
        ("pt-PT", "pt-BR", "ltr"),
        ("no", "en", "ltr"),
    ] {
        let page = page(&server, "/embed/project/42", asked).await;
        assert!(page.contains(&format!(r#"<html lang="{tag}" dir="{direction}">"#)), "{asked}: {page}");
        let empty = Catalogues::default().word(tag, "page-empty", &[]).expect("words");
        assert!(page.contains(&empty), "{asked}: {page}");
    }
}

#[tokio::test]
async fn the_page_to_try_offers_every_language_by_its_own_name() {
    let server = Server::start().await;
    let page = page(&server, "/", "en").await;
    let choices = page.split_once(r#"<select name="lang">"#).expect("a choice").1.split_once("</select>").expect("its end").0;
    let offered: Vec<_> = choices.split(r#"<option value=""#).skip(2).filter_map(|rest| rest.split('"').next()).collect();
    let catalogues = Catalogues::default();
    assert_eq!(offered, catalogues.tags().filter(|tag| *tag != "en-XA").collect::<Vec<_>>());
    for name in ["English", "Avañeʼẽ", "Português (Brasil)", "עברית", "简体中文"] {
        assert!(choices.contains(&format!(">{name}</option>")), "{choices}");
    }
}

#[tokio::test]
async fn a_line_is_answered_in_the_language_that_its_hello_asks_for() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let long = format!("{}, es", vec!["a"; 20_000].join("-"));
    for (hello, tag) in [
        (r#"{"type": "hello"}"#.to_owned(), "en"),
        (r#"{"type": "hello", "lang": "es"}"#.to_owned(), "es"),
        (r#"{"type": "hello", "lang": "eu, pt-PT;q=0.5, de;q=0.2"}"#.to_owned(), "pt-BR"),
        // What can't be read is nobody's language.
        (r#"{"type": "hello", "lang": "\u0000🦆"}"#.to_owned(), "en"),
        (r#"{"type": "hello", "lang": ""}"#.to_owned(), "en"),
        (format!(r#"{{"type": "hello", "lang": "{long}"}}"#), "es"),
    ] {
        let mut line = Socket::connect(&nobody).await.expect("a line");
        line.send_text(&hello).await.expect("is sent");
        let ServerFrame::Welcome(_) = line.next().await.expect("a frame") else { panic!("{hello}") };
        line.send_text(r#"{"type": "say", "ref": "1", "room": "project/42", "client_id": "0123456789", "text": ""}"#)
            .await
            .expect("is sent");
        let ServerFrame::Problem(frame) = line.next().await.expect("a frame") else { panic!("{hello}") };
        let code = format!("problem-{}", frame.problem.code.as_str().replace('_', "-"));
        let title = Catalogues::default().word(tag, &code, &[]).expect("words");
        assert_eq!(frame.problem.title, title, "{hello}");
    }
}

/// What is answered to a body and to a frame, in a language.
async fn told(client: &Client, language: &str, path: &str, body: &str) -> String {
    let request = client.request(Method::PUT, path).await.header("accept-language", language);
    let response = request.header("content-type", "application/json").body(body.to_owned()).send().await.expect("an answer");
    response.json::<Problem>().await.expect("a problem").detail.expect("a detail")
}

#[tokio::test]
async fn what_cant_be_read_is_said_in_the_readers_language_over_http_and_on_a_socket() {
    let server = Server::start().await;
    let owner = server.owner();
    let room = "/v1/rooms/project/42";
    for (path, body, spanish) in [
        (room, "", "El JSON termina antes de tiempo, en la línea 1, columna 0."),
        (room, "{'title': 1}", "A partir de la línea 1, columna 2, esto no se puede leer como JSON."),
        (room, "[]", "Hace falta un objeto JSON."),
        (room, r#"{"lockd": true}"#, "No existe el campo `lockd`; ¿querías decir `locked`?"),
        (room, r#"{"locked": 1}"#, "locked es true o false, no 1."),
        (room, r#"{"title": 1}"#, "title es un texto, no 1."),
        (room, r#"{"slow_seconds": "1"}"#, "slow_seconds no puede ser \"1\": es un número entero desde 0."),
        (room, r#"{"presence": "all"}"#, "presence es uno de estos: names, count, off; no \"all\"."),
        (room, r#"{"title": "a", "title": "b"}"#, "title aparece dos veces."),
        ("/v1/rooms/project/42?locked=true", "{}", "No existe el campo `locked`; existen estos: why."),
        ("/v1/restrictions?user=a&user=b", r#"{"kind": "ban"}"#, "user aparece dos veces."),
        ("/v1/restrictions?user=%ff", r#"{"kind": "ban"}"#, "Lo que lleva codificación porcentual tiene que ser UTF-8."),
        ("/v1/restrictions?user=a", "{}", "Falta kind."),
        ("/v1/restrictions?user=a", r#"{"kind": "ban", "until": "soon"}"#, "Forma de until: 2026-11-22T09:49:00.123Z."),
    ] {
        assert_eq!(told(&owner, "es", path, body).await, spanish);
        assert_ne!(told(&owner, "en", path, body).await, spanish);
    }
    let mut socket = Socket::connect_in(&server.nobody(), "es").await.expect("connects");
    socket.hello(None).await.expect("is welcome");
    for (frame, spanish) in [
        (r#"{"type": "open", "ref": "1", "room": 7}"#, "room es un texto, no 7."),
        (r#"{"type": "open", "ref": "1"}"#, "Falta room."),
        (r#"{"type": "say", "ref": "1", "room": "a/1", "text": "a", "kind": "x"}"#, "kind es uno de estos: message, action, "),
    ] {
        socket.send_text(frame).await.expect("is sent");
        let ServerFrame::Problem(problem) = socket.next().await.expect("answers") else { panic!("{frame} is taken") };
        let detail = problem.problem.detail.expect("a detail");
        assert!(detail.starts_with(spanish), "{frame}: {detail}");
    }
}
