//! `tertulia serve`: the store, the chat, the listener, and an orderly end.

use std::error::Error;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use hyper::HeaderMap;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use socket2::{SockRef, TcpKeepalive};
use tertulia::auth::ControlKey;
use tertulia::store::Store;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::{Chat, TrustedProxies};
use tokio::net::{TcpListener, TcpStream};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tracing::Level;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::addressed::Addressed;
use crate::answering::Answering;
use crate::config::Config;
use crate::crowd::{Crowd, Place};
use crate::patient::Patient;
use crate::{print_line, process};

/// The longest head of a request. Hosts on one machine share cookies, which may be several kilobytes.
const HEAD_BYTES_MAX: usize = 32 * 1024;
/// Time that streams and requests get to end when the server is told to go.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(8);
/// Time that a request gets whose head is on its way then.
const HEAD_TIMEOUT: Duration = Duration::from_millis(500);
/// Between two looks at the lock file.
const LOCK_LOOK: Duration = Duration::from_secs(1);
/// Seconds that the token shown at the start of open mode holds: a day of trying out.
const OPEN_TOKEN_S: i64 = 24 * 3_600;

/// Serves until a signal says to go, then drains.
pub(crate) async fn serve(config: Config) -> anyhow::Result<()> {
    log_to_stderr(crate::config::log::filter()?);
    raise_file_limit();
    ignore_file_size_signal()?;
    // First of all: a server that can't be met makes no file of rooms, and migrates none.
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!("can't listen on {}; another server may be there: choose another with `tertulia serve --listen`", config.listen)
    })?;
    let admin = listen_for_admin(config.admin_listen).await?;
    let store = Arc::new(SqliteStore::open(SqliteOptions::new(&config.database)).await?);
    let served = serve_rooms(config, &store, listener, admin).await;
    // However it went. Whoever drops a store does not wait until it is closed, and a process that ends meanwhile leaves the log beside
    // the file.
    store.close().await;
    served
}

/// Serves what is in a store to whoever comes by these listeners, until it is told to go and everybody has left.
async fn serve_rooms(
    config: Config,
    store: &Arc<SqliteStore>,
    listener: TcpListener,
    admin: Option<TcpListener>,
) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    let admin_address = admin.as_ref().map(TcpListener::local_addr).transpose()?;
    let (control, control_token) = ControlKey::new()?;
    let kept = Arc::clone(store) as Arc<dyn Store>;
    let chat = Chat::builder().store(kept).control(control).limits(config.limits.clone()).origins(config.origins.clone());
    let chat = chat.filters(config.filters.clone());
    let chat = chat.audience(&config.audience);
    let chat = if config.is_open() { chat.open_mode() } else { chat.policy(config.policy.clone()) };
    let chat = config.secret.iter().fold(chat, |chat, secret| chat.secret(secret.clone()));
    let chat = config.keys.iter().fold(chat, |chat, key| chat.public_key(key.clone()));
    let chat = config.jwks.iter().fold(chat, |chat, source| chat.jwks(source.clone()));
    let chat = config.hook.iter().fold(chat, |chat, hook| chat.hook(hook.clone()).when_silent(config.when_silent));
    let chat = chat.build().await?;
    // Before anybody is told of the server: who knows of it may stop it.
    let stop = stop_signal()?;
    if let Err(error) = store.announce(&address.to_string(), &control_token) {
        tracing::warn!(%error, "the lock file can't be written: commands on this machine do not find this server");
    }
    greet(&chat, address, admin_address, &config)?;
    if !config.is_open() && !config.has_public_url {
        tracing::warn!("public_url is not set: pages of this server's own, /embed/…, are refused as pages of strangers are");
    }
    if config.secret_is_open {
        tracing::warn!("the file that secret_file names can be read by every user of this machine");
    }
    let going = watch::Sender::new(());
    let trusted = Arc::new(config.trusted_proxies);
    let admin = async {
        let Some(listener) = admin else { return std::future::pending().await };
        // Whoever asks for numbers and does not take them is no reader.
        accept(&chat, chat.admin_router(process::metrics), |_| {}, listener, Arc::clone(&trusted), &going).await;
    };
    tokio::select! {
        () = accept(&chat, chat.router(), Chat::note_cut, listener, Arc::clone(&trusted), &going) => {}
        () = admin => {}
        signal = stop => tracing::info!(signal, "draining"),
        error = look_after(&chat, store) => {
            tracing::error!(%error, "another process has this file of rooms, too: this server ends");
            drain(&chat, going).await;
            return Err(error.into());
        }
    }
    drain(&chat, going).await;
    Ok(())
}

