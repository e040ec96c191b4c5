//! What a client asks for on its socket.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde::Deserialize;
use tertulia_wire::frame::{
    ClientFrame, ConnectionLimits, HeldFrame, Hello, NewToken, Open, Opened, Said, SayFrame, Typing, Welcome,
};
use tertulia_wire::request::NewSignal;
use tertulia_wire::{Code, Page, RoomName, ServerFrame};
use tokio::time::Instant;
use tungstenite::protocol::Message as Frame;

use super::socket::Socket;
use super::{CloseCode, Connection, End, OpenRoom, Saying, problem_frame};
use crate::auth::{Identity, Proof};
use crate::error::{Error, Refusal};
use crate::hub::Stay;
use crate::json;
use crate::say::Spoken;
use crate::transport::page::{Begin, Reader};

/// Characters in a `ref`.
const REFERENCE_MAX: usize = 64;

impl Connection {
    pub(super) async fn on_frame(&mut self, frame: Frame) -> Result<(), End> {
        self.heard = Instant::now();
        let text = match frame {
            Frame::Text(text) => text,
            Frame::Binary(_) => return Err(End::broken("frame_binary")),
            Frame::Close(_) => {
                // The answer, which the protocol has made already.
                self.written(Socket::poll_flush).await?;
                return Err(End::Gone);
            }
            Frame::Ping(_) | Frame::Pong(_) | Frame::Frame(_) => return Ok(()),
        };
        let frame = match read(text.as_bytes()) {
            Ok(frame) => frame,
            Err(refusal) if refusal.code == Code::Invalid => {
                let reference = json::object::<Reference>(text.as_bytes()).ok().and_then(Reference::text);
                return self.problem(reference.and_then(short), &refusal).await;
            }
            Err(_) => return Err(End::broken("frame_not_json")),
        };
        match frame {
            ClientFrame::Hello(hello) => self.on_hello(hello).await,
            ClientFrame::Unknown => Ok(()),
            _ if self.hello.is_none() => Err(End::broken("hello_missing")),
            ClientFrame::Open(open) => self.on_open(open).await,
            ClientFrame::Close(close) => {
                self.rooms.retain(|room| !room.is(&close.room));
                Ok(())
            }
            ClientFrame::Say(say) => self.on_say(say).await,
            ClientFrame::Token(token) => self.on_token(token).await,
            ClientFrame::Typing(typing) => self.on_typing(typing).await,
        }
    }

    async fn on_hello(&mut self, hello: Hello) -> Result<(), End> {
        if self.hello.is_some() {
            return Err(End::broken("hello_twice"));
        }
        if let Some(lang) = &hello.lang {
            self.language = self.chat.inner.catalogues.negotiate(lang);
        }
        let who = match hello.token.filter(|token| !self.yields(self.came.as_whom.as_deref(), token)) {
            Some(token) => match self.whose(&token).await {
                Ok(who) => Arc::new(who),
                Err(refusal) => {
                    self.problem(None, &refusal).await?;
                    return Err(End::Close(CloseCode::after(&refusal), refusal.code.as_str()));
                }
            },
            None => self.came.as_whom.take().unwrap_or_else(|| Arc::new(Identity::nobody().at(self.came.address))),
        };
        if let Err(refusal) = self.count(&who) {
            self.problem(None, &refusal).await?;
            return Err(End::Close(CloseCode::Later, refusal.code.as_str()));
        }
        self.hello = Some(who);
        let limits = self.chat.limits();
        let beat_s = u32::try_from(limits.beat_s).unwrap_or(u32::MAX);
        self.beat_at = Instant::now() + Duration::from_secs(limits.beat_s);
        let limits = ConnectionLimits {
            rooms: u32::try_from(limits.rooms_per_connection).unwrap_or(u32::MAX),
            frame_bytes: u32::try_from(limits.frame_bytes).unwrap_or(u32::MAX),
        };
        self.send(&ServerFrame::Welcome(Welcome { beat_s, limits })).await
    }

    // By an exclusive reference, since a connection can't be looked at from two threads.
    async fn whose(&mut self, token: &str) -> Result<Identity, Refusal> {
        Ok(self.chat.whose(token).await?.at(self.came.address))
    }

    /// Counts the connection among those of its person, as soon as it has one.
    fn count(&mut self, who: &Identity) -> Result<(), Refusal> {
        if self.place.is_none() {
            self.place = self.chat.enter_as(who)?;
        }
        Ok(())
    }

