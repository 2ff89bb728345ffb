// What LLVM's C API does not offer: objects with a section for each function and datum, a code generator for -O0 without
// the passes that have nothing to do there, and one that knows that reading the context costs nothing.
//
// Called from src/llvm/emit.rs, src/llvm/diagnostics.rs, src/llvm/archive.rs
// and src/target.rs.

#include "llvm-c/Core.h"
#include "llvm-c/TargetMachine.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/RuntimeLibcallInfo.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/CodeGen/CodeGenTargetMachineImpl.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

// The context arrives in a register that the callee preserves, and LLVM takes every instruction that mentions such a register for
// one that needs it saved. Reading the context that came in, or handing it on, needs nothing saved, yet the saving of *other*
// registers then could not be moved off the path of an early return that does so. These two passes stand around the pass that
// decides where registers are saved; while it runs, reads of the register that nothing has written yet count as reads of
// anything. Where a `with` writes the register, that and all behind it stay as they are. Nothing else runs between the two.
namespace {
// x86-64 has it in r13, AArch64 in x20; elsewhere there is none, nor where it is not handed in.
MCRegister contextRegister(const MachineFunction &function) {
    if (function.getFunction().getCallingConv() != CallingConv::Swift)
        return {};
    const Triple &triple = function.getTarget().getTargetTriple();
    StringRef wanted = triple.getArch() == Triple::x86_64 ? "R13" : triple.isAArch64() ? "X20" : "";
    const TargetRegisterInfo &registers = *function.getSubtarget().getRegisterInfo();
    for (const MCPhysReg *reg = function.getRegInfo().getCalleeSavedRegs(); *reg; ++reg)
        if (wanted == registers.getName(*reg))
            return function.getRegInfo().isLiveIn(*reg) ? MCRegister(*reg) : MCRegister();
    return {};
}

// The blocks at whose beginning the register may have been written.
SmallPtrSet<const MachineBasicBlock *, 16> writtenBefore(const MachineFunction &function, MCRegister reg) {
    const TargetRegisterInfo *registers = function.getSubtarget().getRegisterInfo();
    SmallPtrSet<const MachineBasicBlock *, 16> blocks;
    SmallVector<const MachineBasicBlock *> work;
    for (const MachineBasicBlock &block : function)
        if (any_of(block, [&](const MachineInstr &instr) { return instr.modifiesRegister(reg, registers); }))
            work.push_back(&block);
    while (!work.empty())
        for (const MachineBasicBlock *next : work.pop_back_val()->successors())
            if (blocks.insert(next).second)
                work.push_back(next);
    return blocks;
}

class ReleaseContextRegister : public MachineFunctionPass {
  public:
    static char ID;
    ReleaseContextRegister() : MachineFunctionPass(ID) {}
    void getAnalysisUsage(AnalysisUsage &usage) const override {
        usage.setPreservesAll();
        MachineFunctionPass::getAnalysisUsage(usage);
    }
    bool runOnMachineFunction(MachineFunction &function) override {
        MCRegister reg = contextRegister(function);
        if (!reg)
            return false;
        const TargetRegisterInfo *registers = function.getSubtarget().getRegisterInfo();
        auto written = writtenBefore(function, reg);
        for (MachineBasicBlock &block : function) {
            if (written.contains(&block))
                continue;
            for (MachineInstr &instr : block) {
                for (MachineOperand &operand : instr.operands())
                    if (operand.isReg() && operand.readsReg() && registers->regsOverlap(operand.getReg(), reg))
                        operand.setIsUndef();
                if (instr.modifiesRegister(reg, registers))
                    break;
            }
        }
        return false;
    }
};

class PreserveContextRegister : public MachineFunctionPass {
  public:
    static char ID;
    PreserveContextRegister() : MachineFunctionPass(ID) {}
    void getAnalysisUsage(AnalysisUsage &usage) const override {
        usage.setPreservesAll();
        MachineFunctionPass::getAnalysisUsage(usage);
    }
    bool runOnMachineFunction(MachineFunction &function) override {
        MCRegister reg = contextRegister(function);
        if (!reg)
            return false;
        const TargetRegisterInfo *registers = function.getSubtarget().getRegisterInfo();
        for (MachineBasicBlock &block : function)
            for (MachineInstr &instr : block)
                for (MachineOperand &operand : instr.operands())
                    if (operand.isReg() && operand.isUse() && operand.isUndef() &&
                        registers->regsOverlap(operand.getReg(), reg))
                        operand.setIsUndef(false);
        return false;
    }
};

char ReleaseContextRegister::ID = 0;
char PreserveContextRegister::ID = 0;
RegisterPass<ReleaseContextRegister> release("hubbub-release-context", "a context that is only read need not be saved");
RegisterPass<PreserveContextRegister> preserve("hubbub-preserve-context", "the context is preserved again");
} // namespace

