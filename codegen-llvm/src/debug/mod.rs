//! Debug information: lines always, types and variables at -O0.
//!
//! Optimised code has line tables only; its variables would mostly be `<optimized out>`. [`types`] describes types.

mod types;

use hubbub_base::{FileId, Name};
use hubbub_mir::{Global, LocalId, Procedure, Ty};

use crate::function::FunctionBuilder;
use crate::llvm::debug::{DebugBuilder, Described, Detail};
use crate::llvm::global::Module;
use crate::llvm::{Metadata, Types, Value};
use crate::options::Level;
use crate::unit::{Map, Shared, Unit, map};

/// The debug information of one module.
pub struct DebugInfo<'a> {
    shared: &'a Shared<'a>,
    builder: DebugBuilder,
    detail: Detail,
    compile_unit: Metadata,
    main_file: Metadata,
    files: Map<FileId, Metadata>,
    types: Map<Ty, Metadata>,
    /// Aggregates whose members are still to be described, with their placeholders.
    pending: Vec<(Ty, Metadata)>,
    /// The last place made: statements of one line follow each other.
    last: Option<(Metadata, u32, u32, Metadata)>,
}

impl<'a> DebugInfo<'a> {
    pub fn new(shared: &'a Shared<'a>, types: Types, module: Module, main_file: FileId) -> Self {
        let builder = DebugBuilder::new(&types, module);
        let is_optimized = shared.options.level.optimizes();
        let detail = if is_optimized { Detail::Lines } else { Detail::Full };
        let path = shared.sources.files.get(main_file).map_or("", |file| file.path.as_str());
        let file = builder.file(&shared.remapped(path));
        let compile_unit = builder.compile_unit(file, detail, is_optimized);
        let mut files = map();
        files.insert(main_file, file);
        Self {
            shared,
            builder,
            detail,
            compile_unit,
            main_file: file,
            files,
            types: map(),
            pending: Vec::new(),
            last: None,
        }
    }

    /// Describes what is pending and closes the unit.
    pub fn finish(&mut self) {
        self.describe_pending();
        self.builder.finish();
    }

    fn file(&mut self, file: FileId) -> Metadata {
        let path = self.shared.sources.files.get(file).map_or("", |file| file.path.as_str());
        let (shared, builder) = (self.shared, &self.builder);
        *self.files.entry(file).or_insert_with(|| builder.file(&shared.remapped(path)))
    }

    fn line_column(&self, file: FileId, at: u32) -> (u32, u32) {
        self.shared.sources.files.get(file).map_or((0, 0), |source| source.line_column(at))
    }

    fn subprogram(&mut self, procedure: &Procedure, is_local: bool) -> Metadata {
        let file = self.file(procedure.file);
        let (line, _) = self.line_column(procedure.file, procedure.at);
        let ty = match self.detail {
            Detail::Lines => self.builder.subroutine_type(file, &[]),
            Detail::Full => self.subroutine_type(file, &procedure.signature),
        };
        // All instances of a generic procedure are found by its name.
        let name = procedure.name.as_str();
        let name = name.split_once('{').map_or(name, |(name, _)| name);
        let name = if name.is_empty() { procedure.name.as_str() } else { name };
        let described = Described { name, file, line, ty };
        let is_optimized = self.shared.options.level.optimizes();
        // Debuggers would show the symbol instead of the name, if they knew it. Where there are only lines, LLVM would put it into the table of
        // names, but not into the entry that the table leads to.
        let symbol = if is_local || self.detail == Detail::Lines { "" } else { procedure.symbol.as_str() };
        self.builder.subprogram(&described, symbol, is_local, is_optimized)
    }

    /// Describes a global variable that has a name in the source.
    pub fn describe_global(&mut self, global: &Global, name: Name, value: Value, is_local: bool) {
        if self.detail == Detail::Lines {
            return;
        }
        let ty = self.ty(global.ty);
        let scope = self.compile_unit;
        let described = Described { name: name.as_str(), file: self.main_file, line: 0, ty };
        let symbol = if is_local { "" } else { global.symbol.as_str() };
        value.set_global_description(self.builder.global_variable(scope, &described, symbol, is_local));
    }
}

impl Unit<'_> {
    /// Describes a procedure; the scope of its locations, when there is debug information.
    pub fn begin_debug_scope(&mut self, procedure: &Procedure, function: Value) -> Option<Metadata> {
        let is_local = procedure.linkage == hubbub_mir::Linkage::Internal;
        let debug = self.debug.as_mut()?;
        let subprogram = debug.subprogram(procedure, is_local);
        function.set_subprogram(subprogram);
        Some(subprogram)
    }

    /// The place of a byte offset.
    pub fn debug_location(&mut self, scope: Metadata, file: FileId, at: u32) -> Option<Metadata> {
        let types = self.types;
        let debug = self.debug.as_mut()?;
        let (line, column) = debug.line_column(file, at);
        if let Some((last_scope, last_line, last_column, location)) = debug.last
            && (last_scope, last_line, last_column) == (scope, line, column)
        {
            return Some(location);
        }
        let location = types.debug_location(scope, line, column);
        debug.last = Some((scope, line, column, location));
        Some(location)
    }

    /// Whether locals with names must stay in memory for debuggers.
    pub fn keeps_named_locals(&self) -> bool {
        self.debug.is_some() && self.shared.options.level == Level::O0
    }
}

impl FunctionBuilder<'_, '_> {
    /// Tells debuggers where a named local lives.
    pub fn declare_local(&mut self, local: LocalId, storage: Value, is_indirect: bool) {
        let data = &self.body.locals[local];
        let (Some(scope), Some(name)) = (self.scope, data.name) else { return };
        if !self.unit.keeps_named_locals() {
            return;
        }
        let types = self.unit.types;
        let parameter = self.body.parameters.iter().position(|parameter| *parameter == local);
        let block = self.unit.entry.block();
        let Some(debug) = self.unit.debug.as_mut() else { return };
        let (line, column) = debug.line_column(self.body.file, data.at);
        let file = debug.file(self.body.file);
        let is_context = self.body.context == Some(local);
        let ty = if is_context { debug.context(data.ty) } else { debug.ty(data.ty) };
        let described = Described { name: name.as_str(), file, line, ty };
        let number = parameter.map(|index| index as u32 + 1);
        let variable = debug.builder.variable(scope, &described, number);
        let location = types.debug_location(scope, line, column);
        debug.builder.declare(storage, is_indirect, variable, location, block);
    }
}
