//! Output files: the old one or the complete new one stands at the path, nothing between.
//!
//! A new file is written without a name in the folder of its path (`O_TMPFILE`), so that it vanishes when the build dies,
//! then gets a name beside the path and is renamed onto it. Where a file system cannot do that, it has a name from the start
//! and is removed on failure. Devices and pipes (`/dev/null`) are written as they are.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};

/// Whether the result can be started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Permission {
    /// As any file.
    Plain,
    /// As a program.
    Executable,
}

impl Permission {
    fn mode(self) -> u32 {
        match self {
            Permission::Plain => 0o666,
            Permission::Executable => 0o777,
        }
    }
}

/// Puts what `content` yields at `path`, atomically.
pub fn write(path: &Path, permission: Permission, content: &mut impl Read) -> io::Result<()> {
    // A link stays a link: what it points to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| behind_links(path));
    match fs::metadata(&path) {
        Ok(old) if old.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => {
            let mut file = OpenOptions::new().write(true).open(&path)?;
            io::copy(content, &mut file)?;
            return file.flush();
        }
        Ok(_) => refuse_read_only(&path)?,
        Err(_) => {}
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let beside = beside(folder, &path)?;
    match open(folder, OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC, Mode::from_bits_truncate(permission.mode())) {
        Ok(file) => write_unnamed(File::from(file), content, &beside, &path),
        Err(_) => write_named(permission, content, &beside, &path),
    }
}

/// Where a link leads that leads to nothing yet.
fn behind_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    // As many as the kernel follows.
    for _ in 0..40 {
        let Ok(target) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    path
}

/// Renaming would replace a file that its owner has protected from writing.
fn refuse_read_only(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path).map(drop).or_else(|error| match error.kind() {
        // A program that is running cannot be written, but it can be replaced.
        io::ErrorKind::ExecutableFileBusy => Ok(()),
        _ => Err(error),
    })
}

/// A name in the same folder that no other build uses.
fn beside(folder: &Path, path: &Path) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else { return Err(io::ErrorKind::IsADirectory.into()) };
    let mut hidden = OsString::from(".");
    // File systems allow 255 bytes; the name of the result may be as long as that.
    let shown = name.to_str().filter(|name| name.len() < 128).unwrap_or("output");
    hidden.push(format!("{shown}.{}.hubbub", std::process::id()));
    Ok(folder.join(hidden))
}

fn write_unnamed(mut file: File, content: &mut impl Read, beside: &Path, path: &Path) -> io::Result<()> {
    io::copy(content, &mut file)?;
    let source = format!("/proc/self/fd/{}", file.as_raw_fd());
    let link = || linkat(CWD, &source, CWD, beside, AtFlags::SYMLINK_FOLLOW);
    // A process of this number may have died between the two steps below and left the name.
    link().or_else(|_| fs::remove_file(beside).and_then(|()| Ok(link()?)))?;
    rename(beside, path)
}

fn write_named(permission: Permission, content: &mut impl Read, beside: &Path, path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(permission.mode()).open(beside)?;
    if let Err(error) = io::copy(content, &mut file).and_then(|_| file.flush()) {
        // The first error is the one to tell.
        let _ = fs::remove_file(beside);
        return Err(error);
    }
    drop(file);
    rename(beside, path)
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to).inspect_err(|_| {
        let _ = fs::remove_file(from);
    })
}

/// What went wrong, for people: `no space is left on the device`.
pub fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
        io::ErrorKind::StorageFull => "no space is left on the device".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        io::ErrorKind::InvalidFilename => "its name is too long".to_owned(),
        io::ErrorKind::QuotaExceeded => "the disk quota is used up".to_owned(),
        io::ErrorKind::FileTooLarge => "it would be larger than allowed".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{Permission, write};

    #[test]
    fn replaces_the_old_file_and_leaves_nothing_beside_it() {
        let folder = std::env::temp_dir().join(format!("hubbub-output-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("program");
        fs::write(&path, "old").unwrap();
        write(&path, Permission::Executable, &mut "new".as_bytes()).unwrap();
        write(&folder.join("plain"), Permission::Plain, &mut "text".as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o100, 0o100);
        assert_eq!(fs::metadata(folder.join("plain")).unwrap().permissions().mode() & 0o111, 0);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        assert!(write(&folder, Permission::Plain, &mut "".as_bytes()).is_err());
        assert!(write(&folder.join("absent/file"), Permission::Plain, &mut "".as_bytes()).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
