//! From a program to outputs: units in parallel, each built, verified, optimised and emitted on one thread.

use hubbub_base::{FileId, SourceMap};
use hubbub_mir::Program;
use inkwell::context::Context;
use inkwell::module::Module;
use inkwell::targets::{TargetMachine, TargetTriple};
use rayon::prelude::*;

use crate::abi::Layouts;
use crate::deal::{Deal, deal};
use crate::llvm::Types;
use crate::llvm::diagnostics::{Collector, Complaint};
use crate::llvm::emit::{Form, write};
use crate::optimise::optimise;
use crate::options::{Emit, Error, Options, Output};
use crate::target::Target;
use crate::unit::{Shared, Unit, context_layout};

/// Generates code for a whole program, on the threads of the current rayon pool.
pub fn generate(program: &Program, sources: &SourceMap, options: &Options) -> Result<Vec<Output>, Error> {
    let target = Target::new(options)?;
    let deals = deal(program, options.level);
    let shared = Shared {
        program,
        sources,
        options,
        target: &target,
        layouts: Layouts::new(program),
        context_layout: context_layout(program),
        is_single: deals.len() == 1,
    };
    deals.par_iter().enumerate().map(|(index, deal)| generate_unit(&shared, index, deal)).collect()
}

fn generate_unit<'a>(shared: &'a Shared<'a>, index: usize, deal: &Deal<'a>) -> Result<Output, Error> {
    let name = format!("unit{index}");
    let context = Context::create();
    let collector = Collector::new(context.raw());
    let machine = shared.target.create_machine()?;
    let module = context.create_module(&name);
    module.set_triple(&TargetTriple::create(&shared.target.triple));
    module.set_data_layout(&machine.get_target_data().get_data_layout());
    let types = Types::new(context.raw());
    let main_file = deal.procedures.first().map_or(FileId(0), |procedure| procedure.file);
    Unit::new(shared, types, crate::llvm::global::Module(module.as_mut_ptr()), main_file).build(deal)?;
    if shared.options.is_bare && index == 0 {
        crate::bare::join(&context, &module, shared.target.machine)?;
    }
    verify(shared, &module)?;
    if shared.options.level.is_whole_program() {
        let mut modules = shared.options.runtime_bitcode.iter();
        let joined = modules.try_for_each(|bitcode| crate::runtime::join(&types, &module, bitcode));
        joined.map_err(|error| collector.errors().pop().map_or(error, |first| Error::Runtime(first.message)))?;
    }
    optimise(&module, &machine, shared.options)?;
    if shared.options.has_panic_lines() {
        crate::llvm::global::Module(module.as_mut_ptr()).keep_lines_for_panics();
    }
    if shared.options.level.optimizes() {
        verify(shared, &module)?;
    }
    let output = emit(&module, &machine, shared.options.emit, name)?;
    match complaint(collector.errors(), &output.name) {
        None => Ok(output),
        Some(error) => Err(error),
    }
}

/// What LLVM has found wrong: with inline assembly, which is the program's, or else with what was made here.
fn complaint(errors: Vec<Complaint>, unit: &str) -> Option<Error> {
    if errors.is_empty() {
        return None;
    }
    if errors.iter().all(|error| error.place != 0) {
        let at = |error: Complaint| {
            let (file, at) = crate::function::assembly_place(error.place);
            (file, at, error.message)
        };
        return Some(Error::Assembly(errors.into_iter().map(at).collect()));
    }
    let messages: Vec<String> = errors.into_iter().map(|error| error.message).collect();
    Some(Error::Internal { entity: unit.to_owned(), message: messages.join("; ") })
}

fn verify(shared: &Shared, module: &Module) -> Result<(), Error> {
    if !shared.options.verify && !cfg!(debug_assertions) {
        return Ok(());
    }
    let name = module.get_name().to_string_lossy().into_owned();
    module.verify().map_err(|message| Error::Internal { entity: name, message: message.to_string() })
}

/// The forms of a finished module that were asked for.
fn emit(module: &Module, machine: &TargetMachine, wanted: Emit, name: String) -> Result<Output, Error> {
    let mut output = Output { name, ..Output::default() };
    if wanted.ir {
        output.ir = Some(module.print_to_string().to_string());
    }
    if wanted.bitcode {
        output.bitcode = Some(module.write_bitcode_to_memory().as_slice().to_vec());
    }
    let write = |form: Form| {
        write(module, machine, form).ok_or_else(|| {
            Error::Target(format!("`{}` has no such files", machine.get_triple().as_str().to_string_lossy()))
        })
    };
    machine.set_asm_verbosity(wanted.assembly);
    let object = wanted.object.then(|| write(Form::Object)).transpose()?;
    let assembly = wanted.assembly.then(|| write(Form::Assembly)).transpose()?;
    output.object = object;
    output.assembly = assembly.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(output)
}
