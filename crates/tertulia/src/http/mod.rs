//! The routes, on one screen. Handlers extract, call and answer; they decide nothing.

mod admin;
mod assets;
mod coding;
mod edge;
mod embed;
mod extract;
mod feed;
mod files;
mod held;
mod messages;
mod moderation;
pub mod openapi;
mod pairs;
mod presence;
mod read_state;
mod reports;
mod rooms;
mod unread;
mod users;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{delete, get, patch, post, put};

pub use self::edge::client_address;
use crate::chat::Chat;

impl Chat {
    /// The same routes as a plain service, for hosts that have no axum router: hyper takes it as
    /// `hyper_util::service::TowerToHyperService::new(chat.service())`. A host that serves it under a prefix takes the prefix
    /// off the path first.
    #[must_use]
    pub fn service(
        &self,
    ) -> impl tower::Service<
        http::Request<hyper::body::Incoming>,
        Response = http::Response<axum::body::Body>,
        Error = std::convert::Infallible,
        Future: Send,
    >
    + Clone
    + Send
    + Sync
    + 'static
    + use<> {
        self.router::<()>()
    }

    /// The chat's routes, to be nested in a host's router under any prefix, or served alone.
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let room = "/v1/rooms/{type}/{id}";
        let routes = Router::new()
            .route(room, get(rooms::show).put(rooms::put).delete(rooms::delete))
            .route(&format!("{room}/messages"), get(messages::feed).post(messages::say).delete(messages::purge))
            .route(&format!("{room}/messages/{{n}}"), get(messages::show).merge(patch(messages::edit)).delete(messages::delete))
            .route(&format!("{room}/messages/{{n}}/reactions"), put(messages::react).delete(messages::unreact))
            .route(&format!("{room}/messages/{{n}}/reports"), post(reports::report).delete(reports::close))
            .route("/v1/reports", get(reports::list))
            .route(&format!("{room}/restrictions"), get(moderation::list).put(moderation::restrict).delete(moderation::lift))
            .route("/v1/restrictions", {
                let everywhere = get(moderation::list_everywhere).put(moderation::restrict_everywhere);
                everywhere.delete(moderation::lift_everywhere)
            })
            .route("/v1/audit", get(moderation::audit))
            .route(&format!("{room}/presence"), get(presence::show))
            .route(&format!("{room}/signals"), post(presence::signal))
            .route(&format!("{room}/held"), get(held::list))
            .route(&format!("{room}/held/{{h}}"), delete(held::reject))
            .route(&format!("{room}/held/{{h}}/approve"), post(held::approve))
            .route(&format!("{room}/read"), put(read_state::mark))
            .route("/v1/unread", get(read_state::unread))
            .route("/v1/rooms", get(rooms::list))
            .route("/v1/guests", post(rooms::guest))
            .route("/v1/users/revoke", post(users::revoke))
            .route("/v1/users", get(users::export).delete(users::erase))
            .route("/v1/socket", get(messages::socket))
            .route("/embed/{type}/{id}", get(embed::show).post(embed::say))
            .route("/embed.css", assets::embed_style())
            .merge(assets::widget())
            .route("/widget.json", get(assets::widget_version))
            .route("/try.js", assets::try_script())
            .route("/try.css", assets::try_style())
            .route("/openapi.json", openapi::document())
            .route("/healthz", get(rooms::healthz))
            .route("/readyz", get(rooms::readyz))
            .route("/", get(assets::try_page))
            .method_not_allowed_fallback(edge::wrong_method)
            .fallback(edge::not_found);
        routes
            .layer(DefaultBodyLimit::max(self.limits().body_bytes))
            .layer(from_fn_with_state(self.clone(), edge::edge))
            .with_state(self.clone())
    }
}
