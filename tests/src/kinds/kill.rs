//! A build that is killed leaves the old output or the new one, and disturbs no later build.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::generated::setting;
use crate::{Test, Tools, command};

/// Builds that are killed; `HUBBUB_KILLS` asks for more.
const ROUNDS: u64 = 20;

/// Two levels.
pub fn collect(_: &Tools) -> Vec<Test> {
    ["-O0", "-O3"].map(|level| Test::new(format!("kill/{level}"), move |tools| check(tools, level)).alone()).into()
}

fn check(tools: &Tools, level: &str) -> Result<(), String> {
    let folder = tools.work.join(format!("kill{level}"));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let source = std::fs::read_to_string(tools.root.join("tests/run/big_tokenizer.hb")).map_err(|e| e.to_string())?;
    let io = |error: std::io::Error| error.to_string();
    std::fs::write(folder.join("old.hb"), "main :: () -> Int => 1\n").map_err(io)?;
    std::fs::write(folder.join("new.hb"), source).map_err(io)?;
    command::succeed(build(tools, &folder, "old.hb", level).args(["-o", "old"]))?;
    let started = Instant::now();
    command::succeed(build(tools, &folder, "new.hb", level).args(["-o", "new"]))?;
    let whole = started.elapsed().as_micros() as u64;
    let old = std::fs::read(folder.join("old")).map_err(io)?;
    let new = std::fs::read(folder.join("new")).map_err(io)?;
    let rounds = setting("HUBBUB_KILLS", ROUNDS);
    for round in 0..rounds {
        std::fs::copy(folder.join("old"), folder.join("result")).map_err(io)?;
        let mut command = build(tools, &folder, "new.hb", level);
        let mut child = command.args(["-o", "result"]).stderr(Stdio::null()).spawn().map_err(io)?;
        // The moments are spread over the build, more of them over its second half, where the output is written.
        let moment = if round % 4 == 0 { whole * round / rounds / 2 } else { whole / 2 + whole * round / rounds / 2 };
        std::thread::sleep(Duration::from_micros(moment));
        let _ = child.kill();
        child.wait().map_err(io)?;
        let result = std::fs::read(folder.join("result")).map_err(io)?;
        if result != old && result != new {
            return Err(format!("killed after {moment} us, the output has {} damaged bytes", result.len()));
        }
    }
    command::succeed(build(tools, &folder, "new.hb", level).args(["-o", "result"]))?;
    if std::fs::read(folder.join("result")).map_err(io)? != new {
        return Err("the build after the killed ones gives another result".to_owned());
    }
    Ok(())
}

fn build(tools: &Tools, folder: &Path, file: &str, level: &str) -> Command {
    let mut command = Command::new(&tools.hubbubc);
    command.current_dir(folder).args(["build", file, level]);
    command
}
