//! What a program does not need: the default context's contents where nobody reads a context, the fault handler where
//! nothing can fault, and what was reached for their sake only.
//!
//! Hello world would otherwise carry an allocator, a logger and the backtraces of panics. The pass looks at the whole
//! program and is careful: a context that is copied or read anywhere counts as used in full, and every access through a pointer, every
//! check, every circle of calls and every call through a pointer can fault. It changes no body but that of
//! `hb_program_main`. Start reading at [`slim`].

use hashbrown::{HashMap, HashSet};
use hubbub_base::Name;

use crate::data::body::{
    Body, Callee, Constant, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator,
};
use crate::data::program::{Linkage, Program, StaticData};

/// The symbols that this pass knows, as lowering names them.
#[derive(Clone, Copy, Debug)]
pub struct Symbols {
    /// The default context, a constant.
    pub default_context: Name,
    /// What the runtime calls.
    pub entry: Name,
    /// The runtime's procedure that installs the fault handler.
    pub fault_handler: Name,
    /// The runtime's procedure that sets up thread-local variables.
    pub thread_local: Name,
}

/// What the bodies that are reached do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Habits {
    reads_context: bool,
    can_fault: bool,
}

/// Leaves out what the program does not need.
pub fn slim(program: &mut Program, symbols: Symbols) {
    if !program.procedures.contains_key(&symbols.entry) {
        return;
    }
    let (mut reached, habits) = explore(program, symbols, false);
    if habits.reads_context {
        reached = explore(program, symbols, true).0;
    } else if let Some(context) = program.globals.get_mut(&symbols.default_context) {
        context.data = StaticData::default();
        // Zeros cost nothing in the file where they are not read-only.
        context.is_constant = false;
    }
    if !habits.can_fault {
        forget_call(program, symbols.entry, symbols.fault_handler);
        reached.remove(&symbols.fault_handler);
    }
    if !has_thread_local(program, &reached) {
        forget_call(program, symbols.entry, symbols.thread_local);
        reached.remove(&symbols.thread_local);
    }
    program.procedures.retain(|symbol, procedure| reached.contains(symbol) || procedure.linkage == Linkage::Exported);
    program.globals.retain(|symbol, global| reached.contains(symbol) || global.linkage == Linkage::Exported);
}

/// What is reached from the exported things, with or without what the default context refers to, and what it does.
fn explore(program: &Program, symbols: Symbols, through_default_context: bool) -> (HashSet<Name>, Habits) {
    let mut search = Search { symbols, reached: HashSet::new(), open: Vec::new(), calls: HashMap::new() };
    let mut habits = Habits::default();
    let exported =
        program.procedures.iter().filter(|(_, it)| it.linkage == Linkage::Exported).map(|(symbol, _)| *symbol);
    let variables = program.globals.iter().filter(|(_, it)| it.linkage == Linkage::Exported).map(|(symbol, _)| *symbol);
    exported.chain(variables).for_each(|symbol| search.reach(symbol));
    while let Some(symbol) = search.open.pop() {
        if let Some(global) = program.globals.get(&symbol)
            && (symbol != symbols.default_context || through_default_context)
        {
            global.data.relocations.iter().for_each(|relocation| search.reach(relocation.symbol));
        }
        if let Some(body) = program.procedures.get(&symbol).and_then(|procedure| procedure.body.as_ref()) {
            let found = search.body(symbol, body);
            habits.reads_context |= found.reads_context;
            habits.can_fault |= found.can_fault;
        }
    }
    habits.can_fault |= search.has_circle();
    (search.reached, habits)
}

struct Search {
    symbols: Symbols,
    reached: HashSet<Name>,
    open: Vec<Name>,
    /// Direct calls, by caller.
    calls: HashMap<Name, Vec<Name>>,
}

impl Search {
    fn reach(&mut self, symbol: Name) {
        if self.reached.insert(symbol) {
            self.open.push(symbol);
        }
    }

    /// Goes through a body.
    fn body(&mut self, symbol: Name, body: &Body) -> Habits {
        let symbols = self.symbols;
        let mut scan = Scan { habits: Habits::default(), contexts: contexts(body, symbols), body, symbols };
        let mut callees = Vec::new();
        for block in body.blocks.iter() {
            for (statement, _) in &block.statements {
                scan.statement(statement, &mut callees);
            }
            scan.terminator(&block.terminator, &mut callees);
        }
        scan.body.operands.iter().for_each(|operand| scan.operand(*operand));
        let habits = scan.habits;
        for constant in body.constants.iter() {
            match constant {
                Constant::Procedure { symbol, .. } | Constant::GlobalAddress { symbol, .. } => self.reach(*symbol),
                _ => {}
            }
        }
        self.reach_places(body);
        callees.iter().for_each(|callee| self.reach(*callee));
        self.calls.insert(symbol, callees);
        habits
    }

    /// Globals that stand as bases of places.
    fn reach_places(&mut self, body: &Body) {
        let mut found = Vec::new();
        each_place(body, |place| {
            if let PlaceBase::Global { symbol, .. } = place.base {
                found.push(symbol);
            }
        });
        found.into_iter().for_each(|symbol| self.reach(symbol));
    }

