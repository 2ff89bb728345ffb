//! Paths as URIs and URIs as paths.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};

/// What stands in the path of a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path of a document. One that is no file has a path that no file has.
pub fn path_of(uri: &Uri) -> PathBuf {
    match file_path(uri.as_str()) {
        Some(path) => canonical(&path),
        None => Path::new("/").join(format!("{}.hb", percent_encode(uri.as_str().as_bytes(), NON_ALPHANUMERIC))),
    }
}

/// The URI of a file.
pub fn uri_of(path: &Path) -> Option<Uri> {
    Uri::from_str(&format!("file://{}", percent_encode(path.as_os_str().as_bytes(), PLAIN))).ok()
}

/// The path with all links followed, as far as it is there.
pub fn canonical(path: &Path) -> PathBuf {
    if let Ok(found) = std::fs::canonicalize(path) {
        return found;
    }
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => canonical(folder).join(name),
        _ => path.to_owned(),
    }
}

fn file_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let bytes: Vec<u8> = percent_decode_str(path).collect();
    (path.starts_with('/') && !bytes.contains(&0)).then(|| PathBuf::from(OsStr::from_bytes(&bytes)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::str::FromStr;

    use super::{path_of, uri_of};
    use lsp_types::Uri;

    #[test]
    fn paths_go_to_uris_and_back() {
        let path = Path::new("/none such/ä b/%41#?.hb");
        let uri = uri_of(path).unwrap();
        assert_eq!(uri.as_str(), "file:///none%20such/%C3%A4%20b/%2541%23%3F.hb");
        assert_eq!(path_of(&uri), path);
    }

    #[test]
    fn what_is_no_file_has_a_path_of_its_own() {
        let uri = Uri::from_str("untitled:Untitled-1").unwrap();
        assert_eq!(path_of(&uri), Path::new("/untitled%3AUntitled%2D1.hb"));
    }
}
