//! What moderators do: restrictions, and the note of each deed.

use tertulia_wire::moderation::{Deed, Restriction};
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::{Code, Time};

use super::restart;
use crate::store::moderation::{AddressMark, AuditOf, FromAddress, NewRestriction, RestrictAct};
use crate::store::{Act, Everywhere, Outcome, RoomKey, Store, Write, WriteError};
use crate::testkit::Place;
use crate::testkit::words::{batch, delete, done, facts, in_room, refused, room, say, write};

fn put(user: &str, kind: RestrictionKind, until: Option<Time>) -> Box<RestrictAct> {
    let restriction = Some(NewRestriction { kind, until, why: Some(format!("for {user}")), address: None });
    Box::new(RestrictAct { user: user.to_owned(), restriction, by: "mod".to_owned(), ..RestrictAct::default() })
}

fn given_back(user: &str) -> Box<RestrictAct> {
    Box::new(RestrictAct { user: user.to_owned(), restriction: None, by: "mod".to_owned(), ..RestrictAct::default() })
}

fn restrict(user: &str, kind: RestrictionKind, until: Option<Time>) -> Act {
    Act::Restrict(put(user, kind, until))
}

fn lift(user: &str) -> Act {
    Act::Restrict(given_back(user))
}

async fn users(store: &dyn Store, name: &str) -> Vec<String> {
    let key = facts(store, &room(name)).await.key;
    store.restrictions(key).await.expect("read").list.into_keys().map(|(user, _)| user).collect()
}

pub(super) async fn restrictions_are_kept_replaced_and_lifted(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    assert_eq!(refused(&write(&*store, in_room(&lobby, lift("ana")), Time(0)).await), Code::NotFound);
    done(&*store, &lobby, say("ana", "1", "a")).await;
    done(&*store, &room("room/other"), say("ana", "1", "a")).await;
    let before = facts(&*store, &lobby).await;
    let muted = done(&*store, &lobby, restrict("ana", RestrictionKind::Mute, Some(Time(9)))).await;
    let expected = Restriction {
        user: "ana".into(),
        kind: RestrictionKind::Mute,
        until: Some(Time(9)),
        why: Some("for ana".into()),
        since: Time(0),
        by: "mod".into(),
        address_until: None,
    };
    assert_eq!((&muted.outcome, muted.changes.len()), (&Outcome::Restricted(Some(Box::new(expected.clone()))), 0));
    assert_eq!((muted.facts.head, muted.facts.access.room > before.access.room), (before.head, true));
    let kept = store.restrictions(before.key).await.expect("read");
    assert_eq!((kept.number, kept.on("ana", Time(0))), (muted.facts.access.room, Some(&expected)));
    assert_eq!(users(&*store, "room/other").await, [""; 0], "it is of one room");

    let banned = done(&*store, &lobby, restrict("ana", RestrictionKind::Ban, None)).await;
    assert!(banned.facts.access.room > muted.facts.access.room);
    let other = facts(&*store, &room("room/other")).await;
    let numbers = store.access_numbers(&[other.key, RoomKey(1), before.key]).await.expect("read");
    assert_eq!(numbers, [other.access.room, 0, banned.facts.access.room], "in the order asked, and none where no room is");
    done(&*store, &room("room/other"), Act::DeleteRoom).await;
    assert_eq!(store.access_numbers(&[other.key]).await.expect("read"), [0], "nor where it was deleted");
    let store = restart(place, store).await;
    let kept = store.restrictions(before.key).await.expect("read").list;
    let kept: Vec<_> = kept.values().map(|one| (one.kind, one.until)).collect();
    assert_eq!(kept, [(RestrictionKind::Ban, None), (RestrictionKind::Mute, Some(Time(9)))], "each kind for itself");
    assert_eq!(done(&*store, &lobby, lift("ben")).await.facts.access, banned.facts.access, "nothing to lift");
    let lifted = done(&*store, &lobby, lift("ana")).await;
    assert!(lifted.facts.access.room > banned.facts.access.room, "so that streams are told");
    assert_eq!(users(&*store, "room/lobby").await, [""; 0]);
}

pub(super) async fn restrictions_that_are_over_make_place(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    for (user, until) in [("ana", Some(Time(5))), ("ben", Some(Time(50))), ("cleo", None)] {
        done(&*store, &lobby, restrict(user, RestrictionKind::Mute, until)).await;
    }
    write(&*store, in_room(&lobby, restrict("dora", RestrictionKind::Mute, None)), Time(5)).await.expect("written");
    assert_eq!(users(&*store, "room/lobby").await, ["ben", "cleo", "dora"]);
}

