//! What a browser gets in each language: the pages that the server writes itself.

use reqwest::Method;
use tertulia::l10n::Catalogues;
use tertulia::wire::ServerFrame;

use crate::client::answer;
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
