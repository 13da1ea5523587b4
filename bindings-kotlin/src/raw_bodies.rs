//! The ways to a raw body that this language's users have at hand, for errors about a body that is no bytes.

/// Of a callback.
pub const RAW_CALLBACK: &str =
    "Spring: @RequestBody byte[]; a servlet: request.getInputStream().readAllBytes(); Ktor: call.receive<ByteArray>()";

/// Of an answer.
pub const RAW_ANSWER: &str = "java.net.http: BodyHandlers.ofByteArray(); OkHttp: body.bytes()";
