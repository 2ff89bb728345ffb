//! Makes programs without anything undefined in them.

use std::fmt::Write;

use hubbub_base::random::Random;

const INTEGERS: [&str; 10] = ["i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"];
const FLOATS: [&str; 3] = ["f16", "f32", "f64"];
const STRUCTS: [(&str, &str, &[&str]); 4] = [
    ("Small", "size 4 align 2\n a: i8 +0\n b: u16 +2", &["i8", "u16"]),
    ("Floats", "size 24 align 8\n a: f32 +0\n b: f64 +8\n c: f16 +16", &["f32", "f64", "f16"]),
    ("Mixed", "size 48 align 16\n a: i64 +0\n b: u8 +8\n c: u128 +16\n d: bool +32", &["i64", "u8", "u128", "bool"]),
    ("Words", "size 16 align 8\n a: i64 +0\n b: i32 +8\n c: u8 +12", &["i64", "i32", "u8"]),
];
const PROCEDURES: usize = 30;
const STATEMENTS: usize = 30;
/// Bytes of the pool that values come from.
const POOL: usize = 256;

struct Body<'r> {
    random: &'r mut Random,
    /// Types of the locals, and whether the local may be assigned.
    locals: Vec<(String, bool)>,
    text: String,
    blocks: usize,
    /// So many locals have values on every path.
    usable: usize,
}

/// A program whose `run_all` computes and writes.
pub fn program(seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut text = String::new();
    for (name, layout, _) in STRUCTS {
        let _ = writeln!(text, "struct {name} {layout}\nend");
    }
    let pool: String = (0..POOL).map(|index| format!("\\x{:02x}", awkward_byte(&mut random, index))).collect();
    let _ = writeln!(text, "global pool: [u8; {POOL}] align 16 internal data \"{pool}\"");
    let mut slots = 0;
    let mut calls = String::new();
    for number in 0..PROCEDURES {
        let (procedure, call) = procedure(&mut random, number, &mut slots);
        text.push_str(&procedure);
        calls.push_str(&call);
    }
    let bytes = slots * 16;
    let _ = writeln!(text, "global results: [u8; {bytes}] align 16 internal");
    let _ = writeln!(text, "proc hb_rt_write: cproc(ptr, i64) foreign name hb_rt_write module M file 0");
    let _ = writeln!(
        text,
        "proc run_all: cproc() exported name run_all module M file 0\nbody file 0 () -> ()\nlet _0: ptr\nlet _1: i64\nlet _2: i64\nbb0:\n\
         _1 = 3: i64\n_2 = -7: i64\n_0 = &_1: ptr\n{calls}call hb_rt_write(addr results +0: ptr, {bytes}: i64)\nreturn\nend"
    );
    text
}

/// Bytes of which awkward numbers are made: zeros, ones, signs, exponents.
fn awkward_byte(random: &mut Random, index: usize) -> u8 {
    match random.below(6) {
        0 => 0,
        1 => 0xff,
        2 => 0x80,
        3 => 0x7f,
        4 if index % 4 == 3 => 0x3f,
        _ => random.next() as u8,
    }
}

/// The struct that a procedure takes and gives.
fn taken_by(number: usize) -> &'static str {
    STRUCTS[number % STRUCTS.len()].0
}

