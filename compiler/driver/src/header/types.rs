//! How types look in C.
//!
//! A declaration in C is written around its name, so everything here takes what stands in the place of the name and gives the whole.
//! Types that need a definition get one before whatever uses them; what is only pointed to may be defined later.

use std::fmt::Write as _;

use hashbrown::{HashMap, HashSet};
use hubbub_sema::data::types::{InstanceId, ProcedureType, TypeId, TypeKind};
use hubbub_sema::session::Sema;
use hubbub_syntax::tree::view::Abi;

use super::names::identifier;

/// Something that C does not have.
pub struct Refused(pub String);

type Spelled = Result<String, Refused>;

/// The types of one header.
pub struct Types<'s> {
    sema: &'s Sema,
    names: HashMap<TypeId, String>,
    taken: HashSet<String>,
    forward: String,
    definitions: String,
    defined: HashSet<TypeId>,
    /// Pointed to, and not defined yet.
    waiting: Vec<TypeId>,
    /// Distinct types whose definitions are being written. C has no word for those that lead to themselves: there they are pointers to anything.
    open: Vec<TypeId>,
}

impl<'s> Types<'s> {
    /// None yet.
    pub fn new(sema: &'s Sema) -> Self {
        Self {
            sema,
            names: HashMap::new(),
            taken: HashSet::new(),
            forward: String::new(),
            definitions: String::new(),
            defined: HashSet::new(),
            waiting: Vec::new(),
            open: Vec::new(),
        }
    }

    /// All declarations and definitions. What is pointed to and cannot be described stays opaque.
    pub fn finish(mut self) -> String {
        while let Some(ty) = self.waiting.pop() {
            let (definitions, forward) = (self.definitions.len(), self.forward.len());
            let (defined, waiting) = (self.defined.clone(), self.waiting.len());
            if self.define(ty).is_err() {
                self.definitions.truncate(definitions);
                self.forward.truncate(forward);
                self.waiting.truncate(waiting);
                self.defined = defined;
                // Names that only it mentions have not been declared after all.
                let forward = &self.forward;
                self.names.retain(|_, name| forward.contains(&format!(" {name};\n")));
                self.defined.insert(ty);
            }
        }
        let blank = |text: &str| if text.is_empty() { "" } else { "\n" };
        format!("{}{}{}{}", self.forward, blank(&self.forward), self.definitions, blank(&self.definitions))
    }

