//! What `--allow-run io` grants to compile-time code: files, folders, the clock. Never processes, never the network.
//!
//! Descriptors are numbers of this table; what is still open when an execution ends is closed then. Results are those of the kernel.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use hashbrown::HashMap;
use hubbub_eval::{SystemCall, SystemRequest};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{self, AtFlags, CWD, Mode, OFlags, SeekFrom, StatxFlags};
use rustix::io::{self, Errno};

/// The first descriptor that is given out: those below are the process's own.
const FIRST: i64 = 3;
const INVALID: i64 = -22;
/// Bytes before the name of an entry of a folder.
const ENTRY_HEAD: usize = 19;

/// The open files of an execution.
#[derive(Default)]
pub struct System {
    open: HashMap<i64, Open>,
    last: i64,
}

struct Open {
    file: OwnedFd,
    /// Entries of a folder that have not been handed out; `None`: nobody has asked.
    entries: Option<VecDeque<Vec<u8>>>,
}

impl System {
    /// Does what is asked for.
    pub fn call(&mut self, request: &mut SystemRequest) -> i64 {
        self.try_call(request).unwrap_or_else(|error| -i64::from(error.raw_os_error()))
    }

    fn try_call(&mut self, request: &mut SystemRequest) -> io::Result<i64> {
        let [a, b, c, d, _] = request.numbers;
        let path = |index: usize| {
            Path::new(OsStr::from_bytes(request.paths.get(index).map_or(&[][..], Vec::as_slice))).to_owned()
        };
        Ok(match request.call {
            SystemCall::Read => io::read(&self.get(a)?.file, &mut request.buffer)? as i64,
            SystemCall::Write => io::write(&self.get(a)?.file, &request.buffer)? as i64,
            SystemCall::Close => self.open.remove(&a).map(|_| 0).ok_or(Errno::BADF)?,
            SystemCall::Seek => {
                let from = match c {
                    0 => SeekFrom::Start(b as u64),
                    1 => SeekFrom::Current(b),
                    _ => SeekFrom::End(b),
                };
                fs::seek(&self.get(a)?.file, from)? as i64
            }
            SystemCall::Truncate => done(fs::ftruncate(&self.get(a)?.file, b as u64))?,
            SystemCall::Sync => done(fs::fsync(&self.get(a)?.file))?,
            SystemCall::GetFolder => {
                let folder = rustix::process::getcwd(Vec::new())?.into_bytes_with_nul();
                fill(&mut request.buffer, &folder)
            }
            SystemCall::Open => {
                let flags = OFlags::from_bits_retain(c as u32) | OFlags::CLOEXEC;
                let file = fs::openat(self.folder(a)?, path(0), flags, Mode::from_raw_mode(d as u32))?;
                self.last = (self.last + 1).max(FIRST);
                self.open.insert(self.last, Open { file, entries: None });
                self.last
            }
            SystemCall::MakeFolder => done(fs::mkdirat(self.folder(a)?, path(0), Mode::from_raw_mode(c as u32)))?,
            SystemCall::Remove => done(fs::unlinkat(self.folder(a)?, path(0), AtFlags::from_bits_retain(c as u32)))?,
            SystemCall::Rename => done(fs::renameat(self.folder(a)?, path(0), self.folder(c)?, path(1)))?,
            SystemCall::Status => {
                let flags = AtFlags::from_bits_retain(c as u32);
                let status = fs::statx(self.folder(a)?, path(0), flags, StatxFlags::from_bits_retain(d as u32))?;
                status_into(&mut request.buffer, &status);
                0
            }
            SystemCall::ReadFolder => self.read_folder(a, &mut request.buffer)?,
            SystemCall::ReadLink => {
                let target = fs::readlinkat(self.folder(a)?, path(0), Vec::new())?;
                fill(&mut request.buffer, target.as_bytes())
            }
            SystemCall::MakeLink => done(fs::symlinkat(path(0), self.folder(b)?, path(1)))?,
            SystemCall::Clock => {
                let clock = if a == 0 { rustix::time::ClockId::Realtime } else { rustix::time::ClockId::Monotonic };
                let time = rustix::time::clock_gettime(clock);
                fill(&mut request.buffer, &[time.tv_sec.to_le_bytes(), time.tv_nsec.to_le_bytes()].concat());
                0
            }
            SystemCall::Sleep => 0,
            SystemCall::Processes => INVALID,
        })
    }

