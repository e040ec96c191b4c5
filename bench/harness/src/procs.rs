//! CPU time and memory of a server, all its processes together, from the kernel's own books.

use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, Default, Debug)]
pub struct Memory {
    pub rss_kb: u64,
    pub pss_kb: u64,
}

struct Stat {
    parent: u32,
    /// Ticks of children that have ended and been waited for.
    ended_children: u64,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // the command's name stands in brackets and may hold anything
    let fields: Vec<&str> = text[text.rfind(')')? + 2..].split_ascii_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<u64>().ok()).unwrap_or(0);
    Some(Stat { parent: fields.get(1)?.parse().ok()?, ended_children: ticks(13) + ticks(14) })
}

/// The processes and all their descendants.
fn tree(roots: &[u32]) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        if let Some(stat) = stat(pid) {
            children.entry(stat.parent).or_default().push(pid);
        }
    }
    let mut seen = HashSet::new();
    let mut todo = roots.to_vec();
    while let Some(pid) = todo.pop() {
        if seen.insert(pid) {
            todo.extend(children.get(&pid).into_iter().flatten());
        }
    }
    seen.into_iter().collect()
}

fn tick_s() -> f64 {
    1.0 / unsafe { libc::sysconf(libc::_SC_CLK_TCK) } as f64
}

/// What a process has used so far, threads that have ended included, in nanoseconds (`/proc/PID/stat` counts in 10 ms).
fn own_cpu_s(pid: u32) -> Option<f64> {
    let mut clock: libc::clockid_t = 0;
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    let read =
        unsafe { libc::clock_getcpuclockid(pid as libc::pid_t, &mut clock) == 0 && libc::clock_gettime(clock, &mut time) == 0 };
    read.then_some(time.tv_sec as f64 + time.tv_nsec as f64 / 1e9)
}

/// User and system CPU seconds of the processes and their descendants.
pub fn cpu_s(roots: &[u32]) -> f64 {
    let of = |pid: &u32| Some(own_cpu_s(*pid)? + stat(*pid)?.ended_children as f64 * tick_s());
    tree(roots).iter().filter_map(of).sum()
}

pub fn memory(roots: &[u32]) -> Memory {
    let mut all = Memory::default();
    for pid in tree(roots) {
        let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
        for line in text.lines() {
            let mut words = line.split_ascii_whitespace();
            let (name, kb) = (words.next(), words.next().and_then(|w| w.parse::<u64>().ok()).unwrap_or(0));
            match name {
                Some("Rss:") => all.rss_kb += kb,
                Some("Pss:") => all.pss_kb += kb,
                _ => {}
            }
        }
    }
    all
}

/// Busy CPU seconds of the whole machine, to see how much others ran meanwhile.
fn machine_busy_s() -> f64 {
    let text = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let fields: Vec<u64> =
        text.lines().next().unwrap_or("").split_ascii_whitespace().skip(1).filter_map(|f| f.parse().ok()).collect();
    // user nice system idle iowait irq softirq
    [0, 1, 2, 5, 6].iter().filter_map(|i| fields.get(*i)).sum::<u64>() as f64 * tick_s()
}

/// CPU seconds at one moment, or between two.
#[derive(Clone, Copy, Debug)]
pub struct Cpu {
    pub server_s: f64,
    pub load_s: f64,
    busy_s: f64,
}

impl Cpu {
    pub fn now(server: &[u32]) -> Cpu {
        let own = own_cpu_s(std::process::id()).unwrap_or(0.0);
        Cpu { server_s: cpu_s(server), load_s: own, busy_s: machine_busy_s() }
    }

    pub fn since(self, before: Cpu) -> Cpu {
        Cpu {
            server_s: self.server_s - before.server_s,
            load_s: self.load_s - before.load_s,
            busy_s: self.busy_s - before.busy_s,
        }
    }

    /// What neither the server nor the load used.
    pub fn others_s(&self) -> f64 {
        (self.busy_s - self.server_s - self.load_s).max(0.0)
    }
}
