//! Rooms, guests, and whether the server is well.

use axum::extract::{Extension, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tertulia_wire::page::Action;
use tertulia_wire::request::{Guest, NewGuest, PutRoom};
use tertulia_wire::{Code, Cursor, Page, Problem, RoomName, RoomType};

use super::extract::{Asker, InRoom, Json, Query, bearer};
use super::moderation::Why;
use crate::address::ClientAddress;
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::store::{Found, RoomFacts, Span};

/// The room without its messages, and whether there are any.
pub(super) async fn page(chat: &Chat, who: &Identity, room: &RoomName, facts: Option<&RoomFacts>) -> Result<Page, Error> {
    let more = match facts {
        Some(facts) => has_messages(chat, facts).await,
        None => false,
    };
    page_with(chat, who, room, facts, more).await
}

async fn page_with(chat: &Chat, who: &Identity, room: &RoomName, facts: Option<&RoomFacts>, more: bool) -> Result<Page, Error> {
    let settings = facts.map(|facts| (*facts.settings).clone()).unwrap_or_default();
    Ok(Page {
        room: facts.map_or_else(|| room.clone(), |facts| facts.name.clone()),
        created: facts.map(|facts| facts.created),
        cursor: Some(facts.map_or(Cursor::Start, |facts| facts.cursor(facts.head))),
        messages: Vec::new(),
        more,
        more_newer: None,
        reset: false,
        first: settings.first,
        me: Some(chat.me(who, room, facts).await?),
        settings: Some(settings),
        present: None,
        waiting: false,
    })
}

/// Whether a first page would have messages, those that are deleted among them: a change of settings takes a version, too. Where
/// the store doesn't say, whoever looks for them is told so by the page itself. Read once for all who look at the room.
async fn has_messages(chat: &Chat, facts: &RoomFacts) -> bool {
    if facts.head < facts.settings.first {
        return false;
    }
    if chat.store_is_away() {
        return true;
    }
    let Ok((held, _)) = chat.hub().under(&facts.name).await else { return true };
    held.has_messages().await.unwrap_or(true)
}

/// The same of a room of a list, most of which nobody looks at: none is held in memory for it.
async fn has_messages_in_store(chat: &Chat, facts: &RoomFacts) -> bool {
    if facts.head < facts.settings.first {
        return false;
    }
    if chat.store_is_away() {
        return true;
    }
    let newest = chat.store().read(facts.key, Span::Newest, 1).await;
    newest.map_or(true, |stretch| stretch.is_some_and(|stretch| !stretch.changes.is_empty()))
}

/// The room without its messages: settings, what the asker may do, the cursor, and who is here.
#[utoipa::path(get, operation_id = "show_room", path = "/v1/rooms/{type}/{id}", tag = "rooms",
    params(("type" = RoomType, Path), ("id" = tertulia_wire::RoomId, Path)),
    responses((status = 200, description = "The room", body = Page),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn show(State(chat): State<Chat>, Asker(who): Asker, InRoom(room): InRoom) -> Result<axum::Json<Page>, Error> {
    let admitted = chat.admit(&who, Action::Read, &room).await?;
    match &admitted.found {
        Found::Deleted { .. } => Err(Code::RoomDeleted.into()),
        found => {
            let facts = if let Found::Room(facts) = found { Some(facts) } else { None };
            let mut page = page(&chat, &who, &room, facts).await?;
            if let (Some(me), Some(facts)) = (&mut page.me, facts) {
                me.read = chat.read_before(&who, facts.key).await;
            }
            // Asked once more with the rest in hand, which may have taken a while; who is here is looked up only then, without a pause.
            let still = chat.admit(&admitted.who, Action::Read, &room).await?;
            Ok(axum::Json(Page { present: still.held.present(), ..page }))
        }
    }
}

/// Makes a room, or merges into its settings.
#[utoipa::path(put, operation_id = "put_room", path = "/v1/rooms/{type}/{id}", tag = "rooms",
    params(("type" = RoomType, Path), ("id" = tertulia_wire::RoomId, Path), Why), request_body = PutRoom,
    responses((status = 201, description = "Made", body = Page), (status = 200, description = "Merged", body = Page),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn put(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    // Settings stand in the body: in the address they would be passed over.
    Query(Why { why }): Query<Why>,
    Json(put): Json<PutRoom>,
) -> Result<Response, Error> {
    let (facts, made) = chat.put_room_because(&who, &room, put, why).await?;
    let status = if made { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, axum::Json(page(&chat, &who, &room, Some(&facts)).await?)).into_response())
}

/// Deletes a room and everything in it.
#[utoipa::path(delete, operation_id = "delete_room", path = "/v1/rooms/{type}/{id}", tag = "rooms",
    params(("type" = RoomType, Path), ("id" = tertulia_wire::RoomId, Path), Why),
    responses((status = 204, description = "Deleted; its streams have ended"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn delete(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    // Meant for the room's messages, `before` or `user` would be taken for all of it.
    Query(Why { why }): Query<Why>,
) -> Result<StatusCode, Error> {
    chat.delete_room_because(&who, &room, why).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which rooms to list.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Only rooms of this type.
    r#type: Option<String>,
    /// Only rooms after this name, `type/id`.
    after: Option<String>,
}

/// The rooms that the asker has `moderate` in, in name order, at most 200. A page may be short, or empty, and yet more be left: as
/// long as that is so, the header `Link` says where to go on, `<?after=type/id>; rel="next"`.
#[utoipa::path(get, operation_id = "list_rooms", path = "/v1/rooms", tag = "rooms", params(ListQuery),
    responses((status = 200, description = "Rooms", body = Vec<Page>,
        headers(("Link" = String, description = "Where to go on, `<?after=type/id>; rel=\"next\"`, as long as more may be left"))),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(query): Query<ListQuery>,
) -> Result<(HeaderMap, axum::Json<Vec<Page>>), Error> {
    if who.id().is_none() {
        return Err(Code::TokenMissing.into());
    }
    let room_type = query.r#type.map(|room_type| room_type.parse::<RoomType>()).transpose()?;
    let after = query.after.map(|after| after.parse::<RoomName>()).transpose()?;
    let listed = chat.rooms_of_mine(&who, room_type.as_ref(), after).await?;
    let (mut headers, mut rooms) = (HeaderMap::new(), Vec::new());
    let of = room_type.map(|room_type| format!("&type={room_type}")).unwrap_or_default();
    // A name stands in an address as it is: nothing in it has to be escaped there.
    let link = listed.next.map(|next| HeaderValue::try_from(format!("<?after={next}{of}>; rel=\"next\"")));
    headers.extend(link.and_then(Result::ok).map(|link| (header::LINK, link)));
    for facts in listed.rooms {
        let more = has_messages_in_store(&chat, &facts).await;
        rooms.push(page_with(&chat, &who, &facts.name, Some(&facts), more).await?);
    }
    Ok((headers, axum::Json(rooms)))
}

/// Makes a guest, or renews the one whose token comes along.
#[utoipa::path(post, operation_id = "make_guest", path = "/v1/guests", tag = "guests", request_body = NewGuest,
    responses((status = 201, description = "The guest, and the token to speak with", body = Guest),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn guest(
    State(chat): State<Chat>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
    Json(guest): Json<NewGuest>,
) -> Result<(StatusCode, axum::Json<Guest>), Error> {
    // An old token that has run out makes a new guest instead of none.
    let renews = bearer(&headers, &chat).ok().flatten().and_then(|token| chat.identify(token).ok());
    let address = address.map(|Extension(address)| address);
    Ok((StatusCode::CREATED, axum::Json(chat.guest(renews.as_ref(), &guest, address).await?)))
}

/// Whether the process lives.
#[utoipa::path(get, operation_id = "healthz", path = "/healthz", tag = "health", responses((status = 200, description = "It lives", body = String, content_type = "text/plain")))]
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether it can take requests: the store answers, and it is not about to go.
#[utoipa::path(get, operation_id = "readyz", path = "/readyz", tag = "health", responses((status = 200, description = "It can", body = String, content_type = "text/plain"),
    (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn readyz(State(chat): State<Chat>) -> Result<&'static str, Refusal> {
    if chat.is_leaving() {
        return Err(Refusal::new(Code::Draining).retry_after_s(1));
    }
    if chat.store_is_away() {
        return Err(Refusal::new(Code::StoreAway).retry_after_s(1));
    }
    Ok("ok\n")
}
