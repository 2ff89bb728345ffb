//! LLVM's optimisation pipelines.

use inkwell::module::Module;
use inkwell::passes::PassBuilderOptions;
use inkwell::targets::TargetMachine;

use crate::options::{Error, Options, Sanitizer};

/// Optimises a module in place, and instruments it where that is asked for.
pub fn optimise(module: &Module, machine: &TargetMachine, options: &Options) -> Result<(), Error> {
    let optimisation = options.level.optimizes().then_some(options.level.pipeline());
    let instrumentation = options.sanitizer.map(|sanitizer| match sanitizer {
        Sanitizer::Address => "asan",
        Sanitizer::Thread => "tsan-module,function(tsan)",
    });
    let passes: Vec<_> = optimisation.into_iter().chain(instrumentation).collect();
    if passes.is_empty() {
        return Ok(());
    }
    let settings = PassBuilderOptions::create();
    settings.set_loop_interleaving(true);
    settings.set_loop_vectorization(true);
    settings.set_loop_slp_vectorization(true);
    settings.set_loop_unrolling(true);
    // instances of generic procedures whose code came out equal; nobody sees the address of those that are folded
    settings.set_merge_functions(true);
    let result = module.run_passes(&passes.join(","), machine, settings);
    result.map_err(|message| Error::Internal { entity: "optimiser".to_owned(), message: message.to_string() })
}
