//! Files that live in memory and vanish with the process, however it ends.
//!
//! Objects go to the linker this way, and the linker's output comes back: a killed build leaves nothing behind, and builds
//! that run at one time cannot disturb each other.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;

use rustix::fs::{MemfdFlags, memfd_create};

/// A file in memory that child processes can open by [`Scratch::path`].
#[derive(Debug)]
pub struct Scratch {
    file: File,
}

impl Scratch {
    /// An empty file; `name` shows in `/proc` only.
    pub fn new(name: &str) -> io::Result<Self> {
        Ok(Self { file: File::from(memfd_create(name, MemfdFlags::CLOEXEC)?) })
    }

    /// A file with these bytes.
    pub fn with_bytes(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let mut scratch = Self::new(name)?;
        scratch.file.write_all(bytes)?;
        Ok(scratch)
    }

    /// Where other processes of this user find it while this one lives.
    pub fn path(&self) -> OsString {
        format!("/proc/{}/fd/{}", std::process::id(), self.file.as_raw_fd()).into()
    }

    /// A second handle, as standard output of a child process.
    pub fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// All that has been written, to be read from the beginning.
    pub fn into_file(mut self) -> io::Result<File> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(self.file)
    }
}