/// Waits until another process has the lock of the file, which takes somebody who removes that. Where the file itself was removed or
/// replaced, sends are refused, and what it has is copied.
async fn look_after(chat: &Chat, store: &SqliteStore) -> tertulia::Error {
    loop {
        tokio::time::sleep(LOCK_LOOK).await;
        if store.is_displaced() {
            if chat.store_is_away() {
                store.rescue().await;
            } else {
                chat.probe_store();
            }
        }
        if let Err(error) = store.keep_lock() {
            return error;
        }
    }
}

fn log_to_stderr(filter: EnvFilter) {
    // What others' code says beyond that holds whole frames: texts and tokens.
    let others = filter_fn(|line| line.target().starts_with("tertulia") || *line.level() <= Level::INFO);
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    // No colours in a file.
    let log = log.with_ansi(std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    // A line that can't be written is lost. To complain of it on standard error, as is the default, panics where that is the
    // very thing that can't be written: a full disk under the log would end streams, or the server.
    tracing_subscriber::registry().with(filter).with(others).with(log.log_internal_errors(false)).init();
}

/// Each connection is an open file: the soft limit of many systems, 1,024, is soon reached.
fn raise_file_limit() {
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}

/// A file that may not grow is an error that is answered, not the end of the process.
fn ignore_file_size_signal() -> anyhow::Result<()> {
    // 25 is SIGXFSZ on every Linux and BSD; whoever registers for a signal is no longer killed by it.
    let mut too_large = signal(SignalKind::from_raw(25))?;
    tokio::spawn(async move { while too_large.recv().await.is_some() {} });
    Ok(())
}

fn greet(chat: &Chat, address: SocketAddr, admin: Option<SocketAddr>, config: &Config) -> anyhow::Result<()> {
    tracing::info!(%address, database = %config.database.display(), "listening");
    if let Some(address) = admin {
        tracing::info!(%address, "telling metrics");
        tell(&format!("Metrics on http://{address}/metrics"));
    }
    if !config.is_open() {
        tell(&format!("Tertulia on http://{address}"));
        return Ok(());
    }
    let token = chat.owner_token("owner", OPEN_TOKEN_S)?;
    tell(&format!(
        "Tertulia on http://{address}, in open mode: on this machine only, guests may write.
Put no proxy before it: who comes through one can look like somebody on this machine. To serve others, set a secret.

  Try it:            open http://{address} (two people: use a private window)
  In a page:         <script type=\"module\" src=\"http://{address}/widget.js\"></script>
                     <tertulia-room room=\"project/42\"></tertulia-room>
  From a program:    curl http://{address}/v1/rooms/project/42/messages \\
                       -H 'Content-Type: application/json' -H 'Authorization: Bearer TOKEN' -d '{{\"text\":\"hello\"}}'
  TOKEN (all rights, for a day): {token}
"
    ));
    Ok(())
}

/// Who started the server may have closed its output: then nobody is greeted, and it serves all the same.
fn tell(line: &str) {
    if let Err(error) = print_line(line) {
        tracing::warn!(%error, "standard output can't be written");
    }
}

/// The listener for whoever runs the server, where there is to be one.
async fn listen_for_admin(address: Option<SocketAddr>) -> anyhow::Result<Option<TcpListener>> {
    let Some(address) = address else { return Ok(None) };
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("can't listen on {address} for metrics; another program may be there: choose another with `admin_listen`, or leave it out")
    })?;
    Ok(Some(listener))
}

