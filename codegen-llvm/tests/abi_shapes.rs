//! Generated shapes of structs, unions, arguments and results through both conventions, against clang.
//!
//! For each shape a chain is built: C calls a C procedure in MIR, that calls a Hubbub procedure, that calls a C function, which
//! compares what arrives with what was sent and returns a value that travels all the way back and is compared again.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod common;

use std::fmt::Write;

use common::{compile, link_and_run, objects, scratch, write_objects};
use hubbub_codegen_llvm::Level;

/// Shapes of one program; `HUBBUB_SHAPES` asks for more, in programs of that many.
const SHAPES: usize = 500;

struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

/// Name in MIR, name in C, size.
type Scalar = (&'static str, &'static str, u64);

const SCALARS: [Scalar; 14] = [
    ("i8", "signed char", 1),
    ("u8", "unsigned char", 1),
    ("i16", "short", 2),
    ("u16", "unsigned short", 2),
    ("i32", "int", 4),
    ("u32", "unsigned", 4),
    ("i64", "long", 8),
    ("u64", "unsigned long", 8),
    ("f32", "float", 4),
    ("f64", "double", 8),
    ("f32", "float", 4),
    ("f64", "double", 8),
    ("ptr", "void *", 8),
    ("bool", "_Bool", 1),
];
const WIDE: Scalar = ("i128", "__int128", 16);

#[derive(Clone)]
enum Type {
    Scalar(Scalar),
    Aggregate(usize),
    Array(Box<Type>, u64),
}

struct Aggregate {
    fields: Vec<Type>,
    is_union: bool,
    is_packed: bool,
}

struct Shapes {
    random: Random,
    aggregates: Vec<Aggregate>,
}

impl Shapes {
    fn scalar(&mut self) -> Scalar {
        match self.random.below(24) {
            0 => WIDE,
            other => SCALARS[other as usize % SCALARS.len()],
        }
    }

    fn member(&mut self, depth: u32) -> Type {
        match self.random.below(10) {
            0 if depth < 2 => self.aggregate(depth + 1),
            1 => Type::Array(Box::new(Type::Scalar(self.scalar())), 1 + self.random.below(4)),
            _ => Type::Scalar(self.scalar()),
        }
    }

    fn aggregate(&mut self, depth: u32) -> Type {
        let count = 1 + self.random.below(if depth == 0 { 5 } else { 2 });
        let fields = (0..count).map(|_| self.member(depth)).collect();
        let is_union = self.random.below(8) == 0;
        let is_packed = !is_union && self.random.below(10) == 0;
        self.aggregates.push(Aggregate { fields, is_union, is_packed });
        Type::Aggregate(self.aggregates.len() - 1)
    }

    fn any(&mut self) -> Type {
        match self.random.below(2) {
            0 => Type::Scalar(self.scalar()),
            _ => self.aggregate(0),
        }
    }

    /// Size, alignment, offsets of fields.
    fn layout(&self, index: usize) -> (u64, u64, Vec<u64>) {
        let aggregate = &self.aggregates[index];
        let (mut size, mut align, mut offsets) = (0_u64, 1, Vec::new());
        for field in &aggregate.fields {
            let (field_size, field_align) = self.size_align(field);
            let field_align = if aggregate.is_packed { 1 } else { field_align };
            align = align.max(field_align);
            let offset = if aggregate.is_union { 0 } else { size.next_multiple_of(field_align) };
            offsets.push(offset);
            size = size.max(offset + field_size);
        }
        (size.next_multiple_of(align), align, offsets)
    }

    fn size_align(&self, ty: &Type) -> (u64, u64) {
        match ty {
            Type::Scalar((_, _, size)) => (*size, *size),
            Type::Array(element, length) => {
                let (size, align) = self.size_align(element);
                (size * length, align)
            }
            Type::Aggregate(index) => {
                let (size, align, _) = self.layout(*index);
                (size, align)
            }
        }
    }

    fn mir_name(&self, ty: &Type) -> String {
        match ty {
            Type::Scalar((name, ..)) => (*name).to_owned(),
            Type::Array(element, length) => format!("[{}; {length}]", self.mir_name(element)),
            Type::Aggregate(index) => format!("S{index}"),
        }
    }

    fn c_declaration(&self, ty: &Type, name: &str) -> String {
        match ty {
            Type::Scalar((_, c, _)) => format!("{c} {name}"),
            Type::Array(element, length) => format!("{}[{length}]", self.c_declaration(element, name)),
            Type::Aggregate(index) => format!("S{index} {name}"),
        }
    }

