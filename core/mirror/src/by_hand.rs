//! The types of Python that are written by hand: a template has the signatures, and the words stand where the code
//! is, as `pyo3` shows them to who asks what runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, ImplItem, Item, ItemImpl, ItemStruct, Lit, Token};

use crate::read::doc;
use crate::stub::quoted;

/// What is said of each class, method, getter and function, by its name: `Router`, `Router.apply`.
pub(crate) type Words = BTreeMap<String, String>;

/// The words in the files of this folder.
pub(crate) fn words(folder: &Path) -> Words {
    let mut words = Words::new();
    let entries = fs::read_dir(folder).expect("a binding has sources");
    for path in entries.map(|entry| entry.expect("can be listed").path()) {
        if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a file of a binding can be read");
            let file = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            take(file.items, &mut words);
        }
    }
    words
}

fn take(items: Vec<Item>, words: &mut Words) {
    // A class may have another name in Python than in Rust.
    let mut names = BTreeMap::new();
    for item in items {
        match item {
            Item::Struct(of) if has(&of.attrs, "pyclass") => {
                let name = class(&of, words);
                names.insert(of.ident.to_string(), name);
            }
            Item::Impl(of) => {
                let rust = of.self_ty.to_token_stream().to_string();
                let name = names.get(&rust).unwrap_or(&rust);
                methods(&of, name, words);
            }
            Item::Fn(of) if has(&of.attrs, "pyfunction") => {
                words.insert(of.sig.ident.to_string(), doc(&of.attrs));
            }
            Item::Macro(of) if of.mac.path.is_ident("create_exception") => {
                exception(of.mac.tokens, words);
            }
            _ => {}
        }
    }
}

/// A class, and its fields where `get_all` shows them; gives its name.
fn class(of: &ItemStruct, words: &mut Words) -> String {
    let told = told(&of.attrs, "pyclass");
    let given = told.split("name = \"").nth(1).and_then(|rest| rest.split('"').next());
    let name = given.map_or_else(|| of.ident.to_string(), str::to_owned);
    words.insert(name.clone(), doc(&of.attrs));
    if told.contains("get_all") {
        for field in &of.fields {
            let own = field.ident.as_ref().expect("what is shown by its name has one");
            words.insert(format!("{name}.{own}"), doc(&field.attrs));
        }
    }
    name
}

fn methods(of: &ItemImpl, class: &str, words: &mut Words) {
    let shown = has(&of.attrs, "pymethods");
    for item in &of.items {
        match item {
            ImplItem::Fn(function) if shown => {
                let said = doc(&function.attrs);
                let lost = has(&function.attrs, "new") && !said.is_empty();
                assert!(
                    !lost,
                    "nobody is shown what is said of how `{class}` is made: say it of the class"
                );
                words.insert(format!("{class}.{}", function.sig.ident), said);
            }
            // The words of an exception that is put together by hand.
            ImplItem::Const(of) if of.ident == "DOC" => {
                words.insert(class.to_owned(), literal(&of.expr));
            }
            _ => {}
        }
    }
}

/// `create_exception!(module, Name, Base, "What it is.")`.
fn exception(tokens: TokenStream, words: &mut Words) {
    let parts = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(tokens);
    let parts: Vec<Expr> = parts.expect("an exception has parts").into_iter().collect();
    let said = parts.get(3).map(literal).unwrap_or_default();
    words.insert(parts[1].to_token_stream().to_string(), said);
}

fn literal(of: &Expr) -> String {
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = of else { panic!("words are a literal") };
    text.value()
}

fn has(attrs: &[Attribute], name: &str) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(name))
}

/// What stands behind the name of an attribute.
fn told(attrs: &[Attribute], name: &str) -> String {
    let found = attrs.iter().find(|attr| attr.path().is_ident(name));
    found.map(|attr| attr.meta.to_token_stream().to_string()).unwrap_or_default()
}

/// A template with the words of all that it has. What has a name between underscores is Python's own, and needs none.
pub(crate) fn filled(template: &str, words: &Words) -> String {
    let (mut text, mut class, mut name) = (String::new(), String::new(), String::new());
    for line in template.lines() {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        let opened = title(line, "class ");
        if let Some(title) = opened {
            title.clone_into(&mut class);
            title.clone_into(&mut name);
        } else if let Some(title) = title(start, "def ") {
            name = if indent == 0 { title.to_owned() } else { format!("{class}.{title}") };
        }
        let ends = line.ends_with(": ...") && !name.ends_with("__");
        if opened.is_none() && !ends {
            text.push_str(line);
            text.push('\n');
            continue;
        }
        let said = words.get(&name).filter(|said| !said.is_empty());
        let said =
            said.unwrap_or_else(|| panic!("`{name}` has no words: say in the code what it is"));
        text.push_str(line.trim_end_matches(" ..."));
        text.push('\n');
        // What ends a signature stands as deep as what began it.
        text.push_str(&quoted(said, indent + 4));
        if !ends {
            text.push('\n');
        }
    }
    text
}

/// The name behind `class` or `def`.
fn title<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    line.strip_prefix(word)?.split(['(', ':']).next()
}
