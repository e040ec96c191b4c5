//! Any interleaving of messages, retries, other requests under the same id, people who hang up and rights that change, over a hook
//! that takes its time: one message for each id, in each sender's order, asked about once, and nothing of what is refused or held
//! to be seen.

use std::collections::{BTreeMap, HashMap, HashSet};

use proptest::prelude::*;
use tertulia::wire::moderation::PutRestriction;
use tertulia::wire::page::RestrictionKind;

use super::*;

#[derive(Debug, Clone)]
enum Op {
    /// One of the senders says something new, of which this becomes.
    Say {
        by: usize,
        becomes: &'static str,
        after_ms: u64,
    },
    /// Something that was said is sent again.
    Again(usize),
    /// Something else is sent under the id of what was said.
    Other(usize),
    /// Whoever sent something hangs up.
    HangUp(usize),
    /// Time passes.
    Wait(u64),
    /// The numbers of the room change, and nobody's rights do.
    Stale,
    Lock(bool),
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let becomes = prop::sample::select(vec!["allow", "allow", "allow", "refuse", "change", "hold", "fail", "panic"]);
    let op = prop_oneof![
        10 => (0..3_usize, becomes, prop::sample::select(vec![0, 1, 50, 300, 1_900, 2_500]))
            .prop_map(|(by, becomes, after_ms)| Op::Say { by, becomes, after_ms }),
        5 => (0..30_usize).prop_map(Op::Again),
        2 => (0..30_usize).prop_map(Op::Other),
        2 => (0..30_usize).prop_map(Op::HangUp),
        5 => prop::sample::select(vec![1_u64, 40, 250, 1_000, 3_000]).prop_map(Op::Wait),
        2 => Just(Op::Stale),
        1 => any::<bool>().prop_map(Op::Lock),
    ];
    prop::collection::vec(op, 1..40)
}

/// One request that was made.
struct Sent {
    by: usize,
    text: String,
    client_id: String,
    task: Option<tokio::task::JoinHandle<Result<Spoken, Error>>>,
}

/// Whose request it is, and its id.
type Request = (String, String);

/// What each request was told, with its text, by who sent it and under which id.
type Told = HashMap<(usize, String), Vec<(String, Result<Spoken, Code>)>>;

struct World {
    site: Site,
    chat: Chat,
    senders: Vec<Identity>,
    sent: Vec<Sent>,
    locked: bool,
}

/// What a text says that becomes of it, and after how long: `WORD MS-NUMBER`.
fn manner(question: &HookQuestion) -> (u64, Does) {
    let (word, rest) = question.text.split_once(' ').expect("two words");
    let after_ms = rest.split('-').next().and_then(|ms| ms.parse().ok()).expect("how long");
    (after_ms, by_text(&format!("{word} {rest}")))
}

impl World {
    async fn begin(calls: usize) -> Self {
        let site = Site::new(manner);
        let limits = Limits { hook_calls: calls, ..Limits::default() }.unpaced();
        let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.limits(limits)).await;
        chat.room(&lobby()).notify("begins").await.expect("said");
        let senders = ["ana", "ben", "eva"].map(|id| user(&chat, id, Level::Say)).into();
        Self { site, chat, senders, sent: Vec::new(), locked: false }
    }

    async fn send(&mut self, by: usize, text: String, client_id: String) {
        let (chat, who, say) = (self.chat.clone(), self.senders[by].clone(), with_id(&text, &client_id));
        let task = Some(tokio::spawn(async move { chat.say(&who, &lobby(), say).await }));
        self.sent.push(Sent { by, text, client_id, task });
        settle().await;
    }

    async fn step(&mut self, op: Op) {
        let number = self.sent.len();
        let hall = self.chat.room(&lobby());
        let nth = |nth: usize| (number > 0).then(|| nth % number.max(1));
        match op {
            Op::Say { by, becomes, after_ms } => {
                self.send(by, format!("{becomes} {after_ms}-{number}"), format!("client-{number:04}")).await;
            }
            Op::Again(of) => {
                if let Some(Sent { by, text, client_id, .. }) = nth(of).map(|nth| &self.sent[nth]) {
                    self.send(*by, text.clone(), client_id.clone()).await;
                }
            }
            Op::Other(of) => {
                if let Some(Sent { by, client_id, .. }) = nth(of).map(|nth| &self.sent[nth]) {
                    self.send(*by, format!("allow 20-{number}"), client_id.clone()).await;
                }
            }
            Op::HangUp(of) => {
                if let Some(task) = nth(of).and_then(|nth| self.sent[nth].task.take()) {
                    task.abort();
                }
            }
            Op::Wait(ms) => tokio::time::sleep(Duration::from_millis(ms)).await,
            Op::Stale => {
                let mute = PutRestriction { kind: RestrictionKind::Mute, until: None, why: None, address: false };
                hall.restrict(&format!("zed-{number}"), mute).await.expect("restricted");
            }
            Op::Lock(locked) => {
                self.locked |= locked;
                let put = PutRoom { locked: Some(locked), ..PutRoom::default() };
                hall.change_settings(put).await.expect("set");
            }
        }
        settle().await;
    }

    /// Waits for all answers: what each request was told, by who sent it under which id.
    async fn answers(&mut self) -> Told {
        let mut told = Told::new();
        for sent in &mut self.sent {
            let Some(task) = sent.task.take() else { continue };
            let answer = task.await.expect("ends").map_err(|error| error.code());
            told.entry((sent.by, sent.client_id.clone())).or_default().push((sent.text.clone(), answer));
        }
        // Also what those wait for who have hung up.
        tokio::time::sleep(Duration::from_secs(600)).await;
        told
    }
}

