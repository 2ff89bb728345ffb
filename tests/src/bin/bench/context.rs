//! One workload, four ways to hand an allocator to every procedure: the implicit context, and three ways of C.
//!
//! Five sixths of the time go into one procedure of twelve instructions, and where it happens to lie in a line of the cache changes that
//! time by up to four per cent, in either language. So each program is linked at four places, sixteen bytes apart, and the best of
//! them counts.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::{ROUNDS, Result, WORK, best_of_all, clang, costs, hubbubc, output, prepare, write};

/// Bytes in front of the code: code begins at multiples of 16, and a line of the cache has 64.
const PLACES: [usize; 4] = [0, 16, 32, 48];

/// A way, and its program at each of [`PLACES`].
struct Way {
    name: String,
    programs: Vec<PathBuf>,
}

/// The table of the workload, then that of calls (see [`costs::context`]).
pub fn context() -> Result<()> {
    let ways = ways()?;
    let expected = ways.iter().flat_map(|way| &way.programs).map(|program| output(program));
    let outputs = expected.collect::<Result<Vec<_>>>()?;
    if outputs.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err("the outputs of the ways differ".to_owned());
    }
    println!(
        "## Context\n\nA tree built through an allocator that every procedure reaches: seconds, the best of {ROUNDS}, \
         with the code at four places, 16 bytes apart.\n"
    );
    println!("| way | best place | ratio | mean of the places | ratio |\n| --- | ---: | ---: | ---: | ---: |");
    let programs: Vec<(&PathBuf, &[&str])> =
        ways.iter().flat_map(|way| &way.programs).map(|program| (program, &[][..])).collect();
    let times = best_of_all(ROUNDS, &programs)?;
    let times: Vec<f64> = times.into_iter().map(|time| time.as_secs_f64()).collect();
    let best = |times: &[f64]| times.iter().copied().fold(f64::INFINITY, f64::min);
    let rows: Vec<(f64, f64)> =
        times.chunks(PLACES.len()).map(|row| (best(row), row.iter().sum::<f64>() / row.len() as f64)).collect();
    let in_c = rows.get(1..).unwrap_or_default();
    let fastest = best(&in_c.iter().map(|row| row.0).collect::<Vec<_>>());
    let least = best(&in_c.iter().map(|row| row.1).collect::<Vec<_>>());
    for (way, (best, mean)) in ways.iter().zip(rows) {
        println!("| {} | {best:.3} | {:.3} | {mean:.3} | {:.3} |", way.name, best / fastest, mean / least);
    }
    println!();
    costs::context()
}

/// The implicit context first, then the ways of C in the order of their names.
fn ways() -> Result<Vec<Way>> {
    let linkers = linkers()?;
    let implicit = |(place, linker): (usize, &PathBuf)| {
        let options = ["-O3", "--linker", &linker.to_string_lossy()];
        hubbubc("benches/context-implicit.hb", &format!("context-implicit-{place}"), &options)
    };
    let programs = linkers.iter().enumerate().map(implicit).collect::<Result<_>>()?;
    let mut ways = vec![Way { name: "implicit context (Hubbub)".to_owned(), programs }];
    for path in c_files()? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().trim_start_matches("context-").to_owned();
        let in_c = |(place, linker): (usize, &PathBuf)| {
            let option = format!("--ld-path={}", linker.display());
            clang(&path.to_string_lossy(), &format!("context-{name}-{place}"), &[&option])
        };
        let programs = linkers.iter().enumerate().map(in_c).collect::<Result<_>>()?;
        ways.push(Way { name: format!("{name} (C, clang)"), programs });
    }
    Ok(ways)
}

fn c_files() -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir("benches").map_err(|error| format!("benches: {error}"))?;
    let is_way = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "c")
            && path.file_stem().is_some_and(|name| name.to_string_lossy().starts_with("context-"))
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_way).collect();
    files.sort();
    Ok(files)
}

/// A linker for each of [`PLACES`]: `ld.lld`, with as many bytes in front of what it is given.
fn linkers() -> Result<Vec<PathBuf>> {
    let here = std::env::current_dir().map_err(|error| error.to_string())?.join(WORK);
    PLACES.iter().map(|bytes| linker(&here, *bytes)).collect()
}

fn linker(folder: &Path, bytes: usize) -> Result<PathBuf> {
    let (source, object) = (format!("place-{bytes}.s"), folder.join(format!("place-{bytes}.o")));
    write(&source, &format!(".text\n.balign 16\n.globl place\nplace:\n.skip {bytes}, 0x90\n"))?;
    clang(&prepare(&source)?.to_string_lossy(), &format!("place-{bytes}.o"), &["-c"])?;
    let name = format!("place-{bytes}-ld");
    // Named as undefined, so that what nobody calls stays.
    write(&name, &format!("#!/bin/sh\nexec ld.lld-22 --undefined=place '{}' \"$@\"\n", object.display()))?;
    let script = folder.join(&name);
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).map_err(|error| error.to_string())?;
    Ok(script)
}
