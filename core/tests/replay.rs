//! The example `replay`: tables that are read, refused, and played to their end.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEADER: &str = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\t\
    vru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\n";

/// A desk of one: Ana answers at nine; while she is busy somebody gives up and somebody waits.
fn a_small_table() -> String {
    let mut table = HEADER.to_string();
    for row in [
        "PS\t990201\t9:00:00\t9:00:05\t5\t0:00:00\t0:00:00\t0\tAGENT\t9:00:05\t9:05:05\t300\tANA",
        "PS\t990201\t9:01:00\t9:01:05\t5\t9:01:05\t9:02:05\t60\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER",
        "PS\t990201\t9:02:00\t9:02:05\t5\t9:02:05\t9:05:05\t180\tAGENT\t9:05:05\t9:06:05\t60\tANA",
        "PS\t990201\t9:10:00\t9:10:05\t5\t0:00:00\t0:00:00\t0\tPHANTOM\t0:00:00\t0:00:00\t0\tNO_SERVER",
        "PS\t990201\t9:11:00\t9:11:05\t5\t0:00:00\t0:00:00\t0\tAGENT\t9:11:05\t9:11:06\t1\tNO_SERVER",
    ] {
        let _ = writeln!(table, "AA0101\t1\t0\t0\t{row}");
    }
    table
}

/// A folder of its own for each test, and the example run in it.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).expect("the test may write in its own folder");
        Self { folder }
    }

    fn replays(&self, table: &[u8]) -> Output {
        let file = self.folder.join("table.tsv");
        std::fs::write(&file, table).expect("the test may write in its own folder");
        self.run(&file)
    }

    fn run(&self, file: &Path) -> Output {
        let picture = self.folder.join("waiting.svg");
        let mut replay = Command::new(env!("CARGO"));
        replay.args([
            "run",
            "--quiet",
            "--profile",
            "trial",
            "--locked",
            "--example",
            "replay",
            "--",
        ]);
        replay.arg(file).arg("--picture").arg(picture);
        replay.current_dir(env!("CARGO_MANIFEST_DIR"));
        replay.output().expect("cargo runs the tests, so that it is there")
    }
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// The two figures, recorded and routed, of a line of the report.
#[track_caller]
fn figures(report: &str, line: &str) -> (u32, u32) {
    let found = report.lines().find_map(|text| text.strip_prefix(line));
    let figures: Vec<u32> = found
        .unwrap_or_else(|| panic!("no line `{line}` in:\n{report}"))
        .split_whitespace()
        .map(|word| word.parse().expect("a figure"))
        .collect();
    (figures[0], figures[1])
}

#[test]
fn every_contact_of_a_small_desk_is_accounted_for() {
    let desk = Desk::new("small");
    let (report, errors) = said(&desk.replays(a_small_table().as_bytes()));
    assert_eq!(figures(&report, "contacts"), (5, 5), "{errors}");
    assert_eq!(figures(&report, "answered"), (2, 2));
    assert_eq!(figures(&report, "gave up"), (1, 1));
    assert_eq!(figures(&report, "rest"), (2, 2));
    assert!(report.contains("1 PHANTOM, 1 answered by NO_SERVER"), "{report}");
    let picture = std::fs::read_to_string(desk.folder.join("waiting.svg")).expect("it was drawn");
    assert!(picture.starts_with("<svg") && picture.contains("Waiting over the day"));
}

#[test]
fn a_bad_row_is_told_by_its_line_and_the_others_go_on() {
    let table = a_small_table().replace("9:02:05\t9:05:05\t180", "9:02:05\t9:05:05\tlong");
    let (report, errors) = said(&Desk::new("bad-row").replays(table.as_bytes()));
    assert!(errors.contains("line 4: q_time: `long` is no number of seconds"), "{errors}");
    assert_eq!(figures(&report, "contacts"), (5, 5));
    assert_eq!(figures(&report, "rest"), (3, 3));
}

#[test]
fn line_ends_of_another_system_are_no_matter() {
    let table = a_small_table().replace('\n', "\r\n");
    let (report, errors) = said(&Desk::new("line-ends").replays(table.trim_end().as_bytes()));
    assert_eq!(figures(&report, "answered"), (2, 2), "{errors}");
}

#[test]
fn a_file_that_is_no_such_table_is_refused() {
    let desk = Desk::new("no-table");
    for (file, reason) in [
        (&b"when,who\n1,ana\n"[..], "is no table of contacts"),
        (b"", "is no table of contacts"),
        (b"\xff\xfe\x00", "is no text"),
        (HEADER.as_bytes(), "holds no contact"),
    ] {
        let output = desk.replays(file);
        let (report, errors) = said(&output);
        assert_eq!(output.status.code(), Some(2), "{report}{errors}");
        assert!(errors.contains(reason), "{errors}");
    }
    let output = desk.run(&desk.folder.join("nowhere.tsv"));
    assert!(said(&output).1.contains("cannot read"));
}

#[test]
fn two_weeks_of_a_bank_add_up() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/bank-calls-1999-02-a.tsv");
    if !file.exists() {
        println!("skipped: the bank's calls are not beside this checkout");
        return;
    }
    let (report, errors) = said(&Desk::new("bank").run(&file));
    assert_eq!(figures(&report, "contacts"), (17_456, 17_456), "{errors}");
    assert_eq!(figures(&report, "answered").0, 14_130);
    assert_eq!(figures(&report, "gave up").0, 2_908);
    assert_eq!(figures(&report, "rest"), (418, 418));
    let routed = ["answered", "gave up", "left over", "rest"].map(|line| figures(&report, line).1);
    assert_eq!(routed.iter().sum::<u32>(), 17_456);
}
