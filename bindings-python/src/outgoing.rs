//! From core to Python: a serde serializer that builds Python objects. A struct becomes the dataclass of its name, so
//! that no model is named here.

use payscore::ffi::SCOPES;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::{
    Bound, Py, PyAny, PyAnyMethods, PyDictMethods, PyErr, PyListMethods, PyModule, PyModuleMethods, PyResult, Python,
};
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyList, PyString, PyType};
use serde::ser::{self, Serialize};
use std::collections::HashMap;
use std::fmt;

/// The namespace of the mode at the top of the package, and of what is the same in every mode.
pub(crate) const TOP: &str = "";

type Classes = HashMap<String, Class>;

/// The classes of each mode, in the order of core's modes.
static CLASSES: PyOnceLock<Vec<PyOnceLock<Classes>>> = PyOnceLock::new();
static ERRORS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// `namespace`: that of the mode whose dataclasses the value is made of.
pub(crate) fn to_python<T: Serialize + ?Sized>(py: Python<'_>, namespace: &str, value: &T) -> PyResult<Py<PyAny>> {
    value.serialize(Builder { py, classes: classes(py, namespace)? }).map(Bound::unbind).map_err(|Failed(error)| error)
}

/// What core returned, or its error as the exception.
pub(crate) fn result_to_python<T: Serialize>(
    py: Python<'_>,
    namespace: &str,
    result: Result<T, payscore::Error>,
) -> PyResult<Py<PyAny>> {
    match result {
        Ok(value) => to_python(py, namespace, &value),
        Err(error) => Err(to_exception(py, &error)),
    }
}

/// The Python exception of core's error.
pub(crate) fn to_exception(py: Python<'_>, error: &payscore::Error) -> PyErr {
    let made = to_python(py, TOP, error).and_then(|parts| {
        let make = ERRORS.get_or_try_init(py, || py.import("payscore._errors")?.getattr("make").map(Bound::unbind))?;
        make.call1(py, (parts,))
    });
    made.map_or_else(|problem| problem, |exception| PyErr::from_value(exception.into_bound(py)))
}

#[derive(Clone, Copy)]
struct Builder<'py> {
    py: Python<'py>,
    classes: &'static Classes,
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
        Failed(PyRuntimeError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Failed {
    fn from(error: PyErr) -> Failed {
        Failed(error)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Failed>;

/// Methods for values that pyo3 converts by itself.
macro_rules! serialize_as_is {
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

    serialize_as_is!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
    serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str);

    /// So that core serialises bytes as bytes, and not as Base64.
    fn is_human_readable(&self) -> bool {
        false
    }
    fn serialize_none(self) -> Made<'py> {
        Ok(self.py.None().into_bound(self.py))
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }
    fn serialize_bytes(self, value: &[u8]) -> Made<'py> {
        Ok(PyBytes::new(self.py, value).into_any())
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
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Made<'py> {
        value.serialize(self)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'py>, Failed> {
        Ok(Elements { builder: self, list: PyList::empty(self.py) })
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
        Ok(Entries { builder: self, dict: PyDict::new(self.py), key: None })
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'py>, Failed> {
        let class = self.classes.get(name).ok_or_else(|| <Failed as ser::Error>::custom(name))?;
        let object = class.new.bind(self.py).call1((&class.ty,))?;
        Ok(Fields { builder: self, class, object, done: 0 })
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
    builder: Builder<'py>,
    list: Bound<'py, PyList>,
}

impl<'py> ser::SerializeSeq for Elements<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        Ok(self.list.append(value.serialize(self.builder)?)?)
    }
    fn end(self) -> Made<'py> {
        Ok(self.list.into_any())
    }
}

struct Entries<'py> {
    builder: Builder<'py>,
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> ser::SerializeMap for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.key = Some(key.serialize(self.builder)?);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let value = value.serialize(self.builder)?;
        Ok(self.dict.set_item(self.key.take(), value)?)
    }
    fn end(self) -> Made<'py> {
        Ok(self.dict.into_any())
    }
}

