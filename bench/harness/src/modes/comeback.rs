//! Readers that were away, and come back all together with their cursors: does each get what it missed, and who reads the store?

use std::io;
use std::sync::atomic::Ordering::Relaxed;

use serde_json::Value;

use super::{Run, milliseconds, read_counter, rounded, sleep_ms};
use crate::net::fault;
use crate::procs::{self, Cpu};
use crate::publish::{Pace, publish, wait_delivered};
use crate::subscribe::{Coming, Crowd, Transport};
use crate::tally::now_ns;

pub async fn measure(run: &mut Run<'_>) -> io::Result<bool> {
    let name = run.args.text("transport", "ws");
    let transport = Transport::parse(&name)?;
    if transport == Transport::LongPoll {
        return Err(fault("long polls come back with every request: measure them with fanout"));
    }
    let at_once = run.args.number("at-once", 256)? as usize;
    let mut coming = Coming { transport, back: false, keep_cursor: true, at_once };
    let connections = run.args.number("conns", 10_000)?;
    let (rooms, missed) = (run.rooms as u64, run.args.number("missed", 100)?);
    let tally = run.tally();

    // One message each, so that every reader has a cursor, whether or not the server gives one at the start.
    let crowd = Crowd::connect(&run.context, coming, run.records(connections)).await;
    sleep_ms(run.args.number("settle-ms", 1000)?).await;
    let mut plan = run.plan(rooms)?;
    plan.pace = Pace::Ack;
    let (first, _) = publish(&run.context, plan).await;
    let all_saw_it = wait_delivered(&tally, connections, 10).await;
    let records = crowd.leave().await;
    let without = records.iter().filter(|seen| seen.cursor.is_none()).count();
    if without > 0 {
        tally.error(format!("{without} readers were given no cursor"));
    }
    sleep_ms(1000).await;
    let mut plan = run.plan(missed * rooms)?;
    plan.from = rooms;
    let (while_away, _) = publish(&run.context, plan).await;
    sleep_ms(500).await;

    let counters = run.context.adapter.counters.clone();
    let reads = read_counter(counters.as_ref()).await;
    let before = tally.delivered.load(Relaxed);
    let (cpu, start_ns) = (Cpu::now(&run.pids), now_ns());
    coming.back = true;
    coming.keep_cursor = false;
    let crowd = Crowd::connect(&run.context, coming, records).await;
    let complete = wait_delivered(&tally, before + connections * missed, 10).await;
    let seconds = (now_ns() - start_ns) as f64 / 1e9;
    let cpu = Cpu::now(&run.pids).since(cpu);
    let reads = read_counter(counters.as_ref()).await.zip(reads).map(|(after, before)| after - before);
    run.put_memory("after", procs::memory(&run.pids));
    sleep_ms(200).await; // a repeat may come late
    tally.stop.store(true, Relaxed);
    let seen = crowd.leave().await;

    run.put("transport", name);
    run.put("conns", connections);
    run.put("missed", missed);
    run.put("catch_up_s", rounded(seconds));
    run.put("server_cpu_us_per_reader", rounded(cpu.server_s * 1e6 / connections as f64));
    run.put("client_cpu_us_per_reader", rounded(cpu.load_s * 1e6 / connections as f64));
    run.put("other_cpu_s", rounded(cpu.others_s()));
    run.put("ack_ms", milliseconds(&while_away.ack_latency));
    run.put("store_reads", reads.map_or(Value::Null, Value::from));
    run.put("store_reads_per_room", reads.map_or(Value::Null, |n| rounded(n as f64 / rooms as f64).into()));
    let sound = run.put_faults(&seen);
    Ok(sound && complete && all_saw_it && without == 0 && first.errors + while_away.errors == 0)
}
