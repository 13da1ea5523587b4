//! The options of the command line.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

pub const USAGE: &str = "payscore-simulator [option]…

WeChat Pay's side of WeChat Pay Score on this machine, for tests and demos. It prints one line of JSON with everything
that a client needs.

  --port N
      the port it listens at; by default the system chooses one
  --bind ADDRESS
      the address it listens at; by default 127.0.0.1. Any other address lets other machines in. In a container, use
      0.0.0.0 and publish the port on 127.0.0.1 only
  --allow-host NAME[:PORT]
      one more `Host` under which it may be called, such as the name of a container; may be repeated
  --seed N
      everything random comes from it; by default 7
  --now UNIX
      the time at which its clock begins, in Unix seconds; by default the current time
  --switch name=value
      sets a switch (below); may be repeated
  --max-body BYTES
      the longest body; a longer one is answered with 413; by default 10485760
  --max-connections N
      how many connections may be open; a further one is answered with 503 and closed; by default 256
  --timeout SECONDS
      how long a client may take for each step: to send a request's head, to send its body (then 408), to begin its next
      request, to read the answer; by default 30

Safety
  The simulator runs beside a browser, and its keys are published. Every request must therefore name this simulator in
  `Host`: 127.0.0.1, localhost or [::1] with its port, or an --allow-host. This holds for the control interface and for
  the simulated endpoints. A request with the `Origin` of another page, or with a `Sec-Fetch-Site` other than
  same-origin and none, is answered with 403. The simulator itself calls only addresses on this machine.
  A head above 64 KiB is answered with 431, a malformed request with 400. When file descriptors run out, the simulator
  waits for the next free one.

";

/// What a client may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a body at most.
    pub body: usize,
    /// Open connections at most.
    pub connections: usize,
    /// How long each step of a client may take.
    pub patience: Duration,
}

#[derive(Debug)]
pub struct Options {
    pub bind: IpAddr,
    pub port: u16,
    pub allowed_hosts: Vec<String>,
    pub seed: u64,
    pub now: Option<i64>,
    pub switches: Vec<(String, String)>,
    pub limits: Limits,
}

/// Reads the options; `None` asks for the help. The error says what is wrong.
pub fn read(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 0,
        allowed_hosts: Vec::new(),
        seed: 7,
        now: None,
        switches: Vec::new(),
        limits: Limits { body: 10_485_760, connections: 256, patience: Duration::from_secs(30) },
    };
    while let Some(argument) = arguments.next() {
        if argument == "--help" {
            return Ok(None);
        }
        let value = arguments.next().ok_or_else(|| format!("{argument} needs a value"))?;
        let number = || value.parse::<i64>().map_err(|_| format!("{argument} needs a number"));
        let positive = || number().map(|number| usize::try_from(number).unwrap_or(0).clamp(1, 1 << 30));
        match argument.as_str() {
            "--bind" => options.bind = value.parse().map_err(|_| "--bind needs an IP address".to_owned())?,
            "--port" => options.port = u16::try_from(number()?).map_err(|_| "--port is at most 65535".to_owned())?,
            "--allow-host" => options.allowed_hosts.push(value),
            "--seed" => options.seed = number()?.unsigned_abs(),
            "--now" => options.now = Some(number()?),
            "--max-body" => options.limits.body = positive()?,
            "--max-connections" => options.limits.connections = positive()?,
            "--timeout" => options.limits.patience = Duration::from_secs(number()?.unsigned_abs().clamp(1, 86_400)),
            "--switch" => {
                let (name, value) = value.split_once('=').ok_or("--switch needs name=value")?;
                options.switches.push((name.to_owned(), value.to_owned()));
            }
            other => return Err(format!("there is no option {other}")),
        }
    }
    Ok(Some(options))
}
