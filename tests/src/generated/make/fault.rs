//! Programs that are well-defined up to one fault: what the panic says, and where, is known.

use super::super::random::Random;
use super::super::tree::{Case, Fault, Stmt};

/// Stands in the code of a fault where the panic reports it.
pub const MARK: char = '\u{1}';

/// The program of a seed with a fault somewhere in its entry, and the fault.
pub fn with_fault(seed: u64) -> (Case, Fault) {
    let mut case = super::case(seed);
    let mut random = Random::new(seed ^ 0xfa_017);
    let fault = fault(&mut random, seed);
    if let Some(entry) = case.procs.last_mut() {
        let at = random.below(entry.body.len() + 1);
        entry.body.insert(at, Stmt::Fault(fault.clone()));
    }
    (case, fault)
}

fn integer(random: &mut Random) -> (&'static str, u32) {
    *random.pick(&[("i8", 7), ("u8", 8), ("i16", 15), ("u16", 16), ("i32", 31), ("u32", 32), ("Int", 63), ("u64", 64)])
}

fn fault(random: &mut Random, seed: u64) -> Fault {
    let (code, message) = match random.below(13) {
        0..=2 => index(random),
        3 | 4 => slice(random),
        5 => null(random),
        6 => division(random),
        7 => member(random),
        8 => conversion(random, seed),
        9 => asserted(random),
        10 => overflow(random, seed),
        11 => any(random),
        _ => procedure(random),
    };
    // In a procedure of its own, in some block, or where it stands.
    let code = match random.below(4) {
        0 => format!("fault_{seed} :: ()\n{code}\nend\nfault_{seed}()"),
        1 => format!("for _round_{seed} in 0..<3\n{code}\nend"),
        2 => format!("if total != 0 || context.user_index == 0\n{code}\nend"),
        _ => format!("block\n{code}\nend"),
    };
    Fault { code: format!("print(\"before {{:016x}}\\n\", total)\n{code}"), message }
}

/// A value behind or before an array, a slice or a text.
fn index(random: &mut Random) -> (String, String) {
    let count = 1 + random.below(9);
    let (ty, bits) = integer(random);
    let is_signed = !ty.starts_with('u');
    let value: i128 = match random.below(3) {
        0 if is_signed => -1 - random.below(100) as i128,
        1 => (1_i128 << bits.min(63)) - 1,
        _ => count as i128 + random.below(50) as i128,
    };
    let message = format!("index {value} is out of range for length {count}");
    let elements: Vec<String> = (0..count).map(|at| at.to_string()).collect();
    let elements = elements.join(", ");
    let code = match random.below(4) {
        0 => format!("xs: Array{{Int, {count}}} = {{{elements}}}\ni: {ty} = {value}\nnote({MARK}xs[i])"),
        1 => format!("xs: Slice{{u16}} = {{{elements}}}\ni: {ty} = {value}\nnote(1 + {MARK}xs[i])"),
        2 => format!("xs: Array{{i8, {count}}} = {{{elements}}}\ni: {ty} = {value}\n{MARK}xs[i] = 3"),
        _ => format!("s := \"{}\"\ni: {ty} = {value}\nnote({MARK}s[i])", "x".repeat(count)),
    };
    (code, message)
}

fn slice(random: &mut Random) -> (String, String) {
    let count = 2 + random.below(6);
    let (low, high) = match random.below(3) {
        0 => (1, count + 1 + random.below(5)),
        1 => (count, count - 1),
        _ => (count + 2, count + 3),
    };
    let message = format!("slice {low}..<{high} is out of range for length {count}");
    let text = "x".repeat(count);
    let code = match random.below(3) {
        0 => format!("s := \"{text}\"\nlow := {low}\nhigh := {high}\nnote({MARK}s[low..<high])"),
        1 => format!("xs: Array{{f32, {count}}}\nlow := {low}\nhigh := {high}\nnote({MARK}xs[low..<high].length)"),
        _ => format!("xs: Array{{u8, {count}}}\nlow := {low}\nhigh := {}\nnote({MARK}xs[low..=high].length)", high - 1),
    };
    (code, message)
}