    /// Whether some procedure calls itself, straight or through others: procedures that call none that is left are taken away
    /// until nothing changes.
    fn has_circle(&self) -> bool {
        let mut waiting: HashMap<Name, usize> = HashMap::new();
        let mut callers: HashMap<Name, Vec<Name>> = HashMap::new();
        for (caller, callees) in &self.calls {
            waiting.insert(*caller, callees.iter().filter(|callee| self.calls.contains_key(*callee)).count());
            for callee in callees {
                callers.entry(*callee).or_default().push(*caller);
            }
        }
        let mut free: Vec<Name> = waiting.iter().filter(|(_, count)| **count == 0).map(|(symbol, _)| *symbol).collect();
        let mut taken = 0;
        while let Some(symbol) = free.pop() {
            taken += 1;
            for caller in callers.get(&symbol).into_iter().flatten() {
                if let Some(count) = waiting.get_mut(caller) {
                    *count -= 1;
                    if *count == 0 {
                        free.push(*caller);
                    }
                }
            }
        }
        taken < waiting.len()
    }
}

/// The locals that hold the address of a context which was passed or is the default one.
fn contexts(body: &Body, symbols: Symbols) -> HashSet<LocalId> {
    let mut found: HashSet<LocalId> = body.context.into_iter().collect();
    for block in body.blocks.iter() {
        for (statement, _) in &block.statements {
            found.extend(takes_default_context(body, statement, symbols));
        }
    }
    found
}

/// The local that becomes the default context's address, if that is what the statement does.
fn takes_default_context(body: &Body, statement: &Statement, symbols: Symbols) -> Option<LocalId> {
    let Statement::Assign(Place { base: PlaceBase::Local(local), path }, value) = statement else { return None };
    let is_default = match value {
        Rvalue::AddressOf(Place { base: PlaceBase::Global { symbol, .. }, path }, _) => {
            *symbol == symbols.default_context && path.length == 0
        }
        Rvalue::Use(operand) => is_default_context(body, *operand, symbols),
        _ => false,
    };
    (is_default && path.length == 0).then_some(*local)
}

fn is_default_context(body: &Body, operand: Operand, symbols: Symbols) -> bool {
    let Operand::Constant(constant) = operand else { return false };
    matches!(body.constants.get(constant), Some(Constant::GlobalAddress { symbol, .. }) if *symbol == symbols.default_context)
}

/// Looks at the uses of one body.
struct Scan<'b> {
    habits: Habits,
    contexts: HashSet<LocalId>,
    body: &'b Body,
    symbols: Symbols,
}

impl Scan<'_> {
    fn statement(&mut self, statement: &Statement, callees: &mut Vec<Name>) {
        match statement {
            _ if takes_default_context(self.body, statement, self.symbols).is_some() => {}
            Statement::Assign(target, value) => {
                self.place(*target);
                self.rvalue(value);
            }
            Statement::Call { callee, results, .. } => {
                self.callee(callee, callees);
                self.body.places(*results).iter().for_each(|place| self.place(*place));
            }
            Statement::Check { .. } => self.habits.can_fault = true,
            Statement::StorageLive(_) | Statement::StorageDead(_) => {}
        }
    }

    fn terminator(&mut self, terminator: &Terminator, callees: &mut Vec<Name>) {
        match terminator {
            Terminator::Branch { condition: operand, .. } | Terminator::Switch { value: operand, .. } => {
                self.operand(*operand);
            }
            Terminator::TailCall { callee, .. } => self.callee(callee, callees),
            Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => {}
        }
    }

    fn callee(&mut self, callee: &Callee, callees: &mut Vec<Name>) {
        match callee {
            Callee::Direct { symbol, .. } => callees.push(*symbol),
            Callee::Pointer { operand, .. } => {
                self.habits.can_fault = true;
                self.operand(*operand);
            }
            // Those that copy memory go through pointers.
            Callee::Intrinsic(_) => self.habits.can_fault = true,
        }
    }

    fn rvalue(&mut self, value: &Rvalue) {
        match value {
            Rvalue::Use(operand) | Rvalue::Unary(_, operand) | Rvalue::Cast(_, operand, _) => self.operand(*operand),
            Rvalue::Binary(_, left, right) => {
                self.operand(*left);
                self.operand(*right);
            }
            Rvalue::AddressOf(place, _) => self.place(*place),
        }
    }

    fn operand(&mut self, operand: Operand) {
        match operand {
            Operand::Copy(place) => self.place(place),
            Operand::Constant(_) => {
                self.habits.reads_context |= is_default_context(self.body, operand, self.symbols);
            }
        }
    }

    fn place(&mut self, place: Place) {
        let is_deref = |step: &Projection| matches!(step, Projection::Deref(_));
        match place.base {
            PlaceBase::Local(local) if self.contexts.contains(&local) => self.habits.reads_context = true,
            PlaceBase::Global { symbol, .. } if symbol == self.symbols.default_context => {
                self.habits.reads_context = true;
            }
            PlaceBase::Local(_) | PlaceBase::Global { .. } => {}
        }
        self.habits.can_fault |= self.body.path(place).iter().any(is_deref);
    }
}