fn at(user: &str, mark: u8, until: i64) -> Act {
    let mut act = put(user, RestrictionKind::Ban, None);
    let address = Some(FromAddress { mark: AddressMark([mark; 16]), until: Time(until) });
    act.restriction = act.restriction.map(|restriction| NewRestriction { address, ..restriction });
    Act::Restrict(act)
}

/// On whom something is that holds for an address, too.
async fn caught(store: &dyn Store, key: RoomKey, mark: u8, now: i64) -> Vec<String> {
    let all = store.restrictions(key).await.expect("read");
    all.at(AddressMark([mark; 16]), Time(now)).map(|one| one.user.clone()).collect()
}

pub(super) async fn an_address_goes_with_its_restriction_or_before(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let key = done(&*store, &lobby, say("ana", "1", "a")).await.facts.key;
    for act in [at("~ben", 1, 50), at("~cleo", 1, 90), at("~dora", 2, 50), at("~eva", 2, 50)] {
        done(&*store, &lobby, act).await;
    }
    let everywhere = match at("~finn", 1, 50) {
        Act::Restrict(act) => Everywhere::Restrict(act),
        other => panic!("{other:?}"),
    };
    store.raise_everywhere(everywhere, Time(0)).await.expect("put");
    let store = restart(place, store).await;
    assert_eq!(caught(&*store, key, 1, 0).await, ["~ben", "~cleo"]);
    assert_eq!(caught(&*store, key, 1, 50).await, ["~cleo"], "it ends before the restriction does");
    assert_eq!(caught(&*store, RoomKey::EVERYWHERE, 1, 0).await, ["~finn"]);
    assert_eq!(caught(&*store, key, 3, 0).await, [""; 0]);
    done(&*store, &lobby, lift("~dora")).await;
    done(&*store, &lobby, restrict("~eva", RestrictionKind::Ban, None)).await;
    assert_eq!(caught(&*store, key, 2, 0).await, [""; 0], "lifted, and put without it");
    let kept = store.restrictions(key).await.expect("read").list;
    let until: Vec<_> = kept.values().map(|one| (one.user.as_str(), one.address_until)).collect();
    assert_eq!(until, [("~ben", Some(Time(50))), ("~cleo", Some(Time(90))), ("~eva", None)]);
    let noted = store.audit(AuditOf::room(key), None, 201).await.expect("read");
    let noted: Vec<_> = noted.iter().map(|entry| (entry.deed, entry.address)).collect();
    let (put, without) = ((Deed::Ban, true), (Deed::Ban, false));
    assert_eq!(noted, [without, (Deed::Lift, false), put, put, put, put, (Deed::Create, false)]);

    while store.tidy(Time(50)).await.expect("tidied").more {}
    let kept = store.restrictions(key).await.expect("read");
    let until: Vec<_> = kept.list.values().map(|one| (one.user.as_str(), one.address_until)).collect();
    assert_eq!(until, [("~ben", None), ("~cleo", Some(Time(90))), ("~eva", None)], "no address is kept for longer");
    assert_eq!(kept.from.into_values().flatten().collect::<Vec<_>>(), [("~cleo".to_owned(), RestrictionKind::Ban)]);
}

