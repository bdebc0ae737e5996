//! From the sources of the core to their shape.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, Meta, Token, Visibility};

use crate::shape::{Field, Holds, Kind, Missing, Shape, Struct, Ty, Type, Variant, Word};
use crate::words::grouped;

/// The shape of what the files in this folder and below it say.
pub(crate) fn read(folder: &Path) -> Shape {
    shape_of(files(folder))
}

/// What comes and goes as a whole document: other names mean other things in each.
const DOCUMENTS: [&str; 3] = ["setup", "report", "what_if"];

/// The shape of the documents.
pub(crate) fn read_documents(folder: &Path) -> Shape {
    shape_of(DOCUMENTS.iter().flat_map(|name| files(&folder.join(name))).collect())
}

fn shape_of(files: Vec<std::path::PathBuf>) -> Shape {
    let mut shape = Shape::default();
    let mut forms = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a file of the core can be read");
        let file = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for item in file.items {
            take(item, &mut shape, &mut forms);
        }
    }
    for (name, form) in forms {
        put_on(&mut shape, &name, &form);
    }
    shape
}

/// What goes in and comes out is not in the kit for tests.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("the core has sources");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("can be listed").path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let apart = DOCUMENTS.contains(&name) || ["testing", "snapshot"].contains(&name);
        if path.is_dir() && !apart {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    found
}

fn take(item: Item, shape: &mut Shape, forms: &mut Vec<(String, String)>) {
    match item {
        Item::Struct(of) => {
            let name = of.ident.to_string();
            let public = matches!(of.vis, Visibility::Public(_));
            if let Some(form) = serde_word(&of.attrs, "into").filter(|form| form.ends_with("Form"))
            {
                forms.push((name.clone(), form));
            }
            if let Fields::Named(fields) = of.fields
                && (public || name.ends_with("Form"))
            {
                let on_the_wire = |of: &&syn::Field| !serde_flag(&of.attrs, "skip");
                let fields: Vec<Field> =
                    fields.named.iter().filter(on_the_wire).map(field).collect();
                let defaulted = serde_flag(&of.attrs, "default");
                let kind = Kind::Struct(Struct { fields, defaulted, formed: false });
                add(shape, name, &of.attrs, kind);
            }
        }
        Item::Enum(of) if matches!(of.vis, Visibility::Public(_)) => {
            let words = of.variants.iter().all(|variant| variant.fields.is_empty());
            let tagged = serde_word(&of.attrs, "tag").is_some();
            let kind = if words && !tagged {
                Kind::Words(of.variants.iter().map(word).collect())
            } else {
                Kind::Tagged(of.variants.iter().map(variant).collect())
            };
            add(shape, of.ident.to_string(), &of.attrs, kind);
        }
        Item::Macro(of) if of.mac.path.is_ident("words") => words(of.mac.tokens, shape),
        Item::Macro(of) if of.mac.path.is_ident("actions") => {
            let list = Punctuated::<syn::Ident, Token![,]>::parse_terminated.parse2(of.mac.tokens);
            let list = list.expect("the table of actions is a list of names");
            shape.actions = list.iter().map(ToString::to_string).collect();
        }
        Item::Const(of) if matches!(of.vis, Visibility::Public(_)) => {
            if let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = &*of.expr {
                let number = number.base10_parse().expect("a bound is a number");
                shape.constants.insert(of.ident.to_string(), grouped(number));
            }
        }
        Item::Fn(of) => {
            shape.defaults.extend(gives(&of.sig.ident.to_string(), &of.sig, &of.block, ""));
        }
        Item::Impl(of) if is_default(&of) => standards(&of, shape),
        Item::Impl(of) if of.trait_.is_none() => {
            let whose = of.self_ty.to_token_stream().to_string();
            for item in of.items {
                if let syn::ImplItem::Fn(function) = item {
                    let name = format!("{whose}::{}", function.sig.ident);
                    shape.said.insert(name.clone(), doc(&function.attrs));
                    shape.defaults.extend(gives(&name, &function.sig, &function.block, &whose));
                }
            }
        }
        _ => {}
    }
}

