//! `hubbubc lsp`: serves an editor, on standard input and output.

use hubbub_lsp::Options;

use crate::cli::Lsp;

/// Serves; its threads have stacks of so many bytes. It makes its own pool, for the thread that answers must never wait for work.
pub fn serve(lsp: &Lsp, stack_bytes: usize) -> u8 {
    hubbub_lsp::run(Options {
        threads: lsp.common.threads,
        stack_bytes,
        module_folders: lsp.module_folders.clone(),
        defines: lsp.defines.clone(),
    })
}
