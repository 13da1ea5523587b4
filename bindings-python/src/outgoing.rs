//! To Python: a serde serializer that builds Python objects. A struct becomes the dataclass of its name; no model is named here.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString};
use serde::ser::{self, Serialize};
use std::fmt;

static MODELS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static ERRORS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

pub(crate) fn to_python<T: Serialize + ?Sized>(py: Python<'_>, value: &T) -> PyResult<Py<PyAny>> {
    value.serialize(Builder { py }).map(Bound::unbind).map_err(|Failed(error)| error)
}

/// The Python exception of an error.
pub(crate) fn raise(py: Python<'_>, error: &payscore::Error) -> PyErr {
    let made = to_python(py, error).and_then(|parts| {
        let make = ERRORS.get_or_try_init(py, || py.import("payscore._errors")?.getattr("make").map(Bound::unbind))?;
        make.call1(py, (parts,))
    });
    made.map_or_else(|problem| problem, |exception| PyErr::from_value(exception.into_bound(py)))
}

#[derive(Clone, Copy)]
struct Builder<'py> {
    py: Python<'py>,
}

#[derive(Debug)]
struct Failed(PyErr);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Failed {
        Failed(pyo3::exceptions::PyRuntimeError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Failed {
    fn from(error: PyErr) -> Failed {
        Failed(error)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Failed>;

macro_rules! plain {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, value: $type) -> Made<'py> {
            Ok(value.into_bound_py_any(self.py)?)
        }
    )*};
}

impl<'py> ser::Serializer for Builder<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    type SerializeSeq = Elements<'py>;
    type SerializeTuple = ser::Impossible<Self::Ok, Failed>;
    type SerializeTupleStruct = ser::Impossible<Self::Ok, Failed>;
    type SerializeTupleVariant = ser::Impossible<Self::Ok, Failed>;
    type SerializeMap = Entries<'py>;
    type SerializeStruct = Fields<'py>;
    type SerializeStructVariant = ser::Impossible<Self::Ok, Failed>;

    plain!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64, serialize_char: char,
        serialize_str: &str, serialize_bytes: &[u8]);

    fn serialize_none(self) -> Made<'py> {
        Ok(self.py.None().into_bound(self.py))
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Made<'py> {
        self.serialize_none()
    }
    fn serialize_unit_struct(self, _: &'static str) -> Made<'py> {
        self.serialize_none()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made<'py> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'py>, Failed> {
        Ok(Elements { py: self.py, list: PyList::empty(self.py) })
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Failed> {
        Err(ser::Error::custom("core has no tuples"))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Failed> {
        Err(ser::Error::custom("core has no tuples"))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Failed> {
        Err(ser::Error::custom("core has no tuples"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'py>, Failed> {
        Ok(Entries { py: self.py, dict: PyDict::new(self.py), key: None })
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'py>, Failed> {
        let models =
            MODELS.get_or_try_init(self.py, || self.py.import("payscore._models").map(|module| module.into_any().unbind()))?;
        let class = models.bind(self.py).getattr(name)?;
        Ok(Fields { py: self.py, class, arguments: PyDict::new(self.py) })
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Failed> {
        Err(ser::Error::custom("core has no struct variants"))
    }
}

struct Elements<'py> {
    py: Python<'py>,
    list: Bound<'py, PyList>,
}

impl<'py> ser::SerializeSeq for Elements<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        Ok(self.list.append(value.serialize(Builder { py: self.py })?)?)
    }
    fn end(self) -> Made<'py> {
        Ok(self.list.into_any())
    }
}

struct Entries<'py> {
    py: Python<'py>,
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> ser::SerializeMap for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.key = Some(key.serialize(Builder { py: self.py })?);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let value = value.serialize(Builder { py: self.py })?;
        Ok(self.dict.set_item(self.key.take(), value)?)
    }
    fn end(self) -> Made<'py> {
        Ok(self.dict.into_any())
    }
}

struct Fields<'py> {
    py: Python<'py>,
    class: Bound<'py, PyAny>,
    arguments: Bound<'py, PyDict>,
}

impl<'py> ser::SerializeStruct for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Failed> {
        let value = value.serialize(Builder { py: self.py })?;
        Ok(self.arguments.set_item(PyString::intern(self.py, name), value)?)
    }
    fn end(self) -> Made<'py> {
        Ok(self.class.call((), Some(&self.arguments))?)
    }
}