    /// Whether a token is a guest's who is known by the word of the host: then that holds, as on every request.
    fn yields(&self, who: Option<&Identity>, token: &str) -> bool {
        who.is_some_and(|who| matches!(who.proof, Proof::Host(_))) && self.chat.inner.tokens.is_guests(token)
    }

    /// The identity that a room is to stand on; all of one connection are one sender's.
    async fn identity(&mut self, token: Option<&str>, room: &RoomName) -> Result<Arc<Identity>, Refusal> {
        let Some(token) = token else { return self.hello_now(room).await };
        let who = self.whose(token).await?;
        let others = self.rooms.iter().map(|room| &*room.reader.who).chain(self.hello.as_deref());
        if others.filter_map(Identity::id).any(|id| Some(id) != who.id()) {
            return Err(Refusal::because(Code::NotAllowed, "another-sender"));
        }
        self.count(&who)?;
        Ok(Arc::new(who))
    }

    async fn on_open(&mut self, open: Open) -> Result<(), End> {
        let reference = open.reference.clone();
        match self.open(open).await {
            Ok(json) => self.send_json(&json).await,
            Err(error) => self.problem(short(reference), &error.into_refusal()).await,
        }
    }

    async fn open(&mut self, open: Open) -> Result<Bytes, Error> {
        check_reference(&open.reference)?;
        let limits = self.chat.inner.limits.clone();
        let again = self.rooms.iter().position(|room| room.is(&open.room));
        if again.is_none() && self.rooms.len() >= limits.rooms_per_connection {
            return Err(Refusal::too_many("rooms-open", limits.rooms_per_connection).into());
        }
        if open.after.is_some() && open.last.is_some() {
            return Err(Refusal::because(Code::Invalid, "one-position").into());
        }
        let last = open.last.unwrap_or(limits.page_default);
        if last == 0 {
            return Err(Refusal::out_of_range("last", 1, limits.page_max).into());
        }
        // Opened anew it takes no second place, and is not refused for want of one.
        let place = if again.is_none() { self.chat.enter_room_from(self.came.address)? } else { None };
        let token = open.token.filter(|token| !self.yields(self.hello.as_deref(), token));
        let begin = open.after.map_or(Begin::Newest(last.min(limits.page_max)), Begin::After);
        let who = self.identity(token.as_deref(), &open.room).await?;
        let (reader, page) = Reader::open(&self.chat, who, &open.room, begin, Some(Stay::Stream)).await?;
        let reference = Some(open.reference);
        let json = page.json(|page: &Page| ServerFrame::Opened(Opened { reference, page: page.clone() }))?;
        let asked = (*reader.subscription.room() != open.room).then(|| Box::new(open.room));
        let mut room = OpenRoom { reader, asked, place, own_token: token.is_some(), retry: None };
        match again {
            // Opened anew, for example after a cursor of its own: the new page counts from here on.
            Some(at) => {
                room.place = self.rooms[at].place.take();
                self.rooms[at] = room;
            }
            None => {
                // Most connections have one room: a list that grows by doubling would hold places for four.
                self.rooms.reserve_exact(1);
                self.rooms.push(room);
            }
        }
        Ok(json)
    }

    async fn on_typing(&mut self, typing: Typing) -> Result<(), End> {
        let told = match self.speaker(&typing.room).await {
            Ok(who) => self.chat.signal(&who, &typing.room, NewSignal { name: "typing".into(), data: None }).await,
            Err(refusal) => Err(refusal.into()),
        };
        match told {
            Ok(()) => Ok(()),
            Err(error) => self.problem(None, &error.into_refusal()).await,
        }
    }

    /// As whom something is said in a room: by what the room was opened with, else by the connection's.
    async fn speaker(&mut self, room: &RoomName) -> Result<Arc<Identity>, Refusal> {
        let open = self.rooms.iter().find(|open| open.is(room));
        match open.map(|open| Arc::clone(&open.reader.who)) {
            Some(who) => Ok(self.chat.renewed(&who, room).await?.map_or(who, Arc::new)),
            None => self.hello_now(room).await,
        }
    }

    async fn on_say(&mut self, say: SayFrame) -> Result<(), End> {
        let reference = say.reference.clone();
        match self.begin_say(say).await {
            Ok(saying) => {
                self.sayings.get_or_insert_default().push(saying);
                Ok(())
            }
            Err(error) => self.problem(short(reference), &error.into_refusal()).await,
        }
    }

