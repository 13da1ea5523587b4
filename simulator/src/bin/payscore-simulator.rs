//! The simulator behind a loopback port. Prints one JSON line with everything that a client needs.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use payscore::http::{Headers, Request, Response};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Delivery, Simulator};
use std::io::Write;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpStream};

const USAGE: &str = "payscore-simulator [--port N] [--seed N] [--now UNIX] [--switch name=value]…\n\n\
    WeChat Pay's side of WeChat Pay Score on 127.0.0.1, for tests and demos. Prints one JSON line with everything a client needs.\n\n";

struct Options {
    port: u16,
    seed: u64,
    now: Option<i64>,
    switches: Vec<(String, String)>,
}

/// The simulator, and how its clock follows this machine's.
struct Shared {
    simulator: Mutex<Simulator>,
    started: Instant,
    base: i64,
    moved: Mutex<i64>,
}

impl Shared {
    /// The simulator with its clock set: this machine's time, plus what the door has moved it.
    fn simulator(&self) -> MutexGuard<'_, Simulator> {
        let mut simulator = self.simulator.lock().unwrap_or_else(PoisonError::into_inner);
        let moved = *self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        let elapsed = i64::try_from(self.started.elapsed().as_secs()).unwrap_or(0);
        if let Some(now) = Timestamp::from_unix(self.base.saturating_add(elapsed).saturating_add(moved)) {
            simulator.set_now(now);
        }
        simulator
    }

    fn handle(&self, request: &Request) -> Answer {
        let mut simulator = self.simulator();
        let before = simulator.now();
        let answer = simulator.handle(request);
        let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        *moved = moved.saturating_add(simulator.now().since(before));
        answer
    }
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(Some(options)) => options,
        Ok(None) => return ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}; --help tells more");
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    match runtime.map(|runtime| runtime.block_on(serve(options))) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(problem)) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Option<Options>, String> {
    let mut options = Options { port: 0, seed: 7, now: None, switches: Vec::new() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--help" {
            print!("{USAGE}{}", Simulator::help());
            return Ok(None);
        }
        let value = arguments.next().ok_or_else(|| format!("{argument} needs a value"))?;
        let number = |value: &str| value.parse::<i64>().map_err(|_| format!("{argument} needs a number"));
        match argument.as_str() {
            "--port" => options.port = u16::try_from(number(&value)?).map_err(|_| "--port is at most 65535".to_owned())?,
            "--seed" => options.seed = number(&value)?.unsigned_abs(),
            "--now" => options.now = Some(number(&value)?),
            "--switch" => {
                let (name, value) = value.split_once('=').ok_or("--switch needs name=value")?;
                options.switches.push((name.to_owned(), value.to_owned()));
            }
            other => return Err(format!("there is no option {other}")),
        }
    }
    Ok(Some(options))
}

async fn serve(options: Options) -> Result<(), String> {
    let listener =
        TcpListener::bind(("127.0.0.1", options.port)).await.map_err(|error| format!("port {}: {error}", options.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let system = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    let base = options.now.unwrap_or(system);
    let now = Timestamp::from_unix(base).ok_or("--now is not a moment")?;
    let simulator = Simulator::new(Config { seed: options.seed, now, base_url: format!("http://{address}") })
        .map_err(|error| error.to_string())?;
    let shared = Arc::new(Shared { simulator: Mutex::new(simulator), started: Instant::now(), base, moved: Mutex::new(0) });
    for (name, value) in options.switches {
        let body = serde_json::json!({ name: value }).to_string().into_bytes();
        if let Answer::Reply(response) = shared.handle(&Request::new("POST", "/_simulator/switches", Headers::new(), Some(body)))
            && response.status != 200
        {
            return Err(String::from_utf8_lossy(&response.body).into_owned());
        }
    }
    if let Answer::Reply(about) = shared.handle(&Request::new("GET", "/_simulator", Headers::new(), None)) {
        println!("{}", String::from_utf8_lossy(&about.body));
        std::io::stdout().flush().map_err(|error| error.to_string())?;
    }
    tokio::spawn(deliver(shared.clone()));
    loop {
        let (stream, _) = listener.accept().await.map_err(|error| error.to_string())?;
        let shared = shared.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(shared.clone(), request));
            let mut http = hyper::server::conn::http1::Builder::new();
            // An answer that is dropped ends its connection; that is not worth a word.
            let _ = http.title_case_headers(true).timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// The connection is closed without an answer.
#[derive(Debug)]
struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("dropped on request")
    }
}

impl std::error::Error for Dropped {}

async fn answer(shared: Arc<Shared>, request: hyper::Request<Incoming>) -> Result<hyper::Response<Full<Bytes>>, Dropped> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Dropped)?.to_bytes();
    let headers: Headers =
        parts.headers.iter().map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))).collect();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let request = Request::new(parts.method.as_str(), target, headers, (!body.is_empty()).then(|| body.to_vec()));
    match shared.handle(&request) {
        Answer::Dropped => Err(Dropped),
        Answer::Reply(response) => made(response).ok_or(Dropped),
    }
}

fn made(response: Response) -> Option<hyper::Response<Full<Bytes>>> {
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in response.headers.iter() {
        builder = builder.header(name, value);
    }
    builder.body(Full::new(Bytes::from(response.body))).ok()
}

/// Sends what is due, looks again ten times a second.
async fn deliver(shared: Arc<Shared>) {
    loop {
        let due = shared.simulator().due();
        for delivery in due {
            let shared = shared.clone();
            tokio::spawn(async move {
                let sent = tokio::time::timeout(Duration::from_secs(5), send(&delivery)).await;
                let (status, said) = sent.ok().flatten().unzip();
                let mut report = serde_json::json!({ "status": status });
                if let (Some(said), Some(report)) = (said, report.as_object_mut()) {
                    report.insert("body".to_owned(), said.into());
                }
                let body = report.to_string().into_bytes();
                let target = format!("/_simulator/deliveries/{}", delivery.id);
                shared.handle(&Request::new("POST", target, Headers::new(), Some(body)));
            });
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// One attempt; the status and body of its answer. Only addresses on this machine are ever called.
async fn send(delivery: &Delivery) -> Option<(u16, String)> {
    let rest = delivery.request.url.strip_prefix("http://")?;
    let authority = rest.split('/').next()?.to_owned();
    if !["127.0.0.1:", "localhost:", "[::1]:"].iter().any(|loopback| authority.starts_with(loopback)) {
        return None;
    }
    let stream = TcpStream::connect(&authority).await.ok()?;
    let (mut sender, connection) =
        hyper::client::conn::http1::Builder::new().title_case_headers(true).handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    let mut builder = hyper::Request::builder().method("POST").uri(delivery.request.target()).header("Host", authority);
    for (name, value) in delivery.request.headers.iter() {
        builder = builder.header(name, value);
    }
    let request = builder.body(Full::new(Bytes::from(delivery.request.body.clone().unwrap_or_default()))).ok()?;
    let response = sender.send_request(request).await.ok()?;
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    Some((status, String::from_utf8_lossy(&body).into_owned()))
}
