//! Messages on standard input and output: a head with the length, an empty line, a JSON object.
//!
//! What is framed well but is no message is answered with an error, and the server goes on; where the framing itself is broken nobody can tell where
//! the next message begins, and it ends as if the input had ended.

use std::io::{self, BufRead, BufReader, Read, Write};

use crossbeam_channel::{Receiver, Sender, bounded};
use lsp_server::Message;
use serde_json::{Value, json};

/// Messages that wait to be written at most: an editor that does not read holds the server up instead of filling its memory.
const WAITING_MAX: usize = 256;
/// Bytes of a message at most. An open document is in one message as a whole.
const MESSAGE_BYTES_MAX: usize = 256 << 20;
/// Lines of the head of a message, and bytes of each.
const HEAD_LINES_MAX: usize = 16;
const HEAD_BYTES_MAX: u64 = 4096;

/// Something to write.
#[derive(Debug)]
pub enum Outgoing {
    /// A message.
    Message(Message),
    /// An answer to what was no message.
    Raw(Value),
    /// All has been written: say so.
    Flush(Sender<()>),
}

/// Starts the threads that read and write.
pub fn start() -> (Sender<Outgoing>, Receiver<Message>) {
    let (out, waiting) = bounded(WAITING_MAX);
    let (arrived, messages) = bounded(WAITING_MAX);
    let answers = out.clone();
    std::thread::spawn(move || write_all(&waiting));
    std::thread::spawn(move || read_all(&mut BufReader::new(io::stdin().lock()), &arrived, &answers));
    (out, messages)
}

fn write_all(waiting: &Receiver<Outgoing>) {
    let mut out = io::stdout().lock();
    for outgoing in waiting {
        let result = match outgoing {
            Outgoing::Message(message) => message.write(&mut out),
            Outgoing::Raw(value) => {
                let text = value.to_string();
                write!(out, "Content-Length: {}\r\n\r\n{text}", text.len()).and_then(|()| out.flush())
            }
            Outgoing::Flush(done) => {
                // Whoever asked may have gone.
                let _ = done.send(());
                Ok(())
            }
        };
        if result.is_err() {
            // Nobody listens any more; the end of the input will end the server.
            return;
        }
    }
}

fn read_all(input: &mut impl BufRead, arrived: &Sender<Message>, answers: &Sender<Outgoing>) {
    while let Ok(Some(body)) = read_body(input) {
        let is_received = match serde_json::from_slice::<Message>(&body) {
            Ok(message) => arrived.send(message).is_ok(),
            Err(_) => answers.send(Outgoing::Raw(refused(&body))).is_ok(),
        };
        if !is_received {
            return;
        }
    }
}

/// The bytes of the next message; none at the end of the input.
fn read_body(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let broken = || io::Error::from(io::ErrorKind::InvalidData);
    let mut length = None;
    for number in 0.. {
        let mut line = Vec::new();
        input.by_ref().take(HEAD_BYTES_MAX).read_until(b'\n', &mut line)?;
        if line.is_empty() && number == 0 {
            return Ok(None);
        }
        let line = String::from_utf8(line).map_err(|_| broken())?;
        if number > HEAD_LINES_MAX || !line.ends_with('\n') {
            return Err(broken());
        }
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(broken)?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let length = length.filter(|length| *length <= MESSAGE_BYTES_MAX).ok_or_else(broken)?;
    // The bytes that are there, not those that are promised, decide how much memory is taken.
    let mut body = Vec::new();
    input.by_ref().take(length as u64).read_to_end(&mut body)?;
    if body.len() < length { Err(broken()) } else { Ok(Some(body)) }
}

/// The answer to a body that is no message.
fn refused(body: &[u8]) -> Value {
    match serde_json::from_slice::<Value>(body) {
        Ok(value) => {
            let id = value.get("id").filter(|id| id.is_number() || id.is_string()).cloned().unwrap_or(Value::Null);
            json!({"jsonrpc": "2.0", "id": id, "error": {"code": -32600, "message": "this is no message of the protocol"}})
        }
        Err(error) => {
            json!({"jsonrpc": "2.0", "id": null, "error": {"code": -32700, "message": format!("no JSON: {error}")}})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{read_body, refused};

    #[test]
    fn bodies_are_read_by_their_length() {
        let mut input =
            &b"Content-Length: 2\r\nContent-Type: x\r\n\r\n{}content-length:3\n\nabcContent-Length: 9\r\n\r\nshort"[..];
        assert_eq!(read_body(&mut input).unwrap(), Some(b"{}".to_vec()));
        assert_eq!(read_body(&mut input).unwrap(), Some(b"abc".to_vec()));
        assert!(read_body(&mut input).is_err());
    }

    #[test]
    fn broken_heads_end_the_input() {
        for text in ["Content-Length: x\r\n\r\n", "nothing\r\n\r\n", "Content-Length: 99999999999999\r\n\r\n", "\r\n"] {
            assert!(read_body(&mut text.as_bytes()).is_err(), "{text:?}");
        }
        assert!(read_body(&mut "x".repeat(100_000).as_bytes()).is_err());
        assert_eq!(read_body(&mut &b""[..]).unwrap(), None);
    }

    #[test]
    fn what_is_no_message_is_answered() {
        assert_eq!(refused(b"{")["error"]["code"], -32700);
        assert_eq!(refused(b"{\"id\": 1.5}")["id"], 1.5);
        assert_eq!(refused(b"[]")["error"]["code"], -32600);
    }
}
