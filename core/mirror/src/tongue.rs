//! What the core's words link to, by the name that each language has for it: what has none there is not named.

use std::collections::BTreeSet;

use crate::python::name;
use crate::shape::{Kind, Shape};
use crate::words::{camel, upper};

/// A language, and what is written by hand in it: `Router.colleagues` and `mask_patron`, as they are spelled there.
pub(crate) struct Tongue {
    pub(crate) language: Language,
    pub(crate) by_hand: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Language {
    Python,
    JavaScript,
    Swift,
}

/// What Swift calls otherwise, as its own guidelines have it.
const IN_SWIFT: &[(&str, &str)] = &[("Record.maskPatron", "Record.masked")];

/// What only Rust has, and what only who reads its documentation understands.
const OF_RUST: &[&str] =
    &["::", "`Display`", "`Debug`", "`impl", " struct ", " trait ", "MAX_", "the module"];

impl Tongue {
    /// The shape with words that can be read in this language. What it has is in `shapes`, and their words lead there.
    pub(crate) fn told(&self, shape: &Shape, shapes: &[&Shape]) -> Shape {
        let mut told = shape.clone();
        for (whole, ty) in &mut told.types {
            ty.each_doc(|doc| *doc = self.plain(doc, whole, shapes));
        }
        told
    }

    /// What is said of a thing, without the links of Rust's own documentation.
    fn plain(&self, doc: &str, whole: &str, shapes: &[&Shape]) -> String {
        let mut out = String::new();
        let mut rest = doc;
        while let Some(start) = rest.find('[') {
            let Some(end) = rest[start..].find(']').map(|end| start + end) else { break };
            let (text, after) = (&rest[start + 1..end], &rest[end + 1..]);
            out.push_str(&rest[..start]);
            let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
            let code = text.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
            match (code, target) {
                // Words are understood without what they lead to.
                (None, Some((target, _))) if !target.contains("//") => out.push_str(text),
                (None, _) => {
                    out.push_str(&rest[start..=end]);
                    rest = after;
                    continue;
                }
                (Some(code), target) => {
                    let target = target.map_or(code, |(target, _)| target);
                    let named = self.named(target, whole, shapes);
                    out.push_str(&named.unwrap_or_else(|| {
                        panic!("the words of `{whole}` lead to `{target}`, which has no name in {:?}: say it in words that all languages have", self.language)
                    }));
                }
            }
            rest = target.map_or(after, |(_, after)| after);
        }
        out.push_str(rest);
        if let Some(stranger) = OF_RUST.iter().find(|&&stranger| out.contains(stranger)) {
            panic!("the words of `{whole}` say `{stranger}`, which only Rust has: {out}");
        }
        out
    }

    /// The name of what a link leads to, or its number.
    fn named(&self, target: &str, whole: &str, shapes: &[&Shape]) -> Option<String> {
        let path: Vec<&str> =
            target.split("::").filter(|part| !["crate", "self", "super"].contains(part)).collect();
        match path[..] {
            [constant] if constant == constant.to_uppercase() => {
                shapes.iter().find_map(|shape| shape.constants.get(constant)).cloned()
            }
            ["Self", member] => {
                let own = shapes.iter().find_map(|shape| self.member(shape, whole, member))?;
                Some(format!("`{own}`"))
            }
            [ty] => self.has(ty, shapes).then(|| format!("`{ty}`")),
            [of, member] => self.member_of(of, member, shapes).map(|name| format!("`{name}`")),
            _ => None,
        }
    }

    fn has(&self, ty: &str, shapes: &[&Shape]) -> bool {
        self.by_hand.contains(ty) || shapes.iter().any(|shape| shape.types.contains_key(ty))
    }

    /// A field, a case, a method, or a function that is a method in Rust.
    fn member_of(&self, of: &str, member: &str, shapes: &[&Shape]) -> Option<String> {
        if let Some(name) = shapes.iter().find_map(|shape| self.member(shape, of, member)) {
            // A word is a text there, and is of no type that could be named.
            let alone = name.starts_with('"');
            return Some(if alone { name } else { format!("{of}.{name}") });
        }
        let member =
            if self.language == Language::Python { member.to_owned() } else { camel(member) };
        let whole = format!("{of}.{member}");
        let otherwise = IN_SWIFT.iter().find(|(rust, _)| *rust == whole).map(|(_, swift)| *swift);
        let spellings = [Some(whole.as_str()), Some(member.as_str()), otherwise];
        spellings.into_iter().flatten().find(|name| self.by_hand.contains(*name)).map(str::to_owned)
    }