    /// A parameter: as any declaration, but that C would pass an array by its address, so that it needs a struct around it.
    pub fn passed(&mut self, ty: TypeId, inner: String) -> Spelled {
        match *self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::Array { element, length } => {
                let name = self.wrapped_array(ty, element, length)?;
                Ok(format!("{name} {inner}"))
            }
            _ => self.declare(ty, inner),
        }
    }

    /// A procedure's result around its name and parameters.
    pub fn result(&mut self, ty: Option<TypeId>, inner: String) -> Spelled {
        match ty {
            Some(ty) => self.passed(ty, inner),
            None => Ok(format!("void {inner}")),
        }
    }

    /// A variable, a field, or what a pointer leads to.
    pub fn declare(&mut self, ty: TypeId, inner: String) -> Spelled {
        let sema = self.sema;
        let space = if inner.is_empty() { "" } else { " " };
        match *sema.kind(ty) {
            TypeKind::Array { element, length } => self.declare(element, format!("{inner}[{length}]")),
            TypeKind::Pointer(pointee) => self.pointer(pointee, inner),
            TypeKind::Maybe(payload) if sema.layout(ty).is_some_and(|layout| layout.tag_offset.is_none()) => {
                self.declare(payload, inner)
            }
            TypeKind::Procedure(ref procedure) => self.procedure(procedure, inner),
            TypeKind::Distinct(_) if self.open.contains(&ty) => Ok(format!("void *{inner}")),
            TypeKind::Distinct(_) => {
                let name = self.distinct(ty)?;
                Ok(format!("{name}{space}{inner}"))
            }
            TypeKind::CString => Ok(format!("const char *{inner}")),
            ref kind => match scalar(kind) {
                Some(name) => Ok(format!("{name}{space}{inner}")),
                None => {
                    self.define(ty)?;
                    let name = self.name(ty)?;
                    Ok(format!("{name}{space}{inner}"))
                }
            },
        }
    }

    fn pointer(&mut self, pointee: TypeId, inner: String) -> Spelled {
        let sema = self.sema;
        let star = match sema.kind(pointee) {
            TypeKind::Array { .. } => format!("(*{inner})"),
            _ => format!("*{inner}"),
        };
        match sema.kind(pointee) {
            TypeKind::Void | TypeKind::Never | TypeKind::Any | TypeKind::Type | TypeKind::Simd { .. } => {
                Ok(format!("void {star}"))
            }
            TypeKind::Struct(_) | TypeKind::Union(_) => {
                let name = self.name(pointee)?;
                self.waiting.push(pointee);
                Ok(format!("{name} {star}"))
            }
            _ => self.declare(pointee, star),
        }
    }

    fn procedure(&mut self, procedure: &ProcedureType, inner: String) -> Spelled {
        match procedure.abi {
            Abi::C => {}
            // Its address may be kept and handed back; C cannot call it.
            Abi::Hubbub => return Ok(format!("void *{inner}")),
            Abi::Closure => return Err(Refused("a closure".to_owned())),
        }
        let mut list = Vec::new();
        for parameter in &procedure.parameters {
            list.push(self.passed(*parameter, String::new())?);
        }
        if procedure.is_c_variadic {
            list.push("...".to_owned());
        }
        let list = if list.is_empty() { "void".to_owned() } else { list.join(", ") };
        self.result(procedure.results.first().copied(), format!("(*{inner})({list})"))
    }

    fn distinct(&mut self, ty: TypeId) -> Spelled {
        let name = self.name(ty)?;
        if self.defined.insert(ty) {
            self.open.push(ty);
            let definition = self.declare(self.sema.base_of(ty), name.clone());
            self.open.pop();
            let definition = definition?;
            let _ = writeln!(self.definitions, "typedef {definition};");
        }
        Ok(name)
    }

    fn wrapped_array(&mut self, ty: TypeId, element: TypeId, length: u64) -> Spelled {
        let name = self.name(ty)?;
        if self.defined.insert(ty) {
            let field = self.declare(element, format!("at[{length}]"))?;
            let _ = writeln!(self.definitions, "struct {name} {{\n    {field};\n}};");
        }
        Ok(name)
    }

    // ---- definitions ----------------------------------------------------------------------------------------------

    fn define(&mut self, ty: TypeId) -> Result<(), Refused> {
        if !self.defined.insert(ty) {
            return Ok(());
        }
        let sema = self.sema;
        let name = self.name(ty)?;
        match *sema.kind(ty) {
            TypeKind::Enum(_) => return self.enumeration(ty, &name),
            TypeKind::String => self.structure(ty, &name, &["const uint8_t *data;", "int64_t length;"]),
            TypeKind::Slice(element) => {
                let data = self.pointer(element, "data".to_owned())?;
                self.structure(ty, &name, &[&format!("{data};"), "int64_t length;"]);
            }
            TypeKind::Struct(_) => {
                let fields = self.fields(ty)?;
                let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
                self.structure(ty, &name, &fields);
            }
            TypeKind::Union(_) | TypeKind::Maybe(_) => self.union(ty, &name)?,
            _ => return Err(Refused(format!("`{}`", sema.type_name(ty)))),
        }
        Ok(())
    }

    fn fields(&mut self, ty: TypeId) -> Result<Vec<String>, Refused> {
        let Some(fields) = self.sema.fields(ty) else { return Err(Refused("a type with errors".to_owned())) };
        let mut lines = Vec::new();
        for field in fields.fields.iter().filter(|field| *self.sema.kind(field.ty) != TypeKind::Void) {
            lines.push(format!("{};", self.declare(field.ty, identifier(field.name.as_str()))?));
        }
        Ok(lines)
    }

    /// A struct with these lines, or a union where the type is `#raw`.
    fn structure(&mut self, ty: TypeId, name: &str, lines: &[&str]) {
        let attributes = self.sema.fields(ty).map(|fields| fields.attributes).unwrap_or_default();
        let word = if attributes.is_raw { "union" } else { "struct" };
        let packed = if attributes.is_packed { " __attribute__((packed))" } else { "" };
        let aligned = match attributes.align {
            0 => String::new(),
            align => format!(" __attribute__((aligned({align})))"),
        };
        let body: String = lines.iter().map(|line| format!("    {line}\n")).collect();
        let _ = writeln!(self.definitions, "{word}{packed}{aligned} {name} {{\n{body}}};");
        self.assert_size(ty, name);
    }

    /// C++ has another word for it, and no empty structs of no bytes.
    fn assert_size(&mut self, ty: TypeId, name: &str) {
        let Some(size) = self.sema.layout(ty).map(|layout| layout.size) else { return };
        let _ = writeln!(
            self.definitions,
            "#ifndef __cplusplus\n_Static_assert(sizeof({name}) == {size}, \"{name} has {size} bytes\");\n#endif\n"
        );
    }

    /// Its tag, then its payload; a raw one has no tag.
    fn union(&mut self, ty: TypeId, name: &str) -> Result<(), Refused> {
        let payloads = self.fields(ty)?;
        let Some(fields) = self.sema.fields(ty) else { return Ok(()) };
        if fields.attributes.is_raw {
            let lines: Vec<&str> = payloads.iter().map(String::as_str).collect();
            self.structure(ty, name, &lines);
            return Ok(());
        }
        let Some(layout) = self.sema.layout(ty) else { return Ok(()) };
        let tag = format!("uint{}_t tag;", layout.tag_bits);
        let mut lines = Vec::new();
        if !payloads.is_empty() {
            lines.push("union {".to_owned());
            lines.extend(payloads.iter().map(|line| format!("    {line}")));
            lines.push("};".to_owned());
        }
        let offset = layout.tag_offset.unwrap_or(0);
        match (offset, self.payload_size(ty)) {
            (0, _) => lines.insert(0, tag),
            (offset, size) if offset == size => lines.push(tag),
            _ => return Err(Refused(format!("`{}`, whose tag lies within its payload", self.sema.type_name(ty)))),
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.structure(ty, name, &lines);
        let cases = fields.fields.iter().enumerate();
        let members: Vec<(String, i128)> =
            cases.map(|(tag, case)| (format!("{name}_{}", identifier(case.name.as_str())), tag as i128)).collect();
        self.constants(&members);
        Ok(())
    }

    /// Bytes of C's union of the payloads.
    fn payload_size(&self, ty: TypeId) -> u64 {
        let Some(fields) = self.sema.fields(ty) else { return 0 };
        let layouts = || fields.fields.iter().filter_map(|case| self.sema.layout(case.ty));
        let align = layouts().map(|layout| u64::from(layout.align)).max().unwrap_or(1);
        layouts().map(|layout| layout.size).max().unwrap_or(0).next_multiple_of(align.max(1))
    }

    fn enumeration(&mut self, ty: TypeId, name: &str) -> Result<(), Refused> {
        let Some(members) = self.sema.members(ty) else { return Err(Refused("a type with errors".to_owned())) };
        let definition = self.declare(members.backing, name.to_owned())?;
        let _ = writeln!(self.definitions, "typedef {definition};");
        let members = members.members.iter();
        let members: Vec<(String, i128)> =
            members.map(|(member, value, _)| (format!("{name}_{}", identifier(member.as_str())), *value)).collect();
        self.constants(&members);
        Ok(())
    }

    /// C's enums hold an `int`; what does not fit becomes a macro.
    fn constants(&mut self, members: &[(String, i128)]) {
        let (small, large): (Vec<_>, Vec<_>) = members.iter().partition(|(_, value)| i32::try_from(*value).is_ok());
        if !small.is_empty() {
            self.definitions.push_str("enum {\n");
            for (name, value) in small {
                let value =
                    if *value == i128::from(i32::MIN) { "(-2147483647 - 1)".to_owned() } else { value.to_string() };
                let _ = writeln!(self.definitions, "    {name} = {value},");
            }
            self.definitions.push_str("};\n");
        }
        for (name, value) in large {
            let text = match *value {
                value if value == i128::from(i64::MIN) => "(-INT64_C(9223372036854775807) - 1)".to_owned(),
                value if value < 0 => format!("(-INT64_C({}))", -value),
                value => format!("UINT64_C({value})"),
            };
            let _ = writeln!(self.definitions, "#define {name} {text}");
        }
        self.definitions.push('\n');
    }

    // ---- names ----------------------------------------------------------------------------------------------------

    /// The name of a type that has a definition, declared at once.
    fn name(&mut self, ty: TypeId) -> Spelled {
        if let Some(name) = self.names.get(&ty) {
            return Ok(name.clone());
        }
        let wished = self.wished_name(ty);
        let mut name = wished.clone();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{wished}_{number}");
            number += 1;
        }
        self.names.insert(ty, name.clone());
        let is_raw = self.sema.fields(ty).is_some_and(|fields| fields.attributes.is_raw);
        let word = match self.sema.kind(ty) {
            TypeKind::Enum(_) | TypeKind::Distinct(_) => return Ok(name),
            _ if is_raw => "union",
            _ => "struct",
        };
        let _ = writeln!(self.forward, "typedef {word} {name} {name};");
        Ok(name)
    }

    /// `Point`, `Pair_i32_f64`, `Slice_Point`, `Hubbub_String`.
    fn wished_name(&self, ty: TypeId) -> String {
        let inner = |ty: TypeId| self.wished_name(ty);
        match *self.sema.kind(ty) {
            TypeKind::String => "Hubbub_String".to_owned(),
            TypeKind::Slice(element) => format!("Slice_{}", inner(element)),
            TypeKind::Maybe(payload) => format!("Maybe_{}", inner(payload)),
            TypeKind::Pointer(pointee) => format!("Pointer_{}", inner(pointee)),
            TypeKind::Array { element, length } => format!("Array_{}_{length}", inner(element)),
            TypeKind::Struct(instance) | TypeKind::Union(instance) | TypeKind::Enum(instance) => {
                self.declared(instance)
            }
            TypeKind::Distinct(instance) => self.declared(instance),
            _ => identifier(&self.sema.type_name(ty).replace(['{', '}', '(', ')', ',', ' '], "_")),
        }
    }

    fn declared(&self, instance: InstanceId) -> String {
        use hubbub_sema::data::types::Argument;
        let entry = self.sema.instance(instance);
        let mut name = identifier(self.sema.decl(entry.decl).name.as_str());
        for argument in entry.arguments.iter() {
            let text = match argument {
                Argument::Type(ty) => self.wished_name(*ty),
                Argument::Value(_) => identifier(&self.sema.instance_name(instance)),
            };
            name.push('_');
            name.push_str(&text);
        }
        name
    }
}

/// Types that C has a name for.
fn scalar(kind: &TypeKind) -> Option<&'static str> {
    Some(match kind {
        TypeKind::Int { bits: 8, signed: true } => "int8_t",
        TypeKind::Int { bits: 16, signed: true } => "int16_t",
        TypeKind::Int { bits: 32, signed: true } => "int32_t",
        TypeKind::Int { bits: 64, signed: true } => "int64_t",
        TypeKind::Int { bits: 128, signed: true } => "__int128",
        TypeKind::Int { bits: 8, .. } => "uint8_t",
        TypeKind::Int { bits: 16, .. } => "uint16_t",
        TypeKind::Int { bits: 32, .. } => "uint32_t",
        TypeKind::Int { bits: 64, .. } => "uint64_t",
        TypeKind::Int { .. } => "unsigned __int128",
        TypeKind::Float { bits: 16 } => "_Float16",
        TypeKind::Float { bits: 32 } => "float",
        TypeKind::Float { .. } => "double",
        TypeKind::Bool => "bool",
        TypeKind::Rune => "uint32_t",
        TypeKind::Void | TypeKind::Never => "void",
        _ => return None,
    })
}