/// A dataclass (or sealed class) of `_models` with the names of its fields. They are serialised in this order.
struct Class {
    ty: Py<PyType>,
    new: Py<PyAny>,
    fields: Vec<(String, Py<PyString>)>,
}

fn classes(py: Python<'_>, namespace: &str) -> PyResult<&'static Classes> {
    let all = CLASSES.get_or_init(py, || SCOPES.iter().map(|_| PyOnceLock::new()).collect());
    let mode = SCOPES.iter().zip(all).find(|(scope, _)| scope.namespace == namespace);
    let (_, classes) = mode.ok_or_else(|| PyRuntimeError::new_err(format!("there is no mode {namespace}")))?;
    let package = if namespace == TOP { "payscore".to_owned() } else { format!("payscore.{namespace}") };
    classes.get_or_try_init(py, || classes_of_module(py, &format!("{package}._models")))
}

fn classes_of_module(py: Python<'_>, module: &str) -> PyResult<Classes> {
    let mut classes = HashMap::new();
    let new = py.import("builtins")?.getattr("object")?.getattr("__new__")?;
    let models: Bound<'_, PyModule> = py.import(module)?;
    for (name, value) in models.dict().iter() {
        let (Ok(name), Ok(ty)) = (name.extract::<String>(), value.cast_into::<PyType>()) else { continue };
        let declared = ty.getattr("__dataclass_fields__").or_else(|_| ty.getattr("__payscore_fields__"));
        let Ok(declared) = declared else { continue };
        let mut fields = Vec::new();
        for field in declared.try_iter()? {
            let field: String = field?.extract()?;
            let interned = PyString::intern(py, &field).unbind();
            fields.push((field, interned));
        }
        classes.insert(name, Class { ty: ty.unbind(), new: new.clone().unbind(), fields });
    }
    Ok(classes)
}

/// Fills a dataclass without its `__init__`, which would set each field of a frozen class in Python.
struct Fields<'py> {
    builder: Builder<'py>,
    class: &'static Class,
    object: Bound<'py, PyAny>,
    done: usize,
}

impl<'py> Fields<'py> {
    /// Sets the fields up to the wanted one, or all of them. Those that core left out become `None`.
    fn fill_up_to(&mut self, wanted: Option<(&str, Bound<'py, PyAny>)>) -> Result<(), Failed> {
        let class = self.class;
        while let Some((name, interned)) = class.fields.get(self.done) {
            self.done = self.done.saturating_add(1);
            match &wanted {
                Some((wanted, value)) if name == wanted => {
                    return Ok(set_attribute(&self.object, interned.bind(self.builder.py), value)?);
                }
                _ => set_attribute(
                    &self.object,
                    interned.bind(self.builder.py),
                    &self.builder.py.None().into_bound(self.builder.py),
                )?,
            }
        }
        wanted.map_or(Ok(()), |(name, _)| Err(ser::Error::custom(format!("the class has no field {name}"))))
    }
}

/// `object.__setattr__`, which works on a frozen dataclass.
#[allow(unsafe_code, reason = "pyo3 has no safe form of it")]
fn set_attribute(object: &Bound<'_, PyAny>, name: &Bound<'_, PyString>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    // SAFETY: the three objects are alive and the GIL is held. The function takes its own references. It returns -1
    // with an exception set.
    match unsafe { pyo3::ffi::PyObject_GenericSetAttr(object.as_ptr(), name.as_ptr(), value.as_ptr()) } {
        0 => Ok(()),
        _ => Err(PyErr::fetch(object.py())),
    }
}

impl<'py> ser::SerializeStruct for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Failed> {
        let value = value.serialize(self.builder)?;
        self.fill_up_to(Some((name, value)))
    }
    fn end(mut self) -> Made<'py> {
        self.fill_up_to(None)?;
        Ok(self.object)
    }
}
