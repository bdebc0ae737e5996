//! The example `ontario`: tables that are read, refused, and routed under three policies.

#![allow(clippy::float_cmp, reason = "figures as they are printed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Two libraries that help each other, and staff without patrons of their own.
const SMALL: &str = "home,answered_by,chats\n\
    Ash,Ash,60\n\
    Ash,Birch,20\n\
    Ash,Central,20\n\
    Birch,Ash,10\n\
    Birch,Birch,30\n\
    Birch,Central,10\n";

/// A folder of its own for each test, and the example run in it.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ontario").join(name);
        std::fs::create_dir_all(&folder).expect("the test may write in its own folder");
        Self { folder }
    }

    fn routes(&self, table: &[u8], words: &[&str]) -> Output {
        let file = self.folder.join("table.csv");
        std::fs::write(&file, table).expect("the test may write in its own folder");
        self.run(&file, words)
    }

    fn run(&self, file: &Path, words: &[&str]) -> Output {
        let mut ontario = Command::new(env!("CARGO"));
        ontario.args(["run", "--quiet", "--locked", "--example", "ontario"]);
        if !cfg!(debug_assertions) {
            ontario.args(["--profile", "trial"]);
        }
        ontario.arg("--").arg(file).arg("--picture").arg(self.folder.join("ontario.svg"));
        ontario.args(words).current_dir(env!("CARGO_MANIFEST_DIR"));
        ontario.output().expect("cargo runs the tests, so that it is there")
    }
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// The figures of a line of the report.
#[track_caller]
fn figures(report: &str, line: &str) -> Vec<f64> {
    let found = report.lines().find_map(|text| text.strip_prefix(line));
    let found = found.unwrap_or_else(|| panic!("no line `{line}` in:\n{report}"));
    found.split_whitespace().map(|word| word.parse().expect("a figure")).collect()
}

#[test]
fn every_patron_is_accounted_for_under_each_policy() {
    let desk = Desk::new("small");
    let (report, errors) = said(&desk.routes(SMALL.as_bytes(), &[]));
    assert_eq!(figures(&report, "patrons "), [150.0; 3], "{errors}");
    assert_eq!(figures(&report, "waits: n"), [150.0; 3]);
    let (answered, gave_up) = (figures(&report, "answered  "), figures(&report, "gave up  "));
    assert_eq!(answered[0], 150.0, "as published");
    for (answered, gave_up) in answered[1..].iter().zip(&gave_up) {
        assert_eq!(answered + gave_up, 150.0, "{report}");
    }
    let picture = std::fs::read_to_string(desk.folder.join("ontario.svg")).expect("it was drawn");
    assert!(picture.starts_with("<svg"));
    for plan in ["ring all", "home first", "best two", "Birch 2"] {
        assert!(picture.contains(plan), "{plan}");
    }
}

#[test]
fn who_is_rung_first_answers_more() {
    let (report, errors) = said(&Desk::new("home").routes(SMALL.as_bytes(), &[]));
    let at_home = figures(&report, "answered at home, %");
    let [published, all, home, two] = at_home[..] else { panic!("{at_home:?}\n{errors}") };
    assert_eq!(published, 60.0);
    assert!(home > all && home > two, "{report}");
    let offers = figures(&report, "offers for each");
    let [all, home, two] = offers[..] else { panic!("{offers:?}") };
    assert!(all > home && all > two, "{report}");
    assert!(figures(&report, "  mean, s")[0] < figures(&report, "  mean, s")[2], "{report}");
}

#[test]
fn the_same_seed_gives_the_same_report_and_another_one_another() {
    let desk = Desk::new("seed");
    let first = said(&desk.routes(SMALL.as_bytes(), &["--seed", "7"]));
    assert_eq!(first, said(&desk.routes(SMALL.as_bytes(), &["--seed", "7"])));
    assert_ne!(first, said(&desk.routes(SMALL.as_bytes(), &["--seed", "8"])));
    let line_ends = SMALL.replace('\n', "\r\n");
    assert_eq!(first, said(&desk.routes(line_ends.as_bytes(), &["--seed", "7"])));
}

#[test]
fn an_institution_alone_answers_all_of_its_own() {
    let table = "home,answered_by,chats\nAsh,Ash,20\n";
    let (report, errors) = said(&Desk::new("alone").routes(table.as_bytes(), &["--at-work", "1"]));
    assert_eq!(figures(&report, "answered at home, %"), [100.0; 4], "{errors}");
}

#[test]
fn a_file_that_is_no_such_table_is_refused() {
    let desk = Desk::new("no-table");
    let header = "home,answered_by,chats\n";
    for (file, reason) in [
        ("when,who\n1,ana\n".into(), "is no table of answers"),
        (String::new(), "is no table of answers"),
        (header.into(), "holds no chat"),
        (format!("{header}Ash,Ash,0\n"), "holds no chat"),
        (format!("{header}Ash,Ash,4000000000\n"), "the most is 1000000"),
        (format!("{header}Ash,Ash,1\n\nAsh,Birch\n"), "in line 4, 2 columns"),
        (format!("{header}Ash,Ash,many\n"), "in line 2, `many`"),
        (format!("{header}Ash,,3\n"), "in line 2, a name that cannot be"),
        (format!("{header}the collaborative,Ash,3\n"), "the collaborative"),
    ] {
        let output = desk.routes(file.as_bytes(), &[]);
        let (report, errors) = said(&output);
        assert_eq!(output.status.code(), Some(2), "{report}{errors}");
        assert!(errors.contains(reason), "{reason}: {errors}");
    }
    assert!(said(&desk.routes(b"\xff\xfe", &[])).1.contains("is no text"));
    assert!(said(&desk.run(&desk.folder.join("nowhere.csv"), &[])).1.contains("cannot read"));
    assert!(said(&desk.routes(SMALL.as_bytes(), &["--at-work", "0"])).1.contains("from 1 to"));
}

#[test]
fn ten_weeks_in_ontario_add_up() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/ontario-ask-2020.csv");
    if !file.exists() {
        println!("skipped: the chats of Ontario are not beside this checkout");
        return;
    }
    let (report, errors) = said(&Desk::new("ontario").run(&file, &[]));
    assert_eq!(figures(&report, "patrons "), [13_407.0; 3], "{errors}");
    assert_eq!(figures(&report, "answered  ")[0], 13_407.0);
    let at_home = figures(&report, "answered at home, %");
    assert_eq!(at_home[0], 54.4);
    assert!(at_home[2] > 2.0 * at_home[1] && at_home[2] > 2.0 * at_home[3], "{report}");
}
