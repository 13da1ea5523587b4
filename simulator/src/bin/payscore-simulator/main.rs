//! The simulator behind a loopback port. Prints one JSON line with everything that a client needs.

mod connection;
mod delivering;
mod guard;
mod options;
mod pacing;
mod receiving;
mod shared;

use guard::Guard;
use options::Options;
use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Simulator};
use shared::Shared;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            warn(problem);
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let Some(options) = options::read(std::env::args().skip(1)).map_err(|problem| format!("{problem}; see --help"))?
    else {
        print!("{}{}", options::USAGE, Simulator::help());
        return Ok(());
    };
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(serve(options))
}

/// Writes a line to stderr, whether or not anybody reads it.
fn warn(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

async fn serve(options: Options) -> Result<(), String> {
    let listener = TcpListener::bind((options.bind, options.port))
        .await
        .map_err(|error| format!("{} port {}: {error}", options.bind, options.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    if !address.ip().is_loopback() {
        warn(format!(
            "warning: {address} can be reached from other machines. Anybody there can move this simulator's clock and \
             read its books; its keys are published."
        ));
    }
    let system =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    let base = options.now.unwrap_or(system);
    let now = Timestamp::from_unix(base).ok_or("--now is not a moment")?;
    let guard = Guard::new(address, options.allowed_hosts);
    let config = Config { seed: options.seed, now, base_url: guard.base_url() };
    let simulator = Simulator::new(config).map_err(|error| error.to_string())?;
    let shared = Arc::new(Shared::new(simulator, base, guard, options.limits));
    for (name, value) in options.switches {
        let body = serde_json::json!({ name: value }).to_string().into_bytes();
        if let Answer::Reply(response) =
            shared.handle(&Request::new("POST", "/_simulator/switches", Headers::new(), Some(body)))
            && response.status != 200
        {
            return Err(String::from_utf8_lossy(&response.body).into_owned());
        }
    }
    if let Answer::Reply(about) = shared.handle(&Request::new("GET", "/_simulator", Headers::new(), None)) {
        let mut out = std::io::stdout();
        let written = writeln!(out, "{}", String::from_utf8_lossy(&about.body)).and_then(|()| out.flush());
        written.map_err(|error| error.to_string())?;
    }
    tokio::spawn(delivering::deliver(shared.clone()));
    accept(&listener, &shared).await
}

/// Accepts connections for ever. When this machine has no file descriptor left, it waits until one is free.
async fn accept(listener: &TcpListener, shared: &Arc<Shared>) -> ! {
    let free = Arc::new(Semaphore::new(shared.limits.connections));
    let mut warned: Option<Instant> = None;
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                if warned.is_none_or(|at| at.elapsed() > Duration::from_secs(60)) {
                    warn(format!("a connection cannot be accepted, and is tried again: {error}"));
                    warned = Some(Instant::now());
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        match free.clone().try_acquire_owned() {
            Ok(place) => {
                let shared = shared.clone();
                tokio::spawn(async move {
                    connection::serve(stream, shared).await;
                    drop(place);
                });
            }
            Err(_) => turn_away(&stream),
        }
    }
}

fn turn_away(stream: &TcpStream) {
    let body = "{\"error\":\"too many connections: see --max-connections\"}";
    let head =
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    let _ = stream.try_write(format!("{head}{}\r\n\r\n{body}", body.len()).as_bytes());
}
