//! A value as serde sees it, as a tree of numbers: made once for every step, so it costs little. What is
//! left out is not even looked at.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;
use serde::ser::{self, Serializer};

#[derive(Clone, Debug, Default, Hash, PartialEq)]
pub(crate) enum Tree {
    #[default]
    Nothing,
    Number(i64),
    /// A text, by its hash.
    Word(u64),
    Items(Vec<Tree>),
    Fields(Vec<(&'static str, Tree)>),
}

/// Whether a field is left out, by its name and that of the field that holds it.
pub(crate) type LeftOut<'l> = &'l dyn Fn(&str, &str) -> bool;

impl Tree {
    pub(crate) fn of(value: &impl Serialize, left_out: LeftOut<'_>) -> Self {
        value.serialize(Grower { left_out, field: "" }).expect("a tree holds everything")
    }

    pub(crate) fn word(text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self::Word(hasher.finish())
    }

    pub(crate) fn get(&self, field: &str) -> &Self {
        match self {
            Self::Fields(fields) => {
                fields.iter().find(|one| one.0 == field).map_or(&Self::Nothing, |one| &one.1)
            }
            Self::Nothing | Self::Number(_) | Self::Word(_) | Self::Items(_) => &Self::Nothing,
        }
    }

    pub(crate) fn get_mut(&mut self, field: &str) -> Option<&mut Self> {
        match self {
            Self::Fields(fields) => {
                fields.iter_mut().find(|one| one.0 == field).map(|one| &mut one.1)
            }
            Self::Nothing | Self::Number(_) | Self::Word(_) | Self::Items(_) => None,
        }
    }

    pub(crate) fn items(&self) -> &[Self] {
        if let Self::Items(items) = self { items } else { &[] }
    }

    pub(crate) fn items_mut(&mut self) -> &mut [Self] {
        if let Self::Items(items) = self { items } else { &mut [] }
    }
}

/// Grows the tree of what is in a field.
#[derive(Clone, Copy)]
struct Grower<'l> {
    left_out: LeftOut<'l>,
    field: &'static str,
}

/// Grows a tree of parts.
struct Branch<'l> {
    grower: Grower<'l>,
    variant: Option<&'static str>,
    items: Vec<Tree>,
    fields: Vec<(&'static str, Tree)>,
}

impl<'l> Grower<'l> {
    const fn branch(self, variant: Option<&'static str>) -> Branch<'l> {
        Branch { grower: self, variant, items: Vec::new(), fields: Vec::new() }
    }
}

impl Branch<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.items.push(value.serialize(self.grower)?);
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        if !(self.grower.left_out)(self.grower.field, name) {
            let grower = Grower { field: name, ..self.grower };
            self.fields.push((name, value.serialize(grower)?));
        }
        Ok(())
    }

    fn whole(self, tree: Tree) -> Tree {
        match self.variant {
            Some(variant) => Tree::Fields(vec![(variant, tree)]),
            None => tree,
        }
    }
}

/// Nothing goes wrong.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("never")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(what: T) -> Self {
        unreachable!("{what}")
    }
}

macro_rules! numbers {
    ($($name:ident $type:ty,)*) => {$(
        fn $name(self, value: $type) -> Result<Tree, Never> {
            Ok(Tree::Number(value as i64))
        }
    )*};
}

#[allow(clippy::cast_possible_wrap, clippy::cast_lossless, reason = "which number stays clear")]
impl<'l> Serializer for Grower<'l> {
    type Ok = Tree;
    type Error = Never;
    type SerializeSeq = Branch<'l>;
    type SerializeTuple = Branch<'l>;
    type SerializeTupleStruct = Branch<'l>;
    type SerializeTupleVariant = Branch<'l>;
    type SerializeMap = Branch<'l>;
    type SerializeStruct = Branch<'l>;
    type SerializeStructVariant = Branch<'l>;

    numbers! {
        serialize_bool bool,
        serialize_i8 i8,
        serialize_i16 i16,
        serialize_i32 i32,
        serialize_i64 i64,
        serialize_u8 u8,
        serialize_u16 u16,
        serialize_u32 u32,
        serialize_u64 u64,
        serialize_char char,
    }

    fn serialize_f32(self, _: f32) -> Result<Tree, Never> {
        unreachable!("the state has no fractions")
    }

    fn serialize_f64(self, _: f64) -> Result<Tree, Never> {
        unreachable!("the state has no fractions")
    }

    fn serialize_str(self, value: &str) -> Result<Tree, Never> {
        Ok(Tree::word(value))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Tree, Never> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<Tree, Never> {
        Ok(Tree::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Tree, Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Tree, Never> {
        Ok(Tree::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Tree, Never> {
        Ok(Tree::Nothing)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Tree, Never> {
        Ok(Tree::word(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Tree, Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Tree, Never> {
        Ok(Tree::Fields(vec![(variant, value.serialize(self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Branch<'l>, Never> {
        Ok(self.branch(None))
    }

    fn serialize_tuple(self, _: usize) -> Result<Branch<'l>, Never> {
        Ok(self.branch(None))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Branch<'l>, Never> {
        Ok(self.branch(None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Branch<'l>, Never> {
        Ok(self.branch(Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Branch<'l>, Never> {
        Ok(self.branch(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Branch<'l>, Never> {
        Ok(self.branch(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Branch<'l>, Never> {
        Ok(self.branch(Some(variant)))
    }
}

macro_rules! branches {
    ($(items $trait:ident $method:ident;)* $(fields $of_fields:ident;)*) => {
        $(impl ser::$trait for Branch<'_> {
            type Ok = Tree;
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.item(value)
            }

            fn end(mut self) -> Result<Tree, Never> {
                let items = std::mem::take(&mut self.items);
                Ok(self.whole(Tree::Items(items)))
            }
        })*
        $(impl ser::$of_fields for Branch<'_> {
            type Ok = Tree;
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Never> {
                self.field(name, value)
            }

            fn end(mut self) -> Result<Tree, Never> {
                let fields = std::mem::take(&mut self.fields);
                Ok(self.whole(Tree::Fields(fields)))
            }
        })*
    };
}

branches! {
    items SerializeSeq serialize_element;
    items SerializeTuple serialize_element;
    items SerializeTupleStruct serialize_field;
    items SerializeTupleVariant serialize_field;
    fields SerializeStruct;
    fields SerializeStructVariant;
}

/// Keys and values in turns.
impl ser::SerializeMap for Branch<'_> {
    type Ok = Tree;
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.item(value)
    }

    fn end(self) -> Result<Tree, Never> {
        Ok(Tree::Items(self.items))
    }
}
