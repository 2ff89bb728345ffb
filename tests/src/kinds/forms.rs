//! The formatter over every source file: what it gives stays as it is, and means the same, down to the MIR.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::header;
use crate::{Test, Tools, command};

const FOLDERS: [&str; 5] = ["examples", "stdlib", "tests/run", "tests/errors", "benches"];

/// A test for each folder of sources, and one for each program whose MIR is compared.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests: Vec<Test> = FOLDERS
        .into_iter()
        .map(|folder| Test::new(format!("forms/{folder} formatted twice"), move |tools| twice(tools, folder)))
        .collect();
    for (name, main) in header::programs(&tools.root.join("tests/run")) {
        // Programs of several files name one another, and where a program says where it stands, formatting moves it.
        let text = std::fs::read_to_string(&main).unwrap_or_default();
        let is_alone = main.file_name().is_none_or(|name| name != "main.hb");
        if is_alone && !["#line", "#caller-location", "#embed", "#file"].iter().any(|word| text.contains(word)) {
            tests.push(Test::new(format!("forms/{name} MIR"), move |tools| same_mir(tools, &main)));
        }
    }
    tests
}

fn twice(tools: &Tools, folder: &str) -> Result<(), String> {
    let mut folders = vec![tools.root.join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "hb") {
                files.push(path);
            }
        }
    }
    files.sort();
    files.iter().try_for_each(|file| {
        let io = |error: std::io::Error| error.to_string();
        let copy = tools.work.join(format!("twice_{}", file.to_string_lossy().replace('/', "_")));
        std::fs::copy(file, &copy).map_err(io)?;
        // A file with mistakes in its syntax stays as it is.
        let formatted = command::run(Command::new(&tools.hubbubc).arg("fmt").arg(&copy))?;
        let again = command::run(Command::new(&tools.hubbubc).args(["fmt", "--check"]).arg(&copy))?;
        let _ = std::fs::remove_file(&copy);
        match (formatted.status, again.status) {
            (0, 0) | (1, 1) => Ok(()),
            (first, second) => Err(format!("{}: status {first}, then {second}\n{}", file.display(), again.stderr)),
        }
    })
}

/// The MIR of a program, without the places in its source.
fn same_mir(tools: &Tools, main: &Path) -> Result<(), String> {
    let io = |error: std::io::Error| error.to_string();
    let folder = tools.work.join(format!("mir_{}", main.file_stem().unwrap_or_default().to_string_lossy()));
    std::fs::create_dir_all(&folder).map_err(io)?;
    let copy = folder.join(main.file_name().unwrap_or_default());
    std::fs::copy(main, &copy).map_err(io)?;
    let before = mir(tools, &copy)?;
    command::succeed(Command::new(&tools.hubbubc).arg("fmt").arg(&copy))?;
    let after = mir(tools, &copy)?;
    let _ = std::fs::remove_dir_all(&folder);
    if before == after {
        return Ok(());
    }
    let different = before.lines().zip(after.lines()).find(|(a, b)| a != b);
    Err(format!("the formatted program has other MIR: {different:?}"))
}

fn mir(tools: &Tools, main: &Path) -> Result<String, String> {
    let header = header::Header::read(main)?;
    let mut build = Command::new(&tools.hubbubc);
    build.arg("build").arg(main).args(header.words("options")).args(["--emit", "mir", "-o", "-"]);
    let text = command::succeed(&mut build)?.stdout;
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    Ok(text.lines().filter(is_code).map(without_places).collect::<Vec<_>>().join("\n"))
}

/// A line without what says where in the source it comes from: `!1556`.
fn without_places(line: &str) -> String {
    let is_place = |word: &&str| word.strip_prefix('!').is_some_and(|number| number.parse::<u32>().is_ok());
    line.split(' ').filter(|word| !is_place(word)).collect::<Vec<_>>().join(" ")
}
