//! `tests/postgres/`: programs that use a PostgreSQL server, which is started for them on a socket in a folder of its own, and stopped again.
//!
//! A program gets the words that lead to the server as its arguments, through its socket and, with a password, through TCP; the examples in the module's documentation have them in `DATABASE_URL`. The server does not run as root: where the tests do, it runs as the user
//! `postgres` that Debian's package makes.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::run::judge;
use crate::header::Header;
use crate::{Test, Tools, command};

/// All programs in one test, for they share a server.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let folder = tools.root.join("tests/postgres");
    let mut programs: Vec<_> =
        std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "hb"));
    programs.sort();
    let Some(binaries) = binaries() else {
        eprintln!("left out: postgres needs initdb, which is not installed");
        return Vec::new();
    };
    vec![Test::new("postgres/all", move |tools| {
        // Once more where somebody else has taken the port.
        let server = Server::start(&binaries).or_else(|_| Server::start(&binaries))?;
        programs.iter().try_for_each(|program| {
            ["-O0", "-O3"].into_iter().try_for_each(|level| run(tools, program, level, &server))
        })?;
        examples(tools, &server)
    })]
}

/// Debian's folder of the newest server.
fn binaries() -> Option<PathBuf> {
    let mut versions: Vec<_> =
        std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|entry| entry.path()).collect();
    versions.sort();
    versions.into_iter().rev().map(|version| version.join("bin")).find(|bin| bin.join("initdb").is_file())
}

fn run(tools: &Tools, main: &Path, level: &str, server: &Server) -> Result<(), String> {
    let name = main.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let program = tools.work.join(format!("postgres_{name}{level}"));
    let mut build = Command::new(&tools.hubbubc);
    command::succeed(build.arg("build").arg(main).args([level, "--runtime", "std", "-o"]).arg(&program))?;
    let outcome = command::run(Command::new(&program).args([server.words(), server.words_of_network()]))?;
    judge(&Header::read(main)?, &outcome).map_err(|error| format!("{name} {level}: {error}"))
}

/// The examples of the module, none of which is left out.
fn examples(tools: &Tools, server: &Server) -> Result<(), String> {
    let module = tools.root.join("build/lib/hubbub/stdlib/Postgres.hb");
    let mut test = Command::new(&tools.hubbubc);
    test.arg("test").arg(module).args(["--doc", "--runtime", "std"]).env("DATABASE_URL", server.words());
    let outcome = command::run(&mut test)?;
    let is_done = outcome.status == 0 && !outcome.stdout.contains("left out");
    if is_done { Ok(()) } else { Err(outcome.stdout + &outcome.stderr) }
}

/// A server that ends with this value.
struct Server {
    binaries: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Server {
    fn start(binaries: &Path) -> Result<Self, String> {
        // The path of a socket has room for 107 bytes.
        let folder = std::env::temp_dir().join(format!("hubbub-postgres-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let server = Self { binaries: binaries.to_owned(), folder, port: free_port()? };
        if is_root() {
            command::succeed(Command::new("chown").arg("postgres").arg(&server.folder))?;
        }
        let data = server.folder.join("data");
        let mut make = server.command("initdb");
        make.args(["--auth", "trust", "--username", "tests", "--no-sync", "--encoding", "UTF8", "--locale", "C", "-D"]);
        command::succeed(make.arg(&data))?;
        write_rules(&data.join("pg_hba.conf"))?;
        let options =
            format!("-c listen_addresses=127.0.0.1 -p {} -c fsync=off -k {}", server.port, server.folder.display());
        let mut start = server.command("pg_ctl");
        start.arg("-D").arg(&data).arg("-l").arg(server.folder.join("log"));
        command::succeed(start.args(["-w", "-o", &options, "start"]))?;
        let mut add = server.command("psql");
        add.args(["-X", "-q", "-d", &server.words(), "-c", "create role secret login password 'word'"]);
        command::succeed(&mut add)?;
        Ok(server)
    }

    /// What leads to it.
    fn words(&self) -> String {
        format!("host={} port={} user=tests dbname=postgres", self.folder.display(), self.port)
    }

    /// What leads to it by a name, one address of which nobody listens at, with a password that is asked for.
    fn words_of_network(&self) -> String {
        format!("host=localhost port={} user=secret password=word dbname=postgres", self.port)
    }

    /// A program of the server's, run as a user that may.
    fn command(&self, name: &str) -> Command {
        let program = self.binaries.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        let _ = command::run(stop.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "-w", "stop"]));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A port that nobody listens at. Somebody may take it before the server does, which then says so.
fn free_port() -> Result<u16, String> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Who gets in: anybody through the socket, through TCP who knows the password.
fn write_rules(path: &Path) -> Result<(), String> {
    let rules = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
    std::fs::write(path, rules).map_err(|error| format!("{}: {error}", path.display()))
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}
