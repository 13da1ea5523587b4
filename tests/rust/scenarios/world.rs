//! Where a scenario runs: against the simulator in this process, or against its binary over real HTTP.

use super::control;
use payscore::http::{Headers, Request, Response};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Delivery, Simulator};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub trait World {
    fn base_url(&self) -> &str;
    fn handle(&mut self, request: &Request) -> Answer;
    fn now(&mut self) -> Timestamp;
    fn advance(&mut self, seconds: i64);
    /// The next callback; when none is `expected`, only whether one is there.
    fn callback(&mut self, expected: bool) -> Option<Callback>;
}

/// A callback that waits for its answer.
pub struct Callback {
    pub request: Request,
    from: From,
}

enum From {
    Delivery(String),
    Socket(TcpStream),
}

impl Callback {
    pub fn answer(self, world: &mut dyn World, status: i64, body: &str) {
        match self.from {
            From::Delivery(id) => {
                let path = format!("/_simulator/deliveries/{id}");
                control(world, "POST", &path, Some(&json!({ "status": status, "body": body }))).unwrap();
            }
            From::Socket(mut socket) => {
                let before = attempts(world);
                let head =
                    format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
                write!(socket, "{head}{body}").unwrap();
                // Moving the clock before the simulator has noted the answer would move the next attempt as well.
                for _ in 0..500 {
                    if attempts(world) > before {
                        return;
                    }
                    std::thread::sleep(Duration::from_millis(10));
                }
                panic!("the simulator did not note the answer to its callback");
            }
        }
    }
}

fn attempts(world: &mut dyn World) -> u64 {
    let deliveries = control(world, "GET", "/_simulator/deliveries", None).unwrap();
    deliveries.as_array().unwrap().iter().map(|delivery| delivery["attempts"].as_u64().unwrap()).sum()
}

pub struct InProcess {
    simulator: Simulator,
    deliveries: VecDeque<Delivery>,
}

impl InProcess {
    pub fn new(scenario: &Value) -> InProcess {
        let now = Timestamp::from_unix(scenario["now"].as_i64().unwrap()).unwrap();
        let seed = scenario["seed"].as_u64().unwrap();
        let simulator = Simulator::new(Config { seed, now, base_url: "http://localhost".to_owned() }).unwrap();
        InProcess { simulator, deliveries: VecDeque::new() }
    }
}

impl World for InProcess {
    fn base_url(&self) -> &str {
        "http://localhost"
    }

    fn handle(&mut self, request: &Request) -> Answer {
        self.simulator.handle(request)
    }

    fn now(&mut self) -> Timestamp {
        self.simulator.now()
    }

    fn advance(&mut self, seconds: i64) {
        self.simulator.set_now(self.simulator.now().plus(seconds));
    }

    fn callback(&mut self, _: bool) -> Option<Callback> {
        self.deliveries.extend(self.simulator.due());
        let delivery = self.deliveries.pop_front()?;
        Some(Callback { request: delivery.request, from: From::Delivery(delivery.id.to_string()) })
    }
}

pub struct OverHttp {
    process: Child,
    base_url: String,
    agent: ureq::Agent,
    callbacks: Receiver<(Request, TcpStream)>,
}

impl OverHttp {
    pub fn new(binary: &Path, scenario: &Value) -> OverHttp {
        let mut process = Command::new(binary)
            .args(["--now", &scenario["now"].to_string(), "--seed", &scenario["seed"].to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let facts: Value = serde_json::from_str(&line).unwrap();
        let base_url = facts["merchant"]["base_url"].as_str().unwrap().to_owned();
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(20)));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let to = format!("http://{}", listener.local_addr().unwrap());
        let (sender, callbacks) = channel();
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let Ok(socket) = socket else { return };
                let Some(received) = receive(socket) else { continue };
                if sender.send(received).is_err() {
                    return;
                }
            }
        });
        let mut world = OverHttp { process, base_url, agent: config.build().new_agent(), callbacks };
        let mapping = json!({"from": "https://shop.example", "to": to});
        control(&mut world, "POST", "/_simulator/mappings", Some(&mapping)).unwrap();
        world
    }
}

impl World for OverHttp {
    fn base_url(&self) -> &str {
        &self.base_url
    }

    fn handle(&mut self, request: &Request) -> Answer {
        // WeChat Pay's other address leads to the same simulator.
        let url = format!("{}{}", self.base_url(), request.target());
        let mut builder = ureq::http::Request::builder().method(request.method.as_str()).uri(&url);
        for (name, value) in request.headers.iter() {
            builder = builder.header(name, value);
        }
        let answer = match request.body.clone() {
            Some(body) => self.agent.run(builder.body(body).unwrap()),
            None => self.agent.run(builder.body(()).unwrap()),
        };
        let Ok(mut answer) = answer else { return Answer::Dropped };
        let headers = answer
            .headers()
            .iter()
            .fold(Headers::new(), |headers, (name, value)| headers.with(name.as_str(), value.to_str().unwrap()));
        let status = answer.status().as_u16();
        match answer.body_mut().read_to_vec() {
            Ok(body) => Answer::Reply(Response::new(status, headers, body)),
            Err(_) => Answer::Dropped,
        }
    }

    fn now(&mut self) -> Timestamp {
        let clock = control(self, "GET", "/_simulator/clock", None).unwrap();
        Timestamp::from_unix(clock["now"].as_i64().unwrap()).unwrap()
    }

    fn advance(&mut self, seconds: i64) {
        control(self, "POST", "/_simulator/clock", Some(&json!({ "advance": seconds }))).unwrap();
    }

    fn callback(&mut self, expected: bool) -> Option<Callback> {
        let patience = Duration::from_millis(if expected { 10_000 } else { 700 });
        let (request, socket) = self.callbacks.recv_timeout(patience).ok()?;
        Some(Callback { request, from: From::Socket(socket) })
    }
}

impl Drop for OverHttp {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One request of the simulator's, whole.
fn receive(socket: TcpStream) -> Option<(Request, TcpStream)> {
    let mut reader = BufReader::new(socket.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Headers::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers = headers.with(name, value.trim());
    }
    let mut body = vec![0; headers.get("Content-Length")?.parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some((Request::new(&method, target, headers, Some(body)), socket))
}
