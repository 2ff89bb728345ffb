//! Types in C, and what goes with each: its default value, equality, its notes.

use std::fmt::Write;

use super::super::tree::{Case, Layout, Ty};
use super::Printer;

impl Printer<'_> {
    /// The type with the argument of the procedure at hand.
    pub fn replace(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Param => self.argument.clone().unwrap_or(Ty::INT),
            Ty::Array(inner, count) => Ty::Array(self.replace(inner).into(), *count),
            Ty::Slice(inner) => Ty::Slice(self.replace(inner).into()),
            Ty::Simd(inner, count) => Ty::Simd(self.replace(inner).into(), *count),
            Ty::Maybe(inner) => Ty::Maybe(self.replace(inner).into()),
            Ty::Pointer(inner) => Ty::Pointer(self.replace(inner).into()),
            other => other.clone(),
        }
    }

    /// The type's name; it is defined from then on.
    pub fn ty(&mut self, ty: &Ty) -> String {
        let ty = self.replace(ty);
        let name = type_name(self.case, &ty);
        let is_plain = matches!(ty, Ty::Int(..) | Ty::Float(_) | Ty::Bool | Ty::Rune | Ty::Str);
        if is_plain || !self.known.insert(name.clone()) {
            return name;
        }
        let definition = self.definition(&ty, &name);
        self.types.push_str(&definition);
        if !matches!(ty, Ty::Pointer(_) | Ty::Slice(_) | Ty::Closure(..) | Ty::Proc(..) | Ty::Enum(_) | Ty::Distinct(_))
        {
            self.companions(&ty, &name);
        }
        name
    }

    fn definition(&mut self, ty: &Ty, name: &str) -> String {
        match ty {
            Ty::Enum(index) => {
                let backing = self.case.enums[*index].backing.clone().unwrap_or(Ty::Int(32, true));
                format!("typedef {} {name};\n", self.ty(&backing))
            }
            Ty::Distinct(index) => {
                let base = self.case.distincts[*index].base.clone();
                format!("typedef {} {name};\n", self.ty(&base))
            }
            Ty::Struct(index) => {
                let mut fields = String::new();
                for field in &self.case.structs[*index].fields {
                    let _ = write!(fields, "{} {}; ", self.ty(&field.ty), field.name);
                }
                let layout = match self.case.structs[*index].layout {
                    Layout::Plain => String::new(),
                    Layout::Packed => "__attribute__((packed)) ".to_owned(),
                    Layout::Aligned(bytes) => format!("__attribute__((aligned({bytes}))) "),
                };
                format!("typedef struct {layout}{{ {fields}}} {name};\n")
            }
            Ty::Union(index) => {
                let mut cases = String::new();
                for (member, ty) in &self.case.unions[*index].cases {
                    if let Some(ty) = ty {
                        let _ = write!(cases, "{} {member}; ", self.ty(ty));
                    }
                }
                format!("typedef struct {{ i32 tag; union {{ {cases}}} u; }} {name};\n")
            }
            Ty::Array(element, count) | Ty::Simd(element, count) => {
                format!("typedef struct {{ {} v[{count}]; }} {name};\n", self.ty(element))
            }
            Ty::Slice(element) => format!("typedef struct {{ {} *d; i64 n; }} {name};\n", self.ty(element)),
            Ty::Maybe(inner) => format!("typedef struct {{ _Bool some; {} v; }} {name};\n", self.ty(inner)),
            Ty::Pointer(target) => format!("typedef {} *{name};\n", self.ty(target)),
            Ty::Proc(parameters, result) => {
                let list: Vec<String> = parameters.iter().map(|ty| self.ty(ty)).collect();
                let list = if list.is_empty() { "void".to_owned() } else { list.join(", ") };
                format!("typedef {} (*{name})({list});\n", self.ty(result))
            }
            Ty::Closure(parameters, result) => {
                let list: String = parameters.iter().map(|ty| format!(", {}", self.ty(ty))).collect();
                format!("typedef struct {{ {} (*f)(void *{list}); void *e; }} {name};\n", self.ty(result))
            }
            _ => String::new(),
        }
    }

    /// Default value, equality and notes of what is made of several values.
    fn companions(&mut self, ty: &Ty, name: &str) {
        let (default, equal, note) = match ty {
            Ty::Struct(index) => self.struct_companions(*index),
            Ty::Union(index) => self.union_companions(*index),
            Ty::Array(element, count) | Ty::Simd(element, count) => {
                let loop_head = format!("for (i64 i = 0; i < {count}; i++)");
                (
                    format!("{loop_head} x.v[i] = {};", self.default(element)),
                    format!("{loop_head} if (!({})) return 0;", self.equal(element, "a.v[i]", "b.v[i]")),
                    format!("{loop_head} {};", self.note(element, "x.v[i]")),
                )
            }
            Ty::Maybe(inner) => (
                String::new(),
                format!(
                    "if (a.some != b.some) return 0; if (a.some && !({})) return 0;",
                    self.equal(inner, "a.v", "b.v")
                ),
                format!("mix(x.some); if (x.some) {};", self.note(inner, "x.v")),
            ),
            _ => return,
        };
        let _ = writeln!(
            self.types,
            "static {name} default_{name}(void) {{ {name} x; memset(&x, 0, sizeof x); {default} return x; }}"
        );
        let _ = writeln!(self.types, "static _Bool eq_{name}({name} a, {name} b) {{ {equal} return 1; }}");
        let _ = writeln!(self.types, "static void note_{name}({name} x) {{ {note} }}");
    }

    fn struct_companions(&mut self, index: usize) -> (String, String, String) {
        let (mut default, mut equal, mut note) = (String::new(), String::new(), String::new());
        for field in &self.case.structs[index].fields {
            let name = &field.name;
            let value = match &field.default {
                Some(value) => self.expr(value),
                None => self.default(&field.ty),
            };
            let _ = write!(default, "x.{name} = {value}; ");
            let _ = write!(
                equal,
                "if (!({})) return 0; ",
                self.equal(&field.ty, &format!("a.{name}"), &format!("b.{name}"))
            );
            let _ = write!(note, "{}; ", self.note(&field.ty, &format!("x.{name}")));
        }
        (default, equal, note)
    }

    fn union_companions(&mut self, index: usize) -> (String, String, String) {
        let mut default = String::new();
        let (mut equal, mut note) = ("if (a.tag != b.tag) return 0; ".to_owned(), "mix((u64)x.tag); ".to_owned());
        for (tag, (member, ty)) in self.case.unions[index].cases.iter().enumerate() {
            let Some(ty) = ty else { continue };
            if tag == 0 {
                default = format!("x.u.{member} = {};", self.default(ty));
            }
            let same = self.equal(ty, &format!("a.u.{member}"), &format!("b.u.{member}"));
            let _ = write!(equal, "if (a.tag == {tag} && !({same})) return 0; ");
            let _ = write!(note, "if (x.tag == {tag}) {}; ", self.note(ty, &format!("x.u.{member}")));
        }
        (default, equal, note)
    }

    /// The default value of a type.
    pub fn default(&mut self, ty: &Ty) -> String {
        let ty = self.replace(ty);
        let name = self.ty(&ty);
        match ty {
            Ty::Str => "((Str){(const u8 *)\"\", 0})".to_owned(),
            Ty::Struct(_) | Ty::Union(_) | Ty::Array(..) | Ty::Simd(..) | Ty::Maybe(_) => format!("default_{name}()"),
            Ty::Distinct(index) => {
                let base = self.case.distincts[index].base.clone();
                self.default(&base)
            }
            _ => format!("(({name})0)"),
        }
    }

    /// Whether two values are equal.
    pub fn equal(&mut self, ty: &Ty, a: &str, b: &str) -> String {
        let ty = self.replace(ty);
        let name = self.ty(&ty);
        match ty {
            Ty::Str | Ty::Struct(_) | Ty::Union(_) | Ty::Array(..) | Ty::Simd(..) | Ty::Maybe(_) => {
                format!("eq_{name}({a}, {b})")
            }
            Ty::Distinct(index) => {
                let base = self.case.distincts[index].base.clone();
                self.equal(&base, a, b)
            }
            _ => format!("({a} == {b})"),
        }
    }

    /// Notes a value.
    pub fn note(&mut self, ty: &Ty, value: &str) -> String {
        let ty = self.replace(ty);
        let name = self.ty(&ty);
        match ty {
            Ty::Bool => format!("note_bool({value})"),
            Ty::Rune => format!("note_u32({value})"),
            Ty::Enum(_) => format!("note_i64((i64)({value}))"),
            Ty::Distinct(index) => {
                let base = self.case.distincts[index].base.clone();
                self.note(&base, value)
            }
            _ => format!("note_{name}({value})"),
        }
    }

    /// The type of what a procedure gives.
    pub fn result_ty(&mut self, results: &[Ty]) -> String {
        match results {
            [] => "void".to_owned(),
            [one] => self.ty(one),
            several => {
                let types: Vec<String> = several.iter().map(|ty| self.ty(ty)).collect();
                let name = format!("Results_{}", types.join("_"));
                if self.known.insert(name.clone()) {
                    let fields: String = types.iter().enumerate().map(|(at, ty)| format!("{ty} r{at}; ")).collect();
                    let _ = writeln!(self.types, "typedef struct {{ {fields}}} {name}_{};", self.case.seed);
                }
                format!("{name}_{}", self.case.seed)
            }
        }
    }
}

