//! What the process itself holds, under the names that are usual for it.

use std::sync::OnceLock;
use std::time::SystemTime;

use tertulia::metrics::{Kind, Metric, Sample, Value};

/// Notes when the process began, at the first call.
pub(crate) fn began() -> SystemTime {
    static BEGAN: OnceLock<SystemTime> = OnceLock::new();
    *BEGAN.get_or_init(SystemTime::now)
}

/// The numbers of the process: those that this system tells.
pub(crate) fn metrics() -> Vec<Metric> {
    let began = began().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64());
    let version = Sample { label: Some(("version", env!("CARGO_PKG_VERSION"))), value: Value::Number(1.0) };
    let metrics = [
        ("tertulia_build_info", "Which version runs.", Some(version)),
        ("process_start_time_seconds", "When the process began, in seconds since 1970.", sample(Some(began))),
        ("process_resident_memory_bytes", "Memory that the process has in use.", sample(resident_bytes())),
        ("process_open_fds", "Files and connections that are open.", sample(open_files())),
        ("process_max_fds", "How many there may be.", sample(max_files())),
    ];
    let metric =
        |(name, help, sample): (_, _, Option<Sample>)| Some(Metric { name, help, kind: Kind::Gauge, samples: vec![sample?] });
    metrics.into_iter().filter_map(metric).collect()
}

fn sample(value: Option<f64>) -> Option<Sample> {
    Some(Sample { label: None, value: Value::Number(value?) })
}

/// Bytes, from what Linux tells in kibibytes.
fn resident_bytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = resident.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1_024.0)
}

fn open_files() -> Option<f64> {
    let open = std::fs::read_dir("/proc/self/fd").ok()?.count();
    // The folder itself is open while it is looked at.
    u32::try_from(open.saturating_sub(1)).ok().map(f64::from)
}

fn max_files() -> Option<f64> {
    let (soft, _) = rlimit::Resource::NOFILE.get().ok()?;
    u32::try_from(soft).ok().map(f64::from)
}
