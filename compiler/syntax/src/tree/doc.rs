//! Documentation: the `///` lines above a declaration, the `//!` lines of a module.

use super::{NodeId, Tree};

impl Tree {
    /// The text of the `///` lines right above `id`, without the slashes; `None` where there are none.
    pub fn doc(&self, id: NodeId) -> Option<String> {
        let (first, _) = self.token_range(id);
        let from = if first == 0 { 0 } else { self.tokens().end(first - 1, self.text()) };
        let before = self.text().get(from as usize..self.start(id) as usize)?;
        // what stands on the line of the token before belongs to that
        let above = before.rsplit_once('\n').map_or("", |(above, _)| above).trim_end();
        let is_doc = |line: &&str| line.starts_with("///") && !line.starts_with("////");
        let mut lines: Vec<&str> = above.lines().map(str::trim).rev().take_while(is_doc).collect();
        lines.reverse();
        joined(lines.into_iter().filter_map(|line| line.strip_prefix("///")))
    }

    /// The text of the `//!` lines at the head of the file, without the slashes.
    pub fn module_doc(&self) -> Option<String> {
        let end = self.tokens().start(0) as usize;
        let head = self.text().get(..end)?;
        joined(head.lines().filter_map(|line| line.trim().strip_prefix("//!")))
    }
}

fn joined<'t>(lines: impl Iterator<Item = &'t str>) -> Option<String> {
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    if lines.is_empty() { None } else { Some(lines.join("\n")) }
}