    fn get(&mut self, descriptor: i64) -> io::Result<&mut Open> {
        self.open.get_mut(&descriptor).ok_or(Errno::BADF)
    }

    /// The folder that a path is relative to, or the file that is meant itself.
    fn folder(&self, descriptor: i64) -> io::Result<BorrowedFd<'_>> {
        match self.open.get(&descriptor) {
            Some(open) => Ok(open.file.as_fd()),
            // The library's `HERE`; as a C int it comes with any upper half.
            None if descriptor as i32 == -100 => Ok(CWD),
            None => Err(Errno::BADF),
        }
    }

    fn read_folder(&mut self, descriptor: i64, buffer: &mut [u8]) -> io::Result<i64> {
        let open = self.get(descriptor)?;
        let entries = match open.entries.take() {
            Some(entries) => entries,
            None => fs::Dir::read_from(&open.file)?
                .map(|entry| entry.map(|entry| record(&entry)))
                .collect::<io::Result<_>>()?,
        };
        let entries = open.entries.insert(entries);
        let mut filled = 0;
        while let Some(entry) = entries.front() {
            let Some(room) = buffer.get_mut(filled..filled + entry.len()) else { break };
            room.copy_from_slice(entry);
            filled += entry.len();
            entries.pop_front();
        }
        Ok(filled as i64)
    }
}

fn done(result: io::Result<()>) -> io::Result<i64> {
    result.map(|()| 0)
}

/// Copies what fits; how much there is.
fn fill(buffer: &mut [u8], bytes: &[u8]) -> i64 {
    buffer.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    bytes.len().min(buffer.len()) as i64
}

/// An entry of a folder as the kernel gives it: inode, position, length of the record, type, name.
fn record(entry: &fs::DirEntry) -> Vec<u8> {
    let name = entry.file_name().to_bytes_with_nul();
    let length = (ENTRY_HEAD + name.len()).next_multiple_of(8);
    let kind: u8 = match entry.file_type() {
        fs::FileType::Directory => 4,
        fs::FileType::RegularFile => 8,
        fs::FileType::Symlink => 10,
        _ => 0,
    };
    let mut bytes = Vec::with_capacity(length);
    bytes.extend_from_slice(&entry.ino().to_le_bytes());
    bytes.extend_from_slice(&[0; 8]);
    bytes.extend_from_slice(&(length as u16).to_le_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(name);
    bytes.resize(length, 0);
    bytes
}

/// The head of the kernel's `struct statx`.
fn status_into(buffer: &mut [u8], status: &fs::Statx) {
    let mut put = |offset: usize, bytes: &[u8]| {
        if let Some(room) = buffer.get_mut(offset..offset + bytes.len()) {
            room.copy_from_slice(bytes);
        }
    };
    put(0, &status.stx_mask.to_le_bytes());
    put(4, &status.stx_blksize.to_le_bytes());
    put(16, &status.stx_nlink.to_le_bytes());
    put(20, &status.stx_uid.to_le_bytes());
    put(24, &status.stx_gid.to_le_bytes());
    put(28, &status.stx_mode.to_le_bytes());
    put(32, &status.stx_ino.to_le_bytes());
    put(40, &status.stx_size.to_le_bytes());
    put(48, &status.stx_blocks.to_le_bytes());
    let times = [status.stx_atime, status.stx_btime, status.stx_ctime, status.stx_mtime];
    for (time, offset) in times.iter().zip([64, 80, 96, 112]) {
        put(offset, &time.tv_sec.to_le_bytes());
        put(offset + 8, &time.tv_nsec.to_le_bytes());
    }
}
