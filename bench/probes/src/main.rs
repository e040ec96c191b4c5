//! probes FOLDER MIGRATIONS [ROWS SECONDS]: durable rows a second of SQLite by itself, in the server's own schema.
//!
//! Without ROWS: several sizes of commit, and what the disk does without SQLite. One JSON object a line.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::json;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const ROOMS: i64 = 50;
/// As many bytes as the load sends.
const TEXT_BYTES: usize = 120;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, migrations, rest @ ..] = words.as_slice() else {
        return Err("probes FOLDER MIGRATIONS [ROWS SECONDS]".into());
    };
    let (folder, schema) = (Path::new(folder), Schema::read(Path::new(migrations))?);
    if let [rows, seconds] = rest {
        println!("{}", sqlite(folder, &schema, rows.parse()?, Duration::from_secs(seconds.parse()?))?);
        return Ok(());
    }
    let limit = Duration::from_secs(3);
    println!("{}", disk(folder, limit)?);
    for rows in [1, 10, 64, 256] {
        println!("{}", sqlite(folder, &schema, rows, limit)?);
    }
    Ok(())
}

/// The statements that make the database, and whose they are.
struct Schema {
    sql: String,
    from: String,
}

impl Schema {
    fn read(migrations: &Path) -> Result<Schema> {
        let entries = fs::read_dir(migrations).map_err(|e| format!("{}: {e}", migrations.display()))?;
        let mut files: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
        files.retain(|file| file.extension().is_some_and(|e| e == "sql"));
        files.sort();
        let sql: Vec<String> = files.iter().map(fs::read_to_string).collect::<std::io::Result<_>>()?;
        let newest = files.last().and_then(|file| file.file_name()).ok_or("no migrations")?;
        Ok(Schema { sql: sql.join("\n"), from: newest.to_string_lossy().into_owned() })
    }
}

struct Column {
    name: String,
    kind: String,
}

/// The columns that a new message fills: those that may not be empty, and those that it says by name.
fn columns(db: &Connection) -> Result<(String, Vec<Column>)> {
    let table: String = db
        .query_row(
            "select name from sqlite_schema where type = 'table' and (name like '%message' or name like '%messages')
             order by length(name) limit 1",
            [],
            |row| row.get(0),
        )
        .map_err(|e| format!("no table of messages in the schema: {e}"))?;
    let said = ["sender_id", "sender_name", "name", "text", "client_id"];
    let mut statement = db.prepare(&format!("pragma table_info({table})"))?;
    let rows = statement.query_map([], |row| {
        let column = Column { name: row.get(1)?, kind: row.get::<_, String>(2)?.to_uppercase() };
        let (filled, default): (bool, Option<String>) = (row.get(3)?, row.get(4)?);
        Ok((filled && default.is_none() || row.get::<_, i64>(5)? > 0 || said.contains(&column.name.as_str()), column))
    })?;
    let all: Vec<(bool, Column)> = rows.collect::<rusqlite::Result<_>>()?;
    let columns = all.into_iter().filter(|(needed, _)| *needed).map(|(_, column)| column).collect();
    Ok((table, columns))
}

/// A value for a column of the `n`th message: rooms turn by turn, each with numbers of its own.
fn value(column: &Column, n: i64) -> Value {
    let in_room = n / ROOMS + 1;
    match (column.name.as_str(), column.kind.as_str()) {
        ("room" | "room_key" | "key", _) => Value::Integer(0x1234_5678_9abc + (n % ROOMS) * 0x1_0000_0001),
        ("id" | "version", _) => Value::Integer(in_room),
        ("kind", kind) if kind != "TEXT" => Value::Integer(0),
        ("kind", _) => Value::Text("message".into()),
        ("sender_guest", _) => Value::Integer(0),
        ("text", _) => Value::Text("x".repeat(TEXT_BYTES)),
        ("client_id", _) => Value::Text(format!("{:022x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as i64))),
        (name, "TEXT") if name.starts_with("sender") || name == "bearer" => Value::Text(format!("reader-{}", n % 64)),
        (name, "BLOB") if name.contains("hash") => Value::Blob(vec![n as u8; 32]),
        (_, "INTEGER") => Value::Integer(1_790_000_000_000 + n),
        (_, "BLOB") => Value::Blob(vec![n as u8; 16]),
        _ => Value::Text(format!("Reader {}", n % 64)),
    }
}

fn remove(path: &Path) {
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", path.display()));
    }
}

fn sqlite(folder: &Path, schema: &Schema, rows_per_commit: i64, limit: Duration) -> Result<serde_json::Value> {
    let path = folder.join("probe.db");
    remove(&path);
    let mut db = Connection::open(&path)?;
    // as crates/tertulia/src/store/sqlite/connection.rs has them
    db.execute_batch("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = off;")?;
    db.execute_batch("pragma journal_size_limit = 67108864;")?;
    db.execute_batch(&schema.sql)?;
    let (table, columns) = columns(&db)?;
    let names: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
    let marks = vec!["?"; names.len()].join(", ");
    let insert = format!("insert into {table} ({}) values ({marks})", names.join(", "));
    let (mut n, mut commits) = (0, vec![]);
    let start = Instant::now();
    while start.elapsed() < limit {
        let begin = Instant::now();
        let transaction = db.transaction()?;
        {
            let mut statement = transaction.prepare_cached(&insert)?;
            for _ in 0..rows_per_commit {
                statement.execute(params_from_iter(columns.iter().map(|column| value(column, n))))?;
                n += 1;
            }
        }
        transaction.commit()?;
        commits.push(begin.elapsed());
    }
    let seconds = start.elapsed().as_secs_f64();
    drop(db);
    remove(&path);
    let case = format!("sqlite, WAL, synchronous FULL, {rows_per_commit} a commit");
    let mut figures = figures(&case, seconds, n as f64, commits);
    figures["schema"] = json!(schema.from);
    figures["table"] = json!(format!("{table} ({})", names.join(", ")));
    figures["sqlite"] = json!(rusqlite::version());
    Ok(figures)
}

/// What no durable store can do better than: append, and wait for the disk.
fn disk(folder: &Path, limit: Duration) -> Result<serde_json::Value> {
    let path = folder.join("probe.raw");
    let mut file = fs::File::create(&path)?;
    let mut commits = vec![];
    let start = Instant::now();
    while start.elapsed() < limit {
        let begin = Instant::now();
        file.write_all(&[7; 200])?;
        file.sync_data()?;
        commits.push(begin.elapsed());
    }
    let seconds = start.elapsed().as_secs_f64();
    fs::remove_file(path)?;
    Ok(figures("append 200 bytes, fdatasync", seconds, commits.len() as f64, commits))
}

fn figures(case: &str, seconds: f64, rows: f64, mut commits: Vec<Duration>) -> serde_json::Value {
    commits.sort();
    let at = |q: f64| commits[((commits.len() - 1) as f64 * q) as usize].as_secs_f64() * 1e3;
    json!({
        "case": case,
        "ok": true,
        "rows_per_s": (rows / seconds).round(),
        "commits_per_s": (commits.len() as f64 / seconds).round(),
        "commit_ms": {"p50": at(0.5), "p99": at(0.99)},
    })
}