fn null(random: &mut Random) -> (String, String) {
    let code = match random.below(4) {
        0 => format!("p: Pointer{{Int}} = null\nnote({MARK}p@)"),
        1 => format!("p: Pointer{{u8}} = null\n{MARK}p@ = 3"),
        2 => format!("f: (x: Int) -> Int = null\nnote({MARK}f(3))"),
        _ => format!("p: Pointer{{Array{{u8, 100000}}}} = null\nnote({MARK}p@[90000])"),
    };
    (code, "null pointer".to_owned())
}

fn division(random: &mut Random) -> (String, String) {
    let ty = *random.pick(&["i8", "u8", "i16", "u16", "i32", "u32", "Int", "u64", "i128", "u128"]);
    let sign = *random.pick(&["/", "%", "%%"]);
    let code = match random.below(2) {
        0 => format!("x: {ty} = {}\nz: {ty} = 0\nnote({MARK}x {sign} z)", random.below(100)),
        _ => format!("x: {ty} = {}\nz: {ty} = 0\nnote(z + {MARK}x {sign} (z & 5))", random.below(100)),
    };
    (code, "division by zero".to_owned())
}

fn member(random: &mut Random) -> (String, String) {
    let code = match random.below(2) {
        0 => format!("m: Maybe{{Array{{u16, {}}}}} = none\nnote({MARK}m.some)", 1 + random.below(9)),
        _ => format!("m: Maybe{{f64}} = none\n{MARK}m.some = 2.5"),
    };
    (code, "member `some` is not the current one, `none` is".to_owned())
}

fn conversion(random: &mut Random, seed: u64) -> (String, String) {
    if random.one_in(3) {
        let value = *random.pick(&[0xd800, 0xdfff, 0x11_0000, 0xffff_ffff_u64]);
        return (format!("x: u32 = {value}\nnote({MARK}Rune(x))"), format!("{value} is no Unicode scalar value"));
    }
    let value = 3 + random.below(100);
    let code = format!(
        "Level_{seed} :: enum\nLOW\nMIDDLE\nHIGH\nend\nx: u8 = {value}\nnote(enum_name({MARK}Level_{seed}(x)))"
    );
    (code, format!("{value} is no member of Level_{seed}"))
}

fn asserted(random: &mut Random) -> (String, String) {
    let number = random.below(1000);
    let (code, message) = match random.below(4) {
        0 => (format!("x := {number}\n{MARK}assert(x < 0)"), "assertion failed".to_owned()),
        1 => (format!("x := {number}\n{MARK}assert(x < 0, \"less than {number}\")"), format!("less than {number}")),
        2 => (
            format!("x := {number}\nmatch x\ncase -1 => note(1)\nelse => {MARK}unreachable()\nend"),
            "unreachable code was reached".to_owned(),
        ),
        _ => {
            (format!("x := {number}\n{MARK}panic(\"{{}} and {{:?}}\", x, \"text\")"), format!("{number} and \"text\""))
        }
    };
    (code, message)
}

fn overflow(random: &mut Random, seed: u64) -> (String, String) {
    let count = 8 + random.below(60);
    let code = format!(
        "deep_{seed} :: (n: Int) -> Int #no-inline\nxs: Array{{Int, {count}}}\nxs[n %% {count}] = n\n\
         r := {MARK}deep_{seed}(n + xs[n %% {count}] + 1)\nreturn xs[r %% {count}] + r\nend\nnote(deep_{seed}(1))"
    );
    (code, "stack overflow in ".to_owned())
}

fn any(random: &mut Random) -> (String, String) {
    let (ty, value) = *random.pick(&[("String", "5"), ("Int", "\"text\""), ("f32", "2.5"), ("Bool", "'a'")]);
    (format!("a: Any = {value}\nnote({MARK}{ty}(a))"), format!("the value is no {ty}"))
}

fn procedure(random: &mut Random) -> (String, String) {
    let code = match random.below(2) {
        0 => format!("fs: Array{{(x: u8) -> u8, 4}}\nnote({MARK}fs[2](3))"),
        _ => format!("x := 5\nf: (x: Int, y: Int) -> Int = null\nnote(x + {MARK}f(x, x))"),
    };
    (code, "null pointer".to_owned())
}
