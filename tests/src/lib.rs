//! The tests stand in `rust/`; the data that every language runs in `vectors/` and `scenarios/`.
