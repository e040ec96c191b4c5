//! Metrics as text, in the format that Prometheus and all that is like it reads (version 0.0.4). Pure.

use std::fmt::Write;

use super::{Kind, Metric, Sample, Value};

/// The media type of [`prometheus`].
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Writes metrics as text: for each its `# HELP`, its `# TYPE`, and a line for each of its values.
#[must_use]
pub fn prometheus(metrics: &[Metric]) -> String {
    let mut text = String::with_capacity(16 * 1024);
    for metric in metrics {
        let kind = match metric.kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        let help = metric.help.replace('\\', "\\\\").replace('\n', "\\n");
        let _ = write!(text, "# HELP {} {help}\n# TYPE {} {kind}\n", metric.name, metric.name);
        metric.samples.iter().for_each(|sample| write_sample(&mut text, metric.name, sample));
    }
    text
}

fn write_sample(text: &mut String, name: &str, sample: &Sample) {
    let own = sample.label.map(|(label, value)| format!("{label}=\"{}\"", escape(value)));
    match &sample.value {
        Value::Number(number) => {
            let own = own.map_or_else(String::new, |own| format!("{{{own}}}"));
            let _ = writeln!(text, "{name}{own} {number}");
        }
        Value::Distribution(told) => {
            let before = own.as_deref().map_or_else(String::new, |own| format!("{own},"));
            for (bound, count) in &told.buckets {
                let _ = writeln!(text, "{name}_bucket{{{before}le=\"{bound}\"}} {count}");
            }
            let own = own.map_or_else(String::new, |own| format!("{{{own}}}"));
            let _ = writeln!(text, "{name}_bucket{{{before}le=\"+Inf\"}} {}", told.count);
            let _ = write!(text, "{name}_sum{own} {}\n{name}_count{own} {}\n", told.sum, told.count);
        }
    }
}

fn escape(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::super::Distribution;
    use super::*;

    #[test]
    fn the_text_is_as_the_format_says() {
        let distribution = Distribution { buckets: vec![(0.0005, 1), (1.0, 2)], count: 3, sum: 7.25 };
        let metrics = [
            Metric {
                name: "a_total",
                help: "One line,\nand \\ another.",
                kind: Kind::Counter,
                samples: vec![
                    Sample { label: Some(("code", "said")), value: Value::Number(2.0) },
                    Sample { label: Some(("code", "a \"word\"\n\\")), value: Value::Number(0.5) },
                ],
            },
            Metric {
                name: "b_seconds",
                help: "Time.",
                kind: Kind::Histogram,
                samples: vec![Sample { label: None, value: Value::Distribution(distribution) }],
            },
        ];
        let text = "\
# HELP a_total One line,\\nand \\\\ another.
# TYPE a_total counter
a_total{code=\"said\"} 2
a_total{code=\"a \\\"word\\\"\\n\\\\\"} 0.5
# HELP b_seconds Time.
# TYPE b_seconds histogram
b_seconds_bucket{le=\"0.0005\"} 1
b_seconds_bucket{le=\"1\"} 2
b_seconds_bucket{le=\"+Inf\"} 3
b_seconds_sum 7.25
b_seconds_count 3
";
        assert_eq!(prometheus(&metrics), text);
    }
}
