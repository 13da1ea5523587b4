//! The ways to a raw body that this language's users have at hand, for errors about a body that is no bytes.

/// Of a callback.
pub const RAW_CALLBACK: &str =
    "Flask: request.get_data(); Django: request.body; FastAPI and Starlette: await request.body()";

/// Of an answer.
pub const RAW_ANSWER: &str = "requests and httpx: .content";
