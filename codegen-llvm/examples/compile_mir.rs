//! Compiles a file of MIR text: `compile_mir FILE LEVEL ir|asm|obj [debug] [target=TRIPLE] [cpu=NAME] [runtime=FILE.bc]…`, text to
//! standard output, objects as `UNIT.o` into the current folder. For work on the code generator.
#![allow(clippy::disallowed_methods, reason = "a tool for work on the code generator reads and writes files")]

use hubbub_base::{SourceFile, SourceMap};
use hubbub_codegen_llvm::{Emit, Level, Options, generate};

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    let [_, file, level, form, rest @ ..] = arguments.as_slice() else {
        eprintln!("compile_mir FILE LEVEL ir|asm|obj [debug] [target=TRIPLE] [cpu=NAME] [runtime=FILE.bc]…");
        std::process::exit(2);
    };
    let levels = [Level::O0, Level::O1, Level::O2, Level::O3, Level::Os, Level::Oz];
    let level = levels.into_iter().find(|found| format!("{found:?}") == *level).unwrap_or_default();
    let emit = Emit { object: form == "obj", assembly: form == "asm", ir: form == "ir", bitcode: false };
    let mut options = Options { level, emit, ..Options::default() };
    for word in rest {
        match word.split_once('=') {
            Some(("target", triple)) => options.target = Some(triple.to_owned()),
            Some(("cpu", name)) => options.cpu = Some(name.to_owned()),
            Some(("runtime", path)) => options.runtime_bitcode.push(std::fs::read(path).unwrap()),
            _ => options.debug_info |= word == "debug",
        }
    }
    let text = std::fs::read_to_string(file).unwrap();
    let program = match hubbub_mir::parse::program(&text) {
        Ok(program) => program,
        Err(error) => panic!("{file}:{error}"),
    };
    let mut sources = SourceMap::default();
    sources.files.push(SourceFile::new(file.as_str(), text.as_str()));
    match generate(&program, &sources, &options) {
        Err(error) => eprintln!("{error}"),
        Ok(outputs) => outputs.into_iter().for_each(|output| {
            print!("{}{}", output.ir.unwrap_or_default(), output.assembly.unwrap_or_default());
            if let Some(object) = output.object {
                std::fs::write(format!("{}.o", output.name), object).unwrap();
            }
        }),
    }
}
