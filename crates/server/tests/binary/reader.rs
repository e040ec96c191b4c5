//! One who reads a room, and comes back by itself with its cursor whenever its line is gone.

use std::time::Duration;

use tertulia_wire::{Code, Cursor, Message};

use crate::client::{Answer, Client, Failure};
use crate::line::{From, Heard, Line, Way};
use crate::picture::{Ledger, Picture};
use crate::server::within;

pub(crate) struct Reader {
    pub(crate) picture: Picture,
    pub(crate) way: Way,
    /// How many lines it has opened; polls count as one.
    pub(crate) lines: u32,
    client: Client,
    room: String,
    first: From,
    ledger: Option<Ledger>,
    // With what it was opened, until that is answered; polls are asked anew each time.
    line: Option<(Line, Option<From>)>,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub(crate) fn new(client: &Client, room: &str, way: Way, first: From) -> Self {
        let (client, room) = (client.clone(), room.to_owned());
        Self { picture: Picture::default(), way, lines: 0, client, room, first, ledger: None, line: None }
    }

    /// Notes what it sees where others do, too.
    pub(crate) fn noting(mut self, ledger: &Ledger) -> Self {
        self.ledger = Some(ledger.clone());
        self
    }

    /// A reader that goes on from a cursor that it was given.
    pub(crate) fn after(client: &Client, room: &str, way: Way, cursor: Cursor) -> Self {
        Self::new(client, room, way, From::After(cursor))
    }

    fn note(&self, message: &Message) {
        self.ledger.iter().for_each(|ledger| ledger.note(message));
    }

    /// Loses its line.
    pub(crate) fn drop_line(&mut self) {
        self.line = None;
    }

    /// Hears one thing, over a new line if need be.
    pub(crate) async fn hear(&mut self) -> Answer<Heard> {
        let from = self.picture.from(self.first);
        let (line, opened) = match &mut self.line {
            Some(line) => line,
            None => {
                let line = Line::open(&self.client, &self.room, self.way, from).await?;
                self.lines += 1;
                self.line.insert((line, Some(from)))
            }
        };
        let asked = if let Line::Poll { at, .. } = line { Some(*at) } else { *opened };
        let heard = line.next(&self.client, &self.room).await;
        if heard.is_ok() {
            *opened = None;
        }
        let heard = heard.inspect_err(|_| self.line = None)?;
        match &heard {
            Heard::Page(page) => {
                page.messages.iter().for_each(|message| self.note(message));
                self.picture.page(asked.unwrap_or(From::Newest(0)), (**page).clone());
            }
            Heard::Change(change) => {
                change.message.iter().for_each(|message| self.note(message));
                self.picture.changed((**change).clone());
            }
            Heard::Leaving | Heard::Ended(_) => self.line = None,
        }
        Ok(heard)
    }

    /// Hears one thing, or notices that its line is gone, and will come back.
    pub(crate) async fn step(&mut self) -> Option<Code> {
        match self.hear().await {
            Ok(Heard::Ended(code)) => Some(code),
            Ok(_) => None,
            Err(failure) if failure.passes() => {
                tokio::time::sleep(Duration::from_millis(5)).await;
                None
            }
            Err(failure @ Failure::Refused(_)) => Some(failure.code()),
            Err(failure) => panic!("{}: {failure:?}", self.way),
        }
    }

    /// Reads on until its picture is so.
    pub(crate) async fn until(&mut self, what: &str, mut is_so: impl FnMut(&Picture) -> bool) {
        let what = format!("{}: {what}", self.way);
        within(&what, async {
            while !is_so(&self.picture) {
                if let Some(code) = self.step().await {
                    panic!("{what}: {code:?}");
                }
            }
        })
        .await;
    }

    /// Reads on until its cursor is this one.
    pub(crate) async fn until_at(&mut self, cursor: Option<Cursor>) {
        self.until(&format!("is at {cursor:?}"), |picture| picture.cursor == cursor).await;
    }

    /// Reads on until it is told that there is nothing more to read, and says why.
    pub(crate) async fn until_ended(&mut self) -> Code {
        within("the stream ends", async {
            loop {
                if let Some(code) = self.step().await {
                    return code;
                }
            }
        })
        .await
    }

    /// Fetches the messages below those that it holds.
    pub(crate) async fn read_older(&mut self) -> Answer<()> {
        let query = format!("before={}&limit=20", self.picture.lowest);
        let page = self.client.page(&self.room, &query).await?;
        page.messages.iter().for_each(|message| self.note(message));
        self.picture.older(page);
        Ok(())
    }
}
