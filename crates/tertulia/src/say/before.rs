//! A request that was made before, and comes again.

use tertulia_wire::{ClientId, Code, Held};

use super::{Asked, Said, Saying, Spoken};
use crate::auth::Identity;
use crate::chat::{Admitted, Chat};
use crate::draft::Draft;
use crate::error::Error;
use crate::store::{Became, Found, rejected};

impl Chat {
    /// What became of the same request, where it was made before.
    pub(super) async fn before(&self, who: &Identity, admitted: &Admitted<'_>, draft: &Draft) -> Result<Option<Saying>, Error> {
        let (hash, client_id) = (draft.request_hash(), draft.client_id.as_ref());
        // In the line first: what is not there any more is in the store by now.
        if let (Some(hooks), Some(client_id)) = (&self.inner.hooks, client_id) {
            let key = (who.bearer().to_owned(), admitted.name().clone());
            if let Some(told) = hooks.lines.under_way(&key, client_id, hash)? {
                return Ok(Some(Saying::Asked(Asked { told, is_first: false })));
            }
        }
        let before = self.said_before(who, &admitted.found, client_id, hash).await?;
        Ok(before.map(|spoken| Saying::Answered(Box::new(spoken))))
    }

    pub(crate) async fn said_before(
        &self,
        who: &Identity,
        found: &Found,
        client_id: Option<&ClientId>,
        request_hash: [u8; 32],
    ) -> Result<Option<Spoken>, Error> {
        let (Found::Room(facts), Some(client_id)) = (found, client_id) else { return Ok(None) };
        let Some((became, hash)) = self.inner.store.said(facts.key, who.bearer(), client_id, request_hash).await? else {
            return Ok(None);
        };
        if hash != request_hash {
            return Err(Code::ClientIdReused.into());
        }
        match became {
            Became::Message(message) => Ok(Some(Spoken::Said(Box::new(Said { message: *message, fresh: false })))),
            Became::Held(held) => Ok(Some(Spoken::Held(Held { held, client_id: client_id.clone() }))),
            Became::Rejected => Err(rejected().into()),
        }
    }
}