/// All places that a body mentions.
fn each_place(body: &Body, mut visit: impl FnMut(Place)) {
    let operand = |operand: &Operand, visit: &mut dyn FnMut(Place)| {
        if let Operand::Copy(place) = operand {
            visit(*place);
        }
    };
    for block in body.blocks.iter() {
        for (statement, _) in &block.statements {
            let Statement::Assign(target, value) = statement else { continue };
            visit(*target);
            match value {
                Rvalue::Use(it) | Rvalue::Unary(_, it) | Rvalue::Cast(_, it, _) => operand(it, &mut visit),
                Rvalue::Binary(_, left, right) => [left, right].into_iter().for_each(|it| operand(it, &mut visit)),
                Rvalue::AddressOf(place, _) => visit(*place),
            }
        }
        match &block.terminator {
            Terminator::Branch { condition: it, .. } | Terminator::Switch { value: it, .. } => operand(it, &mut visit),
            _ => {}
        }
    }
    body.operands.iter().for_each(|it| operand(it, &mut visit));
    body.places.iter().for_each(|place| visit(*place));
}

/// Takes the call out of the entry.
/// Whether a variable that is reached is one for each thread, and defined here.
fn has_thread_local(program: &Program, reached: &HashSet<Name>) -> bool {
    let mut globals = program.globals.iter().filter(|(symbol, _)| reached.contains(*symbol));
    globals.any(|(_, global)| global.is_thread_local && global.linkage != Linkage::Foreign)
}

fn forget_call(program: &mut Program, entry: Name, callee: Name) {
    let body = program.procedures.get_mut(&entry).and_then(|procedure| procedure.body.as_mut());
    let Some(body) = body else { return };
    for block in body.blocks.iter_mut() {
        block.statements.retain(|(statement, _)| {
            !matches!(statement, Statement::Call { callee: Callee::Direct { symbol, .. }, .. } if *symbol == callee)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "struct Context size 8 align 8\n    allocator: proc(i64) -> ptr +0\nend\n\n\
        global hb_default_context: Context align 8 internal constant data \"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"\n    \
        relocate 0 to P.allocate +0\n\n\
        proc P.allocate: proc(i64) -> ptr internal name allocate module P file 0 !0\n    body file 0 (_1) -> (_2) context _0\n    \
        let _0: ptr !0\n    let _1: i64 !0\n    let _2: ptr !0\nbb0:\n    return !0\nend\n\n\
        proc hb_rt_install_fault_handler: cproc() foreign name f module R file 0 !0\n\n\
        proc hb_program_main: cproc() -> i32 exported name m module M file 0 !0\n    body file 0 () -> (_0)\n    \
        let _0: i32 !0\n    let _1: *Context !0\nbb0:\n    call hb_rt_install_fault_handler() !0\n    \
        _1 = addr hb_default_context +0: *Context !0\n    _0 = call M.main() context _1 !0\n    return !0\nend\n\n";

    /// Slims a program whose `main` has these lines; gives the procedures that are left.
    fn left(main: &str) -> String {
        let main = format!(
            "proc M.main: proc() -> i32 internal name main module M file 0 !0\n    body file 0 () -> (_1) context _0\n    \
             let _0: *Context !0\n    let _1: i32 !0\n    let _2: Context !0\n    let _3: *i32 !0\nbb0:\n    {main}\n    return !0\nend\n"
        );
        let mut program = crate::parse::program(&format!("{HEAD}{main}")).unwrap_or_else(|error| panic!("{error:?}"));
        let symbols = Symbols {
            default_context: Name::new("hb_default_context"),
            entry: Name::new("hb_program_main"),
            fault_handler: Name::new("hb_rt_install_fault_handler"),
            thread_local: Name::new("hb_rt_set_up_thread_local"),
        };
        slim(&mut program, symbols);
        let names: Vec<&str> = program.procedures.keys().map(|symbol| symbol.as_str()).collect();
        names.join(" ")
    }

    #[test]
    fn a_plain_program_needs_neither() {
        assert_eq!(left("_1 = 3: i32 !0"), "hb_program_main M.main");
    }

    #[test]
    fn reading_the_context_needs_its_contents() {
        assert_eq!(left("_2 = _0^Context !0"), "P.allocate hb_rt_install_fault_handler hb_program_main M.main");
        assert_eq!(left("_2 = hb_default_context !0"), "P.allocate hb_program_main M.main");
    }

    #[test]
    fn pointers_and_circles_can_fault() {
        assert_eq!(left("_1 = _3^i32 !0"), "hb_rt_install_fault_handler hb_program_main M.main");
        assert_eq!(left("_1 = call M.main() context _0 !0"), "hb_rt_install_fault_handler hb_program_main M.main");
    }
}
