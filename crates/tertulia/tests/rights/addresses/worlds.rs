//! Random histories of restrictions by address, lifted, run out and tidied, against a model of who is caught.

use proptest::prelude::*;

use super::*;

/// What may happen, by guest and address.
#[derive(Debug, Clone)]
enum Deed {
    Come { guest: usize, address: usize },
    Put { guest: usize, kind: RestrictionKind, address: bool, seconds: Option<i64>, everywhere: bool },
    Lift { guest: usize, everywhere: bool },
    Wait { seconds: i64 },
}

const ADDRESSES: [&str; 3] = [HERE, THERE, "2001:db8::1"];

fn deed() -> impl Strategy<Value = Deed> {
    let kind = prop_oneof![Just(RestrictionKind::Mute), Just(RestrictionKind::Ban), Just(RestrictionKind::Kick)];
    let seconds = prop::option::of(1..2 * DAY);
    prop_oneof![
        3 => (0..3_usize, 0..3_usize).prop_map(|(guest, address)| Deed::Come { guest, address }),
        4 => (0..3_usize, kind, prop::bool::weighted(0.8), seconds, any::<bool>())
            .prop_map(|(guest, kind, address, seconds, everywhere)| Deed::Put { guest, kind, address, seconds, everywhere }),
        1 => (0..3_usize, any::<bool>()).prop_map(|(guest, everywhere)| Deed::Lift { guest, everywhere }),
        2 => prop_oneof![1..120_i64, 1..DAY].prop_map(|seconds| Deed::Wait { seconds }),
    ]
}

/// A restriction as it was put: whether it is a mute, until when, for which address until when.
#[derive(Debug, Clone, Copy)]
struct On {
    is_mute: bool,
    until: i64,
    address: Option<(usize, i64)>,
}

#[derive(Debug, Default)]
struct World {
    now: i64,
    seen: [Option<(usize, i64)>; 3],
    // In the room and everywhere: of each guest one of each kind.
    on: [[[Option<On>; 3]; 3]; 2],
}

impl World {
    /// What a guest gets who asks from an address.
    fn expected(&self, guest: usize, address: usize) -> Option<Code> {
        let mut worst = None;
        for (whose, on) in self.on.iter().flat_map(|place| place.iter().enumerate()) {
            for on in on.iter().flatten() {
                let from_there = on.address.is_some_and(|(at, until)| at == address && until > self.now);
                if on.until > self.now && (whose == guest || from_there) {
                    worst = if on.is_mute { worst.or(Some(Code::Muted)) } else { Some(Code::Banned) };
                }
            }
        }
        worst
    }
}

async fn put_on(
    chat: &Chat,
    world: &mut World,
    user: &str,
    guest: usize,
    put: PutRestriction,
    everywhere: bool,
) -> Result<(), TestCaseError> {
    let PutRestriction { kind, until, address, .. } = put;
    let seconds = until.map(|until| (until.0 - BEGAN) / 1_000 - world.now);
    let answer = match everywhere {
        true => chat.restrict_everywhere("admin", user, put).await,
        false => chat.room(&room(ROOM)).restrict(user, put).await,
    };
    let seen = world.seen[guest].filter(|(_, at)| world.now - at < DAY);
    if address && seen.is_none() {
        prop_assert_eq!(answer.expect_err("unknown").into_refusal().reason, Some("address-unknown"));
        return Ok(());
    }
    let seconds = if kind == RestrictionKind::Kick { Some(60) } else { seconds };
    let until = seconds.map_or(i64::MAX, |seconds| world.now + seconds);
    let address = seen.filter(|_| address).map(|(at, _)| (at, until.min(world.now + DAY)));
    let on = &mut world.on[usize::from(everywhere)][guest];
    let new = On { is_mute: kind == RestrictionKind::Mute, until, address };
    let stays = |(of, old): (usize, &Option<On>)| {
        let covers = |old: &On| old.until > world.now && old.until >= until && (!old.is_mute || new.is_mute);
        of != kind as usize && old.as_ref().is_some_and(covers)
    };
    // What there is of the same kind gives way, and what holds for an address is always noticed.
    let gives_way = on[kind as usize].is_some_and(|old| old.until > world.now);
    if gives_way || address.is_some() || !on.iter().enumerate().any(stays) {
        on[kind as usize] = Some(new);
    } else {
        return Ok(());
    }
    let told = answer.expect("put").address_until.map(|until| (until.0 - BEGAN) / 1_000);
    prop_assert_eq!(told, address.map(|(_, until)| until));
    Ok(())
}

