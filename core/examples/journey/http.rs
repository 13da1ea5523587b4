//! HTTP around the shop: requests go out by `ureq`, callbacks come in over a plain socket.

use crate::shop::Shop;
use payscore::error::Ack;
use payscore::http::{Headers, Request, Response};
use payscore::protocol::Lost;
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// Sends what was signed, and nothing else: no redirect is followed, and nothing is sent a second time.
pub struct Client(ureq::Agent);

impl Client {
    pub fn new(base_url: &str) -> Client {
        // Plain http leads to this machine only, and past every proxy. For https, turn on one of ureq's TLS features.
        let proxy = if base_url.starts_with("https://") { ureq::Proxy::try_from_env() } else { None };
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .proxy(proxy)
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(30)));
        Client(config.build().into())
    }

    /// The answer, or how it was lost and why.
    pub fn send(&self, request: &Request) -> std::result::Result<Response, (Lost, String)> {
        let lost = |error: ureq::Error| (how_lost(&error), error.to_string());
        let mut builder = ureq::http::Request::builder().method(request.method.as_str()).uri(&request.url);
        for (name, value) in request.headers.iter() {
            builder = builder.header(name, value);
        }
        let answer = match request.body.clone() {
            Some(body) => self.0.run(builder.body(body).map_err(|error| lost(error.into()))?),
            None => self.0.run(builder.body(()).map_err(|error| lost(error.into()))?),
        };
        let mut answer = answer.map_err(lost)?;
        let fields = answer.headers().iter();
        let headers = fields.map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))).collect();
        let body = answer.body_mut().read_to_vec().map_err(lost)?;
        Ok(Response::new(answer.status().as_u16(), headers, body))
    }
}

/// Only when no connection was made is it certain that nothing was sent.
fn how_lost(error: &ureq::Error) -> Lost {
    use ureq::{Error, Timeout};
    match error {
        Error::Http(_) | Error::BadUri(_) | Error::HostNotFound | Error::ConnectionFailed => Lost::BeforeSending,
        Error::ConnectProxyFailed(_) | Error::TlsRequired => Lost::BeforeSending,
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => Lost::BeforeSending,
        Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => Lost::BeforeSending,
        _ => Lost::AfterSending,
    }
}

/// The address that WeChat Pay calls, on a free port of this machine; a thread answers there. A real shop has a web
/// server in its place, which hands on the raw body.
pub fn receive_callbacks(shop: Arc<Shop>) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // What could not be read is not answered, so it comes again.
            let _ = answer(stream, &shop);
        }
    });
    Ok(port)
}

fn answer(mut stream: TcpStream, shop: &Shop) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(1024 * 1024));
    let mut headers = Headers::new();
    let mut line = String::new();
    reader.read_line(&mut line)?;
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers = headers.with(name, value.trim());
    }
    let length = headers.get("Content-Length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    let Ack { status, headers, body, .. } = shop.callback(&headers, &body);
    let fields: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    write!(stream, "HTTP/1.1 {status} \r\n{fields}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}