pub(super) async fn restrictions_everywhere_are_of_no_room_and_raise_the_number(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let before = done(&*store, &lobby, say("ana", "1", "a")).await.facts.access;
    done(&*store, &lobby, restrict("ana", RestrictionKind::Mute, None)).await;
    let act = Everywhere::Restrict(put("ben", RestrictionKind::Ban, Some(Time(90))));
    let raised = store.raise_everywhere(act, Time(5)).await.expect("put");
    let (user, why, by) = ("ben".to_owned(), Some("for ben".to_owned()), "mod".to_owned());
    let (kind, until, since) = (RestrictionKind::Ban, Some(Time(90)), Time(5));
    let expected = Restriction { user, kind, until, why, since, by, address_until: None };
    assert_eq!((raised.everywhere > before.everywhere, &raised.restriction), (true, &Some(expected.clone())));
    let by_then = Write { room: lobby.clone(), access: Some(before), act: say("ben", "2", "b"), by: "ben".into(), why: None };
    let answer = store.write(vec![by_then], Time(5)).await.remove(0);
    assert!(matches!(&answer, Err(WriteError::Stale(found)) if found.access().everywhere == raised.everywhere), "{answer:?}");
    let store = restart(place, store).await;
    let kept = store.restrictions(RoomKey::EVERYWHERE).await.expect("read");
    assert_eq!((kept.number, kept.list.into_values().collect::<Vec<_>>()), (raised.everywhere, vec![expected]));
    assert_eq!(users(&*store, "room/lobby").await, ["ana"]);

    let nothing = store.raise_everywhere(Everywhere::Restrict(given_back("ana")), Time(5)).await.expect("nothing to lift");
    assert_eq!((nothing.everywhere, nothing.restriction), (raised.everywhere, None));
    let act = Everywhere::Restrict(put("cleo", RestrictionKind::Mute, None));
    let later = store.raise_everywhere(act, Time(90)).await.expect("put");
    let kept = store.restrictions(RoomKey::EVERYWHERE).await.expect("read");
    assert_eq!(kept.list.into_values().map(|one| one.user).collect::<Vec<_>>(), ["cleo"], "what is over makes place");
    let lifted = store.raise_everywhere(Everywhere::Restrict(given_back("cleo")), Time(90)).await.expect("lifted");
    assert!(lifted.everywhere > later.everywhere && lifted.restriction.is_none());
    assert_eq!(store.restrictions(RoomKey::EVERYWHERE).await.expect("read").list.len(), 0);
    assert_eq!(users(&*store, "room/lobby").await, ["ana"]);
}

pub(super) async fn nothing_judged_before_a_restriction_is_written_after_it(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let access = done(&*store, &lobby, say("ana", "1", "a")).await.facts.access;
    let by_then =
        |n: &str| Write { room: lobby.clone(), access: Some(access), act: say("ben", n, "b"), by: "ben".into(), why: None };
    let ban = in_room(&lobby, restrict("ben", RestrictionKind::Ban, None));
    let answers = store.write(vec![by_then("1"), ban, by_then("2")], Time(0)).await;
    assert!(answers[0].is_ok() && answers[1].is_ok());
    assert!(matches!(&answers[2], Err(WriteError::Stale(_))), "{:?}", answers[2]);
}

pub(super) async fn each_deed_is_noted_in_its_order(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    batch(&*store, &lobby, vec![say("ana", "1", "a"), say("ben", "2", "b")]).await;
    done(&*store, &other, say("ana", "1", "a")).await;
    done(&*store, &lobby, delete(1, "ana")).await;
    for _ in 0..2 {
        done(&*store, &lobby, Act::Delete { id: 2, by: "mod".into(), any: true }).await;
    }
    done(&*store, &other, restrict("ben", RestrictionKind::Kick, Some(Time(60)))).await;
    let acts =
        vec![restrict("ben", RestrictionKind::Mute, None), restrict("ben", RestrictionKind::Ban, None), lift("ben"), lift("ben")];
    batch(&*store, &lobby, acts).await;
    let store = restart(place, store).await;
    let key = facts(&*store, &lobby).await.key;
    let all = store.audit(AuditOf::room(key), None, 201).await.expect("read");
    let deeds: Vec<_> = all.iter().map(|entry| (entry.deed, entry.user.as_deref(), entry.message)).collect();
    let ben = Some("ben");
    let made = (Deed::Create, None, None);
    assert_eq!(
        deeds,
        [(Deed::Lift, ben, None), (Deed::Ban, ben, None), (Deed::Mute, ben, None), (Deed::Delete, ben, Some(2)), made]
    );
    assert!(all[..4].iter().all(|entry| entry.by == "mod") && all.is_sorted_by(|one, next| one.number > next.number));
    assert_eq!(all[2].why.as_deref(), Some("for ben"));
    assert_eq!(store.audit(AuditOf::room(key), None, 2).await.expect("read"), all[..2]);
    assert_eq!(store.audit(AuditOf::room(key), Some(all[1].number), 2).await.expect("read"), all[2..4]);
    done(&*store, &lobby, Act::DeleteRoom).await;
    while store.tidy(Time(0)).await.expect("tidied").more {}
    assert_eq!(store.restrictions(key).await.expect("read").list.len(), 0);
    assert_eq!(users(&*store, "room/other").await, ["ben"]);
}
