//! What is typed on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::Serve;

/// A live chat room on anything in a website.
#[derive(Debug, Parser)]
#[command(name = "tertulia", version, about, args_conflicts_with_subcommands = true)]
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
    /// Copy the file of rooms as it is at one moment, also while it is served.
    Backup(Backup),
    /// Put a copy in the place of the file of rooms; the server has to be stopped.
    Restore(Restore),
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
    /// Replace the file of rooms that is there; it is kept beside, as FILE.before-restore
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) database: Database,
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
    #[arg(long = "grant", value_name = "ROOM=LEVEL")]
    pub(crate) grants: Vec<String>,
    /// For how long: seconds, or with s, m, h or d
    #[arg(long = "for", value_name = "TIME", default_value = "1h")]
    pub(crate) holds: String,
    #[command(flatten)]
    pub(crate) secret: Secret,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Say what is wrong with a token, or what its bearer may do in a room.
    Check {
        token: String,
        room: Option<String>,
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
