//! Writes what fuzzing begins with: the stories of the library as commands, as journals, as snapshots at
//! a few places, as setup documents; and the words of all these, for the engine to put in.
//!
//! `cargo run -p refdesk-fuzz --no-default-features --example seeds -- FOLDER`

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use refdesk::journal::{Header, Input};
use refdesk::setup::Setup;
use refdesk::{Router, Timestamp};
use refdesk_fuzz::stories::{self, Story};
use serde_json::Value;

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "fuzz/seeds".into());
    let mut seeds = Seeds { folder: folder.into(), words: BTreeSet::new() };
    for story in stories::all() {
        seeds.commands(&story)?;
        seeds.journals(&story)?;
        seeds.snapshots(&story)?;
        seeds.setups(&story)?;
    }
    seeds.documents()?;
    seeds.choices()?;
    seeds.dictionary()
}

struct Seeds {
    folder: PathBuf,
    words: BTreeSet<String>,
}

impl Seeds {
    fn put(&self, target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    }

    fn commands(&mut self, story: &Story) -> io::Result<()> {
        let mut text = json(&story.config());
        let mut now = Timestamp::default();
        for (at, command) in story.commands() {
            if at > now {
                text += "\n";
                text += &json(&(at.as_millis() - now.as_millis()));
                now = at;
            }
            text += "\n";
            text += &json(&command);
            self.learn(&serde_json::to_value(&command).expect("a command is JSON"));
        }
        self.put("command", &story.name, text.as_bytes())
    }

    fn journals(&self, story: &Story) -> io::Result<()> {
        let mut router = Router::new(story.config(), Timestamp::default());
        let header = Header::of(&router);
        let (mut bytes, mut text) = (header.to_bytes(), header.to_line());
        for (at, command) in story.commands() {
            router.advance(at);
            if router.apply(&command).is_ok() {
                let input = Input::last(&router, command);
                input.append_to(&mut bytes);
                text += &input.to_line();
            }
        }
        self.put("journal", &format!("{}.frames", story.name), &[&[0], &bytes[..]].concat())?;
        self.put("journal", &format!("{}.sealed", story.name), &[&[1], &bytes[..]].concat())?;
        self.put("journal", &format!("{}.lines", story.name), &[&[2], text.as_bytes()].concat())
    }

    fn snapshots(&mut self, story: &Story) -> io::Result<()> {
        let snapshot = story.router_halfway().snapshot();
        let bytes = snapshot.to_bytes();
        let text = json(&snapshot);
        self.learn(&serde_json::from_str(&text).expect("a snapshot is JSON"));
        let begins = bytes.len() - body(&bytes);
        self.put("snapshot", &format!("{}.bytes", story.name), &[&[0], &bytes[..]].concat())?;
        self.put("snapshot", &format!("{}.body", story.name), &[&[1], &bytes[begins..]].concat())?;
        self.put("snapshot", &format!("{}.json", story.name), &[&[2], text.as_bytes()].concat())
    }

    fn setups(&mut self, story: &Story) -> io::Result<()> {
        let setup = story.router_halfway().setup();
        self.learn(&serde_json::to_value(&setup).expect("a document is JSON"));
        self.document(&story.name, &setup)
    }

    fn document(&self, name: &str, setup: &Setup) -> io::Result<()> {
        let which = u8::try_from(name.len() % 4).unwrap_or_default() * 2;
        if let Ok(toml) = toml::to_string(setup) {
            let toml = [&[which], toml.as_bytes()].concat();
            self.put("setup", &format!("{name}.toml"), &toml)?;
        }
        let json = [&[which + 1], json(setup).as_bytes()].concat();
        self.put("setup", &format!("{name}.json"), &json)
    }

    /// The documents of the pages, as people write them.
    fn documents(&self) -> io::Result<()> {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
        for page in ["setup.md", "coming-from.md"] {
            let text = fs::read_to_string(docs.join(page))?;
            for (number, after) in text.split("```toml\n").skip(1).enumerate() {
                let document = after.split("```").next().unwrap_or_default();
                let which = u8::try_from(number % 4).unwrap_or_default() * 2;
                let name = format!("{page}.{number}");
                self.put("setup", &name, &[&[which], document.as_bytes()].concat())?;
            }
        }
        Ok(())
    }

    /// Changes of states, and stories of steps.
    fn choices(&self) -> io::Result<()> {
        let mut dice = Dice(1);
        for number in 3..=u8::MAX {
            let changes = [&[number], &dice.bytes(40)[..]].concat();
            self.put("snapshot", &format!("changes.{number}"), &changes)?;
            self.put("story", &format!("{number}"), &dice.bytes(8 + 11 * 20))?;
        }
        Ok(())
    }

    fn learn(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(fields) => {
                for (name, field) in fields {
                    self.words.insert(name.clone());
                    self.learn(field);
                }
            }
            Value::String(text) if text.len() < 24 => {
                self.words.insert(text.clone());
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn dictionary(&self) -> io::Result<()> {
        let plain = |word: &&String| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let lines: Vec<String> =
            self.words.iter().filter(plain).map(|w| format!("\"{w}\"")).collect();
        fs::write(self.folder.join("words.dict"), lines.join("\n") + "\n")
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn bytes(&mut self, many: usize) -> Vec<u8> {
        let mut next = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            self.0.to_be_bytes()[0]
        };
        (0..many).map(|_| next()).collect()
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("it has a form in JSON")
}

/// How long the state in a snapshot is: the eight bytes before it say so.
fn body(snapshot: &[u8]) -> usize {
    let zones = usize::from(snapshot[10]);
    snapshot.len() - (8 + 2 + 1 + zones + 32 + 8)
}