// At -O0 variables live in stack slots, so nobody has to follow them through registers.
static void dropIdlePasses(TargetPassConfig &config) {
    config.disablePass(&LiveDebugValuesID);
    config.disablePass(&RemoveRedundantDebugValuesID);
    config.disablePass(&StackMapLivenessID);
}

// A program in one module, of which others see the entry point only.
static bool isWholeProgram(const Module &module) {
    return count_if(module, [](const Function &function) { return !function.isDeclaration() && !function.hasLocalLinkage(); }) <= 1;
}

// Generates code for `module` and gives the file's bytes; null when the target cannot make such files.
extern "C" LLVMMemoryBufferRef hubbub_emit(LLVMTargetMachineRef machineRef, LLVMModuleRef moduleRef, int isAssembly) {
    auto *target = reinterpret_cast<TargetMachine *>(machineRef);
    // All targets that are built in stand on this class.
    auto &machine = *static_cast<CodeGenTargetMachineImpl *>(target);
    bool optimizes = machine.getOptLevel() != CodeGenOptLevel::None;
    Module &module = *unwrap(moduleRef);
    // Only what is reached is compiled at all; what the optimiser leaves unused is for the linker to find.
    // WebAssembly has no other way.
    bool isWasm = machine.getTargetTriple().isWasm();
    machine.Options.DataSections = optimizes || isWasm;
    // Of a whole program nothing is left that is not reached, and jumps within one section are shorter.
    machine.Options.FunctionSections = isWasm || (optimizes && !isWholeProgram(module));
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
    if (optimizes) {
        config->insertPass(&PostRAMachineSinkingID, &ReleaseContextRegister::ID);
        config->insertPass(&ShrinkWrapID, &PreserveContextRegister::ID);
    } else {
        dropIdlePasses(*config);
    }
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

// The `srcloc` of the inline assembly that a diagnostic is about, else 0.
extern "C" uint64_t hubbub_place_of(LLVMDiagnosticInfoRef infoRef) {
    const DiagnosticInfo &info = *reinterpret_cast<DiagnosticInfo *>(infoRef);
    if (info.getKind() == DK_InlineAsm)
        return static_cast<const DiagnosticInfoInlineAsm &>(info).getLocCookie();
    if (info.getKind() == DK_SrcMgr)
        return static_cast<const DiagnosticInfoSrcMgr &>(info).getLocCookie();
    return 0;
}

// An archive of object files with its table of symbols, the same bytes for the same members; null when a member is no object.
extern "C" LLVMMemoryBufferRef hubbub_archive(const char *const *names, const char *const *starts, const size_t *sizes,
                                              size_t count) {
    std::vector<NewArchiveMember> members;
    for (size_t index = 0; index < count; index++)
        members.emplace_back(MemoryBufferRef(StringRef(starts[index], sizes[index]), names[index]));
    auto buffer = writeArchiveToBuffer(members, SymtabWritingMode::NormalSymtab, object::Archive::K_GNU,
                                       /*Deterministic=*/true, /*Thin=*/false);
    if (!buffer) {
        consumeError(buffer.takeError());
        return nullptr;
    }
    return wrap(buffer->release());
}

// Whether the target of a machine has a processor of this name.
extern "C" int hubbub_has_processor(LLVMTargetMachineRef machineRef, const char *name) {
    return reinterpret_cast<TargetMachine *>(machineRef)->getMCSubtargetInfo()->isCPUStringValid(name);
}