fn is_default(of: &syn::ItemImpl) -> bool {
    of.trait_.as_ref().is_some_and(|(_, path, _)| path.is_ident("Default"))
}

/// What each field is in the default of a whole, as `Whole.field`.
fn standards(of: &syn::ItemImpl, shape: &mut Shape) {
    let whose = of.self_ty.to_token_stream().to_string();
    for item in &of.items {
        if let syn::ImplItem::Fn(function) = item
            && let [syn::Stmt::Expr(Expr::Struct(whole), None)] = function.block.stmts.as_slice()
        {
            for field in &whole.fields {
                let name = format!("{whose}.{}", field.member.to_token_stream());
                let given = field.expr.to_token_stream().to_string().replace(' ', "");
                shape.defaults.insert(name, given);
            }
        }
    }
}

fn add(shape: &mut Shape, name: String, attrs: &[Attribute], kind: Kind) {
    let open = attrs.iter().any(|attr| attr.path().is_ident("non_exhaustive"));
    let strict = serde_flag(attrs, "deny_unknown_fields");
    let ty = Type { name: name.clone(), doc: doc(attrs), kind, open, strict };
    let before = shape.types.insert(name, ty);
    assert!(before.is_none(), "two types have one name: {before:?}");
}

/// A type with private fields has those of its form, and what is said of its own.
fn put_on(shape: &mut Shape, name: &str, form: &str) {
    let (mut fields, strict) = (shape.fields(form).to_vec(), shape.of(form).strict);
    let own = shape.types.get_mut(name).expect("what has a form is a type");
    own.strict = strict;
    let Kind::Struct(of) = &mut own.kind else { panic!("`{name}` has fields") };
    for field in &mut fields {
        let same = of.fields.iter().find(|own| own.name == field.name && own.public);
        field.public = same.is_some();
        let looked_up = shape.said.get(&format!("{name}::{}", field.name));
        if let Some(doc) = same.map(|same| &same.doc).or(looked_up) {
            field.doc.clone_from(doc);
        }
    }
    *of = Struct { fields, defaulted: false, formed: true };
    shape.types.remove(form);
}

fn field(of: &syn::Field) -> Field {
    let default = serde_word(&of.attrs, "default").map(Missing::By);
    let plain = serde_flag(&of.attrs, "default").then_some(Missing::Default);
    Field {
        name: of.ident.as_ref().expect("it has a name").to_string(),
        doc: doc(&of.attrs),
        ty: ty(&of.ty),
        missing: default.or(plain).unwrap_or(Missing::Never),
        skipped: serde_word(&of.attrs, "skip_serializing_if").is_some(),
        never: serde_word(&of.attrs, "with").is_some_and(|with| with == "never"),
        flat: serde_flag(&of.attrs, "flatten"),
        public: matches!(of.vis, Visibility::Public(_)),
    }
}

fn variant(of: &syn::Variant) -> Variant {
    let holds = match &of.fields {
        Fields::Named(fields) => Holds::Fields(fields.named.iter().map(field).collect()),
        Fields::Unnamed(fields) => Holds::All(ty(&fields.unnamed[0].ty)),
        Fields::Unit => Holds::Fields(Vec::new()),
    };
    Variant { name: of.ident.to_string(), doc: doc(&of.attrs), holds, chosen: chosen(of) }
}

fn word(of: &syn::Variant) -> Word {
    Word { name: of.ident.to_string(), doc: doc(&of.attrs), chosen: chosen(of) }
}

fn chosen(of: &syn::Variant) -> bool {
    of.attrs.iter().any(|attr| attr.path().is_ident("default"))
}