/// The name of a type without parameters. What is not declared carries the number of the case.
pub fn type_name(case: &Case, ty: &Ty) -> String {
    let list = |types: &[Ty]| types.iter().map(|ty| type_name(case, ty)).collect::<Vec<_>>().join("_");
    let seed = case.seed;
    match ty {
        Ty::Int(bits, is_signed) => format!("{}{bits}", if *is_signed { 'i' } else { 'u' }),
        Ty::Float(bits) => format!("f{bits}"),
        Ty::Bool => "_Bool".to_owned(),
        Ty::Rune => "u32".to_owned(),
        Ty::Str => "Str".to_owned(),
        Ty::Struct(index) => case.structs[*index].symbol.clone(),
        Ty::Enum(index) => case.enums[*index].name.clone(),
        Ty::Union(index) => case.unions[*index].name.clone(),
        Ty::Distinct(index) => case.distincts[*index].name.clone(),
        Ty::Array(element, count) => format!("Array{count}_{}_c{seed}", type_name(case, element)),
        Ty::Simd(element, count) => format!("Simd{count}_{}_c{seed}", type_name(case, element)),
        Ty::Slice(element) => format!("Slice_{}_c{seed}", type_name(case, element)),
        Ty::Maybe(inner) => format!("Maybe_{}_c{seed}", type_name(case, inner)),
        Ty::Pointer(target) => format!("Pointer_{}_c{seed}", type_name(case, target)),
        Ty::Closure(parameters, result) => format!("Closure_{}_{}_c{seed}", list(parameters), type_name(case, result)),
        Ty::Proc(parameters, result) => format!("Proc_{}_{}_c{seed}", list(parameters), type_name(case, result)),
        Ty::Param => "T".to_owned(),
    }
}
