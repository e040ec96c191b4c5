//! Messages to readers (`fanout`), or to nobody (`send`): CPU for each delivery, for each message, and how fast.

use std::io;
use std::sync::atomic::Ordering::Relaxed;

use super::{Run, milliseconds, rounded, sleep_ms};
use crate::procs::{self, Cpu};
use crate::publish::{Pace, Sent, publish, wait_delivered};
use crate::subscribe::{Coming, Crowd, Transport};
use crate::tally::now_ns;

pub async fn measure(run: &mut Run<'_>) -> io::Result<bool> {
    let readers_per_room = if run.args.mode == "send" { 0 } else { run.args.number("subs", 1000)? };
    let memory = procs::memory(&run.pids);
    let crowd = connect(run, readers_per_room).await?;
    warm_up(run, readers_per_room).await?;
    let tally = run.tally();
    tally.recording.store(true, Relaxed);

    let messages = run.args.number("msgs", 500)?;
    let pace_name = run.args.text("pace", if readers_per_room == 0 { "ack" } else { "delivered" });
    let warm = run.args.number("warmup", 20)?.max(tally.publishers as u64);
    let (bytes, polls) = (tally.bytes.load(Relaxed), tally.long_polls.load(Relaxed));
    let cpu = Cpu::now(&run.pids);
    let mut plan = run.plan(messages)?;
    plan.from = warm;
    let pace = Pace::parse(&pace_name)?;
    plan.pace = pace;
    plan.readers_per_room = readers_per_room;
    let (before, start_ns, window, over_ws) = (plan.delivered_before, plan.start_ns, plan.window, plan.over_ws);
    let (sent, send_s) = publish(&run.context, plan).await;
    let complete = wait_delivered(&tally, before + messages * readers_per_room, 5).await;
    let seconds = if readers_per_room > 0 { (now_ns() - start_ns) as f64 / 1e9 } else { send_s };
    let cpu = Cpu::now(&run.pids).since(cpu);
    sleep_ms(200).await; // a repeat may come late
    run.put_memory("before", memory);
    run.put_memory("after", procs::memory(&run.pids));
    tally.stop.store(true, Relaxed);

    run.put("publish", if over_ws { "ws" } else { "http" });
    run.put("pub_conns", tally.publishers);
    run.put("pace", pace_name);
    run.put("window", window);
    run.put("msgs", messages);
    run.put("secs", rounded(seconds));
    put_cpu(run, cpu, messages, seconds);
    let acknowledged = put_sent(run, &sent, send_s) && rate_was_kept(run, pace, messages, send_s);
    if readers_per_room == 0 {
        return Ok(acknowledged);
    }
    let delivered = tally.delivered.load(Relaxed) - before;
    let each = |x: f64| rounded(x / delivered.max(1) as f64);
    run.put("deliveries", delivered);
    run.put("deliveries_per_s", (delivered as f64 / seconds).round());
    run.put("server_cpu_us_per_delivery", each(cpu.server_s * 1e6));
    run.put("client_cpu_us_per_delivery", each(cpu.load_s * 1e6));
    run.put("wire_bytes_per_delivery", each((tally.bytes.load(Relaxed) - bytes) as f64));
    let latency = milliseconds(&tally.latency.lock().expect("no panic under this lock"));
    run.put("latency_ms", latency);
    run.put("longpoll_requests", tally.long_polls.load(Relaxed) - polls);
    let seen = crowd.leave().await;
    let sound = run.put_faults(&seen);
    Ok(sound && complete && acknowledged)
}

async fn connect(run: &mut Run<'_>, readers_per_room: u64) -> io::Result<Crowd> {
    let transport = run.args.text("transport", "ws");
    let coming = Coming { transport: Transport::parse(&transport)?, back: false, keep_cursor: false, at_once: 64 };
    let readers = readers_per_room * run.rooms as u64;
    let (start_ns, cpu) = (now_ns(), procs::cpu_s(&run.pids));
    let crowd = Crowd::connect(&run.context, coming, run.records(readers)).await;
    if readers > 0 {
        let seconds = (now_ns() - start_ns) as f64 / 1e9;
        sleep_ms(run.args.number("settle-ms", 1000)?).await;
        let cpu = procs::cpu_s(&run.pids) - cpu;
        run.put("transport", transport);
        run.put("subs_per_room", readers_per_room);
        run.put("connect_s", rounded(seconds));
        run.put("server_cpu_us_per_connect", rounded(cpu * 1e6 / readers as f64));
    }
    Ok(crowd)
}

/// The first messages do not count: buffers grow, pages are mapped, connections of publishers open.
async fn warm_up(run: &mut Run<'_>, readers_per_room: u64) -> io::Result<()> {
    let tally = run.tally();
    let mut plan = run.plan(run.args.number("warmup", 20)?.max(tally.publishers as u64))?;
    plan.pace = if readers_per_room > 0 { Pace::Delivered } else { Pace::Ack };
    plan.readers_per_room = readers_per_room;
    let target = plan.count * readers_per_room;
    let (sent, _) = publish(&run.context, plan).await;
    if !wait_delivered(&tally, target, 10).await || sent.errors > 0 {
        tally.error(format!("the warm-up is not complete: {} of {target}", tally.delivered.load(Relaxed)));
    }
    sleep_ms(300).await;
    Ok(())
}

/// A rate that was not kept is another load than the one that was asked for, and a cheaper one.
fn rate_was_kept(run: &Run<'_>, pace: Pace, messages: u64, seconds: f64) -> bool {
    let Pace::Rate(rate) = pace else { return true };
    let kept = messages as f64 / seconds;
    if kept < 0.9 * rate {
        run.tally().error(format!("the rate was not kept: {kept:.0} of {rate:.0} messages/s"));
    }
    kept >= 0.9 * rate
}

fn put_cpu(run: &mut Run<'_>, cpu: Cpu, messages: u64, seconds: f64) {
    run.put("server_cpu_s", rounded(cpu.server_s));
    run.put("client_cpu_s", rounded(cpu.load_s));
    run.put("other_cpu_s", rounded(cpu.others_s()));
    run.put("server_cores", rounded(cpu.server_s / seconds));
    run.put("server_cpu_us_per_msg", rounded(cpu.server_s * 1e6 / messages as f64));
}

fn put_sent(run: &mut Run<'_>, sent: &Sent, seconds: f64) -> bool {
    run.put("acks", sent.acks);
    run.put("acks_per_s", rounded(sent.acks as f64 / seconds));
    run.put("ack_ms", milliseconds(&sent.ack_latency));
    run.put("pub_errors", sent.errors);
    sent.errors == 0
}
