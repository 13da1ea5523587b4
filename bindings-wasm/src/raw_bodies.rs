//! How JavaScript's users get a raw body: for errors about a body that is no bytes.

/// The body of a callback.
pub const RAW_CALLBACK: &str = "Express: express.raw({ type: \"*/*\" }) on the route, before express.json(); \
     Fastify: a content type parser with parseAs: \"buffer\"; a web-standard Request: await request.arrayBuffer()";

/// The body of an answer.
pub const RAW_ANSWER: &str =
    "fetch: pass the Response itself, or await response.arrayBuffer(); axios: responseType: \"arraybuffer\"";
