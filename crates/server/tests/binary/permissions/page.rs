//! A room's own page, as browsers without a script come to it: what a refusal is called stands there in words.

use reqwest::{Method, RequestBuilder};

use super::{NEW_GUEST, Way};

const WORDS: &str = include_str!("../../../../tertulia/locales/en/problem.ftl");
/// What stands on a page that shows nothing, since the reader has to sign in.
const SIGN_IN: &str = "To read this room, sign in where you came from";

/// Asks for the page, or sends its form; says `yes`, or with which code that is refused.
pub(super) async fn attempt(way: &Way, operation: &str, room: &str) -> String {
    let is_form = operation == "say_on_page";
    let request = ask(way, if is_form { Method::POST } else { Method::GET }, room, is_form).await;
    let response = request.send().await.expect("answers");
    let (status, said) = (response.status().as_u16(), response.headers().contains_key("location"));
    let html = response.text().await.expect("is read");
    let shows_messages = html.contains("<article id=\"m2\"");
    if status == 303 || status == 200 && shows_messages {
        assert_eq!((said, status == 303), (is_form, is_form), "as {}", way.name);
        return "yes".to_owned();
    }
    if html.contains(SIGN_IN) {
        assert!(!shows_messages && !html.contains("data-page"), "as {}: {html}", way.name);
        return "token_missing".to_owned();
    }
    let mut titles = WORDS.lines().filter_map(|line| line.strip_prefix("problem-")?.split_once(" = "));
    let (code, _) = titles.find(|(_, title)| html.contains(title)).unwrap_or_else(|| panic!("{status}: {html}"));
    // Only who may read is shown the room beside a refusal.
    assert!(!shows_messages || !["not-found", "banned", "token-expired"].contains(&code), "as {}: {html}", way.name);
    code.replace('-', "_")
}

/// A guest comes by what the page has given: a cookie, or a field of the form. A user's token comes as on every route.
async fn ask(way: &Way, method: Method, room: &str, is_form: bool) -> RequestBuilder {
    let client = if way.is_guest() { way.client.as_nobody() } else { way.client.clone() };
    let mut request = client.request(method, &format!("/embed/{room}")).await;
    request = request.header("accept-language", "en");
    if !is_form {
        return if way.is_guest() { request.header("cookie", format!("tertulia_guest={}", way.token)) } else { request };
    }
    let token = if way.is_guest() { way.token.as_str() } else { "" };
    // Who is known needs no name, and who comes with a token that is good no more is asked for one.
    let name = if way.is_guest() && !way.is_late() { "" } else { NEW_GUEST };
    let body = format!("token={token}&name={}&text=hola", name.replace(' ', "+"));
    request.header("content-type", "application/x-www-form-urlencoded").body(body)
}
