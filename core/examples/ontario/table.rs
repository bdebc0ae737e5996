//! The table of who answered whose patrons: one row for each two institutions, commas between.
//!
//! ```text
//! home,answered_by,chats
//! Brock,York,36
//! ```
//!
//! The chats of a home institution that another one (or itself) answered. Pairs without chats may be
//! left out; a pair that is named again adds up.

use std::collections::{BTreeMap, BTreeSet};

use refdesk::InstitutionId;

const HEADER: &str = "home,answered_by,chats";

/// More would take longer than anybody waits for an example.
const MOST_CHATS: u32 = 1_000_000;

/// What the file holds.
#[derive(Debug)]
pub(crate) struct Table {
    /// All institutions, by name.
    pub(crate) names: Vec<String>,
    /// The chats, by home and by who answered, as numbers of institutions.
    pub(crate) chats: BTreeMap<(usize, usize), u32>,
}

impl Table {
    /// Reads a whole file.
    ///
    /// # Errors
    /// Where it is no such table; the first line that is wrong.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "is no text")?;
        let mut lines = text.lines().map(|line| line.trim_end_matches('\r'));
        if lines.next() != Some(HEADER) {
            return Err(format!("is no table of answers: its first line has to be `{HEADER}`"));
        }
        let mut rows = Vec::new();
        for (line, row) in (2..).zip(lines).filter(|(_, row)| !row.trim().is_empty()) {
            rows.push(read_row(row).map_err(|reason| format!("has, in line {line}, {reason}"))?);
        }
        let total: u64 = rows.iter().map(|row| u64::from(row.2)).sum();
        match total {
            0 => return Err("holds no chat".into()),
            _ if total > u64::from(MOST_CHATS) => {
                return Err(format!("holds {total} chats; the most is {MOST_CHATS}"));
            }
            _ => {}
        }
        let names: BTreeSet<&str> = rows.iter().flat_map(|row| [row.0, row.1]).collect();
        let numbers: BTreeMap<&str, usize> = names.into_iter().zip(0..).collect();
        let mut chats = BTreeMap::new();
        for (home, answered_by, count) in rows {
            *chats.entry((numbers[home], numbers[answered_by])).or_default() += count;
        }
        Ok(Self { names: numbers.into_keys().map(String::from).collect(), chats })
    }

    /// How many chats there are.
    pub(crate) fn total(&self) -> u32 {
        self.chats.values().sum()
    }

    /// How many chats each institution's patrons asked.
    pub(crate) fn asked(&self) -> Vec<u32> {
        self.sums(|(home, _)| home)
    }

    /// How many chats each institution answered.
    pub(crate) fn answered(&self) -> Vec<u32> {
        self.sums(|(_, answered_by)| answered_by)
    }

    fn sums(&self, of: impl Fn((usize, usize)) -> usize) -> Vec<u32> {
        let mut sums = vec![0; self.names.len()];
        for (&pair, &chats) in &self.chats {
            sums[of(pair)] += chats;
        }
        sums
    }
}

fn read_row(row: &str) -> Result<(&str, &str, u32), String> {
    let cells: Vec<&str> = row.split(',').map(str::trim).collect();
    let [home, answered_by, chats] = cells[..] else {
        return Err(format!("{} columns, not 3", cells.len()));
    };
    for name in [home, answered_by] {
        InstitutionId::new(name).map_err(|reason| format!("a name that cannot be: {reason}"))?;
    }
    let chats = chats.parse().map_err(|_| format!("`{chats}`, which is no number of chats"))?;
    Ok((home, answered_by, chats))
}
