//! Answers at a pace: whole, in halves with a wait between them, or cut. And connections whose client must read in
//! time.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// The connection is closed, without an answer or within it.
#[derive(Debug)]
pub struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("dropped on request")
    }
}

impl std::error::Error for Dropped {}

/// How long the first half has to leave before the connection is cut.
const LEAVING: Duration = Duration::from_millis(50);

/// This long from now.
pub fn from_now(duration: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(duration).unwrap_or(now)
}

/// An answer's body.
pub struct Paced {
    parts: VecDeque<Bytes>,
    length: u64,
    wait: Option<Pin<Box<Sleep>>>,
    begun: bool,
    cut: bool,
}

impl Paced {
    pub fn whole(body: Vec<u8>) -> Paced {
        let length = u64::try_from(body.len()).unwrap_or(u64::MAX);
        Paced { parts: [Bytes::from(body)].into(), length, wait: None, begun: false, cut: false }
    }

    pub fn halves(body: Vec<u8>, wait: Duration) -> Paced {
        let mut paced = Paced::whole(body);
        if let Some(mut all) = paced.parts.pop_front() {
            paced.parts.push_back(all.split_to(all.len().div_ceil(2)));
            paced.parts.push_back(all);
        }
        paced.wait = Some(Box::pin(sleep(wait)));
        paced
    }

    pub fn cut(body: Vec<u8>) -> Paced {
        Paced { cut: true, ..Paced::halves(body, LEAVING) }
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        if self.begun
            && let Some(wait) = self.wait.as_mut()
        {
            std::task::ready!(wait.as_mut().poll(context));
            self.wait = None;
            if self.cut {
                return Poll::Ready(Some(Err(Dropped)));
            }
        }
        self.begun = true;
        Poll::Ready(self.parts.pop_front().filter(|part| !part.is_empty()).map(|part| Ok(Frame::data(part))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}

/// A stream whose client must read in time.
pub struct Patient {
    stream: TcpStream,
    patience: Duration,
    deadline: Pin<Box<Sleep>>,
    waiting: bool,
}

impl Patient {
    pub fn new(stream: TcpStream, patience: Duration) -> Patient {
        Patient { stream, patience, deadline: Box::pin(sleep(patience)), waiting: false }
    }

    fn in_time<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.waiting = false;
            return written;
        }
        if !self.waiting {
            self.waiting = true;
            self.deadline.as_mut().reset(from_now(self.patience));
        }
        std::task::ready!(self.deadline.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.in_time(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
