//! A folder of its own for each test, in which the program runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
};

use tempfile::TempDir;

/// A text in which most kinds of facts are stated plainly.
pub(crate) const SEMINAR: &str = "\
“数字经济规则”国际研讨会综述

2022年6月9日，武汉大学法学院主办了“数字经济规则”国际研讨会。来自清华大学、德国马普研究所的专家参加会议。\
武汉大学副教授陈若水出席“数字经济规则”国际研讨会。

2015年12月，习近平在第二届世界互联网大会上提出“四项原则”。中国一贯支持《联合国宪章》。
";

/// A second text that states one of the facts again.
pub(crate) const AGAIN: &str = "\
2022年6月9日，武汉大学法学院主办了“数字经济规则”国际研讨会。\n";

/// A folder with texts and whatever else a test needs.
pub(crate) struct Bench {
    folder: TempDir,
}

/// What the program printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Printed {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Bench {
    /// Makes a folder with the two texts in `texts/`.
    pub(crate) fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        bench.write("texts/seminar.txt", SEMINAR);
        bench.write("texts/again.txt", AGAIN);
        bench
    }

    /// Makes a folder in which the graph is built. To build it once is enough for all tests.
    pub(crate) fn built() -> Self {
        static GRAPH: LazyLock<String> = LazyLock::new(|| {
            let bench = Bench::new();
            bench.run(&["build", "texts"]).succeeded();
            bench.read("graph.nq")
        });
        let bench = Self::new();
        bench.write("graph.nq", &*GRAPH);
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Returns the names of what is in the folder, sorted.
    pub(crate) fn list(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Prepares to run the program in the folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongshi"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Printed {
        Printed::from(self.command(args).output().unwrap())
    }
}

impl From<Output> for Printed {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap_or(-1);
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Printed {
    /// Checks that all went well; returns what was printed.
    #[track_caller]
    pub(crate) fn succeeded(self) -> String {
        assert_eq!(self.code, 0, "{}", self.err);
        self.out
    }

    /// Checks that the program failed with this code; returns the message.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(self.err.starts_with("gongshi: error: "), "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

/// Returns the corpus that lies beside the project, where it does.
pub(crate) fn shared_corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        println!("skipped: no ../shared/corpus");
        return None;
    }
    Some(folder)
}
