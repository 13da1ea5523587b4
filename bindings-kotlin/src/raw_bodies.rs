//! How a Kotlin or Java program gets the bytes that were received. Core's sentences about a body that is not bytes name
//! these ways.

pub(crate) const RAW_CALLBACK: &str = "Spring: @RequestBody byte[]; \
    a servlet: request.getInputStream().readAllBytes(); Ktor: call.receive<ByteArray>()";

pub(crate) const RAW_ANSWER: &str = "java.net.http: BodyHandlers.ofByteArray(); OkHttp: body.bytes()";