/// Takes connections, and serves them by these routes; says when one is cut since it took nothing.
async fn accept(
    chat: &Chat,
    router: Router,
    on_cut: fn(&Chat),
    listener: TcpListener,
    proxies: Arc<TrustedProxies>,
    going: &watch::Sender<()>,
) {
    let warned = Arc::default();
    let mut http = http1::Builder::new();
    let head_timeout = Duration::from_secs(chat.limits().head_s);
    http.timer(TokioTimer::new()).header_read_timeout(head_timeout).max_buf_size(HEAD_BYTES_MAX);
    let patience = Duration::from_secs(chat.limits().stall_s);
    let crowd = Crowd::new(chat.limits().connections_per_address);
    loop {
        let (stream, peer, place) = next(&listener, &proxies, &crowd).await;
        // A chat's messages are small and wanted now: without this the kernel holds them back for more.
        let _ = stream.set_nodelay(true);
        let _ = SockRef::from(&stream).set_tcp_keepalive(&ask_whether_they_are_there());
        let local = stream.local_addr().is_ok_and(|local| local.ip() == peer.ip()) || peer.ip().is_loopback();
        let answering = Answering::default();
        let io = TokioIo::new(Patient::new(stream, patience, answering.clone()));
        let (service, proxies, warned) = (router.clone(), Arc::clone(&proxies), Arc::clone(&warned));
        let asked = answering.clone();
        let addressed = Addressed { service, peer: peer.ip(), local, proxies, answering, warned };
        let connection = http.serve_connection(io, addressed).with_upgrades();
        let (mut told_to_go, chat) = (going.subscribe(), chat.clone());
        tokio::spawn(async move {
            let _place = place;
            tokio::pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                _ = told_to_go.changed() => {
                    // The request that is being answered is answered to its end, and no other is taken.
                    connection.as_mut().graceful_shutdown();
                    match tokio::time::timeout(HEAD_TIMEOUT, connection.as_mut()).await {
                        Ok(ended) => ended,
                        Err(_) if asked.is_open() || asked.is_writing() => connection.await,
                        // Whoever has begun to ask, and goes no further, is not waited for.
                        Err(_) => return,
                    }
                }
            };
            if let Err(error) = ended {
                if took_nothing(&error) {
                    on_cut(&chat);
                }
                tracing::debug!(%error, "a connection ended");
            }
        });
    }
}

/// The next connection that is served. Whoever has as many as an address may have is hung up on.
async fn next(listener: &TcpListener, proxies: &TrustedProxies, crowd: &Crowd) -> (TcpStream, SocketAddr, Place) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // By the peer alone, since nothing is read yet: one that is believed to speak for others has no address of its own.
                let client = proxies.client(peer.ip(), &HeaderMap::new());
                if let Some(place) = crowd.enter(client) {
                    return (stream, peer, place);
                }
                tracing::debug!(
                    client = client.map(tracing::field::display),
                    "an address has all the connections that it may have"
                );
            }
            Err(error) => {
                // Out of open files, most likely: it passes when connections end, and trying at once only burns time.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Has the system ask those who are silent whether they are still there, and cut whoever doesn't answer, after two minutes in all:
/// a reader to whom nothing has to be sent, as of plain text in a quiet room, would be held for ever when its machine is gone.
fn ask_whether_they_are_there() -> TcpKeepalive {
    TcpKeepalive::new().with_time(Duration::from_secs(60)).with_interval(Duration::from_secs(15)).with_retries(4)
}

/// Whether a connection has ended since its client took nothing of an answer for too long, by what [`Patient`] says then.
fn took_nothing(error: &hyper::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::TimedOut) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Listens for the signals from now on, and waits for the first one when it is awaited.
fn stop_signal() -> anyhow::Result<impl Future<Output = &'static str>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        }
    })
}

/// Nothing new is taken; streams are told to come back elsewhere; what was handed in is written and answered.
async fn drain(chat: &Chat, going: watch::Sender<()>) {
    chat.leave();
    let ended = async {
        going.send_replace(());
        // Each connection holds a receiver: none is left when the last has ended.
        going.closed().await;
        chat.close().await;
        chat.hub().empty().await;
    };
    match tokio::time::timeout(DRAIN_TIMEOUT, ended).await {
        Ok(()) => tracing::info!("everybody has left"),
        Err(_) => {
            tracing::warn!("some connections did not end in time and are cut; their cursors stay good");
            chat.close().await;
        }
    }
}
