//! What the bindings know of the core's types: their names, their fields, their words.

use std::collections::BTreeMap;

/// All types that go in or come out, by name, with what is said of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) types: BTreeMap<String, Type>,
    /// The structs of actions, in the order of the core.
    pub(crate) actions: Vec<String>,
    /// What a function gives that stands for a default, by name.
    pub(crate) defaults: BTreeMap<String, String>,
    /// What is said of the function of a type, as `Whose::name`: a field that is private has its words there.
    pub(crate) said: BTreeMap<String, String>,
    /// The bounds that are no part of a configuration, by name, as people write numbers.
    pub(crate) constants: BTreeMap<String, String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) kind: Kind,
    /// Whether more cases may come without notice: a match on it needs a last arm.
    pub(crate) open: bool,
    /// Whether a key that it does not have is refused on the wire.
    pub(crate) strict: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Struct(Struct),
    /// One of several kinds of thing, with a `type`.
    Tagged(Vec<Variant>),
    /// One of several words.
    Words(Vec<Word>),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    /// Whether what is missing is as in the default of the whole.
    pub(crate) defaulted: bool,
    /// Whether its fields are private, and it goes by a form of its own on the wire.
    pub(crate) formed: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) holds: Holds,
    /// Whether it is the default of the whole.
    pub(crate) chosen: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Holds {
    Fields(Vec<Field>),
    /// All that a struct has.
    All(Ty),
}

#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) name: String,
    pub(crate) doc: String,
    /// Whether it is the default of the whole.
    pub(crate) chosen: bool,
}

#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is said of a field by itself")]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) ty: Ty,
    pub(crate) missing: Missing,
    /// Whether it is left out where it is the default, when it is written.
    pub(crate) skipped: bool,
    /// Whether `never` says on the wire that there is none.
    pub(crate) never: bool,
    /// Whether its own keys stand in its place on the wire.
    pub(crate) flat: bool,
    pub(crate) public: bool,
}

/// What a field is where it is left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Missing {
    /// It may not be left out.
    Never,
    /// The default of its type.
    Default,
    /// What this function gives.
    By(String),
}

/// What a field holds. Boxes and shared pointers are nothing to a binding.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    Named(String),
    List(Box<Ty>),
    Set(Box<Ty>),
    Map(Box<Ty>, Box<Ty>),
    Maybe(Box<Ty>),
    Pair(Box<Ty>, Box<Ty>),
}

impl Ty {
    /// The names in it.
    pub(crate) fn names(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::List(of) | Self::Set(of) | Self::Maybe(of) => of.names(),
            Self::Map(key, of) | Self::Pair(key, of) => [key.names(), of.names()].concat(),
        }
    }
}

impl Type {
    /// The names of the types that its fields hold.
    pub(crate) fn names(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Struct(of) => of.fields.iter().flat_map(|field| field.ty.names()).collect(),
            Kind::Tagged(variants) => variants.iter().flat_map(Variant::names).collect(),
            Kind::Words(_) => Vec::new(),
        }
    }

    /// All that is said of it and of what it has.
    pub(crate) fn each_doc(&mut self, mut tell: impl FnMut(&mut String)) {
        tell(&mut self.doc);
        match &mut self.kind {
            Kind::Struct(of) => of.fields.iter_mut().for_each(|field| tell(&mut field.doc)),
            Kind::Words(words) => words.iter_mut().for_each(|word| tell(&mut word.doc)),
            Kind::Tagged(variants) => {
                for variant in variants {
                    tell(&mut variant.doc);
                    if let Holds::Fields(fields) = &mut variant.holds {
                        for field in fields {
                            tell(&mut field.doc);
                        }
                    }
                }
            }
        }
    }
}

impl Variant {
    fn names(&self) -> Vec<&str> {
        match &self.holds {
            Holds::Fields(fields) => fields.iter().flat_map(|field| field.ty.names()).collect(),
            Holds::All(ty) => ty.names(),
        }
    }
}

impl Shape {
    /// The types that can be reached from these, in the order of their names.
    pub(crate) fn reached(&self, roots: &[&str]) -> Vec<&Type> {
        let mut found: BTreeMap<&str, &Type> = BTreeMap::new();
        let mut left: Vec<&str> = roots.to_vec();
        while let Some(name) = left.pop() {
            if let Some(ty) = self.types.get(name)
                && found.insert(name, ty).is_none()
            {
                left.extend(ty.names());
            }
        }
        found.into_values().collect()
    }

    /// The same with no other types than those.
    pub(crate) fn only(mut self, roots: &[&str]) -> Self {
        let names: Vec<String> = self.reached(roots).iter().map(|ty| ty.name.clone()).collect();
        self.types.retain(|name, _| names.contains(name));
        self
    }

    pub(crate) fn of(&self, name: &str) -> &Type {
        self.types.get(name).unwrap_or_else(|| panic!("the core has a type `{name}`"))
    }

    /// The expression of a default, as the core's own function has it.
    pub(crate) fn default_of(&self, function: &str) -> &str {
        self.defaults.get(function).unwrap_or_else(|| panic!("`{function}` gives a default"))
    }

    /// The fields of a struct.
    pub(crate) fn fields(&self, name: &str) -> &[Field] {
        match &self.of(name).kind {
            Kind::Struct(of) => &of.fields,
            Kind::Tagged(_) | Kind::Words(_) => panic!("`{name}` is a struct"),
        }
    }

    /// The kinds of event.
    pub(crate) fn events(&self) -> &[Variant] {
        match &self.of("EventKind").kind {
            Kind::Tagged(kinds) => kinds,
            Kind::Struct(_) | Kind::Words(_) => panic!("events are of kinds"),
        }
    }

    /// The fields of a variant, those of the struct that it holds too.
    pub(crate) fn fields_of<'s>(&'s self, variant: &'s Variant) -> &'s [Field] {
        match &variant.holds {
            Holds::Fields(fields) => fields,
            Holds::All(Ty::Named(name)) => self.fields(name),
            Holds::All(other) => panic!("a variant holds {other:?}"),
        }
    }
}
