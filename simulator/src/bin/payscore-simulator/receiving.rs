//! A request's body, within its limits of size and time.

use crate::options::Limits;
use crate::pacing::from_now;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use hyper::header::{EXPECT, HeaderMap};
use std::time::Duration;
use tokio::time::timeout_at;

/// How long a body that is too long is still read, so that its client gets to see the answer.
const LINGER: Duration = Duration::from_secs(2);

/// Why a body cannot be read.
pub enum Unreadable {
    TooLong,
    TooSlow,
    Cut,
}

/// Reads a body. Nothing is kept of one that is too long.
pub async fn body(mut incoming: Incoming, headers: &HeaderMap, limits: Limits) -> Result<Vec<u8>, Unreadable> {
    let most = u64::try_from(limits.body).unwrap_or(u64::MAX);
    let mut too_long = incoming.size_hint().lower() > most;
    if too_long && headers.contains_key(EXPECT) {
        return Err(Unreadable::TooLong);
    }
    let deadline = from_now(if too_long { LINGER.min(limits.patience) } else { limits.patience });
    let mut linger = deadline;
    let mut read = Vec::new();
    loop {
        let Ok(frame) = timeout_at(linger, incoming.frame()).await else {
            return Err(if too_long { Unreadable::TooLong } else { Unreadable::TooSlow });
        };
        match frame {
            None if too_long => return Err(Unreadable::TooLong),
            None => return Ok(read),
            Some(Err(_)) => return Err(Unreadable::Cut),
            Some(Ok(frame)) => {
                let Some(data) = frame.data_ref().filter(|_| !too_long) else { continue };
                if read.len().saturating_add(data.len()) > limits.body {
                    too_long = true;
                    read = Vec::new();
                    linger = deadline.min(from_now(LINGER));
                } else {
                    read.extend_from_slice(data);
                }
            }
        }
    }
}
