//! The list of rooms that one keeps order in: all of them, however many others there are before.

use std::sync::Arc;

use reqwest::Method;
use serde_json::Value;
use tertulia::auth::User;
use tertulia::store::Store;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{in_room, room, titled};
use tertulia::wire::{Level, Time};

use super::cookie;
use super::site::Site;

/// More than are looked at for one page.
const PROJECTS: usize = 2_300;
const ZOOS: usize = 450;

fn names() -> Vec<String> {
    let of = |kind: &'static str, count| (1..=count).map(move |n| format!("{kind}/{n:04}"));
    of("project", PROJECTS).chain(["quiz/a".to_owned()]).chain(of("zoo", ZOOS)).collect()
}

async fn site() -> Site {
    let store = Arc::new(MemoryStore::new());
    let names = names();
    for some in names.chunks(200) {
        let answers = store.write(some.iter().map(|name| in_room(&room(name), titled("T"))).collect(), Time(0)).await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    }
    Site::with(store, |chat| chat).await
}

/// One page of somebody's, and the query to go on with.
async fn page(site: &Site, user: &str, query: &str) -> (Vec<String>, Option<String>) {
    let response = site.ask(Method::GET, &format!("/v1/rooms?{query}"), &cookie(user)).send().await.expect("answers");
    assert_eq!(response.status().as_u16(), 200);
    let link = response.headers().get("link").map(|link| link.to_str().expect("text").to_owned());
    let next = link.map(|link| {
        let next = link.strip_prefix("<?").and_then(|rest| rest.strip_suffix(">; rel=\"next\""));
        next.unwrap_or_else(|| panic!("{link}")).to_owned()
    });
    let rooms: Vec<Value> = response.json().await.expect("a list");
    (rooms.iter().map(|page| page["room"].as_str().expect("a name").to_owned()).collect(), next)
}

/// All pages of somebody's, and how many they were.
async fn pages(site: &Site, user: &str, query: &str) -> (Vec<String>, usize) {
    let (mut all, mut next, mut count) = (Vec::new(), Some(query.to_owned()), 0);
    while let Some(query) = next {
        let (rooms, more) = page(site, user, &query).await;
        assert!(rooms.len() <= 200);
        all.extend(rooms);
        (next, count) = (more, count + 1);
    }
    (all, count)
}

#[tokio::test]
async fn each_finds_the_rooms_that_they_moderate_behind_any_number_of_others() {
    let site = site().await;
    let of = |keeps: &dyn Fn(&str) -> bool| names().into_iter().filter(|name| keeps(name)).collect::<Vec<_>>();
    let mut all = of(&|_| true);
    // The site's own.
    let at = all.binary_search(&"project/42".to_owned()).expect_err("is no other");
    all.insert(at, "project/42".to_owned());
    let user = || User::new("7");
    let users: [(&str, User, Vec<String>); 6] = [
        ("a type", user().may("zoo/*", Level::Moderate), of(&|name| name.starts_with("zoo"))),
        (
            "a type but for one",
            user().may("zoo/*", Level::Own).may("zoo/0007", Level::Say),
            of(&|name| name.starts_with("zoo") && name != "zoo/0007"),
        ),
        (
            "some by name",
            user().may("project/2200", Level::Moderate).may("quiz/a", Level::Own).may("zoo/*", Level::Say).may("a/1", Level::Own),
            of(&|name| name == "project/2200" || name == "quiz/a"),
        ),
        ("by a policy", user().may_by(|room| keeps(room.room_type.as_str() == "zoo")), of(&|name| name.starts_with("zoo"))),
        ("all but a type", user().may("*", Level::Moderate).may("project/*", Level::Read), of(&|name| !name.starts_with("pro"))),
        ("all", user().may("*", Level::Own), all),
    ];
    for (who, user, wanted) in users {
        site.sessions.set("mod", user);
        let (rooms, count) = pages(&site, "mod", "").await;
        assert_eq!(rooms.len(), wanted.len(), "{who}");
        assert_eq!(rooms, wanted, "{who}");
        assert!(count <= 15, "{who}: {count} pages");
        let zoos = pages(&site, "mod", "type=zoo").await.0;
        assert_eq!(zoos, wanted.into_iter().filter(|name| name.starts_with("zoo")).collect::<Vec<_>>(), "{who}");
    }
}

#[tokio::test]
async fn what_is_looked_at_for_a_page_is_bounded_and_the_page_says_where_to_go_on() {
    let site = site().await;
    site.sessions.set("mod", User::new("7").may_by(|room| keeps(room.room_type.as_str() == "zoo")));
    assert_eq!(page(&site, "mod", "").await, (vec![], Some("after=project/2000".to_owned())));
    assert_eq!(page(&site, "mod", "type=project").await, (vec![], Some("after=project/2000&type=project".to_owned())));
    let (rooms, next) = page(&site, "mod", "after=project/2000").await;
    assert_eq!((rooms.len(), next.as_deref()), (200, Some("after=zoo/0200")));
    // Where the grants say which rooms these are, no others are looked at.
    site.sessions.set("mod", User::new("7").may("zoo/*", Level::Moderate));
    let (rooms, next) = page(&site, "mod", "").await;
    assert_eq!((rooms.len(), next.as_deref()), (200, Some("after=zoo/0200")));
    assert_eq!(page(&site, "mod", "after=zoo/0400").await.0.len(), 50);
    site.sessions.set("mod", User::new("7").may("*", Level::Say));
    assert_eq!(page(&site, "mod", "").await, (vec![], None));
}

fn keeps(order: bool) -> Level {
    if order { Level::Moderate } else { Level::Say }
}
