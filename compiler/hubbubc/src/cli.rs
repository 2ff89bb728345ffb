//! The options of the command line. Help texts are the doc comments.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use hubbub_base::limits::{EVAL_CALL_DEPTH_MAX, EVAL_MEMORY_BYTES_MAX, EVAL_STEPS_MAX};
use hubbub_driver::{Allocator, CompileTimeLimits, Flavour, Level, Library, Overflow, Sanitizer};

use crate::usage;

/// The Hubbub compiler
#[derive(Parser)]
#[command(name = "hubbubc", version, arg_required_else_help = true, after_help = EXAMPLES, max_term_width = 110)]
#[command(
    override_usage = "hubbubc [COMMAND] FILE.hb [OPTIONS]\n       hubbubc FILE.hb -O3 -o main        the same as `hubbubc build …`"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  hubbubc main.hb -O3 -o main                 build main.hb, fully optimised
  hubbubc run main.hb -- one two              build and run, with arguments
  hubbubc check main.hb                       diagnostics only
  hubbubc build main.hb --emit asm -o -       read the assembly
  hubbubc size main.hb -O3                    what both runtimes cost
  hubbubc explore main.hb                     main.html: each line beside its machine code
  hubbubc explain E0301                       a diagnostic, explained with examples

Exit status: 0 done, 1 the program has errors, 2 the command line has, 101 a mistake of the compiler.
`hubbubc COMMAND --help` lists the options of a command.";

/// The subcommands, one file each in `commands/`.
#[derive(Subcommand)]
pub enum Command {
    /// Build a program (what happens if no command is given)
    #[command(after_help = BUILD_EXAMPLES)]
    Build(Build),
    /// Build a program into memory and run it; its exit status becomes that of the command
    #[command(after_help = RUN_EXAMPLES)]
    Run(Run),
    /// Report what is wrong with a program, without building it
    Check(Check),
    /// Run the tests of a module: its procedures with `#test`
    #[command(after_help = TEST_EXAMPLES)]
    Test(Test),
    /// Show what a program's bytes are, in both flavours of the runtime
    Size(Size),
    /// Make a page that shows the code that each line becomes
    #[command(after_help = EXPLORE_EXAMPLES)]
    Explore(Explore),
    /// Format source files in place
    Fmt(Fmt),
    /// Make documentation from the comments in modules
    #[command(after_help = DOC_EXAMPLES)]
    Doc(Doc),
    /// Explain a diagnostic by its code
    Explain(Explain),
    /// Serve an editor: the Language Server Protocol on standard input and output
    #[command(after_help = LSP_EXAMPLES)]
    Lsp(Lsp),
}

const NAMES: [&str; 11] = ["build", "run", "check", "test", "size", "explore", "fmt", "doc", "explain", "lsp", "help"];

const BUILD_EXAMPLES: &str = "\
Examples:
  hubbubc build main.hb                              an unoptimised program with debug information: ./main
  hubbubc build main.hb -O3 -o bin/main --strip      a small, fast one
  hubbubc build main.hb --emit llvm-ir,asm -o -      intermediate forms, to the terminal
  hubbubc build geometry.hb --lib static --header    libgeometry.a and geometry.h, for a C program
  hubbubc build main.hb --runtime std --timings      on Rust's std; where the time went";

const RUN_EXAMPLES: &str = "\
Examples:
  hubbubc run main.hb -- one two      with two arguments
  hubbubc run main.hb -O3             optimised
  hubbubc run main.hb --eval          in the interpreter that runs code at compile time";

const TEST_EXAMPLES: &str = "\
Examples:
  hubbubc test Shapes.hb                   all tests of a module, each in a process of its own
  hubbubc test Shapes.hb --filter area     those with this in their names
  hubbubc test library --doc               the examples in the comments of all modules of a folder";

const EXPLORE_EXAMPLES: &str = "\
Examples:
  hubbubc explore main.hb                  main.html: source, MIR, LLVM IR and assembly, at -O0 and -O3, side by side
  hubbubc explore main.hb -Os --cpu native what -Os makes of it for this processor
  hubbubc explore main.hb --all            the procedures of the library and the runtime, too

The page is one file that needs nothing else: open it in a browser.";

