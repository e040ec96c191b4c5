//! What is typed on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use tertulia::auth::token::KeyAlgorithm;
use tertulia::wire::{Level, RoomName, RoomType};

use crate::config::Serve;
use crate::rooms::Which;
use crate::{reach, token};

const EXIT_CODES: &str = "Exit codes: 0 done, 1 failed, 2 not typed right, 3 neither a server nor a file of rooms is there";

/// A live chat room on anything in a website.
#[derive(Debug, Parser)]
#[command(name = "tertulia", version, about, args_conflicts_with_subcommands = true, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Without a command, these are those of `serve`.
    #[command(flatten)]
    pub(crate) serve: Serve,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve rooms over HTTP and WebSocket; also what happens when no command is given.
    Serve(Serve),
    /// Say something in a room.
    Say(Say),
    /// Show the newest messages of a room, and go on as more are said.
    Tail(Tail),
    /// List the rooms, a line each: name, whether it is locked, how long it keeps messages, title.
    Rooms(Rooms),
    /// Remove old messages for good.
    Purge(Purge),
    /// Copy the file of rooms as it is at one moment, also while it is served.
    Backup(Backup),
    /// Put a copy in the place of the file of rooms; the server has to be stopped.
    Restore(Restore),
    /// Write rooms as text that programs can read, a JSON object a line, also while they are served.
    Export(Export),
    /// Take rooms in from what `export` wrote; the server has to be stopped.
    Import(Import),
    /// Print a new secret, to sign tokens with.
    Secret,
    /// Print a token for a user of yours, or `check` one.
    Token(Token),
    /// Tell what can be configured, or check a configuration.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print a configuration file with everything that can be set, and what it is.
    Default,
    /// Look whether a configuration is right, without starting a server.
    Check {
        /// The file; as for `serve` where none is named
        file: Option<PathBuf>,
        #[command(flatten)]
        serve: Box<Serve>,
    },
    /// Print all keys as tables in Markdown.
    Doc,
}

/// Which file of rooms a command is about.
#[derive(Debug, clap::Args)]
pub(crate) struct Database {
    /// The configuration file that names it [default: tertulia.toml, if it is there]
    #[arg(long, env = "TERTULIA_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The SQLite file that the rooms live in [default: tertulia.db]
    #[arg(long, env = "TERTULIA_DATABASE")]
    pub(crate) database: Option<PathBuf>,
}

