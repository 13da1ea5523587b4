//! One connection: its requests are read within limits, guarded, served, and answered at the pace that a fault asks
//! for.

use crate::pacing::{Dropped, Paced, Patient};
use crate::receiving::{Unreadable, body};
use crate::shared::Shared;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::{Answer, Pace};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::net::TcpStream;

const LONGEST_HEAD: usize = 65_536;

/// Serves it until it ends.
pub async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let _ = stream.set_nodelay(true);
    let patience = shared.limits.patience;
    let used = Arc::new(AtomicBool::new(false));
    let service = service_fn(move |request| {
        let reused = used.swap(true, Ordering::Relaxed);
        answer(shared.clone(), request, reused)
    });
    let mut http = hyper::server::conn::http1::Builder::new();
    http.title_case_headers(true)
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_header_size(LONGEST_HEAD)
        .half_close(true);
    // A connection that is cut by its client, or by a fault, needs no message.
    let _ = http.serve_connection(TokioIo::new(Patient::new(stream, patience)), service).await;
}

async fn answer(
    shared: Arc<Shared>,
    request: hyper::Request<Incoming>,
    reused: bool,
) -> Result<hyper::Response<Paced>, Dropped> {
    let (parts, incoming) = request.into_parts();
    if let Some((status, error)) =
        shared.guard.refuses(&parts.headers, parts.uri.authority().map(|authority| authority.as_str()))
    {
        return refused(status, &error);
    }
    let read = match body(incoming, &parts.headers, shared.limits).await {
        Ok(body) => body,
        Err(Unreadable::TooLong) => {
            return refused(413, &format!("the body is longer than {} bytes: see --max-body", shared.limits.body));
        }
        Err(Unreadable::TooSlow) => return refused(408, "the body did not come in time: see --timeout"),
        Err(Unreadable::Cut) => return Err(Dropped),
    };
    let headers: Headers =
        parts.headers.iter().map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))).collect();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let request = Request::new(parts.method.as_str(), target, headers, (!read.is_empty()).then_some(read));
    let (answer, pace) = served(shared, request, reused).await?;
    match answer {
        Answer::Dropped => Err(Dropped),
        Answer::Reply(response) => paced(response, pace).await,
    }
}

/// Serves a request, later if a fault asks for it. It runs as a task of its own, so that it takes effect even if its
/// client has gone meanwhile.
async fn served(shared: Arc<Shared>, request: Request, reused: bool) -> Result<(Answer, Pace), Dropped> {
    let Some(wait) = shared.wait_before(&request, reused) else { return Ok(shared.serve(&request, reused)) };
    let late = async move {
        tokio::time::sleep(wait).await;
        shared.serve(&request, reused)
    };
    tokio::spawn(late).await.map_err(|_| Dropped)
}

async fn paced(response: Response, pace: Pace) -> Result<hyper::Response<Paced>, Dropped> {
    let empty = response.body.is_empty();
    let body = match pace {
        Pace::HalfThenCut if empty => return Err(Dropped),
        Pace::HalfThenCut => Paced::cut(response.body),
        Pace::HalfThen(wait) if !empty => Paced::halves(response.body, wait),
        Pace::After(wait) | Pace::HalfThen(wait) => {
            tokio::time::sleep(wait).await;
            Paced::whole(response.body)
        }
        Pace::AtOnce => Paced::whole(response.body),
    };
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in response.headers.iter() {
        builder = builder.header(name, value);
    }
    builder.body(body).map_err(|_| Dropped)
}

fn refused(status: u16, error: &str) -> Result<hyper::Response<Paced>, Dropped> {
    let body = serde_json::json!({ "error": error }).to_string().into_bytes();
    let builder = hyper::Response::builder().status(status).header("Content-Type", "application/json");
    builder.header("Connection", "close").body(Paced::whole(body)).map_err(|_| Dropped)
}
