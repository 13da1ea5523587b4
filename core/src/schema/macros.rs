//! The macros that declare. One declaration gives: the struct with its constructor and setters, JSON in both directions, and
//! the description.

/// Documentation, for what is generated from it. Without the feature `docs` nothing of it is in a program.
#[cfg(feature = "docs")]
macro_rules! described {
    ($($doc:expr),*) => { concat!($($doc, "\n"),*) };
}
/// Documentation, for what is generated from it. Without the feature `docs` nothing of it is in a program.
#[cfg(not(feature = "docs"))]
macro_rules! described {
    ($($doc:expr),*) => {
        ""
    };
}
pub(crate) use described;

/// Declares a model. What a request needs is an argument of `new`, `optional` fields have a setter of their own name; `derived` ones
/// are filled by Payscore and do not stand in WeChat Pay's JSON. `= [..]` lists the checks made before signing.
///
/// How strictly a field is read is declared by where it stands. `required`: without it there is no model, in either direction; of what
/// WeChat Pay sends only identity, phase and money stand here. `needed`: a request needs it, a reply may lack it. `optional`: both
/// may. What WeChat Pay sends for a `needed` or `optional` field and does not fit is absent and named in `unread`.
macro_rules! model {
    (
        $(#[doc = $doc:expr])*
        pub struct $Name:ident {
            required { $( $(#[doc = $rdoc:expr])* $r:ident : $rt:ty $(= [$($rr:expr),* $(,)?])? ,)* }
            $(needed { $( $(#[doc = $ndoc:expr])* $n:ident : $nt:ty $(= [$($nr:expr),* $(,)?])? ,)* })?
            optional { $( $(#[doc = $odoc:expr])* $o:ident : $ot:ty $(= [$($or:expr),* $(,)?])? ,)* }
            $(derived { $( $(#[doc = $ddoc:expr])* $d:ident : $dt:ty ,)* })?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $Name {
            $( $(#[doc = $rdoc])* pub $r: $rt, )*
            $($( $(#[doc = $ndoc])* pub $n: Option<$nt>, )*)?
            $( $(#[doc = $odoc])* pub $o: Option<$ot>, )*
            $($( $(#[doc = $ddoc])* pub $d: $dt, )*)?
        }

        impl $Name {
            /// With what a request needs; the rest has setters.
            #[allow(clippy::too_many_arguments, clippy::new_without_default)]
            pub fn new($($r: impl Into<$rt>,)* $($($n: impl Into<$nt>,)*)?) -> $Name {
                $Name { $($r: $r.into(),)* $($($n: Some($n.into()),)*)? $($o: None,)* $($($d: Default::default(),)*)? }
            }

            $(
                $(#[doc = $odoc])*
                #[must_use]
                pub fn $o(mut self, $o: impl Into<$ot>) -> $Name {
                    self.$o = Some($o.into());
                    self
                }
            )*

            /// What this model says about itself.
            pub const INFO: &'static $crate::schema::ModelInfo = &$crate::schema::ModelInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                fields: &[
                    $($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($r)), doc: $crate::schema::described!($($rdoc),*),
                        ty: <$rt as $crate::schema::FieldType>::TYPE, required: true, promised: true, derived: false,
                        rules: &[$($($rr),*)?],
                    },)*
                    $($($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($n)), doc: $crate::schema::described!($($ndoc),*),
                        ty: <$nt as $crate::schema::FieldType>::TYPE, required: true, promised: false, derived: false,
                        rules: &[$($($nr),*)?],
                    },)*)?
                    $($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($o)), doc: $crate::schema::described!($($odoc),*),
                        ty: <$ot as $crate::schema::FieldType>::TYPE, required: false, promised: false, derived: false,
                        rules: &[$($($or),*)?],
                    },)*
                    $($($crate::schema::FieldInfo {
                        name: $crate::schema::wire_name(stringify!($d)), doc: $crate::schema::described!($($ddoc),*),
                        ty: <$dt as $crate::schema::FieldType>::TYPE, required: false,
                        promised: <$dt as $crate::schema::FieldType>::REQUIRED, derived: true, rules: &[],
                    },)*)?
                ],
            };
        }

        impl $crate::schema::FieldType for $Name {
            const TYPE: $crate::schema::Type = $crate::schema::Type::Model(|| $Name::INFO);

            #[allow(unused_variables)]
            fn read(value: &serde_json::Value, reader: &mut $crate::schema::Reader) -> Option<$Name> {
                let object = reader.object(value, $Name::INFO.name)?;
                $(let $r = reader.required::<$rt>(object, $crate::schema::wire_name(stringify!($r)), &[$($($rr),*)?]);)*
                $($(let $n = reader.needed::<$nt>(object, $crate::schema::wire_name(stringify!($n)), &[$($($nr),*)?]);)*)?
                $(let $o = reader.optional::<$ot>(object, $crate::schema::wire_name(stringify!($o)), &[$($($or),*)?]);)*
                Some($Name { $($r: $r?,)* $($($n: $n?,)*)? $($o,)* $($($d: Default::default(),)*)? })
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let mut object = serializer.serialize_struct($Name::INFO.name, $Name::INFO.fields.len())?;
                $(object.serialize_field($crate::schema::wire_name(stringify!($r)), &self.$r)?;)*
                $($(if let Some(value) = &self.$n {
                    object.serialize_field($crate::schema::wire_name(stringify!($n)), value)?;
                })*)?
                $(if let Some(value) = &self.$o {
                    object.serialize_field($crate::schema::wire_name(stringify!($o)), value)?;
                })*
                $($(if !$crate::schema::FieldType::is_absent(&self.$d) {
                    object.serialize_field($crate::schema::wire_name(stringify!($d)), &self.$d)?;
                })*)?
                object.end()
            }
        }
    };
}
pub(crate) use model;

/// Declares an open enumeration: an unknown value survives as `Other`.
macro_rules! open_enum {
    (
        $(#[doc = $doc:expr])*
        pub enum $Name:ident { $( $(#[doc = $vdoc:expr])* $Variant:ident = $value:literal, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name {
            $( $(#[doc = $vdoc])* $Variant, )*
            /// A value that this version does not know, as it arrived.
            Other(String),
        }

        impl $Name {
            /// What this enumeration says about itself.
            pub const INFO: &'static $crate::schema::EnumInfo = &$crate::schema::EnumInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                values: &[$($crate::schema::ValueInfo { value: $value, doc: $crate::schema::described!($($vdoc),*) },)*],
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

/// Declares a closed set of words, the same in every language, with what it says about itself.
macro_rules! words {
    ($(#[doc = $doc:expr])* pub enum $Name:ident { $($(#[doc = $vdoc:expr])* $Variant:ident = $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name { $($(#[doc = $vdoc])* $Variant,)* }

        impl $Name {
            /// What this set of words says about itself.
            pub const INFO: &'static $crate::schema::EnumInfo = &$crate::schema::EnumInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                values: &[$($crate::schema::ValueInfo { value: $word, doc: $crate::schema::described!($($vdoc),*) },)*],
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

/// The name on the wire of a field whose Rust name may carry `r#`.
pub(crate) const fn wire_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
