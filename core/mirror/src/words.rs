//! Names and sentences in the manner of each language.

/// `openChat` for `OpenChat` and for `open_chat`.
pub(crate) fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut raise = false;
    for (number, letter) in name.chars().enumerate() {
        match letter {
            '_' => raise = true,
            _ if number == 0 => out.extend(letter.to_lowercase()),
            _ if raise => {
                out.extend(letter.to_uppercase());
                raise = false;
            }
            _ => out.push(letter),
        }
    }
    out
}

/// `open_chat` for `OpenChat`.
pub(crate) fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

/// `OPEN_CHAT` for `OpenChat`.
pub(crate) fn upper(name: &str) -> String {
    snake(name).to_uppercase()
}

/// What is said of a thing, with the names that JavaScript has: `openChats` for `open_chats`.
pub(crate) fn spoken(doc: &str) -> String {
    let parts = doc.split('`').enumerate();
    let named = parts.map(|(number, part)| {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_.".contains(letter);
        if number % 2 == 1 && part.contains('_') && part.chars().all(is_name) {
            let words: Vec<String> = part.split('.').map(in_camel).collect();
            words.join(".")
        } else {
            part.to_owned()
        }
    });
    named.collect::<Vec<_>>().join("`")
}

/// Only what is in small letters: a constant and a type keep theirs.
fn in_camel(word: &str) -> String {
    if word.chars().any(|letter| letter.is_ascii_uppercase()) {
        word.to_owned()
    } else {
        camel(word)
    }
}

/// `4,096` for `4_096`, as people write it.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
