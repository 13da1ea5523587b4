//! What holds for any product on APIv3: keys, signatures, certificates, callbacks, stored drafts, error texts. Where a
//! test needs a call, `create_order` and `query_order` stand for any.

mod bounded_input;
mod hostile;
mod merchant;
mod properties;
mod protocol;
mod rsa_cases;
mod test_keys;
mod trust;
mod vectors;
mod webcrypto;
