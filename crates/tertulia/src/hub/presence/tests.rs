//! What is told of who comes and goes, with a clock that is moved by hand.

use super::*;

const NAMES: Rules = Rules { mode: PresenceMode::Names, announce: true };

fn person(n: usize) -> Sender {
    Sender::user(format!("p{n}"), format!("P{n}"))
}

/// A room, and a clock that is moved by hand.
struct Ground {
    presence: Presence,
    limits: Limits,
    now: Instant,
    lines: Vec<(Arc<str>, Place)>,
}

impl Ground {
    fn new() -> Self {
        let presence = Presence::new(RandomState::new());
        Self { presence, limits: Limits::default(), now: Instant::now(), lines: Vec::new() }
    }

    fn come(&mut self, n: usize) {
        let joined = self.presence.join(&person(n), Whose::Theirs, self.now, NAMES, &self.limits);
        self.lines.push(joined.expect("has an id"));
    }

    fn go(&mut self, line: usize, stay: Stay) {
        let (id, place) = self.lines.swap_remove(line);
        self.presence.leave(&id, place, stay, self.now, &self.limits);
    }

    fn pass(&mut self, ms: u64) -> Told {
        self.now += Duration::from_millis(ms);
        self.presence.pass(self.now, NAMES, &self.limits)
    }
}

#[test]
fn a_thousand_joins_and_leaves_a_second_among_twenty_thousand_are_one_signal_in_four_seconds_and_no_line() {
    let mut ground = Ground::new();
    (0..20_000).for_each(|n| ground.come(n));
    ground.pass(60_000);
    let (mut signals, mut written, mut next) = (0, 0, 20_000);
    // A minute, a millisecond at a time: each has one who comes and one who goes.
    for turn in 0..60_000_usize {
        ground.come(next);
        next += 1;
        ground.go(turn * 7_919 % ground.lines.len(), Stay::Stream);
        let told = ground.pass(1);
        // The first few were announced, and go silently.
        assert!(told.attended.iter().all(|attended| !attended.present && !attended.tell), "{:?}", told.attended);
        written += told.attended.len();
        if let Some(present) = told.present {
            signals += 1;
            assert!(present.people.is_empty() && present.typing.is_empty());
            // Of those who are known one by one some are in their time of grace.
            assert!((18_500..=23_000).contains(&present.count), "{}", present.count);
        }
        assert!(ground.presence.people.len() <= ground.limits.present_exact && ground.presence.attended.is_empty());
    }
    assert!((13..=16).contains(&signals), "{signals} signals in a minute");
    assert!(written < 50, "{written} of them are of any interest to the store");
    while !ground.lines.is_empty() {
        ground.go(0, Stay::Stream);
    }
    let told = ground.pass(60_000);
    assert_eq!(told.present.map(|present| present.count), Some(0));
    assert_eq!((ground.presence.people.len(), ground.presence.crowd.is_some()), (0, false));
    assert!(ground.presence.people.capacity() < 100, "what a crowd needed is given back");
    assert_eq!(ground.presence.due(ground.now, &ground.limits), None, "time has nothing left to do");
}

