//! LLVM's optimisation pipelines.

use inkwell::module::Module;
use inkwell::passes::PassBuilderOptions;
use inkwell::targets::TargetMachine;

use crate::options::{Error, Level};

/// Optimises a module in place.
pub fn optimise(module: &Module, machine: &TargetMachine, level: Level) -> Result<(), Error> {
    if !level.optimizes() {
        return Ok(());
    }
    let options = PassBuilderOptions::create();
    options.set_loop_interleaving(true);
    options.set_loop_vectorization(true);
    options.set_loop_slp_vectorization(true);
    options.set_loop_unrolling(true);
    let result = module.run_passes(level.pipeline(), machine, options);
    result.map_err(|message| Error::Internal { entity: "optimiser".to_owned(), message: message.to_string() })
}
