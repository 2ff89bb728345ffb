//! The calls that an expanded format consists of.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use hubbub_syntax::tree::view::Abi;

use super::FormatCall;
use super::parse::{Piece, Spec};
use crate::check::Checker;
use crate::check::call::arguments::Argument;
use crate::check::call::overload::Site;
use crate::check::conversion::is_silent;
use crate::constants::bytes::Image;
use crate::data::typed::{Conversion, ExprId, ExprKind, LocalId, Operator};
use crate::data::types::{DeclId, InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};

/// A checked argument behind the format.
#[derive(Clone, Copy)]
struct Item {
    node: NodeId,
    value: ExprId,
}

impl Checker<'_> {
    /// A format without placeholders: one call with the text.
    pub(super) fn expand_text(&mut self, call: &FormatCall<'_>, pieces: &[Piece]) -> ExprId {
        let leading = self.leading_values(call, call.companions.text, 0);
        let bytes: Vec<u8> = pieces
            .iter()
            .flat_map(|piece| if let Piece::Text(text) = piece { text.as_slice() } else { &[] })
            .copied()
            .collect();
        let text = self.text_constant(bytes, call.format);
        let arguments: Vec<ExprId> = leading.into_iter().chain([text]).collect();
        self.known_call(call.companions.text, &arguments, call.node)
    }

    /// A text that is no constant, as it is.
    pub(super) fn write_unknown(&mut self, call: &FormatCall<'_>, text: ExprId) -> ExprId {
        let mut arguments = self.leading_values(call, call.companions.text, 0);
        arguments.push(text);
        self.known_call(call.companions.text, &arguments, call.node)
    }

    fn text_constant(&mut self, bytes: Vec<u8>, node: NodeId) -> ExprId {
        let at = self.at(node);
        let ty = self.sema.types.string;
        self.constant(TypedValue { ty, value: Value::String(bytes.into()) }, at)
    }

    /// The arguments before the format, converted to the parameters of a companion from `first` on.
    fn leading_values(&mut self, call: &FormatCall<'_>, companion: InstanceId, first: usize) -> Vec<ExprId> {
        let types: Vec<Option<TypeId>> = match self.sema.signature(companion) {
            Some(signature) => signature.parameters.iter().skip(first).map(|parameter| Some(parameter.ty)).collect(),
            None => Vec::new(),
        };
        let typed = call.leading.iter().enumerate();
        let mut values = Vec::with_capacity(call.leading.len());
        for (index, node) in typed {
            values.push(match types.get(index).copied().flatten() {
                Some(ty)
                    if index == 0
                        && let Some(receiver) = call.receiver =>
                {
                    self.finish_receiver(receiver, ty, *node)
                }
                Some(ty) => self.check_to(*node, ty),
                None => self.check_value(*node),
            });
        }
        values
    }

    /// A call of a procedure with these arguments for its first parameters; the others get their defaults.
    fn known_call(&mut self, procedure: InstanceId, arguments: &[ExprId], node: NodeId) -> ExprId {
        let sema = self.sema;
        let Some(signature) = sema.signature(procedure) else { return self.fail_silently(node) };
        let mark = self.list_begin();
        for (index, argument) in arguments.iter().enumerate() {
            self.list_add(index as u32);
            self.list_add(argument.0);
        }
        for index in arguments.len()..signature.parameters.len() {
            self.add_default(node, procedure, signature, index as u32);
        }
        let pairs = self.list_end(mark);
        self.finish_call(node, procedure, signature, pairs)
    }

    pub(crate) fn prelude_call(&mut self, name: &str, arguments: &[ExprId], node: NodeId) -> ExprId {
        match self.sema.prelude_procedure(name) {
            Some(procedure) => self.known_call(procedure, arguments, node),
            None => self.fail_silently(node),
        }
    }

    /// A format with placeholders: a block that begins, writes piece after piece, and ends.
    pub(super) fn expand_items(&mut self, call: &FormatCall<'_>, pieces: &[Piece]) -> ExprId {
        let at = self.at(call.node);
        let mut statements = Vec::new();
        let leading = self.leading_values(call, call.companions.begin, 1);
        let leading: Vec<ExprId> = leading.into_iter().map(|value| self.kept_value(value, &mut statements)).collect();
        let checked: Vec<Item> =
            call.items.iter().map(|node| Item { node: *node, value: self.check_value(*node) }).collect();
        if checked.iter().any(|item| *self.kind_of(item.value) == TypeKind::Error) {
            return self.fail_silently(call.node);
        }
        let is_simple = checked.iter().all(|item| self.is_simple(item.value));
        let items: Vec<Item> = if is_simple {
            checked
        } else {
            checked
                .into_iter()
                .map(|item| Item { value: self.kept_value(item.value, &mut statements), ..item })
                .collect()
        };
        let Some(out) = self.begin_writer(call, leading, &mut statements) else { return self.fail_silently(call.node) };
        let mut writes = Vec::with_capacity(pieces.len());
        for piece in pieces {
            self.write_piece(call, piece, &items, out, &mut writes);
        }
        let writer = self.local(out, at);
        let end = self.known_call(call.companions.end, &[writer], call.node);
        self.finish_block(call, statements, writes, out, end)
    }

    fn finish_block(
        &mut self,
        call: &FormatCall<'_>,
        mut statements: Vec<ExprId>,
        mut writes: Vec<ExprId>,
        out: LocalId,
        end: ExprId,
    ) -> ExprId {
        let at = self.at(call.node);
        let scope = self.new_scope_id();
        let result = self.ty(end);
        let gives = !matches!(self.kind(result), TypeKind::Void | TypeKind::Never);
        writes.push(if gives {
            self.push(ExprKind::Give { scope, value: end }, self.sema.types.never, at)
        } else {
            end
        });
        if call.leading.is_empty() {
            statements.append(&mut writes);
        } else {
            statements.push(self.unless_null(out, writes, at));
        }
        let statements = self.list_of(&statements);
        self.push(ExprKind::Block { scope, statements }, result, at)
    }

    /// `if out != null … end`.
    fn unless_null(&mut self, out: LocalId, writes: Vec<ExprId>, at: u32) -> ExprId {
        let types = &self.sema.types;
        let (bool, void) = (types.bool, types.void);
        let left = self.local(out, at);
        let ty = self.ty(left);
        let right = self.constant(TypedValue { ty, value: Value::Null }, at);
        let condition = self.push(ExprKind::Binary { operator: Operator::NotEqual, left, right }, bool, at);
        let inner = self.new_scope_id();
        let writes = self.list_of(&writes);
        let then = self.push(ExprKind::Block { scope: inner, statements: writes }, void, at);
        let scope = self.new_scope_id();
        self.push(ExprKind::If { scope, condition, then, otherwise: None }, void, at)
    }

    /// `storage: Format_Storage = uninit`, `out := P_begin(&storage, …)`.
    fn begin_writer(
        &mut self,
        call: &FormatCall<'_>,
        leading: Vec<ExprId>,
        statements: &mut Vec<ExprId>,
    ) -> Option<LocalId> {
        let at = self.at(call.node);
        let storage_type = self.sema.prelude_type("Format_Storage")?;
        let storage = self.new_local(None, storage_type, at);
        let uninit = self.push(ExprKind::Uninit, storage_type, at);
        statements.push(self.let_one(storage, uninit));
        let place = self.local(storage, at);
        let pointer = self.address_of(place, call.node);
        let arguments: Vec<ExprId> = [pointer].into_iter().chain(leading).collect();
        let begin = self.known_call(call.companions.begin, &arguments, call.node);
        let out = self.new_local(None, self.ty(begin), at);
        statements.push(self.let_one(out, begin));
        Some(out)
    }

    fn let_one(&mut self, local: LocalId, value: ExprId) -> ExprId {
        let at = self.expr(value).at;
        let locals = self.list_of(&[ExprId(local.0)]);
        let values = self.list_of(&[value]);
        self.push(ExprKind::Let { locals, values }, self.sema.types.void, at)
    }

    /// Whether nothing that another argument does can change what this one gives.
    fn is_simple(&self, expr: ExprId) -> bool {
        let mut expr = expr;
        loop {
            expr = match self.expr(expr).kind {
                ExprKind::Local(_) | ExprKind::Constant(_) | ExprKind::Context => return true,
                ExprKind::Field { base, .. } => base,
                _ => return false,
            };
        }
    }

    /// A value in a variable of its own, unless it is a constant.
    fn kept_value(&mut self, value: ExprId, statements: &mut Vec<ExprId>) -> ExprId {
        if matches!(self.expr(value).kind, ExprKind::Constant(_)) {
            return value;
        }
        let at = self.expr(value).at;
        let local = self.new_local(None, self.ty(value), at);
        statements.push(self.let_one(local, value));
        self.local(local, at)
    }

    // ---- pieces ---------------------------------------------------------------------------------------------------

    fn write_piece(
        &mut self,
        call: &FormatCall<'_>,
        piece: &Piece,
        items: &[Item],
        out: LocalId,
        writes: &mut Vec<ExprId>,
    ) {
        let at = self.at(call.node);
        match piece {
            Piece::Text(text) => {
                let writer = self.local(out, at);
                let text = self.text_constant(text.clone(), call.format);
                writes.push(self.prelude_call("write", &[writer, text], call.node));
            }
            Piece::Placeholder(placeholder) => {
                let Some(item) = items.get(placeholder.index).copied() else { return };
                self.write_item(item, &placeholder.spec, out, writes);
            }
        }
    }

    fn write_item(&mut self, item: Item, spec: &Spec, out: LocalId, writes: &mut Vec<ExprId>) {
        let at = self.at(item.node);
        let ty = self.ty(item.value);
        if is_silent(self.kind(ty)) || self.sema.facts(ty).is_dependent {
            return;
        }
        if let Some(problem) = self.misfit(spec, ty) {
            let message = format!("{problem}, found {}", self.described(ty));
            self.mistake(Kind::InvalidFormat, item.node, message);
            return;
        }
        let writer = self.local(out, at);
        if self.has_address(ty) {
            self.write_address(item, spec, writer, writes);
            return;
        }
        if spec.is_plain()
            && let Some(value) = self.plainly_put(item.value)
        {
            let candidates = self.prelude_set("put");
            let site = Site { node: item.node, name_node: item.node, explicit: None };
            let arguments = [Argument::plain(writer, item.node), Argument::plain(value, item.node)];
            if let Some(write) = self.call_if_fitting(&site, &candidates, &arguments) {
                writes.push(write);
                return;
            }
        }
        self.write_by_format(item, spec, writer, writes);
    }

    /// What of a specification means nothing for a type. What has parts hands the specification on to them.
    fn misfit(&mut self, spec: &Spec, ty: TypeId) -> Option<&'static str> {
        use super::parse::Kind as Way;
        let is_own = self.sema.home_module(ty) != self.sema.prelude();
        if spec.is_plain() || is_own && self.has_own_format(ty) {
            return None;
        }
        let base = self.sema.base_of(ty);
        let (is_integer, is_float, is_text, is_address) = match self.kind(base) {
            TypeKind::Int { .. } => (true, false, false, false),
            TypeKind::Float { .. } => (false, true, false, false),
            TypeKind::String | TypeKind::CString => (false, false, true, false),
            TypeKind::Pointer(_) | TypeKind::Procedure(_) => (false, false, false, true),
            TypeKind::Bool | TypeKind::Rune | TypeKind::Enum(_) | TypeKind::Type => (false, false, false, false),
            _ => return None,
        };
        let is_number = is_integer || is_float;
        match spec.kind {
            Way::Hex | Way::HexUpper | Way::Binary | Way::Octal if !is_integer && !is_address => {
                Some("`x`, `X`, `b` and `o` show integers and pointers")
            }
            Way::Exponent | Way::ExponentUpper if !is_float => Some("`e` and `E` show floats"),
            _ if spec.precision.is_some() && !is_float && !is_text => Some("a precision is for floats and strings"),
            _ if spec.plus && !is_number => Some("`+` is for numbers"),
            _ if spec.zero && !is_number && !is_address => Some("zeros are filled in before numbers"),
            _ => None,
        }
    }

    /// Pointers and procedures; closures are more than an address.
    fn has_address(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Pointer(_) => true,
            TypeKind::Procedure(procedure) => procedure.abi != Abi::Closure,
            _ => false,
        }
    }

    /// Pointers and procedures: their address.
    fn write_address(&mut self, item: Item, spec: &Spec, writer: ExprId, writes: &mut Vec<ExprId>) {
        let at = self.at(item.node);
        let uint = self.sema.types.uint;
        let kind = Conversion::PointerToInt;
        let address = self.push(ExprKind::Convert { kind, value: item.value }, uint, at);
        if spec.is_plain() {
            writes.push(self.prelude_call("put_address", &[writer, address], item.node));
        } else {
            let spec = self.spec_constant(spec, item.node);
            writes.push(self.prelude_call("format_address", &[writer, address, spec], item.node));
        }
    }

    /// A value that `put` takes: of a type of its table, smaller integers widened.
    fn plainly_put(&mut self, value: ExprId) -> Option<ExprId> {
        let types = &self.sema.types;
        let wider = match *self.kind_of(value) {
            TypeKind::Int { bits: 8..=32, signed: true } => Some(types.int),
            TypeKind::Int { bits: 8..=32, signed: false } => Some(types.uint),
            TypeKind::Int { .. }
            | TypeKind::Float { .. }
            | TypeKind::Bool
            | TypeKind::Rune
            | TypeKind::String
            | TypeKind::CString => None,
            _ => return None,
        };
        let at = self.expr(value).at;
        Some(match wider {
            Some(ty) => self.push(ExprKind::Convert { kind: Conversion::Int, value }, ty, at),
            None => value,
        })
    }

    fn prelude_set(&self, name: &str) -> Vec<DeclId> {
        self.sema.public_procedures(self.sema.prelude(), Name::new(name)).collect()
    }

    /// The set `format`: the home modules of the type besides the Prelude.
    fn write_by_format(&mut self, item: Item, spec: &Spec, writer: ExprId, writes: &mut Vec<ExprId>) {
        let at = self.at(item.node);
        let item = self.without_distinct(item);
        let ty = self.ty(item.value);
        let local = self.new_local(None, ty, at);
        let place = self.local(local, at);
        writes.push(self.let_one(local, item.value));
        let pointer = self.address_of(place, item.node);
        let spec = self.spec_constant(spec, item.node);
        let candidates = self.format_candidates(ty);
        let site = Site { node: item.node, name_node: item.node, explicit: None };
        let arguments = [writer, pointer, spec].map(|value| Argument::plain(value, item.node));
        match self.call_if_fitting(&site, &candidates, &arguments) {
            Some(write) => writes.push(write),
            None => {
                if *self.kind(ty) == TypeKind::Void {
                    let message = "this has no value, so there is nothing to print";
                    self.mistake(Kind::InvalidFormat, item.node, message);
                    return;
                }
                let message = format!("{} cannot be printed", self.described(ty));
                let diagnostic = Diagnostic::new(Kind::InvalidFormat, self.span(item.node), message);
                if matches!(self.kind(ty), TypeKind::Results(_)) {
                    self.report(diagnostic.help("give them names before: `a, b := …`"));
                    return;
                }
                let help = format!(
                    "give its home module `format :: (out: Pointer{{Writer}}, x: Pointer{{{}}}, spec: Format_Spec)`",
                    self.type_name(ty)
                );
                self.report(diagnostic.help(help));
            }
        }
    }

    /// Distinct types without a `format` of their own are shown as their base.
    fn without_distinct(&mut self, item: Item) -> Item {
        let ty = self.ty(item.value);
        let base = self.sema.base_of(ty);
        // what has a name in front of its parts shows its own
        let is_named = matches!(self.kind(base), TypeKind::Struct(_) | TypeKind::Union(_));
        if base == ty || self.has_own_format(ty) || is_named && !self.has_own_format(base) {
            return item;
        }
        let at = self.at(item.node);
        let value = self.push(ExprKind::Convert { kind: Conversion::Same, value: item.value }, base, at);
        Item { value, ..item }
    }

    fn has_own_format(&mut self, ty: TypeId) -> bool {
        let home = self.sema.home_module(ty);
        let pointer = self.sema.pointer_to(ty);
        let own: Vec<DeclId> = self.sema.public_procedures(home, Name::new("format")).collect();
        own.into_iter().any(|decl| {
            let signature = self.sema.signature(self.sema.identity_instance(decl));
            let second = signature.and_then(|signature| signature.parameters.get(1));
            second.is_some_and(|parameter| parameter.ty == pointer)
        })
    }

    fn format_candidates(&mut self, ty: TypeId) -> Vec<DeclId> {
        let name = Name::new("format");
        let mut all: Vec<DeclId> = self.sema.public_procedures(self.sema.home_module(ty), name).collect();
        for decl in self.sema.public_procedures(self.sema.prelude(), name) {
            if !all.contains(&decl) {
                all.push(decl);
            }
        }
        all.retain(|decl| !self.procedure_facts(*decl).is_format);
        all
    }

    // ---- specifications -------------------------------------------------------------------------------------------

    /// A `Format_Spec` as a constant.
    fn spec_constant(&mut self, spec: &Spec, node: NodeId) -> ExprId {
        let at = self.at(node);
        let Some(ty) = self.sema.prelude_type("Format_Spec") else { return self.fail_silently(node) };
        let (Some(fields), Some(layout)) = (self.sema.fields(ty), self.sema.layout(ty)) else {
            return self.fail_silently(node);
        };
        let mut image = Image::new(self.sema);
        for (field, offset) in fields.fields.iter().zip(&layout.offsets) {
            let number = match field.name.as_str() {
                "fill" => i64::from(u32::from(spec.fill)),
                "width" => i64::from(spec.width),
                "precision" => i64::from(spec.precision.unwrap_or(-1)),
                "kind" => spec.kind as i64,
                "align" => spec.align as i64,
                "plus" => i64::from(spec.plus),
                "alternate" => i64::from(spec.alternate),
                "zero" => i64::from(spec.zero),
                _ => 0,
            };
            let size = self.sema.layout(field.ty).map_or(0, |layout| layout.size as usize);
            if image.put_number(*offset, number as u64, size).is_none() {
                return self.fail_silently(node);
            }
        }
        let value = image.finish();
        self.constant(TypedValue { ty, value }, at)
    }
}
