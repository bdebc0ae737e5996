//! What a class is made of, by what it mirrors. The tables in `mirror` say which classes there are.
//!
//! In a table a field is `name: place`, its name in Python and where the core has it. What may be left out stands
//! behind a `;` and has a default.

pub(crate) use pyo3::prelude::*;
pub(crate) use pyo3::types::PyTuple;
pub(crate) use refdesk as core;

pub(crate) use crate::convert::{
    Given, Read, Show, Words, formed, gone, held, may, maybe, must, some, word,
};
pub(crate) use crate::value::{Action, Event, Value, alone, put_into, within};
pub(crate) use core::Span;
pub(crate) use core::hours::Day;

/// An action.
macro_rules! action {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident = $default:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = Action, module = "refdesk")]
        pub(crate) struct $name;

        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let action = core::Action::$name(core::$name {
                    $($wplace: must($wanted, stringify!($wanted))?,)*
                    $($($gplace: may($given, stringify!($given))?.unwrap_or_else(|| $default),)+)?
                });
                Ok(PyClassInitializer::from(Value).add_subclass(Action(action)).add_subclass(Self))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        core::Action::$name(of) => of.$wplace.show(py),
                        _ => gone(),
                    }
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        core::Action::$name(of) => of.$gplace.show(py),
                        _ => gone(),
                    }
                }
            )+)?
        }
    };
}
pub(crate) use action;

/// A kind of event.
macro_rules! event {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident = $default:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = Event, module = "refdesk")]
        pub(crate) struct $name;

        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &["at", "seq", $(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = (at, seq, $($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                at: &Bound<'_, PyAny>,
                seq: &Bound<'_, PyAny>,
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let kind = core::EventKind::$name {
                    $($wplace: must($wanted, stringify!($wanted))?,)*
                    $($($gplace: may($given, stringify!($given))?.unwrap_or_else(|| $default),)+)?
                };
                let event = core::Event { at: must(at, "at")?, seq: must(seq, "seq")?, kind };
                Ok(PyClassInitializer::from(Value).add_subclass(Event(event)).add_subclass(Self))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0.kind {
                        core::EventKind::$name { $wplace: of, .. } => of.show(py),
                        _ => gone(),
                    }
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0.kind {
                        core::EventKind::$name { $gplace: of, .. } => of.show(py),
                        _ => gone(),
                    }
                }
            )+)?
        }
    };
}
pub(crate) use event;

/// What has fields.
macro_rules! value {
    (
        $(#[$doc:meta])*
        $name:ident of $core:ty {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident = $default:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = Value, module = "refdesk")]
        pub(crate) struct $name(pub(crate) $core);

        const _: () = {
        type Whole = $core;
        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let of = Whole {
                    $($wplace: must($wanted, stringify!($wanted))?,)*
                    $($($gplace: may($given, stringify!($given))?.unwrap_or_else(|| $default),)+)?
                };
                Ok(PyClassInitializer::from(Value).add_subclass(Self(of)))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    this.get().0.$wplace.show(py)
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    this.get().0.$gplace.show(py)
                }
            )+)?
        }

        impl Show for Whole {
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                alone!(py, $name(self.clone()))
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
pub(crate) use value;

/// What has a default as a whole.
macro_rules! settings {
    (
        $(#[$doc:meta])*
        $name:ident of $core:ty {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = Value, module = "refdesk")]
        pub(crate) struct $name(pub(crate) $core);

        const _: () = {
        type Whole = $core;
        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let mut of = Whole::default();
                $($(if let Some(value) = may($given, stringify!($given))? {
                    of.$gplace = value;
                })+)?
                Ok(PyClassInitializer::from(Value).add_subclass(Self(of)))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    this.get().0.$wplace.show(py)
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    this.get().0.$gplace.show(py)
                }
            )+)?
        }

        impl Show for Whole {
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                alone!(py, $name(self.clone()))
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
pub(crate) use settings;

/// What has no fields of its own, and is made from its form on the wire.
macro_rules! form {
    (
        $(#[$doc:meta])*
        $name:ident of $core:ty {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident as $wtype:ty = $look:expr,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident as $gtype:ty = $glook:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = Value, module = "refdesk")]
        pub(crate) struct $name(pub(crate) $core);

        const _: () = {
        type Whole = $core;
        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let of = formed([
                    $((stringify!($wplace), some::<$wtype>($wanted, stringify!($wanted))?),)*
                    $($((stringify!($gplace), maybe::<$gtype>($given, stringify!($given))?),)+)?
                ])?;
                Ok(PyClassInitializer::from(Value).add_subclass(Self(of)))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    ($look)(&this.get().0, py)
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    ($glook)(&this.get().0, py)
                }
            )+)?
        }

        impl Show for Whole {
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                alone!(py, $name(self.clone()))
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
pub(crate) use form;

/// One of several kinds of thing.
macro_rules! case {
    (
        $(#[$doc:meta])*
        $class:ident $python:literal of $name:ident = $core:ty as $case:ident {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident = $default:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = $name, module = "refdesk", name = $python)]
        pub(crate) struct $class;

        const _: () = {
        type Whole = $core;
        #[pymethods]
        impl $class {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let of = Whole::$case {
                    $($wplace: must($wanted, stringify!($wanted))?,)*
                    $($($gplace: may($given, stringify!($given))?.unwrap_or_else(|| $default),)+)?
                };
                Ok(PyClassInitializer::from(Value).add_subclass($name(of)).add_subclass(Self))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        Whole::$case { $wplace: of, .. } => of.show(py),
                        #[allow(unreachable_patterns, reason = "it may be the only kind")]
                        _ => gone(),
                    }
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        Whole::$case { $gplace: of, .. } => of.show(py),
                        #[allow(unreachable_patterns, reason = "it may be the only kind")]
                        _ => gone(),
                    }
                }
            )+)?
        }
        };
    };
}
pub(crate) use case;

