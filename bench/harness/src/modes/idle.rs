//! Readers to whom nothing happens: what each costs in memory, and what is left of that when they have gone.

use std::io;
use std::sync::atomic::Ordering::Relaxed;

use super::{Run, rounded, sleep_ms};
use crate::procs;
use crate::subscribe::{Coming, Crowd, Transport};
use crate::tally::now_ns;

pub async fn measure(run: &mut Run<'_>) -> io::Result<bool> {
    let transport = run.args.text("transport", "ws");
    let coming = Coming { transport: Transport::parse(&transport)?, back: false, keep_cursor: false, at_once: 64 };
    let connections = run.args.number("conns", 2000)?;
    let (hold, leave) = (run.args.number("hold", 10)?, run.args.number("leave-s", 0)?);
    run.put("transport", transport);
    run.put("conns", connections);
    let before = procs::memory(&run.pids);
    run.put_memory("before", before);
    let each = |kb: f64| rounded(kb / connections as f64);

    let (start_ns, cpu) = (now_ns(), procs::cpu_s(&run.pids));
    let mut crowd = Crowd::connect(&run.context, coming, run.records(connections)).await;
    run.put("connect_s", rounded((now_ns() - start_ns) as f64 / 1e9));
    sleep_ms(run.args.number("settle-ms", 3000)?).await;
    let settled = procs::cpu_s(&run.pids);
    run.put("server_cpu_us_per_connect", each((settled - cpu) * 1e6));
    run.put_memory("after_connect", procs::memory(&run.pids));
    sleep_ms(hold * 1000).await;
    let held = procs::memory(&run.pids);
    run.put_memory("after", held);
    run.put("pss_kb_per_conn", each(held.pss_kb as f64 - before.pss_kb as f64));
    run.put("rss_kb_per_conn", each(held.rss_kb as f64 - before.rss_kb as f64));
    run.put("idle_cpu_ms_per_s", rounded((procs::cpu_s(&run.pids) - settled) * 1e3 / hold.max(1) as f64));

    if leave > 0 {
        // The second time round tells a leak, which grows, from what the allocator keeps, which does not.
        let waves = run.args.number("waves", 1)?.max(1);
        for wave in 1..=waves {
            let records = crowd.leave().await;
            sleep_ms(leave * 1000).await;
            let left = procs::memory(&run.pids);
            let name = if wave == 1 { "left".to_string() } else { format!("left_{wave}") };
            run.put_memory(&name, left);
            run.put(&format!("pss_{name}_ratio"), rounded(left.pss_kb as f64 / before.pss_kb.max(1) as f64));
            let records = if wave < waves { records } else { vec![] };
            crowd = Crowd::connect(&run.context, coming, records).await;
        }
    }
    let failed = run.tally().failed.load(Relaxed);
    run.put("disconnects", failed);
    crowd.leave().await;
    Ok(failed == 0)
}
