//! Targets and target machines.

use std::ffi::{CString, c_char};
use std::sync::Once;

use inkwell::OptimizationLevel;
use inkwell::targets::{CodeModel, InitializationConfig, RelocMode, Target as LlvmTarget, TargetMachine, TargetTriple};

use llvm_sys::support::LLVMParseCommandLineOptions;
use llvm_sys::target_machine::LLVMTargetMachineRef;

use crate::abi::Machine;
use crate::llvm::ffi;
use crate::options::{Error, Level, Options};

/// The target of one build: what all its units share.
#[derive(Clone, Debug)]
pub struct Target {
    pub machine: Machine,
    pub triple: String,
    pub cpu: String,
    pub features: String,
    level: Level,
    is_position_independent: bool,
}

static INITIALIZED: Once = Once::new();

/// Makes LLVM's targets known, once and before any thread uses them.
fn initialize(options: &Options) {
    INITIALIZED.call_once(|| {
        let config = InitializationConfig::default();
        LlvmTarget::initialize_x86(&config);
        LlvmTarget::initialize_aarch64(&config);
        LlvmTarget::initialize_riscv(&config);
        LlvmTarget::initialize_webassembly(&config);
        set_options(options);
    });
}

/// Argument promotion hands the values of a context's fields from procedure to procedure, where the context itself travels for
/// nothing: a register saved in every frame. Where lines are for panics alone, what lies between two places needs no line of its own.
fn set_options(options: &Options) {
    let mut arguments = vec![c"hubbubc".as_ptr(), c"-opt-disable=argpromotion".as_ptr()];
    if options.has_panic_lines() {
        arguments.push(c"-use-unknown-locations=Disable".as_ptr());
    }
    ffi!(LLVMParseCommandLineOptions(arguments.len() as i32, arguments.as_ptr(), std::ptr::null()));
}

impl Target {
    /// The target that the options ask for.
    pub fn new(options: &Options) -> Result<Self, Error> {
        initialize(options);
        let host = || TargetMachine::get_default_triple().as_str().to_string_lossy().into_owned();
        let mut triple = options.target.clone().unwrap_or_else(host);
        // LLVM names the machine alone, others its usual extensions with it
        if let Some(rest) = triple.strip_prefix("riscv64gc-") {
            triple = format!("riscv64-{rest}");
        }
        let Some(machine) = Machine::of_triple(&triple) else {
            return Err(Error::Target(format!("`{triple}` is none of x86_64, aarch64, riscv64, wasm32")));
        };
        let (cpu, features) = processor(machine, options);
        if let Some(name) = options.cpu.as_deref().filter(|name| *name != "native") {
            check_processor(machine, &triple, name)?;
        }
        let target = Self {
            machine,
            triple,
            cpu,
            features,
            level: options.level,
            is_position_independent: options.is_position_independent,
        };
        target.create_machine().map(|_| target)
    }

    /// A target machine; each thread needs its own.
    pub fn create_machine(&self) -> Result<TargetMachine, Error> {
        let triple = TargetTriple::create(&self.triple);
        let target = LlvmTarget::from_triple(&triple).map_err(|message| Error::Target(message.to_string()))?;
        let level = match self.level {
            Level::O0 => OptimizationLevel::None,
            Level::O1 => OptimizationLevel::Less,
            Level::O2 | Level::Os | Level::Oz => OptimizationLevel::Default,
            Level::O3 => OptimizationLevel::Aggressive,
        };
        let relocation = if self.is_position_independent { RelocMode::PIC } else { RelocMode::Static };
        let machine =
            target.create_target_machine(&triple, &self.cpu, &self.features, level, relocation, CodeModel::Default);
        machine.ok_or_else(|| Error::Target(format!("LLVM makes no code for `{}`", self.triple)))
    }

    /// Whether objects are ELF files, with sections for each function.
    pub fn is_elf(&self) -> bool {
        self.machine != Machine::Wasm32
    }
}

unsafe extern "C" {
    fn hubbub_has_processor(machine: LLVMTargetMachineRef, name: *const c_char) -> i32;
}

/// LLVM itself only warns of a processor that it does not know, in words of its own.
fn check_processor(machine: Machine, triple: &str, name: &str) -> Result<(), Error> {
    let (baseline, features) = baseline(machine);
    let own = TargetTriple::create(triple);
    let target = LlvmTarget::from_triple(&own).map_err(|message| Error::Target(message.to_string()))?;
    let level = OptimizationLevel::None;
    let plain = target.create_target_machine(&own, baseline, features, level, RelocMode::Static, CodeModel::Default);
    let known = CString::new(name)
        .ok()
        .zip(plain)
        .is_some_and(|(name, plain)| crate::llvm::ffi!(hubbub_has_processor(plain.as_mut_ptr(), name.as_ptr())) != 0);
    // The oldest of all makes no code of 64 bits.
    let is_too_old = machine == Machine::X86_64 && TOO_OLD.contains(&name);
    match known && !is_too_old {
        true => Ok(()),
        false => Err(Error::Target(format!("`{name}` is no processor of {triple}; the usual one is `{baseline}`"))),
    }
}

/// Processors of 32 bits that LLVM counts to x86.
const TOO_OLD: [&str; 37] = [
    "i386",
    "i486",
    "i586",
    "i686",
    "pentium",
    "pentium-mmx",
    "pentium_mmx",
    "pentiumpro",
    "pentium_pro",
    "pentium2",
    "pentium_ii",
    "pentium3",
    "pentium3m",
    "pentium_iii",
    "pentium_iii_no_xmm_regs",
    "pentium-m",
    "pentium_m",
    "pentium4",
    "pentium4m",
    "pentium_4",
    "pentium_4_sse3",
    "prescott",
    "yonah",
    "lakemont",
    "k6",
    "k6-2",
    "k6-3",
    "athlon",
    "athlon-tbird",
    "athlon-4",
    "athlon-xp",
    "athlon-mp",
    "winchip-c6",
    "winchip2",
    "c3",
    "c3-2",
    "geode",
];

/// The oldest processor of a machine, and what it is taken to have besides.
fn baseline(machine: Machine) -> (&'static str, &'static str) {
    match machine {
        Machine::X86_64 => ("x86-64", ""),
        Machine::Aarch64 => ("generic", ""),
        Machine::Riscv64 => ("generic-rv64", "+m,+a,+f,+d,+c"),
        Machine::Wasm32 => ("generic", "+tail-call"),
    }
}

/// The processor and its features.
fn processor(machine: Machine, options: &Options) -> (String, String) {
    let baseline = baseline(machine);
    let (cpu, mut features) = match options.cpu.as_deref() {
        None => (baseline.0.to_owned(), baseline.1.to_owned()),
        Some("native") => {
            (TargetMachine::get_host_cpu_name().to_string(), TargetMachine::get_host_cpu_features().to_string())
        }
        Some(name) => (name.to_owned(), baseline.1.to_owned()),
    };
    if !options.features.is_empty() {
        if !features.is_empty() {
            features.push(',');
        }
        features.push_str(&options.features);
    }
    (cpu, features)
}