/// What was said or held under an id is one thing for all who asked.
fn check_answers(told: &Told) {
    for (request, answers) in told {
        let (mut said, mut fresh) = (HashSet::new(), 0);
        for (text, answer) in answers {
            match answer {
                Ok(Spoken::Said(now)) => {
                    said.insert((text.clone(), "said", now.message.id));
                    fresh += usize::from(now.fresh);
                }
                Ok(Spoken::Held(held)) => drop(said.insert((text.clone(), "held", held.held))),
                Err(code) => {
                    let known = [Code::Refused, Code::StoreAway, Code::ClientIdReused, Code::Locked, Code::SlowDown];
                    assert!(known.contains(code), "{request:?}: {code:?}");
                }
            }
        }
        assert!(said.len() <= 1 && fresh <= 1, "{request:?} has become {said:?}, {fresh} times anew");
    }
}

/// Which question came last for each id, and how often what is let pass was asked about.
fn questions(site: &Site) -> (HashMap<Request, usize>, BTreeMap<Request, usize>) {
    let (mut last, mut passed) = (HashMap::new(), BTreeMap::new());
    for (number, question) in site.asked.lock().expect("whole").iter().enumerate() {
        let request = (question.by.clone(), question.client_id.as_ref().expect("has one").to_string());
        last.insert(request.clone(), number);
        let (after_ms, does) = manner(question);
        let passes = matches!(does, Does::Answer(HookAnswer::Allow | HookAnswer::Change { .. } | HookAnswer::Hold));
        if passes && after_ms < 2_000 {
            *passed.entry(request).or_default() += 1;
        }
    }
    (last, passed)
}

async fn live_through(ops: Vec<Op>, calls: usize) {
    let mut world = World::begin(calls).await;
    let names = ["ana", "ben", "eva"];
    for op in ops {
        world.step(op).await;
    }
    let told = world.answers().await;
    check_answers(&told);
    let chat = &world.chat;
    let messages = chat.room(&lobby()).newest(200).await.expect("a page").messages;
    let messages: Vec<_> = messages.iter().filter(|message| message.kind == Kind::Message).collect();
    for message in &messages {
        let shown = message.text.starts_with("allow ") || message.text.chars().next().is_some_and(|c| c.is_ascii_digit());
        assert!(shown, "{:?} is to be seen", message.text);
    }
    for (by, text) in held(chat).await {
        assert!(by == HeldBy::Hook && text.starts_with("hold "), "{text:?} waits by {by:?}");
    }
    let (last, passed) = questions(&world.site);
    let mut seen = HashSet::new();
    for (of, name) in names.iter().enumerate() {
        let own: Vec<_> =
            messages.iter().filter(|message| message.sender.as_ref().is_some_and(|sender| sender.name == *name)).collect();
        let request = |client_id: &str| ((*name).to_owned(), client_id.to_owned());
        let places: Vec<_> =
            own.iter().map(|message| last[&request(message.client_id.as_ref().expect("has one").as_str())]).collect();
        assert!(places.is_sorted(), "{name} is overtaken: {places:?}");
        seen.extend(own.iter().map(|message| (of, message.client_id.clone().expect("has one").to_string())));
    }
    assert_eq!(seen.len(), messages.len(), "one message for each id");
    if !world.locked {
        // Where nobody's right has ended, what the hook lets pass is written, and asked about once.
        let waiting = chat.room(&lobby()).held(0).await.expect("a list").held.len();
        assert_eq!(passed.len(), messages.len() + waiting, "{passed:?}");
        assert!(passed.values().all(|times| *times == 1), "{passed:?}");
    } else {
        chat.room(&lobby()).change_settings(PutRoom { locked: Some(false), ..PutRoom::default() }).await.expect("set");
    }
    let count = world.site.count();
    for ((by, client_id), answers) in told {
        for (text, answer) in answers {
            let Ok(Spoken::Said(before)) = answer else { continue };
            let again = chat.say(&world.senders[by], &lobby(), with_id(&text, &client_id)).await.and_then(Spoken::said);
            let again = again.expect("a retry");
            assert_eq!((again.message.id, again.fresh), (before.message.id, false));
            let other = chat.say(&world.senders[by], &lobby(), with_id("allow 0-other", &client_id)).await;
            assert_eq!(refused(other).code, Code::ClientIdReused);
        }
    }
    assert_eq!(world.site.count(), count, "what was said is known without the hook");
}

#[test]
fn one_message_for_each_request_in_each_senders_order_over_a_slow_hook() {
    let config = ProptestConfig { cases: 96, max_shrink_iters: 500, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
    proptest!(config, |(ops in ops(), calls in prop::sample::select(vec![2_usize, 64]))| {
        runtime.block_on(live_through(ops, calls));
    });
}
