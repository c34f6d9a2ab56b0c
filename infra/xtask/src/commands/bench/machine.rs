//! The machine that figures were measured on.

use std::fmt;

use jiff::Timestamp;

/// What it is, and how busy others kept it before the measuring began.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    cores: usize,
    model: String,
    memory: u64,
    load: f64,
    date: String,
}

impl Machine {
    /// This one, now.
    pub(super) fn look() -> Self {
        let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        let (processor, memory, load) = (read("/proc/cpuinfo"), read("/proc/meminfo"), read("/proc/loadavg"));
        Self {
            cores: cores(),
            model: value(&processor, "model name").unwrap_or("an unnamed processor").to_owned(),
            memory: value(&memory, "MemTotal")
                .and_then(|text| text.strip_suffix(" kB")?.trim().parse::<u64>().ok())
                .unwrap_or_default()
                .div_ceil(1024 * 1024),
            load: load.split(' ').next().and_then(|text| text.parse().ok()).unwrap_or_default(),
            date: Timestamp::now().strftime("%Y-%m-%d").to_string(),
        }
    }
}

/// How many processes can run at once.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':').map(str::trim))
}

impl fmt::Display for Machine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cores, model, memory, load, date } = self;
        write!(formatter, "{date}: {cores} cores of {model}, {memory} GB; load average before it began: {load}")?;
        // Half a core is more than an idle machine uses.
        if *load > 0.5 {
            formatter.write_str(", so others used the machine too")?;
        }
        formatter.write_str(".")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_names() {
        assert_eq!(value("a: 1\nmodel name\t: Some CPU 3\n", "model name"), Some("Some CPU 3"));
        assert_eq!(value("MemTotal:  24 kB\n", "MemTotal"), Some("24 kB"));
        assert_eq!(value("x", "MemTotal"), None);
    }

    #[test]
    fn a_busy_machine_is_said_to_be_shared() {
        let machine =
            |load| Machine { cores: 2, model: "CPU".to_owned(), memory: 8, load, date: "2026-01-02".to_owned() };
        assert_eq!(machine(0.1).to_string(), "2026-01-02: 2 cores of CPU, 8 GB; load average before it began: 0.1.");
        assert!(machine(1.9).to_string().ends_with("1.9, so others used the machine too."));
    }
}