#[test]
fn a_name_in_a_crowd_is_taken_for_as_long_as_somebody_is_here_under_it() {
    let mut ground = Ground::new();
    (0..1_000).for_each(|n| ground.come(n));
    let (ana, eva) = (Sender::user("ana", "Ana"), Sender { guest: true, ..Sender::user("~eva", "Eva") });
    for sender in [&ana, &ana, &eva] {
        let joined = ground.presence.join(sender, Whose::Nobodys, ground.now, NAMES, &ground.limits);
        ground.lines.push(joined.expect("has an id"));
    }
    let unnamed = Sender { guest: true, ..Sender::user("~fay", "Fay") };
    let joined = ground.presence.join(&unnamed, Whose::Anothers, ground.now, NAMES, &ground.limits).expect("has an id");
    assert!(!ground.presence.has_name("fay", "~x"), "who is not named takes none");
    ground.presence.leave(&joined.0, joined.1, Stay::Stream, ground.now, &ground.limits);
    let has = |ground: &Ground, name: &str, but: &str| ground.presence.has_name(&names::look(name), but);
    assert!(has(&ground, "Ana", "~x") && has(&ground, "Eva", "~x") && !has(&ground, "Eva", "~eva"));
    // Two lines of hers: by stream, and by a poll after which she counts a while longer.
    ground.go(1_000, Stay::Stream);
    assert!(has(&ground, "Ana", "~x"));
    let ana_again = ground.lines.iter().position(|(id, _)| **id == *"ana").expect("a line");
    ground.go(ana_again, Stay::Poll);
    ground.pass(39_000);
    assert!(has(&ground, "Ana", "~x"));
    ground.pass(22_000);
    assert!(!has(&ground, "Ana", "~x"));
    // A guest who has spoken keeps the name for a while, as those do who are known one by one.
    ground.presence.has_spoken(&eva, ground.now);
    let eva_s = ground.lines.iter().position(|(id, _)| **id == *"~eva").expect("a line");
    ground.go(eva_s, Stay::Stream);
    assert!(!has(&ground, "Eva", "~x"));
    let told = ground.pass(0).attended;
    assert!(
        matches!(&*told, [left] if left.sender.id.as_deref() == Some("~eva") && left.sender.guest && !left.present && !left.tell)
    );
    assert!(ground.presence.crowd.is_none());
}

#[test]
fn a_guest_who_polls_in_a_crowd_and_has_spoken_is_told_of_once_when_they_come_no_more() {
    let mut ground = Ground::new();
    (0..1_000).for_each(|n| ground.come(n));
    ground.pass(60_000);
    let eva = Sender { guest: true, ..Sender::user("~eva", "Eva") };
    // Some polls, between which they speak.
    for poll in 0..6 {
        let (id, place) = ground.presence.join(&eva, Whose::Nobodys, ground.now, NAMES, &ground.limits).expect("has an id");
        ground.presence.leave(&id, place, Stay::Poll, ground.now, &ground.limits);
        if poll == 1 {
            ground.presence.has_spoken(&eva, ground.now);
        }
        assert!(ground.pass(30_000).attended.is_empty(), "still here");
    }
    let told = ground.pass(40_000).attended;
    assert_eq!(told, [eva_has_left()]);
    assert!(ground.pass(60_000).attended.is_empty() && ground.presence.crowd.is_none());
}

fn guest(id: &str, name: &str) -> Sender {
    Sender { guest: true, ..Sender::user(id, name) }
}

fn eva_has_left() -> Attended {
    has_left(Spoke { id: "~eva".into(), look: "eva".into() })
}

#[test]
fn a_guest_with_a_name_of_their_own_is_told_of_when_they_leave_whether_they_spoke_this_time_or_not() {
    let mut ground = Ground::new();
    let (eva, ben) = (guest("~eva", "Eva"), guest("~ben", "Ben"));
    for (sender, whose) in [(&eva, Whose::Theirs), (&ben, Whose::Nobodys)] {
        let rules = Rules { announce: false, ..NAMES };
        let (id, place) = ground.presence.join(sender, whose, ground.now, rules, &ground.limits).expect("has an id");
        ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
    }
    let told = ground.pass(60_000).attended;
    assert_eq!(told, [Attended { sender: eva, present: false, tell: false, look: Some("eva".into()) }]);
    // The same in a crowd.
    (0..1_010).for_each(|n| ground.come(n));
    ground.pass(60_000);
    let eva = guest("~eva", "Eva");
    let (id, place) = ground.presence.join(&eva, Whose::Theirs, ground.now, NAMES, &ground.limits).expect("has an id");
    assert!(matches!(place, Place::Crowd(_)));
    ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
    assert_eq!(ground.pass(0).attended, [eva_has_left()]);
}