const DOC_EXAMPLES: &str = "\
Examples:
  hubbubc doc Shapes.hb                    Markdown, to the terminal
  hubbubc doc library -o library.md        all modules of a folder in one page
  hubbubc doc library --missing            the procedures that have no example yet";

const LSP_EXAMPLES: &str = "\
Editors start this command themselves.

Helix, in ~/.config/helix/languages.toml:
  [language-server.hubbubc]
  command = \"hubbubc\"
  args = [\"lsp\"]

  [[language]]
  name = \"hubbub\"
  scope = \"source.hubbub\"
  file-types = [\"hb\"]
  comment-token = \"//\"
  indent = { tab-width = 4, unit = \"    \" }
  language-servers = [\"hubbubc\"]

Neovim 0.11 or later, in init.lua:
  vim.filetype.add({ extension = { hb = \"hubbub\" } })
  vim.lsp.config(\"hubbubc\", { cmd = { \"hubbubc\", \"lsp\" }, filetypes = { \"hubbub\" } })
  vim.lsp.enable(\"hubbubc\")

VS Code: the extension in editors/vscode starts `hubbubc lsp`; `hubbub.server.path` in the settings names another program.";

impl Command {
    /// The options that all commands have.
    pub fn common(&self) -> &Common {
        match self {
            Command::Build(build) => &build.options.common,
            Command::Run(run) => &run.options.common,
            Command::Check(check) => &check.common,
            Command::Test(test) => &test.options.common,
            Command::Size(size) => &size.options.common,
            Command::Explore(explore) => &explore.options.common,
            Command::Fmt(fmt) => &fmt.common,
            Command::Doc(doc) => &doc.common,
            Command::Explain(explain) => &explain.common,
            Command::Lsp(lsp) => &lsp.common,
        }
    }
}

/// Options of every command.
#[derive(Args, Clone)]
#[command(next_help_heading = "Messages")]
pub struct Common {
    /// Show how long each phase took
    #[arg(long)]
    pub timings: bool,
    /// Threads to use; 0 stands for as many as there are processors
    #[arg(long, value_name = "N", value_parser = usage::threads, default_value = "0", hide_default_value = true)]
    pub threads: usize,
    /// How diagnostics are written: human or json
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub message_format: MessageFormat,
    /// Colours in messages: auto, always or never
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub color: Color,
}

/// Options that decide what a program means.
#[derive(Args, Clone)]
pub struct Program {
    /// The main module
    #[arg(value_name = "FILE.hb")]
    pub input: PathBuf,
    /// Search this folder for modules, before the standard library
    #[arg(short = 'I', value_name = "FOLDER")]
    pub module_folders: Vec<PathBuf>,
    /// Give `#config("NAME", …)` a value
    #[arg(long = "define", short = 'D', value_name = "NAME=VALUE", value_parser = usage::definition)]
    pub defines: Vec<(String, String)>,
    #[command(flatten)]
    pub compile_time: CompileTime,
}

/// What code that runs at compile time may use.
#[derive(Args, Clone, Copy)]
#[command(next_help_heading = "Compile time")]
pub struct CompileTime {
    /// Steps of one execution (100 million)
    #[arg(long, value_name = "N", value_parser = usage::amount, default_value_t = EVAL_STEPS_MAX, hide_default_value = true)]
    pub eval_steps: u64,
    /// Calls within calls (4096)
    #[arg(long, value_name = "N", default_value_t = EVAL_CALL_DEPTH_MAX, hide_default_value = true)]
    pub eval_depth: u32,
    /// Memory of one execution: 64M, 2G (1G)
    #[arg(long, value_name = "BYTES", value_parser = usage::amount, default_value_t = EVAL_MEMORY_BYTES_MAX, hide_default_value = true)]
    pub eval_memory: u64,
    /// Grant compile-time code of the program's own modules what it has not by itself; those found through -I never get it
    #[arg(long, value_name = "WHAT")]
    pub allow_run: Option<Grant>,
}

/// What compile-time code can be granted.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// files, the clock, the environment
    Io,
}

impl CompileTime {
    /// In the driver's words.
    pub fn limits(self) -> CompileTimeLimits {
        CompileTimeLimits {
            steps: self.eval_steps,
            call_depth: self.eval_depth,
            memory_bytes: self.eval_memory,
            allow_io: self.allow_run == Some(Grant::Io),
        }
    }
}

/// Options of the commands that generate code.
#[derive(Args, Clone)]
pub struct Generate {
    #[command(flatten)]
    pub program: Program,
    #[command(flatten)]
    pub target: Target,
    #[command(flatten)]
    pub common: Common,
}

/// What code is made.
#[derive(Args, Clone)]
#[command(next_help_heading = "Code")]
pub struct Target {
    /// Optimisation: 0, 1, 2, 3, s (for size) or z (for size above all)
    #[arg(short = 'O', value_name = "LEVEL", value_parser = usage::level)]
    pub level: Option<Level>,
    /// Which runtime to link
    #[arg(long, value_name = "FLAVOUR", value_parser = usage::flavour, default_value = "nostd", help = "nostd: small and without libc; std: on Rust's std; none: no runtime")]
    pub runtime: Flavour,
    /// The allocator that the context begins with: page, libc, mimalloc or gc
    #[arg(long, value_name = "NAME", value_parser = usage::allocator, default_value = "page", hide_default_value = true)]
    pub allocator: Allocator,
    /// Watch that allocator: report leaks, double frees, overruns and writes to freed memory with their places
    #[arg(long)]
    pub track: bool,
    /// Make debug information (the default at -O0)
    #[arg(short = 'g')]
    pub debug: bool,
    /// Leave out symbols and debug information
    #[arg(long)]
    pub strip: bool,
    /// Do not check indices
    #[arg(long)]
    pub no_bounds_checks: bool,
    /// What signed arithmetic does when its result does not fit: wrap or trap
    #[arg(long, value_name = "MODE", value_parser = usage::overflow, default_value = "wrap", hide_default_value = true)]
    pub overflow: Overflow,
    /// Watch the running program: address (memory), thread (data races) or undefined (null, unchecked indices)
    #[arg(long, value_name = "KIND", value_parser = usage::sanitizer)]
    pub sanitize: Option<Sanitizer>,
    /// Make code for this target, as x86_64-unknown-linux-gnu
    #[arg(long, value_name = "TRIPLE")]
    pub target: Option<String>,
    /// Make code for this processor; `native` is this machine's
    #[arg(long, value_name = "NAME")]
    pub cpu: Option<String>,
    /// Search this folder for foreign libraries
    #[arg(short = 'L', value_name = "FOLDER")]
    pub library_folders: Vec<PathBuf>,
    /// Link with this program instead of the `ld.lld` that is found
    #[arg(long, value_name = "PROGRAM")]
    pub linker: Option<PathBuf>,
}

/// `hubbubc build`.
#[derive(Args, Clone)]
pub struct Build {
    #[command(flatten)]
    pub options: Generate,
    /// Where the result goes; `-` with --emit is standard output
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Build a library for C programs, of what is exported: static or shared
    #[arg(long, value_name = "KIND", value_parser = usage::library)]
    pub lib: Option<Library>,
    /// Write a C header of what is exported, beside the result or to a path
    #[arg(long, value_name = "PATH", num_args = 0..=1, require_equals = true, default_missing_value = "", value_parser = usage::path)]
    pub header: Option<PathBuf>,
    /// Write these forms instead of a program: tokens, ast, mir, llvm-ir, llvm-bc, asm, obj, header
    #[arg(long, value_name = "FORMS", value_enum, value_delimiter = ',', hide_possible_values = true)]
    pub emit: Vec<Emit>,
}

/// `hubbubc run`.
#[derive(Args, Clone)]
pub struct Run {
    #[command(flatten)]
    pub options: Generate,
    /// Run in the interpreter instead of making code
    #[arg(long)]
    pub eval: bool,
    /// Arguments of the program
    #[arg(last = true, value_name = "ARGUMENTS")]
    pub arguments: Vec<OsString>,
}

/// `hubbubc test`.
#[derive(Args, Clone)]
pub struct Test {
    #[command(flatten)]
    pub options: Generate,
    /// Run the tests with this text in their names
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Run the examples in the documentation instead: of a file, or of all files of a folder
    #[arg(long)]
    pub doc: bool,
    /// Let tests leak: memory is not watched
    #[arg(long, conflicts_with = "track")]
    pub no_track: bool,
}

/// `hubbubc check`.
#[derive(Args, Clone)]
pub struct Check {
    #[command(flatten)]
    pub program: Program,
    #[command(flatten)]
    pub common: Common,
}

/// `hubbubc size`.
#[derive(Args, Clone)]
pub struct Size {
    #[command(flatten)]
    pub options: Generate,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// `hubbubc explore`.
#[derive(Args, Clone)]
pub struct Explore {
    #[command(flatten)]
    pub options: Generate,
    /// Where the page goes: FILE.html beside you without it; `-` is standard output
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Show the procedures of the library and the runtime as well
    #[arg(long)]
    pub all: bool,
}

/// `hubbubc fmt`.
#[derive(Args, Clone)]
pub struct Fmt {
    /// Files, folders, or `-` for standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Change nothing; list what would change, with status 1 if there is any
    #[arg(long)]
    pub check: bool,
    #[command(flatten)]
    pub common: Common,
}

/// `hubbubc doc`.
#[derive(Args, Clone)]
pub struct Doc {
    /// Files and folders
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Where the page goes; standard output without it
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// List the public procedures without an example instead; status 1 if there are any
    #[arg(long, conflicts_with = "output")]
    pub missing: bool,
    #[command(flatten)]
    pub common: Common,
}

/// `hubbubc explain`.
#[derive(Args, Clone)]
pub struct Explain {
    /// The code, as E0301; without one, all are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    #[command(flatten)]
    pub common: Common,
}

/// `hubbubc lsp`.
#[derive(Args, Clone)]
pub struct Lsp {
    /// A folder searched for modules, behind that of the importing file
    #[arg(short = 'I', value_name = "FOLDER")]
    pub module_folders: Vec<PathBuf>,
    /// A value for `#config`
    #[arg(long = "define", value_name = "NAME=VALUE", value_parser = usage::definition)]
    pub defines: Vec<(String, String)>,
    /// Nothing: some editors give it, and there is no other way to talk
    #[arg(long, hide = true)]
    pub stdio: bool,
    #[command(flatten)]
    pub common: Common,
}

/// How diagnostics are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
pub enum MessageFormat {
    // No doc comments here and below: they would make the help of each option a paragraph.
    Human,
    Json,
}

/// Colours in messages.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// Forms of a program that can be read.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emit {
    // What the lexer makes of the main module.
    Tokens,
    // What the parser makes of it.
    Ast,
    // The control-flow graphs.
    Mir,
    // LLVM's form, as it goes to the back end.
    LlvmIr,
    // The same in its binary form.
    LlvmBc,
    // Assembly.
    Asm,
    // An object file.
    Obj,
    // What C programs include.
    Header,
}

/// The command that was given, or the status to end with: help was shown, or a mistake was.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, u8> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(is_implicit_build) {
        arguments.insert(1, "build".into());
    }
    Cli::try_parse_from(arguments).map(|cli| cli.command).map_err(|error| usage::explain(&error))
}

/// Whether the first argument begins a `build` whose name is left out: a file, or an option that is not about `hubbubc` itself.
fn is_implicit_build(first: &OsString) -> bool {
    let Some(text) = first.to_str() else { return true };
    if NAMES.contains(&text) || matches!(text, "-h" | "--help" | "-V" | "--version") {
        return false;
    }
    // A word that is neither a command nor a file is rather a mistyped command.
    text.starts_with('-') || text.contains(['.', '/']) || std::path::Path::new(text).exists()
}

#[cfg(test)]
mod tests {
    use super::{Cli, Command, parse};
    use clap::CommandFactory;
    use hubbub_driver::Level;

    #[test]
    fn options_do_not_clash() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_file_alone_is_a_build() {
        let given = ["hubbubc", "main.hb", "-O3", "-o", "main"].map(Into::into);
        let Ok(Command::Build(build)) = parse(given) else { panic!("not a build") };
        assert_eq!(build.options.target.level, Some(Level::O3));
        assert_eq!(build.output, Some("main".into()));
    }
}