    fn mir_types(&self) -> String {
        let mut text = "struct Context size 8 align 8\n    user: ptr +0\nend\n\n".to_owned();
        for (index, aggregate) in self.aggregates.iter().enumerate() {
            let (size, align, offsets) = self.layout(index);
            let kind = if aggregate.is_union { "raw_union" } else { "struct" };
            writeln!(text, "{kind} S{index} size {size} align {align}").unwrap();
            for (number, (field, offset)) in aggregate.fields.iter().zip(offsets).enumerate() {
                writeln!(text, "    f{number}: {} +{offset}", self.mir_name(field)).unwrap();
            }
            text.push_str("end\n\n");
        }
        text
    }

    fn c_types(&self) -> String {
        let mut text = "#include <stdio.h>\nstatic int failures;\n".to_owned();
        for (index, aggregate) in self.aggregates.iter().enumerate() {
            let kind = if aggregate.is_union { "union" } else { "struct" };
            let packed = if aggregate.is_packed { " __attribute__((packed))" } else { "" };
            let fields = aggregate.fields.iter().enumerate();
            let fields: String =
                fields.map(|(number, ty)| format!(" {};", self.c_declaration(ty, &format!("f{number}")))).collect();
            writeln!(text, "typedef {kind}{packed} {{{fields} }} S{index};").unwrap();
        }
        text
    }

    /// The scalars of a value by their paths in C; of unions those of the first member.
    fn leaves(&self, ty: &Type, path: &str, leaves: &mut Vec<(String, Scalar)>) {
        match ty {
            Type::Scalar(scalar) => leaves.push((path.to_owned(), *scalar)),
            Type::Array(element, length) => {
                (0..*length).for_each(|index| self.leaves(element, &format!("{path}[{index}]"), leaves));
            }
            Type::Aggregate(index) => {
                let aggregate = &self.aggregates[*index];
                let count = if aggregate.is_union { 1 } else { aggregate.fields.len() };
                for (number, field) in aggregate.fields.iter().enumerate().take(count) {
                    self.leaves(field, &format!("{path}.f{number}"), leaves);
                }
            }
        }
    }

    /// Statements that fill or compare a value, with numbers that begin at `seed`.
    fn statements(&self, ty: &Type, path: &str, seed: usize, wrap: impl Fn(&str, &str) -> String) -> String {
        let mut leaves = Vec::new();
        self.leaves(ty, path, &mut leaves);
        let value = |(index, (path, scalar)): (usize, &(String, Scalar))| {
            let number = (seed * 7 + index * 13) % 100;
            let value = match scalar.0 {
                "bool" => format!("(_Bool){}", number % 2),
                "f32" | "f64" => format!("{number}.5"),
                "ptr" => format!("(void *)0x1234567{number}l"),
                "i128" => format!("((__int128){number} << 64 | {})", number + 1),
                "i64" | "u64" => format!("0x123456789a{number:02}l"),
                "i8" | "i16" | "i32" => format!("({})-{number}", scalar.1),
                _ => number.to_string(),
            };
            wrap(path, &value)
        };
        leaves.iter().enumerate().map(value).collect()
    }
}

struct Shape {
    parameters: Vec<Type>,
    result: Type,
}

fn mir_procedures(shapes: &Shapes, number: usize, shape: &Shape, text: &mut String) {
    let parameters: Vec<_> = shape.parameters.iter().map(|ty| shapes.mir_name(ty)).collect();
    let result = shapes.mir_name(&shape.result);
    let list = parameters.join(", ");
    let count = parameters.len();
    let names: Vec<_> = (0..count).map(|index| format!("_{index}")).collect();
    let names = names.join(", ");
    let locals: String =
        parameters.iter().enumerate().map(|(index, ty)| format!("    let _{index}: {ty} !0\n")).collect();
    write!(
        text,
        "proc check{number}: cproc({list}) -> {result} foreign name c module M file 0 !0\n\n\
         proc enter{number}: cproc({list}) -> {result} exported name e module M file 0 !0\n\
         \x20   body file 0 ({names}) -> (_{r})\n{locals}    let _{r}: {result} !0\n    let _{c}: Context !0\n    \
         let _{p}: *Context !0\n    let _{n}: i64 !0\nbb0:\n    _{p} = &_{c}: *Context !0\n    \
         _{n}, _{r} = call inner{number}({names}) context _{p} !0\n    return !0\nend\n\n\
         proc inner{number}: proc({list}) -> (i64, {result}) internal inline_never name i module M file 0 !0\n\
         \x20   body file 0 ({names}) -> (_{n}, _{r}) context _{p}\n{locals}    let _{r}: {result} !0\n    let _{c}: i64 !0\n    \
         let _{p}: *Context !0\n    let _{n}: i64 !0\nbb0:\n    _{n} = {number}: i64 !0\n    \
         _{r} = call check{number}({names}) !0\n    return !0\nend\n\n",
        r = count,
        c = count + 1,
        p = count + 2,
        n = count + 3,
    )
    .unwrap();
}

