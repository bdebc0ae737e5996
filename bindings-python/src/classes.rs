//! What a class is made of, by what it mirrors. The tables in `mirror` say which classes there are.
//!
//! In a table a field is `name: place`, its name in Python and where the core has it. What may be left out stands
//! behind a `;` and has a default, and perhaps a word for `None`.
//!
//! A class is written by `class!`. Each kind of class says by what it holds how its fields are put together
//! (`filled!`) and looked up (`looked_up!`), and has two functions: `core`, where the value of the core is, and
//! `made`, what an object consists of.

pub(crate) use pyo3::prelude::*;
pub(crate) use pyo3::types::PyTuple;
pub(crate) use refdesk as core;

pub(crate) use crate::convert::{
    Given, Read, Show, Words, formed, gone, held, may, maybe, must, some, word,
};
pub(crate) use crate::value::{Action, Event, Value, alone, found_in, put_into, within};
pub(crate) use core::Span;
pub(crate) use core::hours::Day;

/// A class: its constructor, the order of its fields, and a getter for each.
macro_rules! class {
    (
        $(#[$doc:meta])*
        $class:ident $($python:literal)? in $base:ident $(of $held:ty)?, as $kind:tt, after ($($first:ident),*)
        {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident $(as $wtype:ty = $wlook:expr)?,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident $(or $none:literal)? $(as $gtype:ty)? $(= $default:expr)?,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = $base, module = "refdesk" $(, name = $python)?)]
        pub(crate) struct $class $((pub(crate) $held))?;

        #[pymethods]
        impl $class {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] = &[
                    $(stringify!($first),)* $(stringify!($wanted),)* $($(stringify!($given),)+)?
                ];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($first,)* $($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($first: &Bound<'_, PyAny>,)*
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let filled = filled!($kind {
                    $($wanted: $wplace $(as $wtype)?,)*
                    $(;$($given: $gplace $(or $none)? $(as $gtype)? $(= $default)?,)+)?
                });
                Self::made(filled, $($first),*)
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                    looked_up!(this, $kind, $wplace $(= $wlook)?)
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                    looked_up!(this, $kind, $gplace $(= $default)?)
                }
            )+)?
        }
    };
}
pub(crate) use class;

/// What the arguments are put together to: a `struct`, one `within` a variant, a `variant` with fields, what has
/// `defaults` as a whole, or what is made from its `form` on the wire.
macro_rules! filled {
    ([defaults $whole:path] { ; $($given:ident: $gplace:ident,)+ }) => {{
        let mut whole = <$whole>::default();
        $(if let Some(value) = may($given, stringify!($given))? {
            whole.$gplace = value;
        })+
        whole
    }};
    ([form] {
        $($wanted:ident: $wplace:ident as $wtype:ty,)*
        $(;$($given:ident: $gplace:ident as $gtype:ty = $look:expr,)+)?
    }) => {
        formed([
            $((stringify!($wplace), some::<$wtype>($wanted, stringify!($wanted))?),)*
            $($((stringify!($gplace), maybe::<$gtype>($given, stringify!($given))?),)+)?
        ])?
    };
    ([within $case:path, $($whole:tt)+] $fields:tt) => {
        $case(filled!([struct $($whole)+] $fields).into())
    };
    ([$kind:tt $($whole:tt)+] {
        $($wanted:ident: $wplace:ident,)*
        $(;$($given:ident: $gplace:ident $(or $none:literal)? = $default:expr,)+)?
    }) => {
        $($whole)+ {
            $($wplace: must($wanted, stringify!($wanted))?,)*
            $($($gplace: {
                $(let $given = $given.or_none($none);)?
                may($given, stringify!($given))?.unwrap_or_else(|| $default)
            },)+)?
        }
    };
}
pub(crate) use filled;

/// A field as Python is shown it.
macro_rules! looked_up {
    ($this:ident, [form], $place:ident = $look:expr) => {
        ($look)(Self::core($this), $this.py())
    };
    ($this:ident, [within $case:path, $($whole:tt)+], $place:ident $(= $default:expr)?) => {
        match Self::core($this) {
            $case(of) => of.$place.show($this.py()),
            #[allow(unreachable_patterns, reason = "it may be the only kind")]
            _ => gone(),
        }
    };
    ($this:ident, [variant $($whole:tt)+], $place:ident $(= $default:expr)?) => {
        match Self::core($this) {
            $($whole)+ { $place: of, .. } => of.show($this.py()),
            #[allow(unreachable_patterns, reason = "it may be the only kind")]
            _ => gone(),
        }
    };
    ($this:ident, [struct $whole:path], $place:ident $(= $default:expr)?) => {
        Self::core($this).$place.show($this.py())
    };
    ($this:ident, [defaults $whole:path], $place:ident) => {
        Self::core($this).$place.show($this.py())
    };
}
pub(crate) use looked_up;