/// Whether everybody gets what they should: each guest from where they were last (to ask from elsewhere is to be seen there),
/// somebody new from each address, and a user of the host.
async fn check(chat: &Chat, world: &mut World, guests: &[Guest]) -> Result<(), TestCaseError> {
    for (guest, token) in guests.iter().map(|guest| &guest.token).enumerate() {
        let Some((address, _)) = world.seen[guest] else { continue };
        world.seen[guest] = Some((address, world.now));
        let said = chat.say(&who(chat, token, Some(ADDRESSES[address])), &room(ROOM), hola()).await;
        let expected = world.expected(guest, address);
        prop_assert_eq!(said.err().map(|error| error.code()), expected, "{} from {}: {:?}", guest, address, &world);
    }
    for (address, text) in ADDRESSES.iter().enumerate() {
        let new = NewGuest { name: "Zoe new".into(), room: Some(room(ROOM)) };
        let made = chat.guest(None, &new, at(text)).await.err().map(|error| error.code());
        prop_assert_eq!(made, world.expected(usize::MAX, address), "somebody new from {}: {:?}", address, &world);
    }
    let user = Identity { address: at(HERE), ..chat.identify(&token(chat, "ben", ROOM, Level::Say)).expect("good") };
    prop_assert!(chat.say(&user, &room(ROOM), hola()).await.is_ok());
    Ok(())
}

async fn play(deeds: Vec<Deed>) -> Result<(), TestCaseError> {
    let (chat, mut world) = (cafe().await, World::default());
    let mut guests = Vec::new();
    for name in ["Eva", "Finn", "Gina"] {
        guests.push(guest(&chat, name, None).await);
    }
    for deed in deeds {
        match deed {
            Deed::Come { guest, address } => {
                // Also in vain.
                let _ = chat.say(&who(&chat, &guests[guest].token, Some(ADDRESSES[address])), &room(ROOM), hola()).await;
                world.seen[guest] = Some((address, world.now));
            }
            Deed::Put { guest, kind, address, seconds, everywhere } => {
                let seconds = seconds.filter(|_| kind != RestrictionKind::Kick);
                let until = seconds.map(|seconds| Time(BEGAN + (world.now + seconds) * 1_000));
                let put = PutRestriction { kind, until, why: None, address };
                put_on(&chat, &mut world, &id(&guests[guest]), guest, put, everywhere).await?;
            }
            Deed::Lift { guest, everywhere } => {
                let user = id(&guests[guest]);
                match everywhere {
                    true => chat.lift_everywhere("admin", &user).await.expect("lifted"),
                    false => chat.room(&room(ROOM)).lift(&user).await.expect("lifted"),
                }
                world.on[usize::from(everywhere)][guest] = [None; 3];
            }
            Deed::Wait { seconds } => {
                sleep(Duration::from_secs(u64::try_from(seconds).expect("fits"))).await;
                world.now += seconds;
                while chat.store().tidy(Time(BEGAN + world.now * 1_000)).await.expect("tidied").more {}
            }
        }
        check(&chat, &mut world, &guests).await?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn who_is_caught_is_who_comes_from_where_somebody_was_restricted(deeds in prop::collection::vec(deed(), 1..25)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
        runtime.block_on(play(deeds))?;
    }
}