/// One of several kinds of thing, which holds all that a struct has.
macro_rules! holding {
    (
        $(#[$doc:meta])*
        $class:ident $python:literal of $name:ident = $core:ty as $case:ident of $inner:ty {
            $($(#[$wdoc:meta])* $wanted:ident: $wplace:ident,)*
            $(;$($(#[$gdoc:meta])* $given:ident: $gplace:ident = $default:expr,)+)?
        }
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, extends = $name, module = "refdesk", name = $python)]
        pub(crate) struct $class;

        const _: () = {
        type Whole = $core;
        type Inner = $inner;
        #[pymethods]
        impl $class {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn match_args(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                const NAMES: &[&str] =
                    &[$(stringify!($wanted),)* $($(stringify!($given),)+)?];
                PyTuple::new(py, NAMES)
            }

            #[new]
            #[pyo3(signature = ($($wanted,)* $(*, $($given = Given(None),)+)?))]
            #[allow(clippy::too_many_arguments, reason = "as many as the core has")]
            fn new(
                $($wanted: &Bound<'_, PyAny>,)*
                $($($given: Given<'_>,)+)?
            ) -> PyResult<PyClassInitializer<Self>> {
                let inner = Inner {
                    $($wplace: must($wanted, stringify!($wanted))?,)*
                    $($($gplace: may($given, stringify!($given))?.unwrap_or_else(|| $default),)+)?
                };
                let of = Whole::$case(inner.into());
                Ok(PyClassInitializer::from(Value).add_subclass($name(of)).add_subclass(Self))
            }

            $(
                $(#[$wdoc])*
                #[getter]
                fn $wanted<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        Whole::$case(of) => of.$wplace.show(py),
                        #[allow(unreachable_patterns, reason = "it may be the only kind")]
                        _ => gone(),
                    }
                }
            )*

            $($(
                $(#[$gdoc])*
                #[getter]
                fn $given<'py>(this: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    match &this.as_super().0 {
                        Whole::$case(of) => of.$gplace.show(py),
                        #[allow(unreachable_patterns, reason = "it may be the only kind")]
                        _ => gone(),
                    }
                }
            )+)?
        }
        };
    };
}
pub(crate) use holding;

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

/// One of several words.
macro_rules! words {
    ($name:ident of $core:ty { $($variant:ident = $word:literal,)* $(; $count:expr)? }) => {
        const _: () = {
            type Whole = $core;
            $(assert!(Whole::ALL.len() == $count, "the mirror is older than the core");)?

            static WORDS: Words = Words::new(stringify!($name), &[$($word,)*]);

            impl Show for Whole {
                fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    WORDS.member(py, match self {
                        $(Whole::$variant => $word,)*
                        $(_ => { let _ = $count; return gone() })?
                    })
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
