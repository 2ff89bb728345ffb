//! Files that `#embed` names: read while loading, so that later phases know no disk.

use std::path::Path;
use std::sync::Arc;

use hubbub_base::table::Id;
use hubbub_syntax::{Literal, NodeId, Tree, View};

use super::{FileSystem, search};

/// The bytes of an embedded file, or why there are none.
pub type Embedded = Result<Arc<[u8]>, String>;

/// The files that the `#embed`s of a tree name, by node. Paths start at the file's folder and do not leave it.
pub(super) fn read(files: &dyn FileSystem, tree: &Tree, folder: &Path) -> Vec<(NodeId, Embedded)> {
    if !tree.text().contains("#embed") {
        return Vec::new();
    }
    let nodes = (0..tree.node_count()).map(NodeId::from_index);
    let embeds = nodes.filter_map(|node| match tree.view(node) {
        View::Embed { path } => match tree.literal(path) {
            Literal::String(bytes) => Some((node, String::from_utf8_lossy(&bytes).into_owned())),
            _ => None,
        },
        _ => None,
    });
    embeds.map(|(node, path)| (node, read_one(files, folder, &path))).collect()
}

fn read_one(files: &dyn FileSystem, folder: &Path, name: &str) -> Embedded {
    if let Some(problem) = search::malformed(name) {
        return Err(format!("it has {problem}"));
    }
    let Some(path) = files.canonical(&folder.join(name)) else { return Err("no such file".to_owned()) };
    if !files.canonical(folder).is_some_and(|folder| path.starts_with(folder)) {
        return Err("it is a link that leaves its folder".to_owned());
    }
    files.read(&path).map(Arc::from)
}
