//! A room as a page of its own, used as a browser without a script uses it.

use reqwest::redirect::Policy;
use reqwest::{Response, StatusCode};
use tertulia_wire::Page;
use tertulia_wire::request::{PutRoom, Say};

use crate::client::saying;
use crate::server::Server;

const ROOM: &str = "project/42";

/// A browser without a script: it shows a page, sends its form, and keeps a cookie.
struct Browser {
    http: reqwest::Client,
    site: String,
    cookie: Option<String>,
}

/// A page as it came.
struct Shown {
    status: StatusCode,
    policy: String,
    html: String,
}

impl Shown {
    /// The value of a field of the form, as it stands there.
    fn field(&self, name: &str) -> Option<&str> {
        let (_, field) = self.html.split_once(&format!("name=\"{name}\" value=\""))?;
        field.split('"').next()
    }

    /// Where the form is sent, from the folder of the rooms of this type.
    fn action(&self) -> String {
        let (_, action) = self.html.split_once("action=\"./").expect("a form");
        action.split('"').next().unwrap_or_default().replace("&amp;", "&")
    }

    /// The times as people read them.
    fn times(&self) -> Vec<&str> {
        self.html.split("<time").skip(1).filter_map(|time| time.split_once('>')?.1.split('<').next()).collect()
    }

    fn has_form(&self) -> bool {
        self.html.contains("<form")
    }