fn c_functions(shapes: &Shapes, number: usize, shape: &Shape, text: &mut String) {
    let parameters = shape.parameters.iter().enumerate();
    let list: Vec<_> = parameters.map(|(index, ty)| shapes.c_declaration(ty, &format!("p{index}"))).collect();
    let list = if list.is_empty() { "void".to_owned() } else { list.join(", ") };
    let result = shapes.c_declaration(&shape.result, "");
    let fill = |path: &str, value: &str| format!("    {path} = {value};\n");
    let compare = |path: &str, value: &str| {
        format!("    if (!({path} == {value})) {{ failures++; printf(\"shape {number}: {path}\\n\"); }}\n")
    };
    writeln!(text, "{result}enter{number}({list});\n{result}check{number}({list}) {{").unwrap();
    for (index, ty) in shape.parameters.iter().enumerate() {
        text.push_str(&shapes.statements(ty, &format!("p{index}"), index + 1, compare));
    }
    writeln!(text, "    {};", shapes.c_declaration(&shape.result, "r")).unwrap();
    text.push_str(&shapes.statements(&shape.result, "r", 50, fill));
    writeln!(text, "    return r;\n}}\nstatic void test{number}(void) {{").unwrap();
    for (index, ty) in shape.parameters.iter().enumerate() {
        writeln!(text, "    {};", shapes.c_declaration(ty, &format!("p{index}"))).unwrap();
        text.push_str(&shapes.statements(ty, &format!("p{index}"), index + 1, fill));
    }
    let names: Vec<_> = (0..shape.parameters.len()).map(|index| format!("p{index}")).collect();
    writeln!(text, "    {} = enter{number}({});", shapes.c_declaration(&shape.result, "r"), names.join(", ")).unwrap();
    text.push_str(&shapes.statements(&shape.result, "r", 50, compare));
    text.push_str("}\n");
}

#[test]
fn values_of_any_shape_arrive() {
    let wanted = std::env::var("HUBBUB_SHAPES").ok().and_then(|text| text.parse().ok()).unwrap_or(SHAPES);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for batch in 0..wanted.div_ceil(SHAPES) {
        random = check_batch(batch, random);
    }
}

/// Builds and runs one program of shapes; gives the random numbers that are left.
fn check_batch(batch: usize, random: Random) -> Random {
    let mut shapes = Shapes { random, aggregates: Vec::new() };
    let mut mir = String::new();
    let mut c = String::new();
    for number in 0..SHAPES {
        let count = shapes.random.below(9);
        let parameters = (0..count).map(|_| shapes.any()).collect();
        let shape = Shape { parameters, result: shapes.any() };
        mir_procedures(&shapes, number, &shape, &mut mir);
        c_functions(&shapes, number, &shape, &mut c);
    }
    let mir = shapes.mir_types() + &mir;
    let tests: String = (0..SHAPES).map(|number| format!("    test{number}();\n")).collect();
    let c =
        format!("{}{c}\nint main(void) {{\n{tests}    return failures > 100 ? 100 : failures;\n}}\n", shapes.c_types());
    for level in [Level::O0, Level::O2] {
        let folder = scratch(&format!("shapes-{level:?}"));
        std::fs::write(folder.join("shapes.mir"), &mir).unwrap();
        let c_file = folder.join("shapes.c");
        std::fs::write(&c_file, &c).unwrap();
        let objects = write_objects(&folder, &compile("shapes", &mir, &objects(level)));
        let found = link_and_run(&folder, &objects, &[c_file]);
        assert_eq!(found, (String::new(), Some(0)), "batch {batch} at {level:?}");
    }
    shapes.random
}
