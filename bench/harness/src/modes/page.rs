//! A page of a room with many messages beside the same page of one with few, turn by turn on the same server.

use std::io;
use std::sync::atomic::Ordering::Relaxed;

use super::poll::Questions;
use super::{Run, milliseconds, rounded};
use crate::net::fault;
use crate::procs;
use crate::publish::publish;

pub async fn measure(run: &mut Run<'_>) -> io::Result<bool> {
    let pages = run.context.adapter.page.clone();
    if pages.is_empty() {
        return Err(fault("the adapter has no [page.NAME]"));
    }
    let sizes = [run.args.number("small", 1000)?, run.args.number("big", 100_000)?];
    run.put("small", sizes[0]);
    run.put("big", sizes[1]);
    let tally = run.tally();
    for (room, size) in sizes.into_iter().enumerate() {
        let mut plan = run.plan(size)?;
        (plan.first_room, plan.rooms) = (room, 1);
        let (sent, seconds) = publish(&run.context, plan).await;
        if sent.errors > 0 || sent.acks != size {
            return Err(fault(format!("filling: {} of {size}: {:?}", sent.acks, tally.errors())));
        }
        run.put(&format!("fill_{size}_s"), rounded(seconds));
    }
    let passes = run.args.number("passes", 9)?;
    let total = run.args.number("requests", 2000)?;
    let connections = run.args.number("conns", 8)? as usize;
    let mut bad = 0;
    for (name, how) in &pages {
        let [small, big] = [0, 1].map(|room| {
            let request = |index: usize| {
                let mut vars = run.context.vars(room, index);
                vars.push(("middle".into(), (sizes[room] / 2).to_string()));
                run.context.request(how, &vars, vec![])
            };
            Questions::new(&run.context, (0..connections).map(request).collect(), how)
        });
        // a first round fills the caches of both alike
        small.ask(connections as u64 * 4).await;
        big.ask(connections as u64 * 4).await;
        let mut ratios = vec![];
        for _ in 0..passes {
            let mut cost = [0.0; 2];
            for (room, questions) in [&small, &big].into_iter().enumerate() {
                let cpu = procs::cpu_s(&run.pids);
                let answers = questions.ask(total).await;
                cost[room] = (procs::cpu_s(&run.pids) - cpu) * 1e6 / total as f64;
                bad += answers.bad;
                run.put(&format!("{name}_latency_ms_{room}"), milliseconds(&answers.latency));
            }
            run.put(&format!("{name}_cpu_us_small"), rounded(cost[0]));
            run.put(&format!("{name}_cpu_us_big"), rounded(cost[1]));
            ratios.push(rounded(cost[1] / cost[0].max(1e-9)));
        }
        run.put(&format!("{name}_ratio"), ratios);
    }
    tally.stop.store(true, Relaxed);
    run.put("errors_n", bad);
    Ok(bad == 0)
}