    /// Whether its lines stand close: the element's own, and those that the server has written.
    fn is_close(&self) -> bool {
        let tag = |begins: &str| self.html.split_once(begins).and_then(|(_, rest)| rest.split('>').next()).unwrap_or_default();
        tag("<tertulia-room").contains(r#" density="line" fill"#)
            && tag("<div class=\"room\"").contains(r#" data-density="line""#)
    }
}

impl Browser {
    fn new(server: &Server) -> Self {
        let http = reqwest::Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client");
        Self { http, site: format!("http://{}", server.address()), cookie: None }
    }

    async fn show(&mut self, path: &str) -> Shown {
        let mut request = self.http.get(format!("{}{path}", self.site)).header("accept-language", "en");
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", format!("theme=dark; {cookie}"));
        }
        Self::read(request.send().await.expect("answers")).await
    }

    async fn read(response: Response) -> Shown {
        let policy = response.headers().get("content-security-policy").map_or("", |policy| policy.to_str().expect("is text"));
        let (status, policy) = (response.status(), policy.to_owned());
        Shown { status, policy, html: response.text().await.expect("is read") }
    }

    async fn post(&mut self, fields: &[(&str, &str)], origin: &str) -> Response {
        self.post_to("42", fields, origin).await
    }

    async fn post_to(&mut self, to: &str, fields: &[(&str, &str)], origin: &str) -> Response {
        let body = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&");
        let request = self.http.post(format!("{}/embed/project/{to}", self.site)).body(body).header("accept-language", "en");
        let mut request = request.header("content-type", "application/x-www-form-urlencoded").header("origin", origin);
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let response = request.send().await.expect("answers");
        if let Some(cookie) = response.headers().get("set-cookie") {
            let cookie = cookie.to_str().expect("is text");
            assert!(cookie.contains("; HttpOnly"), "{cookie}");
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        response
    }

    /// Fills in the form of a page, and sends it.
    async fn say(&mut self, page: &Shown, name: &str, text: &str) -> Response {
        let client_id = page.field("client_id").expect("the form has one");
        let token = page.field("token").unwrap_or_default();
        let site = self.site.clone();
        let fields = [("client_id", client_id), ("token", token), ("name", name), ("text", text)];
        self.post_to(&page.action(), &fields, &site).await
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn location(response: &Response) -> &str {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    response.headers()["location"].to_str().expect("is text")
}

#[tokio::test]
async fn without_a_script_a_guest_reads_says_and_is_known_again() {
    let server = Server::start().await;
    let mut ana = Browser::new(&server);
    let page = ana.show("/embed/project/42").await;
    assert!(page.status == StatusCode::OK && page.html.contains("No messages yet"), "{}", page.html);
    assert_eq!(page.field("token"), None);
    let said = ana.say(&page, "Ana", "hola\r\n¿qué tal?").await;
    assert_eq!(location(&said), "./42#m1");
    // Sent again, as by a reload: once in the room.
    let token = ana.cookie.clone().expect("a cookie").split_once('=').expect("has a value").1.to_owned();
    let site = ana.site.clone();
    let client_id = page.field("client_id").expect("has one").to_owned();
    let fields = [("client_id", client_id.as_str()), ("token", &token), ("name", "Ana"), ("text", "hola\r\n¿qué tal?")];
    assert_eq!(location(&ana.post(&fields, &site).await), "./42#m1");

    let page = ana.show("/embed/project/42").await;
    assert!(page.html.contains(r#"<article id="m1""#) && page.html.contains("¿qué tal?"), "{}", page.html);
    assert_eq!(page.field("name"), Some("Ana"));
    assert_eq!(location(&ana.say(&page, "Ana", "otra").await), "./42#m2");
    let (messages, _) = server.nobody().whole_feed(ROOM).await;
    let by: Vec<_> = messages.iter().map(|message| message.sender.as_ref().expect("has one").id.clone()).collect();
    assert_eq!((messages.len(), &by[0], messages[0].text.as_str()), (2, &by[1], "hola\n¿qué tal?"));
    assert!(messages.iter().all(|message| message.sender.as_ref().is_some_and(|sender| sender.guest)));
}

#[tokio::test]
async fn what_is_not_taken_stands_in_the_form_again_with_why() {
    let server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    let mut browser = Browser::new(&server);
    let page = browser.show("/embed/project/42").await;
    let refused = Browser::read(browser.say(&page, "Ana", "so <b>long</b>").await).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.html.contains("so &lt;b&gt;long&lt;/b&gt;</textarea>"), "{}", refused.html);
    assert!(refused.html.contains("role=\"alert\"") && refused.field("name").is_some_and(|name| name != "Ana"));
    let empty = Browser::read(browser.say(&page, "Ben", " ").await).await;
    assert_eq!((empty.status, empty.field("name")), (StatusCode::UNPROCESSABLE_ENTITY, Some("Ben")));
    // Known by now, and the id is a new one, since nothing was said under the old.
    assert!(empty.field("token").is_some() && empty.field("client_id") != page.field("client_id"));
    // Who can't have another name is still who they were, and nobody else has taken their own.
    let page = browser.show("/embed/project/42").await;
    assert_eq!(location(&browser.say(&page, "Ben", "hola").await), "./42#m2");
    let page = browser.show("/embed/project/42").await;
    let taken = Browser::read(browser.say(&page, "Ana", "otra").await).await;
    assert!(taken.status == StatusCode::CONFLICT && taken.field("token").is_some(), "{}", taken.html);
    assert!(taken.field("name").is_some_and(|name| name != "Ana" && name != "Ben"), "the proposal");
    assert_eq!(location(&browser.say(&taken, "Ben", "otra").await), "./42#m3");
    // The cookie alone says nothing: the hidden field does.
    let site = browser.site.clone();
    let unnamed = browser.post(&[("name", "Ben"), ("text", "by the cookie")], &site).await;
    assert_eq!(unnamed.status(), StatusCode::CONFLICT);
    let locked = PutRoom { locked: Some(true), ..PutRoom::default() };
    server.owner().put_room(ROOM, &locked).await.expect("is locked");
    let page = browser.show("/embed/project/42").await;
    assert!(!page.has_form() && page.html.contains("This room is locked."), "{}", page.html);
    assert_eq!(server.nobody().whole_feed(ROOM).await.0.len(), 3);
}

#[tokio::test]
async fn no_other_site_can_send_the_form_and_only_listed_ones_can_frame_it() {
    let config = "public_url = \"https://chat.example\"\norigins = [\"https://app.example\"]\n\
                  secret = \"0123456789abcdef0123456789abcdef\"\n[rooms.project]\nguests = \"say\"\ncreate = true\n\
                  [rooms.file]\nguests = \"say\"\n[rooms.look]\nguests = \"read\"\n";
    let server = Server::start_with(config).await;
    let mut browser = Browser::new(&server);
    // Where nobody has made the room, and what guests say makes none.
    assert!(!browser.show("/embed/file/1").await.has_form());
    // Where guests may read alone.
    let look = browser.show("/embed/look/1").await;
    assert!(!look.has_form() && look.html.contains("data-page"), "{}", look.html);
    let page = browser.show("/embed/project/42").await;
    for part in ["script-src 'self' 'sha384-", "default-src 'none'", "form-action 'self'", "frame-ancestors 'self' https://"] {
        assert!(page.policy.contains(part) && !page.policy.contains("unsafe"), "{part}: {}", page.policy);
    }
    assert!(page.policy.contains("https://app.example"), "{}", page.policy);
    let client_id = page.field("client_id").expect("has one").to_owned();
    let fields = [("client_id", client_id.as_str()), ("name", "Ana"), ("text", "hola")];
    for origin in ["https://elsewhere.example", "null", "http://chat.example"] {
        let refused = Browser::read(browser.post(&fields, origin).await).await;
        // Told as a page, since a browser shows what it gets.
        assert!(refused.status == StatusCode::FORBIDDEN && refused.html.contains("<h1>"), "{origin}: {}", refused.html);
    }
    let said = browser.post(&fields, "https://chat.example").await;
    assert_eq!(location(&said), "./42#m1");
    let cookie = said.headers()["set-cookie"].to_str().expect("is text");
    assert!(
        cookie.starts_with("__Host-tertulia_guest=") && cookie.ends_with("; Path=/; Secure; SameSite=None; Partitioned"),
        "{cookie}"
    );
    // What any page of the domain could have put there is nobody's, where there is TLS.
    let (_, token) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("has a value");
    for (name, is_known) in [("tertulia_guest", false), ("__Host-tertulia_guest", true)] {
        let request = browser.http.get(format!("{}/embed/{ROOM}", browser.site)).header("host", "chat.example");
        let page = Browser::read(request.header("cookie", format!("{name}={token}")).send().await.expect("answers")).await;
        assert_eq!(page.field("token").is_some(), is_known, "{name}");
    }
    assert_eq!(server.nobody().whole_feed(ROOM).await.0.len(), 1);
}

#[tokio::test]
async fn the_page_holds_what_the_widget_goes_on_from_and_no_markup_of_peoples() {
    let server = Server::start().await;
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)> ]]> <!--";
    server.guest("Ana").await.say(ROOM, hostile).await;
    let title = PutRoom { title: Some(hostile.to_owned()), comment: Some(hostile.to_owned()), ..PutRoom::default() };
    server.owner().put_room(ROOM, &title).await.expect("is titled");
    let page = Browser::new(&server).show("/embed/project/42").await;
    assert!(!page.html.contains("<script>") && !page.html.contains("<img") && !page.html.contains("<!--"), "{}", page.html);
    let (_, json) = page.html.split_once("data-page>").expect("the page");
    let brought: Page = serde_json::from_str(json.split('<').next().unwrap_or_default()).expect("is JSON");
    let asked = server.nobody().page(ROOM, "").await.expect("a page");
    assert_eq!((brought.cursor, &brought.messages, brought.settings), (asked.cursor, &asked.messages, asked.settings));
    assert_eq!(brought.messages[0].text, hostile);
}

#[tokio::test]
async fn a_page_of_history_leads_on_and_what_is_gone_is_said_to_be() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    for text in ["one", "two", "three"] {
        ana.say(ROOM, text).await;
    }
    let mut browser = Browser::new(&server);
    assert!(browser.show("/embed/project/42?density=line").await.is_close());
    assert!(!browser.show("/embed/project/42").await.is_close());
    let page = browser.show("/embed/project/42?before=3&limit=1").await;
    assert!(page.html.contains(r#"href="?before=2""#) && page.html.contains("two") && !page.html.contains("data-page"));
    assert!(page.html.contains("To the newest messages") && !page.has_form(), "{}", page.html);
    for (path, status) in [
        ("/embed/project/42?before=x", 422),
        ("/embed/project/42?tz=Nowhere", 422),
        ("/embed/project/42?token=x", 400),
        ("/embed/project/42?density=loose", 422),
        ("/embed/Bad/42", 422),
    ] {
        assert_eq!(browser.show(path).await.status.as_u16(), status, "{path}");
    }
    server.owner().delete_room(ROOM).await.expect("is deleted");
    let gone = browser.show("/embed/project/42").await;
    assert!(gone.status == StatusCode::GONE && gone.html.contains("<h1>") && !gone.html.contains("two"), "{}", gone.html);
}

#[tokio::test]
async fn what_is_answered_is_read_also_where_it_is_not_on_the_page() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    for text in ["one", "two"] {
        ana.say(ROOM, text).await;
    }
    ana.say_for_sure(ROOM, &Say { reply_to: Some(1), ..saying("answer-1234", "three") }).await;
    let mut browser = Browser::new(&server);
    let page = browser.show("/embed/project/42?last=1").await;
    assert_eq!(page.html.matches("<article").count(), 1, "{}", page.html);
    let quote = r##"href="?around=1#m1"><b><bdi>Ana</bdi></b> <span dir="auto">one</span></a>"##;
    assert!(page.html.contains(quote), "{}", page.html);
    ana.delete(ROOM, 1).await.expect("is deleted");
    let page = browser.show("/embed/project/42?last=1").await;
    assert!(!page.html.contains(">one<") && page.html.contains("Message deleted"), "{}", page.html);
}

#[tokio::test]
async fn times_stay_in_the_zone_that_was_asked_for_whatever_is_sent_or_followed() {
    let server = Server::start().await;
    let mut ana = Browser::new(&server);
    let page = ana.show("/embed/project/42?tz=etc/gmt%2B11").await;
    assert_eq!(page.action(), "42?tz=Etc/GMT%2B11");
    assert_eq!(location(&ana.say(&page, "Ana", "one").await), "./42?tz=Etc/GMT%2B11#m1");
    let page = ana.show("/embed/project/42?tz=Etc/GMT%2B11").await;
    let refused = ana.say(&page, "Ana", &"a".repeat(9_999)).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let again = Browser::read(refused).await;
    assert_eq!((again.action(), again.times()), (page.action(), page.times()));
    assert_ne!(page.times(), ana.show("/embed/project/42").await.times());
    assert_eq!(location(&ana.say(&again, "Ana", "two").await), "./42?tz=Etc/GMT%2B11#m2");
    let page = ana.show("/embed/project/42").await;
    ana.say(&page, "Ana", "three").await;
    let page = ana.show("/embed/project/42?before=3&limit=1&tz=Etc/GMT%2B11").await;
    for link in [r#"href="?before=2&amp;tz=Etc/GMT%2B11""#, r#"href="./42?tz=Etc/GMT%2B11""#] {
        assert!(page.html.contains(link), "{link}: {}", page.html);
    }
    // So does how close the lines stand, also on the page of a refusal.
    let page = ana.show("/embed/project/42?density=line&tz=Etc/GMT%2B11").await;
    assert_eq!(page.action(), "42?tz=Etc/GMT%2B11&density=line");
    let refused = ana.say(&page, "Ana", &"a".repeat(9_999)).await;
    let again = Browser::read(refused).await;
    assert!(again.action() == page.action() && again.is_close(), "{}", again.html);
    let sent = ana.say(&again, "Ana", "four").await;
    assert_eq!(location(&sent), "./42?tz=Etc/GMT%2B11&density=line#m4");
    // Hours of UTC are those of addresses without a zone.
    assert_eq!(ana.show("/embed/project/42?tz=UTC").await.action(), "42");
}

#[tokio::test]
async fn who_may_not_read_is_shown_nothing_and_the_widget_is_left_to_ask() {
    let server = Server::start_with("secret = \"0123456789abcdef0123456789abcdef\"\n").await;
    let mut browser = Browser::new(&server);
    let there = browser.show("/embed/project/42").await;
    assert!(there.status == StatusCode::OK && there.html.contains("<tertulia-room") && !there.has_form(), "{}", there.html);
    assert!(!there.html.contains("data-page"));
    let site = browser.site.clone();
    let refused = browser.post(&[("name", "Ana"), ("text", "hola")], &site).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
}
