//! The macros that declare models and words. One declaration gives the type, its JSON in both directions, and its
//! description for the generators. `acquiring/models.rs` has many small declarations to copy from.

/// Documentation, for the generators. Programs without the feature `docs` hold none of it.
#[cfg(feature = "docs")]
macro_rules! described {
    ($($doc:expr),*) => { concat!($($doc, "\n"),*) };
}
/// Documentation, for the generators. Programs without the feature `docs` hold none of it.
#[cfg(not(feature = "docs"))]
macro_rules! described {
    ($($doc:expr),*) => {
        ""
    };
}
pub(crate) use described;

/// Declares a model.
///
/// The section in which a field stands says how strictly it is read:
///
/// * `required`: without it there is no model, in either direction. Of what WeChat Pay sends, only identity, phase and
///   money stand here. It is an argument of `new`.
/// * `needed`: a request needs it, a reply may lack it. It is an argument of `new`, and an `Option` in the struct.
/// * `optional`: both may lack it. It has a setter of its own name.
/// * `derived`: Payscore fills it. It does not stand in WeChat Pay's JSON, and nothing reads it.
///
/// A `needed` or `optional` field that WeChat Pay sent and that does not fit is absent, and named in `unread`. `= [..]`
/// lists the checks of a field that are made before signing.
///
/// This declaration
///
/// ```text
/// model! {
///     /// A bill.
///     pub struct Bill {
///         required { /// The total, in fen.
///                    total: Fen = [Min(0)], }
///         needed   { /// The name.
///                    name: String = [MaxChars(20)], }
///         optional { /// A remark.
///                    remark: String, }
///         derived  { /// The verified text as received.
///                    raw: String, }
///     }
/// }
/// ```
///
/// becomes, in short:
///
/// ```text
/// #[non_exhaustive]
/// pub struct Bill { pub total: Fen, pub name: Option<String>, pub remark: Option<String>, pub raw: String }
///
/// impl Bill {
///     pub fn new(total: impl Into<Fen>, name: impl Into<String>) -> Bill { .. }
///     pub fn remark(mut self, remark: impl Into<String>) -> Bill { .. }
///     pub const INFO: &'static ModelInfo = &ModelInfo { name: "Bill", doc: "A bill.", fields: &[ .. ] };
/// }
///
/// impl FieldType for Bill { .. }        // reads it: reader.required(..), reader.needed(..), reader.optional(..)
/// impl serde::Serialize for Bill { .. } // writes it, without what is absent
/// ```
macro_rules! model {
    (
        $(#[doc = $doc:expr])*
        pub struct $Name:ident {
            required { $( $(#[doc = $required_doc:expr])* $required:ident : $RequiredType:ty
                $(= [$($required_rule:expr),* $(,)?])? ,)* }
            $(needed { $( $(#[doc = $needed_doc:expr])* $needed:ident : $NeededType:ty
                $(= [$($needed_rule:expr),* $(,)?])? ,)* })?
            optional { $( $(#[doc = $optional_doc:expr])* $optional:ident : $OptionalType:ty
                $(= [$($optional_rule:expr),* $(,)?])? ,)* }
            $(derived { $( $(#[doc = $derived_doc:expr])* $derived:ident : $DerivedType:ty ,)* })?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $Name {
            $( $(#[doc = $required_doc])* pub $required: $RequiredType, )*
            $($( $(#[doc = $needed_doc])* pub $needed: Option<$NeededType>, )*)?
            $( $(#[doc = $optional_doc])* pub $optional: Option<$OptionalType>, )*
            $($( $(#[doc = $derived_doc])* pub $derived: $DerivedType, )*)?
        }

        impl $Name {
            /// With the members that a request needs. The others have setters.
            #[allow(clippy::too_many_arguments, clippy::new_without_default)]
            pub fn new($($required: impl Into<$RequiredType>,)* $($($needed: impl Into<$NeededType>,)*)?) -> $Name {
                $Name { $($required: $required.into(),)* $($($needed: Some($needed.into()),)*)? $($optional: None,)*
                    $($($derived: Default::default(),)*)? }
            }

            $(
                $(#[doc = $optional_doc])*
                #[must_use]
                pub fn $optional(mut self, $optional: impl Into<$OptionalType>) -> $Name {
                    self.$optional = Some($optional.into());
                    self
                }
            )*

            /// The description of this model.
            pub const INFO: &'static $crate::schema::ModelInfo = &$crate::schema::ModelInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                fields: &[
                    $($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($required)),
                        doc: $crate::schema::described!($($required_doc),*),
                        ty: <$RequiredType as $crate::schema::FieldType>::TYPE, required: true, promised: true,
                        derived: false,
                        rules: &[$($($required_rule),*)?],
                    },)*
                    $($($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($needed)),
                        doc: $crate::schema::described!($($needed_doc),*),
                        ty: <$NeededType as $crate::schema::FieldType>::TYPE, required: true, promised: false,
                        derived: false,
                        rules: &[$($($needed_rule),*)?],
                    },)*)?
                    $($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($optional)),
                        doc: $crate::schema::described!($($optional_doc),*),
                        ty: <$OptionalType as $crate::schema::FieldType>::TYPE, required: false, promised: false,
                        derived: false,
                        rules: &[$($($optional_rule),*)?],
                    },)*
                    $($($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($derived)),
                        doc: $crate::schema::described!($($derived_doc),*),
                        ty: <$DerivedType as $crate::schema::FieldType>::TYPE, required: false,
                        promised: <$DerivedType as $crate::schema::FieldType>::REQUIRED, derived: true, rules: &[],
                    },)*)?
                ],
            };
        }

        impl $crate::schema::FieldType for $Name {
            const TYPE: $crate::schema::Type = $crate::schema::Type::Model(|| $Name::INFO);

            #[allow(unused_variables)]
            fn read(value: &serde_json::Value, reader: &mut $crate::schema::Reader) -> Option<$Name> {
                let object = reader.object(value, $Name::INFO.name)?;
                $(let $required = reader.required::<$RequiredType>(object,
                    $crate::schema::wire_name(stringify!($required)), &[$($($required_rule),*)?]);)*
                $($(let $needed = reader.needed::<$NeededType>(object, $crate::schema::wire_name(stringify!($needed)),
                    &[$($($needed_rule),*)?]);)*)?
                $(let $optional = reader.optional::<$OptionalType>(object,
                    $crate::schema::wire_name(stringify!($optional)), &[$($($optional_rule),*)?]);)*
                Some($Name { $($required: $required?,)* $($($needed: $needed?,)*)? $($optional,)*
                    $($($derived: Default::default(),)*)? })
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let mut object = serializer.serialize_struct($Name::INFO.name, $Name::INFO.fields.len())?;
                $(object.serialize_field($crate::schema::wire_name(stringify!($required)), &self.$required)?;)*
                $($(if let Some(value) = &self.$needed {
                    object.serialize_field($crate::schema::wire_name(stringify!($needed)), value)?;
                })*)?
                $(if let Some(value) = &self.$optional {
                    object.serialize_field($crate::schema::wire_name(stringify!($optional)), value)?;
                })*
                $($(if !$crate::schema::FieldType::is_absent(&self.$derived) {
                    object.serialize_field($crate::schema::wire_name(stringify!($derived)), &self.$derived)?;
                })*)?
                object.end()
            }
        }
    };
}
pub(crate) use model;

/// Declares an open enumeration. A value that this version does not know survives as `Other`.
macro_rules! open_enum {
    (
        $(#[doc = $doc:expr])*
        pub enum $Name:ident { $( $(#[doc = $value_doc:expr])* $Variant:ident = $value:literal, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name {
            $( $(#[doc = $value_doc])* $Variant, )*
            /// A value that this version does not know, as it arrived.
            Other(String),
        }

        impl $Name {
            /// The description of this enumeration.
            pub const INFO: &'static $crate::schema::EnumInfo = &$crate::schema::EnumInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                values: &[$($crate::schema::ValueInfo { value: $value,
                    doc: $crate::schema::described!($($value_doc),*) },)*],
            };

            /// As on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $($Name::$Variant => $value,)*
                    $Name::Other(value) => value,
                }
            }
        }

        impl From<&str> for $Name {
            fn from(value: &str) -> $Name {
                match value {
                    $($value => $Name::$Variant,)*
                    other => $Name::Other(other.to_owned()),
                }
            }
        }

        impl From<String> for $Name {
            fn from(value: String) -> $Name {
                $Name::from(value.as_str())
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::schema::FieldType for $Name {
            const TYPE: $crate::schema::Type = $crate::schema::Type::Enum($Name::INFO);

            fn read(value: &serde_json::Value, reader: &mut $crate::schema::Reader) -> Option<$Name> {
                reader.word(value).map($Name::from)
            }
        }
    };
}
pub(crate) use open_enum;

/// Declares a closed set of words, the same in every language.
macro_rules! words {
    ($(#[doc = $doc:expr])* pub enum $Name:ident { $($(#[doc = $value_doc:expr])* $Variant:ident = $word:literal,)* })
        => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name { $($(#[doc = $value_doc])* $Variant,)* }

        impl $Name {
            /// The description of this set of words.
            pub const INFO: &'static $crate::schema::EnumInfo = &$crate::schema::EnumInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                values: &[$($crate::schema::ValueInfo { value: $word,
                    doc: $crate::schema::described!($($value_doc),*) },)*],
            };

            /// The word for it, the same in every language.
            pub const fn as_str(self) -> &'static str {
                match self { $($Name::$Variant => $word),* }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::schema::FieldType for $Name {
            const TYPE: $crate::schema::Type = $crate::schema::Type::Word($Name::INFO);
            fn read(value: &serde_json::Value, reader: &mut $crate::schema::Reader) -> Option<$Name> {
                match reader.text(value)? {
                    $($word => Some($Name::$Variant),)*
                    _ => reader.note(concat!("not a word of ", stringify!($Name), ".").to_owned(), value),
                }
            }
        }
    };
}
pub(crate) use words;

/// The name of a field in JSON. Its Rust name may begin with `r#`.
pub(crate) const fn wire_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