/// Which chat a command is for: the server that runs on the file of rooms, else the file itself.
#[derive(Debug, clap::Args)]
pub(crate) struct Where {
    #[command(flatten)]
    pub(crate) database: Database,
    /// Another server, by its address, as in https://example.org/chat
    #[arg(long, env = "TERTULIA_URL", hide_env_values = true, value_parser = reach::address)]
    pub(crate) url: Option<String>,
    /// Who asks; needless for a server on this machine, which lets in whoever may read the lock of its file
    #[arg(long, env = "TERTULIA_TOKEN", hide_env_values = true)]
    pub(crate) token: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Say {
    /// The room: type/id, as in project/42
    pub(crate) room: RoomName,
    /// What to say; `-` takes it from standard input
    #[arg(required = true)]
    pub(crate) text: Vec<String>,
    /// Who says it, where that is not the token's bearer; without a name and a token it is a notification, by nobody
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<SayKind>,
    /// Make the room if there is none
    #[arg(long)]
    pub(crate) make: bool,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum SayKind {
    Message,
    Action,
    Notification,
    System,
}

impl SayKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Action => "action",
            Self::Notification => "notification",
            Self::System => "system",
        }
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct Tail {
    /// The room: type/id, as in project/42
    pub(crate) room: RoomName,
    /// How many messages to begin with, 1 to 200
    #[arg(long, short = 'n', default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=200))]
    pub(crate) last: u32,
    /// Show what there is, and end
    #[arg(long)]
    pub(crate) once: bool,
    /// The language, as in es; that of the terminal where none is named
    #[arg(long)]
    pub(crate) lang: Option<String>,
    /// The time zone, as in America/Asuncion [default: UTC]
    #[arg(long)]
    pub(crate) tz: Option<String>,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Rooms {
    /// Only rooms of this type
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) room_type: Option<RoomType>,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Purge {
    /// Which rooms: type/id, type/* or *
    #[arg(value_parser = Which::read)]
    pub(crate) rooms: Which,
    /// Remove what is older than this: a number with s, m, h or d; without it, each room is cut to what it keeps by its own settings
    #[arg(long, value_name = "TIME", value_parser = token::age)]
    pub(crate) older_than: Option<i64>,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The copy to make; it holds the server's keys, so keep it like a password
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) database: Database,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// The copy to put back
    pub(crate) file: PathBuf,
    /// Replace the file of rooms that is there; it is kept beside, as FILE.before-restore, or -2 behind that and so on
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) database: Database,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// The file to make; `-`, and nothing, is standard output
    pub(crate) file: Option<PathBuf>,
    /// Only this room, by its name or one that it had before; may be given several times
    #[arg(long = "room", value_name = "ROOM")]
    pub(crate) rooms: Vec<RoomName>,
    /// Only rooms of this type
    #[arg(long = "type", value_name = "TYPE", conflicts_with = "rooms")]
    pub(crate) room_type: Option<RoomType>,
    #[command(flatten)]
    pub(crate) database: Database,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The export; `-`, and nothing, is standard input
    pub(crate) file: Option<PathBuf>,
    /// What to do with a room that is here already and is not the same
    #[arg(long, default_value = "refuse")]
    pub(crate) existing: Existing,
    #[command(flatten)]
    pub(crate) database: Database,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Existing {
    /// Leave it as it is, import the others, and fail in the end
    Refuse,
    /// Leave it as it is
    Keep,
    /// Delete it, and take the one that comes
    Replace,
}

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Token {
    #[command(subcommand)]
    pub(crate) check: Option<TokenCommand>,
    /// The user's id, as in your own tables
    #[arg(required = true)]
    pub(crate) user: Option<String>,
    /// What the others see
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// What may be done where: ROOM=LEVEL, as in project/42=say, project/*=read or *=own
    #[arg(long = "grant", value_name = "ROOM=LEVEL", value_parser = token::grant)]
    pub(crate) grants: Vec<(String, Level)>,
    /// For how long: seconds, or with s, m, h or d
    #[arg(long = "for", value_name = "TIME", default_value = "1h", value_parser = token::seconds)]
    pub(crate) holds: i64,
    /// Sign by this private key (PEM) instead of the secret
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    /// The key's algorithm; that of its type where none is named
    #[arg(long, requires = "key", ignore_case = true)]
    pub(crate) alg: Option<Alg>,
    /// The key's name, for the token's header
    #[arg(long, requires = "key")]
    pub(crate) kid: Option<String>,
    #[command(flatten)]
    pub(crate) secret: Secret,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Alg {
    #[value(name = "EdDSA")]
    EdDsa,
    #[value(name = "ES256")]
    Es256,
    #[value(name = "RS256")]
    Rs256,
}

impl From<Alg> for KeyAlgorithm {
    fn from(alg: Alg) -> Self {
        match alg {
            Alg::EdDsa => Self::EdDsa,
            Alg::Es256 => Self::Es256,
            Alg::Rs256 => Self::Rs256,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Say what is wrong with a token, or what its bearer may do in a room.
    Check {
        token: String,
        #[arg(value_parser = token::room)]
        room: Option<RoomName>,
        #[command(flatten)]
        secret: Secret,
    },
}

/// By which secret.
#[derive(Debug, clap::Args)]
pub(crate) struct Secret {
    /// The configuration file [default: tertulia.toml, if it is there]
    #[arg(long, env = "TERTULIA_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The file that holds the secret; TERTULIA_SECRET wins over it
    #[arg(long, env = "TERTULIA_SECRET_FILE")]
    pub(crate) secret_file: Option<PathBuf>,
}
