//! Glue between Kotlin and core: values in, values out. It contains no knowledge of WeChat Pay.
//!
//! Only the merchant is an object on the other side. Drafts and calls cross as what they are: the stored form of the
//! draft, its moment and its nonce. Each crossing has one record in and one out, because every further argument costs
//! one more crossing.
#![allow(missing_docs, unused_qualifications)]

mod apiv3;
mod failure;
mod merchant;
mod messages;
mod orders;
mod raw_bodies;
mod value;

uniffi::setup_scaffolding!();