/// The table of words: `/// What. Name { /// What. Variant = "said", }`.
fn words(tokens: TokenStream, shape: &mut Shape) {
    let parse = |input: syn::parse::ParseStream<'_>| {
        let mut found = Vec::new();
        while !input.is_empty() {
            let attrs = input.call(Attribute::parse_outer)?;
            let name: syn::Ident = input.parse()?;
            let inside;
            syn::braced!(inside in input);
            let variants = Punctuated::<syn::Variant, Token![,]>::parse_terminated(&inside)?;
            found.push((attrs, name, variants));
        }
        Ok(found)
    };
    for (attrs, name, variants) in parse.parse2(tokens).expect("the table of words is one") {
        let kind = Kind::Words(variants.iter().map(word).collect());
        let name = name.to_string();
        let ty = Type { name: name.clone(), doc: doc(&attrs), kind, open: true, strict: false };
        shape.types.insert(name, ty);
    }
}

/// What a function of one expression and without arguments gives.
fn gives(
    name: &str,
    sig: &syn::Signature,
    block: &syn::Block,
    whose: &str,
) -> Option<(String, String)> {
    let [syn::Stmt::Expr(expression, None)] = block.stmts.as_slice() else { return None };
    let given = expression.to_token_stream().to_string().replace(' ', "");
    sig.inputs.is_empty().then(|| (name.to_owned(), given.replace("Self::", &format!("{whose}::"))))
}

fn ty(of: &syn::Type) -> Ty {
    match of {
        syn::Type::Path(path) => {
            let last = path.path.segments.last().expect("a path has an end");
            let inside = inside(last);
            match last.ident.to_string().as_str() {
                "Box" | "Arc" => first(inside),
                "Vec" | "SmallVec" => Ty::List(Box::new(first(inside))),
                "BTreeSet" => Ty::Set(Box::new(first(inside))),
                "Option" => Ty::Maybe(Box::new(first(inside))),
                "BTreeMap" => {
                    let mut both = inside.into_iter().map(Box::new);
                    let mut next = || both.next().expect("a map has keys and values");
                    Ty::Map(next(), next())
                }
                "HolidayLists" => {
                    let named = |name: &str| Box::new(Ty::Named(name.to_owned()));
                    Ty::Map(named("String"), named("Holidays"))
                }
                name => Ty::Named(name.to_owned()),
            }
        }
        syn::Type::Array(of) => ty(&of.elem),
        syn::Type::Tuple(of) if of.elems.len() == 2 => {
            Ty::Pair(Box::new(ty(&of.elems[0])), Box::new(ty(&of.elems[1])))
        }
        other => Ty::Named(other.to_token_stream().to_string()),
    }
}

fn inside(segment: &syn::PathSegment) -> Vec<Ty> {
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(of) => Some(ty(of)),
        _ => None,
    });
    types.collect()
}

fn first(types: Vec<Ty>) -> Ty {
    types.into_iter().next().expect("it holds something")
}

/// What is said of an item, as paragraphs.
pub(crate) fn doc(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter(|attr| attr.path().is_ident("doc"));
    let lines = lines.filter_map(|attr| match &attr.meta {
        Meta::NameValue(of) => match &of.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> =
        lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned()).collect();
    lines.join("\n")
}

/// The value of `word = "value"` in what serde is told.
fn serde_word(attrs: &[Attribute], word: &str) -> Option<String> {
    let told = serde_told(attrs);
    let (_, value) = told.into_iter().find(|(name, value)| name == word && value.is_some())?;
    value
}

/// Whether serde is told this word, without a value.
fn serde_flag(attrs: &[Attribute], word: &str) -> bool {
    serde_told(attrs).iter().any(|(name, value)| name == word && value.is_none())
}

fn serde_told(attrs: &[Attribute]) -> Vec<(String, Option<String>)> {
    let mut told = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        let Meta::List(list) = &attr.meta else { continue };
        let parts: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        for part in parts.split(|part| matches!(part, TokenTree::Punct(p) if p.as_char() == ',')) {
            let Some(TokenTree::Ident(name)) = part.first() else { continue };
            let value = match part.get(2) {
                Some(TokenTree::Literal(text)) => {
                    Some(text.to_string().trim_matches('"').to_owned())
                }
                _ => None,
            };
            told.push((name.to_string(), value));
        }
    }
    told
}
