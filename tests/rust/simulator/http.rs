//! The binary over HTTP. A merchant's answer to MCH_PREPAY reaches the simulator with its body.

use super::client::{V3, identity, order};
use super::{NOW, signed};
use payscore::crypto::to_base64;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::simulator::build_simulator;

pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The binary with these arguments and at most so many file descriptors, and its address.
pub fn start_with(arguments: &[&str], descriptors: Option<u32>) -> (Running, String) {
    start(arguments, descriptors, Stdio::inherit())
}

/// The same, with the first line of its stderr.
pub fn start_with_stderr(arguments: &[&str]) -> (Running, String, String) {
    let (mut child, base) = start(arguments, None, Stdio::piped());
    let mut line = String::new();
    BufReader::new(child.0.stderr.take().unwrap()).read_line(&mut line).unwrap();
    (child, base, line)
}

fn start(arguments: &[&str], descriptors: Option<u32>, stderr: Stdio) -> (Running, String) {
    let binary = build_simulator();
    let mut command = match descriptors {
        None => Command::new(binary),
        Some(descriptors) => {
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(format!("ulimit -n {descriptors}; exec \"$0\" \"$@\"")).arg(binary);
            shell
        }
    };
    command.args(["--now", &NOW.to_string()]).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
    // Its complaints about descriptors would only distract.
    command.stderr(if descriptors.is_some() { Stdio::null() } else { stderr });
    let mut child = Running(command.spawn().unwrap());
    let mut line = String::new();
    BufReader::new(child.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let facts: Value = serde_json::from_str(&line).unwrap();
    (child, facts["merchant"]["base_url"].as_str().unwrap().to_owned())
}

/// The body of the next callback, and its socket.
fn next(listener: &TcpListener) -> (Value, std::net::TcpStream) {
    let (socket, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(socket.try_clone().unwrap());
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().unwrap()
            }
            Some(_) => {}
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    (serde_json::from_slice(&body).unwrap(), socket)
}

#[test]
fn the_answer_to_a_callback_keeps_its_body() {
    let (_running, base) = start_with(&[], None);
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(20))).build().into();
    let send = |request: payscore::http::Request| -> Value {
        let mut builder =
            ureq::http::Request::builder().method(request.method.as_str()).uri(format!("{base}{}", request.target()));
        for (name, value) in request.headers.iter() {
            builder = builder.header(name, value);
        }
        let body = agent
            .run(builder.body(request.body.unwrap_or_default()).unwrap())
            .unwrap()
            .body_mut()
            .read_to_vec()
            .unwrap();
        serde_json::from_slice(&body).unwrap_or_default()
    };
    let call =
        |path: &str, body: Value| send(signed("POST", &format!("{V3}{path}"), &body.to_string(), NOW, |value| value));
    let control = |method: &str, path: &str, body: Value| {
        let body = (!body.is_null()).then(|| body.to_string().into_bytes());
        send(payscore::http::Request::new(method, format!("/_simulator{path}"), payscore::http::Headers::new(), body))
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let to = format!("http://{}", listener.local_addr().unwrap());
    control("POST", "/mappings", json!({"from": "https://shop.example", "to": to}));
    call("/serviceorder", order("A1"));
    control("POST", "/orders/A1/confirm", Value::Null);
    let answer = |mut socket: std::net::TcpStream, body: &str| {
        write!(socket, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()).unwrap();
    };
    answer(next(&listener).1, "");
    let bill = json!({"post_payments": [{"name": "a", "amount": 700}], "total_amount": 700,
        "time_range": {"end_time": "20250601090030"}});
    control("POST", "/clock", json!({"advance": 60}));
    call("/serviceorder/A1/complete", identity(bill));
    let request = control("POST", "/orders/A1/pay", json!({}));
    let (envelope, socket) = next(&listener);
    assert_eq!(envelope["event_type"], "PAYSCORE.MCH_PREPAY");
    let placed = control(
        "POST",
        "/clearing/prepay",
        json!({"out_trade_no": "P1", "amount": 700, "prepay_req_body": request["prepay_req_body"]}),
    );
    let sealed = to_base64(placed["body"].as_str().unwrap().as_bytes());
    answer(socket, &json!({"prepay_resp_http_code": 200, "prepay_resp_body_base64": sealed}).to_string());
    for _ in 0..200 {
        if control("GET", "/orders/A1", Value::Null)["payments"][0]["standing"] == "at_cashier" {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the body did not arrive: {}", control("GET", "/orders/A1", Value::Null));
}
