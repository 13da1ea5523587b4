//! Callbacks, sent when they are due.

use crate::shared::Shared;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use payscore::http::{Headers, Request};
use payscore_simulator::Delivery;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;

/// How long WeChat Pay waits for an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: usize = 1 << 20;

/// Sends the callbacks that are due, ten times a second.
pub async fn deliver(shared: Arc<Shared>) {
    loop {
        let due = shared.simulator().due();
        for delivery in due {
            let shared = shared.clone();
            tokio::spawn(async move {
                let sent = tokio::time::timeout(PATIENCE, send(&delivery)).await;
                let (status, answer) = sent.ok().flatten().unzip();
                let mut report = serde_json::json!({ "status": status });
                if let (Some(answer), Some(report)) = (answer, report.as_object_mut()) {
                    report.insert("body".to_owned(), answer.into());
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
    let (host, port) = authority.rsplit_once(':')?;
    if !["127.0.0.1", "localhost", "[::1]"].contains(&host) || port.parse::<u16>().is_err() {
        return None;
    }
    let stream = TcpStream::connect(&authority).await.ok()?;
    let (mut sender, connection) = hyper::client::conn::http1::Builder::new()
        .title_case_headers(true)
        .handshake(TokioIo::new(stream))
        .await
        .ok()?;
    tokio::spawn(connection);
    let mut builder = hyper::Request::builder().method("POST").uri(delivery.request.target()).header("Host", authority);
    for (name, value) in delivery.request.headers.iter() {
        builder = builder.header(name, value);
    }
    let request = builder.body(Full::new(Bytes::from(delivery.request.body.clone().unwrap_or_default()))).ok()?;
    let response = sender.send_request(request).await.ok()?;
    let status = response.status().as_u16();
    let body = Limited::new(response.into_body(), LONGEST_ANSWER).collect().await;
    let body = body.map(|body| body.to_bytes()).unwrap_or_default();
    Some((status, String::from_utf8_lossy(&body).into_owned()))
}
