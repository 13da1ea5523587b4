//! What the command line says.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

pub const USAGE: &str = "payscore-simulator [option]…

WeChat Pay's side of WeChat Pay Score on this machine, for tests and demos. Prints one JSON line with everything a client needs.

  --port N
      where it listens; without it, the system chooses
  --bind ADDRESS
      the address it listens at, 127.0.0.1 without it. Any other lets other machines in: in a container say 0.0.0.0, and publish the port on
      127.0.0.1 only
  --allow-host NAME[:PORT]
      one more `Host` under which it may be called, such as a container's name; may be given several times
  --seed N
      everything random comes from it (7)
  --now UNIX
      its clock begins then, in Unix seconds
  --switch name=value
      sets a switch (below); may be given several times
  --max-body BYTES
      a longer body is answered with 413 (10485760)
  --max-connections N
      when so many are open, a further one is answered with 503 and closed (256)
  --timeout SECONDS
      how long a client may take to send a request's head, to send its body (then: 408), to begin its next request, or to read (30)

Safety
  It runs beside a browser, and its keys are published. So every request, to the door and to the simulated endpoints, must name this
  simulator in `Host`: 127.0.0.1, localhost or [::1] with its port, or an --allow-host. One with the `Origin` of another page, or a
  `Sec-Fetch-Site` other than same-origin and none, is answered with 403. It calls no address but this machine's.
  A head above 64 KiB is answered with 431, a malformed request with 400. When file descriptors run out, it waits for the next free one.

";

/// What it may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a body.
    pub body: usize,
    /// Open connections.
    pub connections: usize,
    /// For each step of a client's.
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

/// The options; `None` where the help is wanted; what is wrong otherwise.
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
