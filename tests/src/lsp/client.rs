//! The other end of a server's pipes.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Seconds after which a server has hung.
const SECONDS_MAX: u64 = 30;

/// A server that was started, and what it has said.
pub struct Client {
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What was not asked for, in order.
    pub notices: VecDeque<Value>,
    last: i64,
}

impl Client {
    /// Starts a server in a folder.
    pub fn start(hubbubc: &Path, folder: &Path) -> Result<Self, String> {
        let mut command = Command::new(hubbubc);
        command.arg("lsp").current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut server = command.spawn().map_err(|error| error.to_string())?;
        let input = server.stdin.take();
        let (sender, messages) = channel();
        let output = server.stdout.take().ok_or("no output")?;
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Ok(Self { server, input, messages, notices: VecDeque::new(), last: 0 })
    }

    /// The usual beginning.
    pub fn initialize(&mut self, capabilities: Value, folder: &Path, options: Value) -> Result<Value, String> {
        let root = format!("file://{}", folder.display());
        let parameters = json!({
            "processId": null, "rootUri": root, "capabilities": capabilities, "initializationOptions": options,
            "workspaceFolders": [{"uri": root, "name": "tests"}],
        });
        let answer = self.ask("initialize", parameters)?;
        self.notify("initialized", json!({}))?;
        Ok(answer)
    }

    /// The usual end; the status of the server.
    pub fn finish(mut self) -> Result<i32, String> {
        self.ask("shutdown", Value::Null)?;
        self.notify("exit", Value::Null)?;
        self.end()
    }

    /// Closes the server's input and waits until it has ended.
    pub fn end(&mut self) -> Result<i32, String> {
        self.input = None;
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(SECONDS_MAX) {
            if let Some(status) = self.server.try_wait().map_err(|error| error.to_string())? {
                return Ok(status.code().unwrap_or(-1));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = self.server.kill();
        Err("the server does not end".to_owned())
    }

    /// What the server has written to standard error; it has ended.
    pub fn errors(&mut self) -> String {
        let mut text = String::new();
        if let Some(mut errors) = self.server.stderr.take() {
            let _ = errors.read_to_string(&mut text);
        }
        text
    }

    /// The number of the server's process.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), String> {
        let input = self.input.as_mut().ok_or("the input is closed")?;
        input
            .write_all(bytes)
            .and_then(|()| input.flush())
            .map_err(|error| format!("the server does not listen: {error}"))
    }

    /// Writes a message.
    pub fn send(&mut self, mut message: Value) -> Result<(), String> {
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes())
    }

    /// Says something.
    pub fn notify(&mut self, method: &str, parameters: Value) -> Result<(), String> {
        self.send(json!({"method": method, "params": parameters}))
    }

    /// Begins to ask: the number of the question.
    pub fn begin(&mut self, method: &str, parameters: Value) -> Result<i64, String> {
        self.last += 1;
        self.send(json!({"id": self.last, "method": method, "params": parameters}))?;
        Ok(self.last)
    }

    /// Asks something; the whole answer.
    pub fn ask(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        let id = self.begin(method, parameters)?;
        loop {
            let message = self.next()?;
            if message["id"] == id && message.get("method").is_none() {
                return Ok(message);
            }
            self.keep(message)?;
        }
    }

    /// Waits for what a server says by itself, and for which a condition holds. It and what came before are kept.
    pub fn wait(&mut self, method: &str, is_it: impl Fn(&Value) -> bool) -> Result<(), String> {
        loop {
            let message = self.next()?;
            let is_found = message["method"] == method && is_it(&message["params"]);
            self.keep(message)?;
            if is_found {
                return Ok(());
            }
        }
    }

    /// The next message, whatever it is.
    pub fn next(&mut self) -> Result<Value, String> {
        let waiting = self.messages.recv_timeout(Duration::from_secs(SECONDS_MAX));
        waiting.map_err(|error| format!("no message from the server: {error}"))
    }

    /// Keeps what was not asked for; what the server asks is answered.
    fn keep(&mut self, message: Value) -> Result<(), String> {
        if let (Some(id), Some(_)) = (message.get("id"), message.get("method")) {
            self.send(json!({"id": id, "result": null}))?;
        }
        self.notices.push_back(message);
        Ok(())
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended, which is what was wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", number)) => length = number.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
