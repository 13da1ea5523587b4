//! What only the server of the binary can do: slow and cut answers, and connections that are cut when they are used
//! again. Which abuse it survives, and which callers it refuses. Through bare sockets.

use super::client::{V3, order};
use super::http::{Running, start_with, start_with_stderr};
use super::{NOW, signed};
use payscore::http::Request;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

struct Server {
    _running: Running,
    port: u16,
}

/// A kept connection.
struct Socket(TcpStream);

impl Server {
    fn start(arguments: &[&str]) -> Server {
        Server::limited(arguments, None)
    }

    /// With so many file descriptors.
    fn limited(arguments: &[&str], descriptors: Option<u32>) -> Server {
        let (running, base) = start_with(arguments, descriptors);
        Server { _running: running, port: base.rsplit(':').next().unwrap().parse().unwrap() }
    }

    fn connect(&self) -> Socket {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        Socket(stream)
    }

    fn text(&self, request: &Request, more: &str) -> Vec<u8> {
        let mut head =
            format!("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{more}", request.method, request.target(), self.port);
        for (name, value) in request.headers.iter() {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let body = request.body.clone().unwrap_or_default();
        head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
        [head.into_bytes(), body].concat()
    }

    /// A signed call's bytes; more headers in `more`.
    fn create(&self, number: &str, more: &str) -> Vec<u8> {
        self.text(&signed("POST", &format!("{V3}/serviceorder"), &order(number).to_string(), NOW, |value| value), more)
    }

    fn control(&self, method: &str, path: &str, body: Value) -> Value {
        let body = (!body.is_null()).then(|| body.to_string().into_bytes());
        let request = Request::new(method, format!("/_simulator{path}"), payscore::http::Headers::new(), body);
        let (status, body) = self.connect().ask(&self.text(&request, ""));
        assert_eq!(status, 200, "{path}");
        serde_json::from_slice(&body).unwrap()
    }

    fn orders(&self) -> u64 {
        self.control("GET", "/books", Value::Null)["orders"].as_u64().unwrap()
    }

    fn clock(&self, more: &str) -> Vec<u8> {
        format!("GET /_simulator/clock HTTP/1.1\r\n{more}\r\n").into_bytes()
    }

    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}\r\n", self.port)
    }
}

impl Socket {
    fn send(&mut self, bytes: &[u8]) -> &mut Socket {
        self.0.write_all(bytes).unwrap();
        self
    }

    /// Status and body; status 0 when nothing came.
    fn ask(&mut self, bytes: &[u8]) -> (u16, Vec<u8>) {
        self.send(bytes).answer()
    }

    fn answer(&mut self) -> (u16, Vec<u8>) {
        let mut seen = Vec::new();
        while head(&seen).is_none() && self.more(&mut seen) {}
        let Some((status, begins, length)) = head(&seen) else { return (0, seen) };
        while seen.len() < begins + length && self.more(&mut seen) {}
        (status, seen.split_off(begins))
    }

    /// Whether something came before the connection ended.
    fn more(&mut self, seen: &mut Vec<u8>) -> bool {
        let mut buffer = [0; 65_536];
        let read = self.0.read(&mut buffer).unwrap_or(0);
        seen.extend_from_slice(&buffer[..read]);
        read > 0
    }

    /// Whether the server has ended the connection.
    fn has_ended(&mut self) -> bool {
        !self.more(&mut Vec::new())
    }
}

/// Status, where the body begins, and its length.
fn head(seen: &[u8]) -> Option<(u16, usize, usize)> {
    let end = seen.windows(4).position(|window| window == b"\r\n\r\n")?;
    let text = String::from_utf8_lossy(&seen[..end]).to_ascii_lowercase();
    let status = text.split(' ').nth(1)?.parse().ok()?;
    let length =
        text.split("content-length: ").nth(1).map_or(0, |rest| rest.split("\r\n").next().unwrap().parse().unwrap());
    Some((status, end + 4, length))
}

fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

#[test]
fn an_answer_is_slow_before_its_head_or_within_its_body() {
    let server = Server::start(&[]);
    let begun = Instant::now();
    let mut socket = server.connect();
    socket.send(&server.create("A1", "Payscore-Simulator-Fault: slow_answer; milliseconds=900\r\n"));
    pause(300);
    assert_eq!(server.orders(), 1, "it took effect at once");
    let (status, body) = socket.answer();
    assert!(begun.elapsed() >= Duration::from_millis(900) && status == 200 && body.ends_with(b"}"));
    server.control("POST", "/faults", json!({"fault": "slow_answer", "milliseconds": 900, "within_body": true}));
    let begun = Instant::now();
    socket.send(&server.create("A2", ""));
    let mut seen = Vec::new();
    while head(&seen).is_none() {
        assert!(socket.more(&mut seen));
    }
    assert!(begun.elapsed() < Duration::from_millis(600), "the head comes at once");
    let (status, begins, length) = head(&seen).unwrap();
    while seen.len() < begins + length {
        assert!(socket.more(&mut seen));
    }
    assert!(begun.elapsed() >= Duration::from_millis(900) && status == 200);
    assert!(serde_json::from_slice::<Value>(&seen[begins..]).unwrap()["state"] == "CREATED");
}

