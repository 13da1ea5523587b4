//! Reading what another language passed as JSON, with the marks of what JSON cannot say.

use super::{FieldType, Path, Reader, marks};
use crate::error::{Error, Issues};
use serde_json::Value;

/// The JSON that is meant, without marks. A mark is an error about `what`.
pub(crate) fn json_that_is_meant(what: &str, value: &Value) -> Result<Value, Error> {
    let mut issues = Issues::default();
    let value = marks::remove_marks(value.clone(), &mut Path::default(), &mut issues);
    if issues.is_empty() { Ok(value) } else { Err(Error::of_issues(what, issues)) }
}

/// A model that another language passed.
pub(crate) fn model_from_host<T: FieldType>(value: &Value) -> Result<T, Error> {
    Reader::from_user(&json_that_is_meant("the argument", value)?)
        .map_err(|issues| Error::of_issues("the argument", issues))
}
