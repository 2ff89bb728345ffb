// What LLVM's C API does not offer: objects with a section for each function and datum, and a code generator for -O0 without
// the passes that have nothing to do there.
//
// One function, called from src/llvm/emit.rs.

#include "llvm-c/Core.h"
#include "llvm-c/TargetMachine.h"
#include "llvm/Analysis/RuntimeLibcallInfo.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/CodeGen/CodeGenTargetMachineImpl.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCContext.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

// At -O0 variables live in stack slots, so nobody has to follow them through registers.
static void dropIdlePasses(TargetPassConfig &config) {
    config.disablePass(&LiveDebugValuesID);
    config.disablePass(&RemoveRedundantDebugValuesID);
    config.disablePass(&StackMapLivenessID);
}

// Generates code for `module` and gives the file's bytes; null when the target cannot make such files.
extern "C" LLVMMemoryBufferRef hubbub_emit(LLVMTargetMachineRef machineRef, LLVMModuleRef moduleRef, int isAssembly) {
    auto *target = reinterpret_cast<TargetMachine *>(machineRef);
    // All targets that are built in stand on this class.
    auto &machine = *static_cast<CodeGenTargetMachineImpl *>(target);
    bool optimizes = machine.getOptLevel() != CodeGenOptLevel::None;
    // Only what is reached is compiled at all; what the optimiser leaves unused is for the linker to find.
    // WebAssembly has no other way.
    machine.Options.FunctionSections = optimizes || machine.getTargetTriple().isWasm();
    machine.Options.DataSections = machine.Options.FunctionSections;
    Module &module = *unwrap(moduleRef);
    module.setDataLayout(machine.createDataLayout());

    SmallString<0> bytes;
    raw_svector_ostream stream(bytes);
    legacy::PassManager passes;
    // Which library procedures there are: without these, LLVM takes it that there is no memset, and writes a loop of bytes.
    const TargetOptions &options = machine.Options;
    passes.add(new TargetLibraryInfoWrapperPass(TargetLibraryInfoImpl(machine.getTargetTriple(), options.VecLib)));
    passes.add(new RuntimeLibraryInfoWrapper(machine.getTargetTriple(), options.ExceptionModel, options.FloatABIType,
                                             options.EABIVersion, options.MCOptions.ABIName, options.VecLib));
    auto *info = new MachineModuleInfoWrapperPass(&machine);
    TargetPassConfig *config = machine.createPassConfig(passes);
    config->setDisableVerify(true);
    if (!optimizes)
        dropIdlePasses(*config);
    passes.add(config);
    passes.add(info);
    if (config->addISelPasses())
        return nullptr;
    config->addMachinePasses();
    config->setInitialized();
    auto kind = isAssembly ? CodeGenFileType::AssemblyFile : CodeGenFileType::ObjectFile;
    if (machine.addAsmPrinter(passes, stream, nullptr, kind, info->getMMI().getContext()))
        return nullptr;
    passes.add(createFreeMachineFunctionPass());
    passes.run(module);
    return LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes.data(), bytes.size(), "");
}