    /// A field or a case of a type.
    fn member(&self, shape: &Shape, of: &str, member: &str) -> Option<String> {
        match &shape.types.get(of)?.kind {
            Kind::Struct(of) => {
                let field = of.fields.iter().find(|field| field.name == member)?;
                Some(match self.language {
                    Language::Python => name(&field.name),
                    Language::JavaScript | Language::Swift => camel(&field.name),
                })
            }
            Kind::Tagged(of) => {
                let case = of.iter().find(|case| case.name == member)?;
                Some(match self.language {
                    Language::Python | Language::JavaScript => case.name.clone(),
                    Language::Swift => camel(&case.name),
                })
            }
            Kind::Words(of) => {
                let word = of.iter().find(|word| word.name == member)?;
                Some(match self.language {
                    Language::Python => upper(&word.name),
                    Language::JavaScript => format!("\"{}\"", camel(&word.name)),
                    Language::Swift => camel(&word.name),
                })
            }
        }
    }
}

/// What is in types that are written by hand for TypeScript.
pub(crate) fn in_typescript(text: &str) -> BTreeSet<String> {
    let (mut names, mut class) = (BTreeSet::new(), String::new());
    for line in text.lines() {
        if let Some(function) = line.strip_prefix("export function ") {
            names.insert(word(function));
        } else if let Some(opened) = line.strip_prefix("export class ") {
            class = word(opened);
            names.insert(class.clone());
        } else if let Some(member) = line.strip_prefix("  ") {
            let member = ["static ", "readonly ", "get "]
                .iter()
                .fold(member, |member, mark| member.strip_prefix(mark).unwrap_or(member));
            names.insert(format!("{class}.{}", word(member)));
        }
    }
    names
}

/// What is in a file of Swift.
pub(crate) fn in_swift(text: &str) -> BTreeSet<String> {
    let (mut names, mut of) = (BTreeSet::new(), String::new());
    for line in text.lines() {
        if !line.starts_with(' ') {
            let opened =
                ["class ", "struct ", "extension "].iter().find_map(|kind| line.split_once(kind));
            if let Some((_, opened)) = opened {
                of = word(opened);
                names.insert(of.clone());
            }
        } else if let Some(member) = line.strip_prefix("    public ") {
            let named = ["func ", "var ", "let "].iter().find_map(|kind| member.split_once(kind));
            names.extend(named.map(|(_, named)| format!("{of}.{}", word(named))));
        }
    }
    names
}

/// The name that a text begins with.
fn word(text: &str) -> String {
    text.chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::{Field, Holds, Missing, Struct, Ty, Type, Variant, Word};

    fn shape(doc: &str) -> Shape {
        let mut shape = Shape::default();
        let ty = |name: &str, doc: &str, kind| Type {
            name: name.to_owned(),
            doc: doc.to_owned(),
            kind,
            open: false,
            strict: true,
        };
        let field = Field {
            name: "from_now".to_owned(),
            doc: String::new(),
            ty: Ty::Named("bool".to_owned()),
            missing: Missing::Never,
            skipped: false,
            never: false,
            flat: false,
            public: true,
        };
        let holds = Holds::Fields(Vec::new());
        let case = Variant { name: "TooLong".to_owned(), doc: String::new(), holds, chosen: false };
        let word = Word { name: "FromNow".to_owned(), doc: String::new(), chosen: false };
        let fields = Struct { fields: vec![field], ..Struct::default() };
        for ty in [
            ty("Terms", doc, Kind::Struct(fields)),
            ty("Refusal", "Why.", Kind::Tagged(vec![case])),
            ty("View", "How.", Kind::Words(vec![word])),
        ] {
            shape.types.insert(ty.name.clone(), ty);
        }
        shape.constants.insert("MAX_DATES".to_owned(), "4,096".to_owned());
        shape
    }

    fn told(language: Language, by_hand: &[&str], doc: &str) -> String {
        let by_hand = by_hand.iter().map(|&name| name.to_owned()).collect();
        let shape = shape(doc);
        Tongue { language, by_hand }.told(&shape, &[&shape]).of("Terms").doc.clone()
    }

    #[test]
    fn a_link_is_the_name_that_each_language_has() {
        let doc = "At most [`MAX_DATES`](crate::MAX_DATES), [`from_now`](Self::from_now), [`x`](crate::Terms::from_now), \
            [`View::FromNow`], [`Refusal::TooLong`], [`Router::view_chat`], [`Record::mask_patron`], [by hand](Rust::alone), a[0].";
        assert_eq!(
            told(Language::Python, &["Router.view_chat", "mask_patron"], doc),
            "At most 4,096, `from_now`, `Terms.from_now`, `View.FROM_NOW`, `Refusal.TooLong`, `Router.view_chat`, \
             `mask_patron`, by hand, a[0]."
        );
        assert_eq!(
            told(Language::JavaScript, &["Router.viewChat", "maskPatron"], doc),
            "At most 4,096, `fromNow`, `Terms.fromNow`, `\"fromNow\"`, `Refusal.TooLong`, `Router.viewChat`, \
             `maskPatron`, by hand, a[0]."
        );
        assert_eq!(
            told(Language::Swift, &["Router.viewChat", "Record.masked"], doc),
            "At most 4,096, `fromNow`, `Terms.fromNow`, `View.fromNow`, `Refusal.tooLong`, `Router.viewChat`, \
             `Record.masked`, by hand, a[0]."
        );
    }

    #[test]
    #[should_panic(
        expected = "the words of `Terms` lead to `Policy::ring_all`, which has no name in Python"
    )]
    fn what_has_no_name_is_not_linked_to() {
        told(Language::Python, &[], "[`Policy::ring_all`] is the simplest one.");
    }

    #[test]
    #[should_panic(expected = "the words of `Terms` say `the module`, which only Rust has")]
    fn what_only_rust_has_is_not_said() {
        told(Language::Swift, &[], "See the [module](self) for the rules.");
    }

    #[test]
    fn names_are_found_where_they_are_written_by_hand() {
        let types = "export class Router {\n  static restore(): Router;\n  readonly now: number;\n  apply(by: Actor): Event[];\n}\nexport function verify(): void;\n";
        let expected = ["Router", "Router.apply", "Router.now", "Router.restore", "verify"];
        assert_eq!(in_typescript(types).into_iter().collect::<Vec<_>>(), expected);
        let swift = "extension Router {\n    public func apply(by: Actor) {\n    }\n    public var now: Int { 0 }\n}\n";
        let expected = ["Router", "Router.apply", "Router.now"];
        assert_eq!(in_swift(swift).into_iter().collect::<Vec<_>>(), expected);
    }
}