    /// Hands a say in before the next frame is read, so that what comes in order is written in order.
    async fn begin_say(&mut self, say: SayFrame) -> Result<Saying, Error> {
        check_reference(&say.reference)?;
        let who = self.speaker(&say.room).await?;
        let SayFrame { reference, room, say } = say;
        let saying = self.chat.begin_say(&who, &room, say).await?;
        let (chat, language) = (self.chat.clone(), self.language);
        Ok(Box::pin(async move {
            match chat.finish_say(&who, &room, saying).await {
                Ok(Spoken::Said(said)) => ServerFrame::Said(Said { reference, message: said.message }),
                Ok(Spoken::Held(held)) => ServerFrame::Held(HeldFrame { reference, held }),
                Err(error) => problem_frame(&chat, language, Some(reference), &error.into_refusal()),
            }
        }))
    }

    /// A new token, for one room or for all that stand on the connection's.
    async fn on_token(&mut self, token: NewToken) -> Result<(), End> {
        if self.yields(self.hello.as_deref(), &token.token) {
            return Ok(());
        }
        let who = match self.whose(&token.token).await {
            Ok(who) => Arc::new(who),
            Err(refusal) => return self.problem(None, &refusal).await,
        };
        let known = self.rooms.iter().map(|room| &*room.reader.who).chain(self.hello.as_deref());
        if known.filter_map(Identity::id).any(|id| Some(id) != who.id()) {
            return self.problem(None, &Refusal::because(Code::NotAllowed, "another-sender")).await;
        }
        if let Err(refusal) = self.count(&who) {
            return self.problem(None, &refusal).await;
        }
        match &token.room {
            Some(name) => {
                if let Some(room) = self.rooms.iter_mut().find(|room| room.is(name)) {
                    room.own_token = true;
                }
            }
            None => self.hello = Some(Arc::clone(&who)),
        }
        let applies = |room: &OpenRoom| token.room.as_ref().map_or(!room.own_token, |name| room.is(name));
        let places: Vec<usize> = (0..self.rooms.len()).filter(|place| applies(&self.rooms[*place])).collect();
        // From the last to the first, since a room that ends gives its place to the last one.
        for place in places.into_iter().rev() {
            self.rooms[place].reader.reads_as(Arc::clone(&who));
            self.readmit(place).await?;
        }
        Ok(())
    }
}

/// Reads a frame by its type, and only then by its fields: what can't be read is refused with its field, and the text of a `say` as
/// it is over HTTP.
fn read(frame: &[u8]) -> Result<ClientFrame, Refusal> {
    Ok(match json::object::<Typed>(frame)?.r#type.as_str() {
        "hello" => ClientFrame::Hello(json::object(frame)?),
        "open" => ClientFrame::Open(json::object(frame)?),
        "close" => ClientFrame::Close(json::object(frame)?),
        "say" => {
            let say = json::object(frame)?;
            let SayPlace { reference, room } = json::object(frame)?;
            ClientFrame::Say(SayFrame { reference, room, say })
        }
        "typing" => ClientFrame::Typing(json::object(frame)?),
        "token" => ClientFrame::Token(json::object(frame)?),
        _ => ClientFrame::Unknown,
    })
}

#[derive(Deserialize)]
struct Typed {
    r#type: String,
}

/// Where a `say` is to be said.
#[derive(Deserialize)]
struct SayPlace {
    #[serde(rename = "ref")]
    reference: String,
    room: RoomName,
}

/// What a frame is to be answered with, also where the rest of it can't be read. A number is answered as text: who sent one by
/// mistake has to find the frame again.
#[derive(Deserialize)]
struct Reference {
    #[serde(rename = "ref")]
    reference: Option<serde_json::Value>,
}

impl Reference {
    fn text(self) -> Option<String> {
        match self.reference? {
            serde_json::Value::String(text) => Some(text),
            number @ serde_json::Value::Number(_) => Some(number.to_string()),
            _ => None,
        }
    }
}

fn check_reference(reference: &str) -> Result<(), Refusal> {
    if reference.chars().count() > REFERENCE_MAX {
        return Err(Refusal::because(Code::Invalid, "reference").with("max", REFERENCE_MAX));
    }
    Ok(())
}

/// A reference that is short enough to be sent back.
fn short(reference: String) -> Option<String> {
    check_reference(&reference).is_ok().then_some(reference)
}
