//! What the tables of the mirror are made of: `mirror` is written by a program, and names only what stands
//! in the core. A case or a field that is new there, or gone, does not compile here.

pub(crate) use refdesk as core;

pub(crate) use crate::{Fault, Given, Out, Put, Take};

/// What a thing hands out: its fields, and those that are left out where they are the default.
macro_rules! put {
    ($core:ty { $($field:ident)* } { $($left:ident)* }) => {
        impl Put for $core {
            #[allow(unused_variables, reason = "some have no fields")]
            fn put<O: Out>(&self, out: &mut O) {
                let Self { $($field,)* $($left,)* } = self;
                $($field.put(out);)*
                $(out.unless_default($left);)*
            }
        }
    };
}
pub(crate) use put;

/// The same of a thing that keeps its fields to itself.
macro_rules! put_form {
    ($core:ty as $of:ident { $($look:expr,)* }) => {
        impl Put for $core {
            fn put<O: Out>(&self, out: &mut O) {
                let $of = self;
                $($look.put(out);)*
            }
        }
    };
}
pub(crate) use put_form;

/// What one of several kinds of thing hands out: which it is, and its fields.
macro_rules! put_kinds {
    ($core:ty {
        $($tag:literal $case:ident { $($field:ident)* } { $($left:ident)* })*
        $(all $atag:literal $all:ident)*
    } $(of $count:literal)?) => {
        $(const _: () = assert!(<$core>::CODES.len() == $count, "the mirror is older than the core");)?

        impl Put for $core {
            #[allow(clippy::too_many_lines, reason = "as many as there are")]
            fn put<O: Out>(&self, out: &mut O) {
                match self {
                    $(Self::$case { $($field,)* $($left,)* } => {
                        out.byte($tag);
                        $($field.put(out);)*
                        $(out.unless_default($left);)*
                    })*
                    $(Self::$all(of) => {
                        out.byte($atag);
                        of.put(out);
                    })*
                    $(_ => out.byte($count),)?
                }
            }
        }
    };
}
pub(crate) use put_kinds;

/// One of several words, by its number.
macro_rules! put_words {
    ($core:ty { $($tag:literal $word:ident)* } $(of $count:literal)?) => {
        $(const _: () = assert!(<$core>::ALL.len() == $count, "the mirror is older than the core");)?

        impl Put for $core {
            fn put<O: Out>(&self, out: &mut O) {
                out.byte(match self {
                    $(Self::$word => $tag,)*
                    $(_ => $count,)?
                });
            }
        }
    };
}
pub(crate) use put_words;

/// What a thing is read from: its fields by name, and those that may be left out.
macro_rules! take {
    ($core:ty { $($field:ident $name:literal)* } { $($left:ident $lname:literal = $default:expr,)* }) => {
        impl Take for $core {
            #[allow(unused_variables, reason = "some have no fields")]
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                $(let $field = given.field($name)?;)*
                $(let $left = if given.flag()? { given.field($lname)? } else { $default };)*
                Ok(Self { $($field,)* $($left,)* })
            }
        }
    };
}
pub(crate) use take;

/// The same of one of several kinds of thing.
macro_rules! take_kinds {
    ($core:ty { $($tag:literal $case:ident { $($field:ident $name:literal)* })* }) => {
        impl Take for $core {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                Ok(match given.byte()? {
                    $($tag => Self::$case { $($field: given.field($name)?,)* },)*
                    other => return Err(Fault::new(format!("there is no kind {other}"))),
                })
            }
        }
    };
}
pub(crate) use take_kinds;

/// One of several words, by its number.
macro_rules! take_words {
    ($core:ty { $($tag:literal $word:ident)* }) => {
        impl Take for $core {
            fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
                Ok(match given.byte()? {
                    $($tag => Self::$word,)*
                    other => return Err(Fault::new(format!("there is no word {other}"))),
                })
            }
        }
    };
}
pub(crate) use take_words;