/// A procedure that takes and gives some values, and a call of it.
fn procedure(random: &mut Random, number: usize, slots: &mut usize) -> (String, String) {
    let name = taken_by(number);
    let mut body = Body { random, locals: Vec::new(), text: String::new(), blocks: 1, usable: 0 };
    for (ty, is_free) in [(name, false), ("i64", false), (name, true), ("i64", true), ("ptr", false)] {
        body.locals.push((ty.to_owned(), is_free));
    }
    for ty in INTEGERS.iter().chain(&FLOATS).chain(&["bool", "bool"]) {
        body.locals.push(((*ty).to_owned(), true));
    }
    for (name, _, _) in STRUCTS {
        body.locals.push((name.to_owned(), true));
    }
    body.locals.push(("[i32; 8]".to_owned(), true));
    body.locals.push(("<i32; 4>".to_owned(), true));
    body.usable = body.locals.len();
    body.initialise();
    for _ in 0..STATEMENTS {
        body.statement(number);
    }
    body.store_all(slots);
    let mut text = String::new();
    let ty = format!("proc({name}, i64) -> ({name}, i64)");
    let inline = if body.random.below(3) == 0 { " inline_never" } else { "" };
    let _ = writeln!(text, "proc p{number}: {ty} internal{inline} name p{number} module M file 0");
    let _ = writeln!(text, "body file 0 (_0, _1) -> (_2, _3) context _4");
    for (index, (ty, _)) in body.locals.iter().enumerate() {
        let _ = writeln!(text, "let _{index}: {ty}");
    }
    let _ = writeln!(text, "bb0:\n{}return\nend", body.text);
    let call = format!("call p{number}(zero: {name}, _2) context _0\n");
    (text, call)
}