#[test]
fn a_slow_request_takes_effect_although_its_client_has_gone() {
    let server = Server::start(&[]);
    let mut socket = server.connect();
    socket.send(&server.create("A1", "Payscore-Simulator-Fault: slow_request; milliseconds=700\r\n"));
    pause(200);
    drop(socket);
    assert_eq!(server.orders(), 0, "not yet");
    pause(900);
    assert_eq!(server.orders(), 1);
}

#[test]
fn a_cut_answer_ends_within_its_body() {
    let server = Server::start(&[]);
    let mut socket = server.connect();
    socket.send(&server.create("A1", "Payscore-Simulator-Fault: cut_answer\r\n"));
    let mut seen = Vec::new();
    while socket.more(&mut seen) {}
    let (status, begins, length) = head(&seen).unwrap();
    let came = seen.len() - begins;
    assert!(status == 200 && 0 < came && came < length, "{came} of {length}");
    assert_eq!(server.orders(), 1);
}

#[test]
fn a_kept_connection_is_cut_when_it_is_used_again() {
    for (fault, effect) in [("drop_answer", 1), ("drop_request", 0)] {
        let server = Server::start(&[]);
        let mut kept = server.connect();
        assert_eq!(kept.ask(&server.clock(&server.host())).0, 200);
        server.control("POST", "/faults", json!({"fault": fault, "operation": "create_order", "reused": true}));
        assert_eq!(server.connect().ask(&server.create("A1", "")).0, 200, "a fresh connection is left alone");
        assert_eq!(kept.ask(&server.create("A2", "")), (0, Vec::new()), "not a byte");
        assert_eq!(server.orders(), 1 + effect);
        assert_eq!(kept.0.write_all(b"x").and_then(|()| kept.0.read(&mut [0])).unwrap_or(0), 0, "and it is closed");
        let mut next = server.connect();
        next.ask(&server.clock(&server.host()));
        assert_eq!(next.ask(&server.create("A2", "")).0, 200, "only once; the identical body again");
        assert_eq!(server.orders(), 2);
    }
}

#[test]
fn it_answers_what_is_malformed_too_large_or_too_slow() {
    let server = Server::start(&["--timeout", "1", "--max-body", "100000"]);
    let host = server.host();
    assert_eq!(server.connect().ask(b"NONSENSE\r\n\r\n").0, 400);
    let long = format!("X-Long: {}\r\n", "a".repeat(70_000));
    assert_eq!(server.connect().ask(&server.clock(&format!("{host}{long}"))).0, 431);
    let many: String = (0..200).map(|number| format!("X-{number}: 1\r\n")).collect();
    assert_eq!(server.connect().ask(&server.clock(&format!("{host}{many}"))).0, 431);
    let post = |more: &str| format!("POST /_simulator/clock HTTP/1.1\r\n{host}{more}\r\n").into_bytes();
    let body = vec![b' '; 200_000];
    let announced = [post("Content-Length: 200000\r\n"), body.clone()].concat();
    let chunked =
        [post("Transfer-Encoding: chunked\r\n"), b"30d40\r\n".to_vec(), body, b"\r\n0\r\n\r\n".to_vec()].concat();
    for request in [announced, chunked, post("Expect: 100-continue\r\nContent-Length: 200000\r\n")] {
        let (status, body) = server.connect().ask(&request);
        assert_eq!(status, 413);
        assert!(String::from_utf8_lossy(&body).contains("100000 bytes: see --max-body"));
    }
    let begun = Instant::now();
    let mut slow: Vec<Socket> = [b"GET /_simula".as_slice(), b"", &post("")[..30]]
        .map(|part| {
            let mut socket = server.connect();
            socket.send(part);
            socket
        })
        .into();
    let mut body = server.connect();
    let (status, _) = body.ask(&[post("Content-Length: 9\r\n"), b"{".to_vec()].concat());
    assert_eq!(status, 408);
    assert!(slow.iter_mut().all(Socket::has_ended));
    let mut idle = server.connect();
    idle.ask(&server.clock(&host));
    assert!(idle.has_ended(), "an idle connection ends");
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(server.connect().ask(&server.clock(&host)).0, 200);
}

