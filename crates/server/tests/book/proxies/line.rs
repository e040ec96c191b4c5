//! One who comes from outside: over TLS, to a proxy, as a browser does.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use super::NAME;

const PATIENCE: Duration = Duration::from_secs(60);

/// Waits for something that has to happen.
pub(crate) async fn within<T>(what: &str, happens: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, happens).await {
        Ok(done) => done,
        Err(_) => panic!("never: {what}"),
    }
}

/// No headers beside those that every request has.
const NONE: &[(&str, &str)] = &[];

/// A WebSocket over TLS.
pub(crate) type Socket = WebSocketStream<TlsStream<TcpStream>>;

/// Where the site is from outside.
#[derive(Clone)]
pub(crate) struct Outside {
    port: u16,
    /// In front of every path.
    prefix: &'static str,
    token: Option<String>,
    tls: TlsConnector,
}

impl Outside {
    /// Trusts this certificate alone.
    pub(crate) fn new(port: u16, prefix: &'static str, certificate: &std::path::Path) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(certificate).expect("a certificate")).expect("is taken");
        // By name: whichever provider the process has already is as good.
        let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
        let config = config.with_root_certificates(roots).with_no_client_auth();
        Self { port, prefix, token: None, tls: TlsConnector::from(Arc::new(config)) }
    }

    pub(crate) fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    async fn line(&self) -> TlsStream<TcpStream> {
        let stream = within("a connection", TcpStream::connect(("127.0.0.1", self.port))).await.expect("connects");
        let name = ServerName::try_from(NAME).expect("a name");
        within("TLS", self.tls.connect(name, stream)).await.expect("TLS")
    }

    pub(crate) async fn ask<V: AsRef<[u8]>>(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, V)],
        body: &str,
    ) -> Response<Incoming> {
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(self.line().await)).await.expect("HTTP");
        tokio::spawn(connection);
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.prefix)).header("host", NAME);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, value.as_ref());
        }
        let request = request.body(Full::new(Bytes::copy_from_slice(body.as_bytes()))).expect("a request");
        within("an answer", sender.send_request(request)).await.expect("answers")
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, String) {
        whole(self.ask(Method::GET, path, NONE, "").await).await
    }

    pub(crate) async fn say(&self, text: &str) -> (u16, String) {
        let body = serde_json::json!({ "text": text }).to_string();
        let json = [("content-type", "application/json"), ("origin", "https://chat.example")];
        whole(self.ask(Method::POST, "/v1/rooms/project/42/messages", &json, &body).await).await
    }

    /// A stream of server-sent events.
    pub(crate) async fn events(&self, query: &str) -> Events {
        let accept = [("accept", "text/event-stream")];
        let answer = self.ask(Method::GET, &format!("/v1/rooms/project/42/messages?{query}"), &accept, "").await;
        assert_eq!(answer.status(), 200);
        Events { body: answer.into_body(), seen: String::new() }
    }

    /// The feed as lines of text, for as long as it goes on.
    pub(crate) async fn follow(&self) -> Events {
        let answer = self.ask(Method::GET, "/v1/rooms/project/42/messages?format=text&follow", NONE, "").await;
        assert_eq!(answer.status(), 200);
        Events { body: answer.into_body(), seen: String::new() }
    }

    pub(crate) async fn socket(&self) -> Socket {
        let mut request = format!("wss://{NAME}{}/v1/socket", self.prefix).into_client_request().expect("a request");
        request.headers_mut().insert("sec-websocket-protocol", "tertulia.v1".parse().expect("a value"));
        request.headers_mut().insert("origin", "https://chat.example".parse().expect("a value"));
        let line = self.line().await;
        within("a WebSocket", tokio_tungstenite::client_async(request, line)).await.expect("a WebSocket").0
    }
}

pub(crate) async fn whole(answer: Response<Incoming>) -> (u16, String) {
    let status = answer.status().as_u16();
    let body = within("the whole answer", answer.into_body().collect()).await.expect("an answer").to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// An open stream, and what has come over it.
pub(crate) struct Events {
    body: Incoming,
    pub(crate) seen: String,
}

impl Events {
    /// Reads on until something is so; false when the stream ends before.
    pub(crate) async fn until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> bool {
        while !is_so(&self.seen) {
            let Some(frame) = within(what, self.body.frame()).await else { return false };
            let Ok(frame) = frame else { return false };
            if let Some(data) = frame.data_ref() {
                self.seen.push_str(&String::from_utf8_lossy(data));
            }
        }
        true
    }
}