impl Body<'_> {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(line);
        self.text.push('\n');
    }

    fn new_local(&mut self, ty: &str) -> usize {
        self.locals.push((ty.to_owned(), false));
        self.locals.len() - 1
    }

    fn ty(&self, local: usize) -> String {
        self.locals[local].0.clone()
    }

    /// Every local gets a value.
    fn initialise(&mut self) {
        for local in 2..self.usable {
            let ty = self.ty(local);
            match ty.as_str() {
                "ptr" => {}
                "bool" => self.line(format_args!("_{local} = lt _1, {}: i64", local as i64 - 8)),
                _ if ty.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '<') => {
                    self.line(format_args!("_{local} = zero: {ty}"));
                    self.fill(local, &ty);
                }
                _ => self.load(local, &ty),
            }
        }
    }

    /// The fields of a struct get values from the pool.
    fn fill(&mut self, local: usize, ty: &str) {
        let types = STRUCTS.iter().find(|(name, _, _)| *name == ty).map_or(&[][..], |(_, _, types)| types);
        for (field, ty) in types.iter().enumerate().filter(|(_, ty)| **ty != "bool") {
            let value = self.new_local(ty);
            self.load(value, ty);
            self.line(format_args!("_{local}.{field} = _{value}"));
        }
    }

    /// A value from the pool.
    fn load(&mut self, local: usize, ty: &str) {
        let pointer = self.new_local("ptr");
        let offset = self.random.below(POOL / 16) * 16;
        self.line(format_args!("_{pointer} = addr pool +{offset}: ptr"));
        self.line(format_args!("_{local} = _{pointer}^{ty}"));
    }

    /// A local of this type, or a constant.
    fn operand(&mut self, ty: &str) -> String {
        let constant = match ty {
            "bool" => ["0: bool", "1: bool"][self.random.below(2)].to_owned(),
            _ if FLOATS.contains(&ty) => {
                format!("{}: {ty}", self.random.pick(&["0.0", "1.0", "-1.5", "1e-5", "60000.0", "-0.0", "0.333"]))
            }
            _ if ty.starts_with('u') => format!("{}: {ty}", self.random.pick(&["0", "1", "2", "7", "127", "255"])),
            _ if ty.starts_with('i') => format!("{}: {ty}", self.random.pick(&["0", "1", "-1", "3", "-128", "127"])),
            _ => format!("zero: {ty}"),
        };
        let locals: Vec<usize> = (0..self.usable).filter(|local| self.locals[*local].0 == ty).collect();
        let place = self.field_of(ty);
        match self.random.below(5) {
            0 => constant,
            1 => place.unwrap_or(constant),
            _ if locals.is_empty() => constant,
            _ => format!("_{}", locals[self.random.below(locals.len())]),
        }
    }

    /// A field of this type of a local.
    fn field_of(&mut self, ty: &str) -> Option<String> {
        let mut fields = Vec::new();
        for (local, (of, _)) in self.locals.iter().enumerate().take(self.usable) {
            if let Some((_, _, types)) = STRUCTS.iter().find(|(name, _, _)| name == of) {
                let alike = types.iter().enumerate().filter(|(_, field)| **field == ty);
                fields.extend(alike.map(|(field, _)| format!("_{local}.{field}")));
            }
        }
        if fields.is_empty() { None } else { Some(fields[self.random.below(fields.len())].clone()) }
    }

    /// A local of this type that may be assigned.
    fn target(&mut self, ty: &str) -> usize {
        let locals: Vec<usize> =
            (0..self.locals.len()).filter(|it| self.locals[*it] == (ty.to_owned(), true)).collect();
        locals[self.random.below(locals.len())]
    }

    fn statement(&mut self, number: usize) {
        match self.random.below(20) {
            0..=5 => self.integer(),
            6 | 7 => self.float(),
            8 | 9 => self.comparison(),
            10 | 11 => self.conversion(),
            12 => self.aggregate(),
            13 => self.array(),
            14 => self.vector(),
            15 => self.intrinsic(),
            16 if number > 0 => self.call(number),
            17 => self.memory(),
            18 => self.branch(),
            _ => self.bits(),
        }
    }

    fn integer(&mut self) {
        let ty = self.random.pick(&INTEGERS);
        let target = self.target(ty);
        let (a, b) = (self.operand(ty), self.operand(ty));
        let op = self.random.pick(&[
            "add",
            "sub",
            "mul",
            "and",
            "or",
            "xor",
            "shl",
            "shr",
            "div",
            "rem",
            "mod",
            "neg",
            "complement",
        ]);
        match op {
            "neg" | "complement" => self.line(format_args!("_{target} = {op} {a}")),
            "div" | "rem" | "mod" => {
                let divisor = self.new_local(ty);
                self.line(format_args!("_{divisor} = or {b}, 1: {ty}"));
                self.line(format_args!("_{target} = {op} {a}, _{divisor}"));
            }
            "shl" | "shr" => {
                let of = self.random.pick(&INTEGERS);
                let count = self.operand(of);
                self.line(format_args!("_{target} = {op} {a}, {count}"));
            }
            _ => self.line(format_args!("_{target} = {op} {a}, {b}")),
        }
    }

    fn float(&mut self) {
        let ty = self.random.pick(&FLOATS);
        let target = self.target(ty);
        let (a, b) = (self.operand(ty), self.operand(ty));
        let op = self.random.pick(&["add", "sub", "mul", "div", "rem", "mod", "neg"]);
        match op {
            "neg" => self.line(format_args!("_{target} = neg {a}")),
            _ => self.line(format_args!("_{target} = {op} {a}, {b}")),
        }
    }

    fn comparison(&mut self) {
        let ty = match self.random.below(3) {
            0 => self.random.pick(&FLOATS),
            _ => self.random.pick(&INTEGERS),
        };
        let target = self.target("bool");
        let (a, b) = (self.operand(ty), self.operand(ty));
        let op = self.random.pick(&["eq", "ne", "lt", "le", "gt", "ge"]);
        self.line(format_args!("_{target} = {op} {a}, {b}"));
    }

    fn conversion(&mut self) {
        let (from_int, to_int) = (self.random.pick(&INTEGERS), self.random.pick(&INTEGERS));
        let (from_float, to_float) = (self.random.pick(&FLOATS), self.random.pick(&FLOATS));
        let (kind, from, to) = match self.random.below(5) {
            0 => ("int_to_float", from_int, to_float),
            1 => ("float_to_int", from_float, to_int),
            2 => ("float", from_float, to_float),
            3 => ("int", "bool", to_int),
            _ => ("int", from_int, to_int),
        };
        let (target, a) = (self.target(to), self.operand(from));
        self.line(format_args!("_{target} = cast {kind} {a} to {to}"));
    }

    fn aggregate(&mut self) {
        let (name, _, types) = STRUCTS[self.random.below(STRUCTS.len())];
        let target = self.target(name);
        if self.random.below(3) == 0 {
            let a = self.operand(name);
            return self.line(format_args!("_{target} = {a}"));
        }
        let field = self.random.below(types.len());
        let a = self.operand(types[field]);
        self.line(format_args!("_{target}.{field} = {a}"));
    }

    fn array(&mut self) {
        let array = self.target("[i32; 8]");
        let index = self.new_local("i64");
        let (any, a, target) = (self.operand("i64"), self.operand("i32"), self.target("i32"));
        self.line(format_args!("_{index} = and {any}, 7: i64"));
        self.line(format_args!("check index(_{index}, 8: i64) context _4"));
        self.line(format_args!("_{array}[_{index}] = {a}"));
        self.line(format_args!("_{target} = _{array}[{}]", index % 8));
    }

    fn vector(&mut self) {
        let vector = self.target("<i32; 4>");
        let (a, target) = (self.operand("i32"), self.target("i32"));
        let lane = self.random.below(4);
        let op = self.random.pick(&["add", "sub", "mul", "and", "or", "xor"]);
        let reduction = self.random.pick(&["reduce_add", "reduce_mul", "reduce_min", "reduce_max", "reduce_xor"]);
        self.line(format_args!("_{vector}[{lane}] = {a}"));
        self.line(format_args!("_{vector} = {op} _{vector}, _{vector}"));
        self.line(format_args!("_{target} = call intrinsic {reduction}(_{vector})"));
    }

    fn intrinsic(&mut self) {
        if self.random.below(3) == 0 {
            let ty = self.random.pick(&["f32", "f64"]);
            let (target, a) = (self.target(ty), self.operand(ty));
            let name = self.random.pick(&[
                "square_root",
                "floor",
                "ceil",
                "truncate",
                "round_even",
                "absolute_float",
                "copy_sign",
            ]);
            // The sign of a NaN is nobody's promise, so signs come from integers.
            let (sign, integer) = (self.new_local(ty), self.operand("i64"));
            self.line(format_args!("_{sign} = cast int_to_float {integer} to {ty}"));
            let second = if name == "copy_sign" { format!(", _{sign}") } else { String::new() };
            return self.line(format_args!("_{target} = call intrinsic {name}({a}{second})"));
        }
        let ty = self.random.pick(&INTEGERS);
        let (target, a, b) = (self.target(ty), self.operand(ty), self.operand(ty));
        let name = self.random.pick(&[
            "count_ones",
            "leading_zeros",
            "trailing_zeros",
            "byte_swap",
            "bit_reverse",
            "rotate_left",
            "rotate_right",
            "add_overflow",
            "sub_overflow",
            "mul_overflow",
        ]);
        match name {
            "add_overflow" | "sub_overflow" | "mul_overflow" => {
                let flag = self.target("bool");
                self.line(format_args!("_{target}, _{flag} = call intrinsic {name}({a}, {b})"));
            }
            "rotate_left" | "rotate_right" => self.line(format_args!("_{target} = call intrinsic {name}({a}, {b})")),
            "byte_swap" if ty == "i8" || ty == "u8" => {}
            _ => self.line(format_args!("_{target} = call intrinsic {name}({a})")),
        }
    }

    /// Calls go to procedures with lower numbers only, so they end.
    fn call(&mut self, number: usize) {
        let callee = self.random.below(number);
        let name = taken_by(callee);
        let (argument, integer) = (self.operand(name), self.operand("i64"));
        let (result, target) = (self.new_local(name), self.target("i64"));
        match self.random.below(3) {
            0 => {
                let ty = format!("proc({name}, i64) -> ({name}, i64)");
                let pointer = self.new_local(&ty);
                self.line(format_args!("_{pointer} = proc p{callee}"));
                self.line(format_args!(
                    "_{result}, _{target} = call indirect _{pointer} : {ty} ({argument}, {integer}) context _4"
                ));
            }
            _ => self.line(format_args!("_{result}, _{target} = call p{callee}({argument}, {integer}) context _4")),
        }
    }

    /// Through a pointer, with all of the bytes.
    fn memory(&mut self) {
        let (name, _, types) = STRUCTS[self.random.below(STRUCTS.len())];
        let (place, pointer) = (self.new_local(name), self.new_local("ptr"));
        let a = self.operand(name);
        let field = self.random.below(types.len());
        let (target, value) = (self.target(types[field]), self.operand(types[field]));
        self.line(format_args!("_{place} = {a}"));
        self.line(format_args!("_{pointer} = &_{place}: ptr"));
        self.line(format_args!("_{pointer}^{name}.{field} = {value}"));
        self.line(format_args!("_{target} = _{place}.{field}"));
    }

    fn branch(&mut self) {
        let condition = self.operand("bool");
        let first = self.blocks;
        self.blocks += 3;
        self.line(format_args!("branch {condition} then bb{first} else bb{}\nbb{first}:", first + 1));
        self.integer_or_copy();
        self.line(format_args!("goto bb{}\nbb{}:", first + 2, first + 1));
        self.integer_or_copy();
        self.line(format_args!("goto bb{0}\nbb{0}:", first + 2));
    }

    fn integer_or_copy(&mut self) {
        if self.random.below(2) == 0 { self.integer() } else { self.aggregate() }
    }

    /// Integers of the same width see each other's bits.
    fn bits(&mut self) {
        let (a, b) =
            [("i8", "u8"), ("u32", "i32"), ("u64", "i64"), ("i128", "u128"), ("i16", "u16")][self.random.below(5)];
        let (target, from) = (self.target(a), self.operand(b));
        self.line(format_args!("_{target} = cast bits {from} to {a}"));
    }

    /// Every number goes to a slot of the results.
    fn store_all(&mut self, slots: &mut usize) {
        for local in 0..self.usable {
            let ty = self.ty(local);
            if INTEGERS.contains(&ty.as_str()) || ty == "bool" {
                self.store(&format!("_{local}"), &ty, slots);
            } else if FLOATS.contains(&ty.as_str()) {
                self.store_float(&format!("_{local}"), &ty, slots);
            } else if let Some((_, _, types)) = STRUCTS.iter().find(|(name, _, _)| *name == ty) {
                for (field, ty) in types.iter().enumerate() {
                    match FLOATS.contains(ty) {
                        true => self.store_float(&format!("_{local}.{field}"), ty, slots),
                        false => self.store(&format!("_{local}.{field}"), ty, slots),
                    }
                }
            }
        }
    }

    fn store(&mut self, value: &str, ty: &str, slots: &mut usize) {
        let pointer = self.new_local("ptr");
        self.line(format_args!("_{pointer} = addr results +{}: ptr", *slots * 16));
        self.line(format_args!("_{pointer}^{ty} = {value}"));
        *slots += 1;
    }

    /// The bits, but 0 for NaN, whose bits are nobody's promise.
    fn store_float(&mut self, value: &str, ty: &str, slots: &mut usize) {
        let bits = format!("u{}", &ty[1..]);
        let (is_nan, mask, number) = (self.new_local("bool"), self.new_local(&bits), self.new_local(&bits));
        self.line(format_args!("_{is_nan} = ne {value}, {value}"));
        self.line(format_args!("_{mask} = cast int _{is_nan} to {bits}"));
        self.line(format_args!("_{mask} = sub _{mask}, 1: {bits}"));
        self.line(format_args!("_{number} = cast bits {value} to {bits}"));
        self.line(format_args!("_{number} = and _{number}, _{mask}"));
        self.store(&format!("_{number}"), &bits, slots);
    }
}