#[test]
fn a_guest_who_has_spoken_and_stays_is_kept_again_twice_a_day_without_a_line() {
    let mut ground = Ground::new();
    let (eva, half) = (guest("~eva", "Eva"), 12 * 3_600_000);
    let (id, place) = ground.presence.join(&eva, Whose::Nobodys, ground.now, NAMES, &ground.limits).expect("has an id");
    assert_eq!(ground.pass(0).attended.len(), 1, "is announced");
    assert!(ground.pass(2 * half).attended.is_empty(), "said nothing");
    ground.presence.has_spoken(&eva, ground.now);
    assert!(ground.pass(half - 1).attended.is_empty());
    for _ in 0..3 {
        let due = ground.presence.due(ground.now, &ground.limits).expect("planned");
        assert_eq!(due, ground.now + Duration::from_millis(1), "by the keeper of the book");
        let here = Attended { sender: eva.clone(), present: true, tell: false, look: Some("eva".into()) };
        assert_eq!(ground.pass(1).attended, [here]);
        assert!(ground.pass(half - 1).attended.is_empty());
    }
    ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
    let left = Attended { sender: eva, present: false, tell: true, look: Some("eva".into()) };
    assert_eq!(ground.pass(60_000).attended, [left]);
    assert_eq!(ground.presence.due(ground.now, &ground.limits), None);
}

#[test]
fn whoever_comes_back_with_a_name_of_their_own_and_stays_is_kept_soon() {
    let mut ground = Ground::new();
    let eva = guest("~eva", "Eva");
    ground.presence.join(&eva, Whose::Theirs, ground.now, Rules { announce: false, ..NAMES }, &ground.limits);
    assert!(ground.pass(599_999).attended.is_empty(), "most only look in");
    let here = Attended { sender: eva.clone(), present: false, tell: false, look: Some("eva".into()) };
    assert_eq!(ground.pass(1).attended, [here]);
    assert!(ground.pass(3_600_000).attended.is_empty());
    // Of what they speak under, whatever their line has come under.
    ground.presence.has_spoken(&guest("~eva", "Evita"), ground.now);
    let told = ground.pass(12 * 3_600_000).attended;
    assert_eq!(told.into_iter().map(|told| told.look).collect::<Vec<_>>(), [Some("evlta".into())]);
}

#[test]
fn whoever_polls_in_a_crowd_counts_for_at_least_forty_seconds() {
    let mut ground = Ground::new();
    (0..1_010).for_each(|n| ground.come(n));
    ground.pass(60_000);
    while ground.lines.len() > 1_000 {
        ground.go(1_000, Stay::Poll);
    }
    ground.pass(39_000);
    assert!((1_009..=1_011).contains(&ground.presence.count()), "{}", ground.presence.count());
    ground.pass(21_000);
    assert_eq!(ground.presence.count(), 1_000);
}

#[test]
fn the_time_of_a_signal_is_never_put_off_and_comes_once() {
    let mut ground = Ground::new();
    ground.come(0);
    assert!(ground.pass(0).present.is_some(), "the first at once");
    ground.come(1);
    for ms in [0, 400, 599] {
        assert!(ground.pass(ms).present.is_none());
    }
    assert_eq!(ground.presence.due(ground.now, &ground.limits), Some(ground.now + Duration::from_millis(1)));
    ground.come(2);
    assert_eq!(ground.pass(1).present.map(|present| present.count), Some(3), "the newest alone");
    assert!(ground.pass(10_000).present.is_none());
}

#[test]
fn a_new_name_is_told_and_no_line() {
    let mut ground = Ground::new();
    ground.come(0);
    assert_eq!(ground.pass(0).attended.len(), 1);
    let renamed = Sender { name: "Other".into(), ..person(0) };
    ground.presence.join(&renamed, Whose::Theirs, ground.now, NAMES, &ground.limits);
    let told = ground.pass(1_000);
    assert_eq!((told.attended.len(), told.present.map(|present| present.people)), (0, Some(vec![renamed])));
}
