//! The ways to a raw body that this language's users have at hand, for errors about a body that is no bytes.

/// Of a callback.
pub const RAW_CALLBACK: &str = "Express: express.raw({ type: \"*/*\" }) on the route, before express.json(); Fastify: a content type parser with \
     parseAs: \"buffer\"; a web-standard Request: await request.arrayBuffer()";

/// Of an answer.
pub const RAW_ANSWER: &str =
    "fetch: hand over the Response itself, or await response.arrayBuffer(); axios: responseType: \"arraybuffer\"";