/// An action.
macro_rules! action {
    ($(#[$doc:meta])* $name:ident $fields:tt) => {
        class! {
            $(#[$doc])*
            $name in Action, as [within core::Action::$name, core::$name], after () $fields
        }

        kind! { $name of Action = core::Action }
    };
}
pub(crate) use action;

/// A kind of event.
macro_rules! event {
    ($(#[$doc:meta])* $name:ident $fields:tt) => {
        class! {
            $(#[$doc])*
            $name in Event, as [variant core::EventKind::$name], after (at, seq) $fields
        }

        impl $name {
            fn core<'a>(this: &'a Bound<'_, Self>) -> &'a core::EventKind {
                &this.as_super().get().0.kind
            }

            fn made(
                kind: core::EventKind,
                at: &Bound<'_, PyAny>,
                seq: &Bound<'_, PyAny>,
            ) -> PyResult<PyClassInitializer<Self>> {
                let event = core::Event { at: must(at, "at")?, seq: must(seq, "seq")?, kind };
                Ok(PyClassInitializer::from(Value).add_subclass(Event(event)).add_subclass(Self))
            }
        }
    };
}
pub(crate) use event;

/// What has fields.
macro_rules! value {
    ($(#[$doc:meta])* $name:ident of $($core:ident)::+ { $($fields:tt)* }) => {
        class! { $(#[$doc])* $name in Value of $($core)::+, as [struct $($core)::+], after () { $($fields)* } }
        whole! { $name of $($core)::+ }
    };
}
pub(crate) use value;

/// What has a default as a whole.
macro_rules! settings {
    ($(#[$doc:meta])* $name:ident of $($core:ident)::+ { $($fields:tt)* }) => {
        class! { $(#[$doc])* $name in Value of $($core)::+, as [defaults $($core)::+], after () { $($fields)* } }
        whole! { $name of $($core)::+ }
    };
}
pub(crate) use settings;

/// What has no fields of its own, and is made from its form on the wire.
macro_rules! form {
    ($(#[$doc:meta])* $name:ident of $($core:ident)::+ { $($fields:tt)* }) => {
        class! { $(#[$doc])* $name in Value of $($core)::+, as [form], after () { $($fields)* } }
        whole! { $name of $($core)::+ }
    };
}
pub(crate) use form;

/// A class that holds a value of the core itself.
macro_rules! whole {
    ($name:ident of $core:ty) => {
        impl $name {
            fn core<'a>(this: &'a Bound<'_, Self>) -> &'a $core {
                &this.get().0
            }

            fn made(whole: $core) -> PyResult<PyClassInitializer<Self>> {
                Ok(PyClassInitializer::from(Value).add_subclass(Self(whole)))
            }
        }

        impl Show for $core {
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                alone!(py, $name(self.clone()))
            }
        }

        impl Read for $core {
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                held(value, |of: &$name| &of.0)
            }
        }
    };
}
pub(crate) use whole;

/// One of several kinds of thing.
macro_rules! case {
    (
        $(#[$doc:meta])*
        $class:ident $python:literal of $name:ident = $core:ident::$($path:ident)::+ as $case:ident $fields:tt
    ) => {
        class! {
            $(#[$doc])*
            $class $python in $name, as [variant $core::$($path)::+::$case], after () $fields
        }
        kind! { $class of $name = $core::$($path)::+ }
    };
}
pub(crate) use case;

/// One of several kinds of thing, which holds all that a struct has.
macro_rules! holding {
    (
        $(#[$doc:meta])*
        $class:ident $python:literal of $name:ident = $core:ident::$($path:ident)::+ as $case:ident
            of $($inner:ident)::+ { $($fields:tt)* }
    ) => {
        class! {
            $(#[$doc])*
            $class $python in $name, as [within $core::$($path)::+::$case, $($inner)::+], after () { $($fields)* }
        }
        kind! { $class of $name = $core::$($path)::+ }
    };
}
pub(crate) use holding;

/// A class whose value is held by the class of all its kinds.
macro_rules! kind {
    ($class:ident of $name:ident = $core:path) => {
        impl $class {
            #[allow(dead_code, reason = "it may have no fields")]
            fn core<'a>(this: &'a Bound<'_, Self>) -> &'a $core {
                &this.as_super().get().0
            }

            fn made(of: $core) -> PyResult<PyClassInitializer<Self>> {
                Ok(PyClassInitializer::from(Value).add_subclass($name(of)).add_subclass(Self))
            }
        }
    };
}
pub(crate) use kind;

/// A thing of several kinds: what they have in common, and which class each has.
macro_rules! kinds {
    (
        $(#[$doc:meta])*
        $name:ident of $core:ty {
            $($case:ident: $class:ident,)*
            $(; $count:expr)?
        }
    ) => {
        $(const _: () = assert!(<$core>::CODES.len() == $count, "the mirror is older than the core");)?

        $(#[$doc])*
        #[pyclass(frozen, subclass, extends = Value, module = "refdesk")]
        pub(crate) struct $name(pub(crate) $core);

        const _: () = {
        type Whole = $core;
        impl Show for Whole {
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                let base = $name(self.clone());
                match self {
                    $(Whole::$case { .. } => within!(py, base, $class),)*
                    $(_ => { let _ = $count; gone() })?
                }
            }
        }

        impl Read for Whole {
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                held(value, |of: &$name| &of.0)
            }
        }
        };
    };
}
pub(crate) use kinds;

/// A thing of several kinds, each of which has a code.
macro_rules! coded {
    ($name:ident) => {
        #[pymethods]
        impl $name {
            /// The stable machine code, the same in every language.
            #[getter]
            const fn code(&self) -> &'static str {
                self.0.code()
            }
        }
    };
}
pub(crate) use coded;

/// One of several words.
macro_rules! words {
    ($name:ident of $core:ty { $($variant:ident = $word:literal,)* $(; $count:expr)? }) => {
        const _: () = {
            type Whole = $core;
            $(assert!(Whole::ALL.len() == $count, "the mirror is older than the core");)?

            enum Place { $($variant,)* }

            static WORDS: Words = Words::new(stringify!($name), &[$($word,)*]);

            impl Show for Whole {
                fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    WORDS.member(py, match self {
                        $(Whole::$variant => Place::$variant,)*
                        $(_ => { let _ = $count; return gone() })?
                    } as usize)
                }
            }

            impl Read for Whole {
                fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                    match word(value)?.as_deref() {
                        $(Some($word) => Ok(Whole::$variant),)*
                        _ => Err(WORDS.none_of(value)),
                    }
                }
            }
        };
    };
}
pub(crate) use words;