#[test]
fn a_client_that_does_not_read_is_left() {
    let server = Server::start(&["--timeout", "1"]);
    let mut deaf = server.connect();
    deaf.0.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
    let help = format!("GET /_simulator/help HTTP/1.1\r\n{}\r\n", server.host()).repeat(4000);
    let _ = deaf.0.write_all(help.as_bytes());
    pause(2500);
    let mut seen = Vec::new();
    while deaf.more(&mut seen) {}
    let answers = seen.windows(9).filter(|window| window == b"HTTP/1.1 ").count();
    assert!(answers < 4000, "{answers}");
}

#[test]
fn it_outlives_the_end_of_file_descriptors() {
    let server = Server::limited(&[], Some(24));
    let many: Vec<Socket> = (0..60).map(|_| server.connect()).collect();
    pause(500);
    drop(many);
    assert_eq!(server.connect().ask(&server.clock(&server.host())).0, 200);
}

#[test]
fn beyond_so_many_connections_one_is_turned_away() {
    let server = Server::start(&["--max-connections", "3"]);
    let mut open: Vec<Socket> = (0..3).map(|_| server.connect()).collect();
    for socket in &mut open {
        assert_eq!(socket.ask(&server.clock(&server.host())).0, 200);
    }
    let (status, body) = server.connect().answer();
    assert!(status == 503 && String::from_utf8_lossy(&body).contains("--max-connections"));
    open.pop();
    pause(200);
    assert_eq!(server.connect().ask(&server.clock(&server.host())).0, 200);
}

#[test]
fn an_address_other_than_loopback_needs_an_option_and_is_warned_of() {
    let (_running, base, warning) = start_with_stderr(&["--bind", "0.0.0.0"]);
    assert!(base.starts_with("http://127.0.0.1:"), "{base}");
    assert!(warning.contains("warning: 0.0.0.0:") && warning.contains("other machines"), "{warning}");
    let (_running, base) = start_with(&[], None);
    let port: u16 = base.strip_prefix("http://127.0.0.1:").unwrap().parse().unwrap();
    // By the system's table it listens on 127.0.0.1 only.
    if let Ok(table) = std::fs::read_to_string("/proc/net/tcp") {
        let listening: Vec<&str> =
            table.lines().filter(|line| line.contains(&format!(":{port:04X} 00000000:0000 0A"))).collect();
        assert!(matches!(listening.as_slice(), [one] if one.contains("0100007F:")), "{listening:?}");
    }
}

#[test]
fn no_page_of_another_origin_is_answered() {
    let server = Server::start(&["--allow-host", "simulator"]);
    let (port, host) = (server.port, server.host());
    let ask = |head: String| server.connect().ask(&server.clock(&head)).0;
    for ours in [format!("localhost:{port}"), format!("[::1]:{port}"), format!("simulator:{port}")] {
        assert_eq!(ask(format!("Host: {ours}\r\n")), 200, "{ours}");
    }
    for foreign in [format!("evil.example:{port}"), "localhost".to_owned(), format!("localhost:{}", port ^ 1)] {
        assert_eq!(ask(format!("Host: {foreign}\r\n")), 403, "{foreign}");
    }
    assert_eq!((ask(String::new()), ask(format!("{host}{host}"))), (400, 400));
    assert_eq!(
        server.connect().ask(format!("GET http://evil.example/_simulator HTTP/1.1\r\n{host}\r\n").as_bytes()).0,
        403
    );
    for refused in [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:3000",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ] {
        assert_eq!(ask(format!("{host}{refused}\r\n")), 403, "{refused}");
        // The keys are public, so a page can sign.
        assert_eq!(server.connect().ask(&server.create("A1", &format!("{refused}\r\n"))).0, 403, "{refused}");
    }
    let preflight = format!(
        "OPTIONS {V3}/serviceorder HTTP/1.1\r\n{host}Origin: http://evil.example\r\n\
         Access-Control-Request-Method: POST\r\n\r\n"
    );
    assert_eq!(server.connect().ask(preflight.as_bytes()).0, 403);
    assert_eq!(server.orders(), 0);
    for own in [
        format!("Origin: http://127.0.0.1:{port}"),
        "Sec-Fetch-Site: same-origin".to_owned(),
        "Sec-Fetch-Site: none".to_owned(),
    ] {
        assert_eq!(ask(format!("{host}{own}\r\n")), 200, "{own}");
    }
}
