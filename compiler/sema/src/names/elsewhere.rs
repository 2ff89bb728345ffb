//! What names of other languages are called here: types, values, procedures.

/// What stands for a name of another language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// A type of this name.
    Type(&'static str),
    /// This value or procedure, in its place.
    Value(&'static str),
    /// Something that is written otherwise.
    Advice(&'static str),
}

use Meaning::{Advice, Type, Value};

const PRINT: Meaning = Advice("write `print(\"{}\\n\", value)`");
const LENGTH: Meaning = Advice("the length of an array, slice or string is `x.length`");
const NEW: Meaning = Advice("memory comes from `new{T}()`, `new(value)` or `make_slice{T}(n)`, and goes by `free(p)`");
const RESULT: Meaning = Advice(
    "a procedure that can fail gives its value and an error of an `#error` type: `-> (T, E)`, `return value, .NONE`",
);
const RECEIVER: Meaning = Advice("there is no hidden receiver: name it as a parameter");
const CONSTRAINT: Meaning = Advice(
    "a constraint stands behind the results: `where is_ordered(T)`, `where is_number(T)`, `where has_operator(T, \"+\")`",
);
const INPUT: Meaning = Advice("module `Io` reads lines: `Io :: #import \"Io\"`");
const RANGE: Meaning = Advice("a range is `low..<high`: `for i in 0..<n`");

/// Ascending, so that a name is found quickly and stands once.
const NAMES: &[(&str, Meaning)] = &[
    ("Arena", Advice("module `Arena` has it: `Arena :: #import \"Arena\"`")),
    ("ArrayList", Type("List")),
    ("Array_List", Type("List")),
    ("Boolean", Type("Bool")),
    ("Comparable", CONSTRAINT),
    ("Double", Type("Float")),
    ("Eq", CONSTRAINT),
    ("Err", RESULT),
    ("Exception", Advice("return an error of an `#error` type, or call `panic`")),
    ("FALSE", Value("false")),
    ("False", Value("false")),
    ("Float32", Type("f32")),
    ("Float64", Type("f64")),
    ("Hash", CONSTRAINT),
    ("HashMap", Advice("module `Map` has maps: `#import \"Map\"`, `Map{K, V}`")),
    ("HashSet", Advice("module `Set` has sets: `#import \"Set\"`")),
    ("Int16", Type("i16")),
    ("Int32", Type("i32")),
    ("Int64", Type("i64")),
    ("Int8", Type("i8")),
    ("Integer", Type("Int")),
    ("Just", Value("some")),
    ("List", Advice("module `List` has it: `#import \"List\"`")),
    ("Map", Advice("module `Map` has it: `#import \"Map\"`")),
    ("Mutex", Advice("module `Mutex` has it: `#import \"Mutex\"`")),
    ("NO", Value("false")),
    ("NULL", Value("null")),
    ("None", Value("none")),
    ("Nothing", Value("none")),
    ("Number", CONSTRAINT),
    ("Numeric", CONSTRAINT),
    ("Ok", RESULT),
    ("Option", Type("Maybe")),
    ("Optional", Type("Maybe")),
    ("Ord", CONSTRAINT),
    ("PartialOrd", CONSTRAINT),
    ("Result", RESULT),
    ("Self", Advice("name the type itself")),
    ("Set", Advice("module `Set` has it: `#import \"Set\"`")),
    ("Some", Value("some")),
    ("System", PRINT),
    ("TRUE", Value("true")),
    ("True", Value("true")),
    ("UInt16", Type("u16")),
    ("UInt32", Type("u32")),
    ("UInt64", Type("u64")),
    ("UInt8", Type("u8")),
    ("Vec", Type("List")),
    ("YES", Value("true")),
    ("alignof", Value("align_of")),
    ("alloc", NEW),
    ("and", Advice("write `&&`")),
    ("any", Type("Any")),
    ("append", Advice("a `List{T}` of module `List` grows: `append(&list, value)`")),
    ("assert_eq", Advice("write `assert(a == b)`; in tests module `Testing` shows both values")),
    ("atof", Advice("module `Strings` reads numbers: `Strings.parse_float(text)`")),
    ("atoi", Advice("module `Strings` reads numbers: `Strings.parse_int(text)`")),
    ("auto", Advice("a variable is declared by `name := value`")),
    ("begin", Advice("the body of a block needs no word: leave it out")),
    ("bit_set", Advice("an enum with `#flags` is a set of its members: `Set :: enum #flags`")),
    ("bool8", Type("Bool")),
    ("boolean", Type("Bool")),
    ("byte", Type("u8")),
    ("calloc", NEW),
    ("cap", Advice("a slice has `x.length`; a `List{T}` has `x.capacity` besides")),
    ("cast", Advice("a conversion is `T(x)`; `bit_cast{T}(x)` keeps the bits")),
    ("cerr", PRINT),
    ("char", Type("u8")),
    ("class", Advice("a type is declared by `Name :: struct`")),
    ("comparable", CONSTRAINT),
    ("console", PRINT),
    ("count_of", LENGTH),
    ("cout", PRINT),
    ("cstring", Type("CString")),
    ("decltype", Value("type_of")),
    ("default", Advice("write `else`")),
    ("delete", Advice("call `free(pointer)`")),
    ("dict", Advice("module `Map` has maps: `#import \"Map\"`, `Map{K, V}`")),
    ("double", Type("f64")),
    ("echo", PRINT),
    ("elif", Advice("write `else if`")),
    ("enumerate", Advice("the second name of a loop counts: `for x, i in list`")),
    ("eprintln", PRINT),
    ("exit", Advice("module `Process` ends a program; the result of `main` is its status")),
    ("f80", Type("f64")),
    ("fgets", INPUT),
    ("float", Type("f32")),
    ("float16", Type("f16")),
    ("float32", Type("f32")),
    ("float64", Type("f64")),
    ("fmt", PRINT),
    (
        "fn",
        Advice("the type of a procedure is `(name: T) -> R`; a procedure is declared by `name :: (parameters) -> R`"),
    ),
    ("foreach", Advice("write `for x in list`")),
    ("fprintf", PRINT),
    (
        "func",
        Advice("the type of a procedure is `(name: T) -> R`; a procedure is declared by `name :: (parameters) -> R`"),
    ),
    ("getchar", INPUT),
    ("gets", INPUT),
    ("input", INPUT),
    ("int16", Type("i16")),
    ("int16_t", Type("i16")),
    ("int32", Type("i32")),
    ("int32_t", Type("i32")),
    ("int64", Type("i64")),
    ("int64_t", Type("i64")),
    ("int8", Type("i8")),
    ("int8_t", Type("i8")),
    ("integer", Type("Int")),
    (
        "interface",
        Advice(
            "a value of any type is an `Any`; there are no interfaces: write a generic procedure with `where`, or a struct of procedures",
        ),
    ),
    ("io", PRINT),
    ("iota", Advice("members of an `enum` count by themselves")),
    ("isize", Type("Int")),
    ("it", Advice("name the element: `for x in list`")),
    ("lambda", Advice("a procedure literal is `(x: T) -> R => value`")),
    ("len", LENGTH),
    ("length", LENGTH),
    ("let", Advice("a variable is declared by `name := value`")),
    ("long", Type("i64")),
    ("make", NEW),
    ("malloc", NEW),
    ("map", Advice("module `Map` has maps: `#import \"Map\"`, `Map{K, V}`")),
    ("memcmp", Advice("`equal(a, b)` compares slices, `==` strings")),
    ("memcpy", Value("memory_copy")),
    ("memmove", Value("memory_move")),
    ("memset", Value("memory_set")),
    ("nil", Value("null")),
    ("not", Advice("write `!value`")),
    ("nullptr", Value("null")),
    ("offsetof", Value("offset_of")),
    ("or", Advice("write `||`")),
    ("parse_float", Advice("module `Strings` has it: `Strings :: #import \"Strings\"`")),
    ("parse_int", Advice("module `Strings` has it: `Strings :: #import \"Strings\"`")),
    ("pass", Advice("an empty block needs nothing: leave the word out")),
    ("pow", Advice("module `Math` has it: `Math :: #import \"Math\"`, `Math.pow(x, y)`")),
    ("printf", PRINT),
    ("println", PRINT),
    (
        "proc",
        Advice("the type of a procedure is `(name: T) -> R`; a procedure is declared by `name :: (parameters) -> R`"),
    ),
    ("puts", PRINT),
    ("raise", Advice("return an error of an `#error` type, or call `panic`")),
    ("rand", Advice("module `Random` makes numbers: `Random :: #import \"Random\"`")),
    ("range", RANGE),
    ("rawptr", Type("Pointer{Void}")),
    ("readline", INPUT),
    ("realloc", Advice("`resize` changes the size of a slice")),
    ("rune", Type("Rune")),
    ("scanf", INPUT),
    ("self", RECEIVER),
    ("short", Type("i16")),
    ("size_t", Type("UInt")),
    ("sizeof", Value("size_of")),
    ("sleep", Advice("module `Time` has it: `Time :: #import \"Time\"`")),
    ("sprintf", Advice("text of values is `format(\"{}\", value)`")),
    ("sqrt", Advice("module `Math` has it: `Math :: #import \"Math\"`, `Math.sqrt(x)`")),
    ("ssize_t", Type("Int")),
    ("std", Advice("modules are brought in by `#import \"Name\"`, and their members reached by `.`")),
    ("str", Type("String")),
    ("strcmp", Advice("strings are compared by `==` and `<`")),
    ("strcpy", Advice("a string is a value: assign it; `a + b` joins two")),
    ("strdup", Advice("a string is a value: assign it; `a + b` joins two")),
    ("strlen", LENGTH),
    ("super", Advice("there are no classes: call the procedure by its name")),
    ("switch", Advice("write `match value` with `case pattern` arms")),
    ("this", RECEIVER),
    ("throw", Advice("return an error of an `#error` type, or call `panic`")),
    ("todo", Advice("`panic(\"not yet written\")` ends the program")),
    ("typeid", Value("type_info")),
    ("typeof", Value("type_of")),
    ("uint", Type("UInt")),
    ("uint16", Type("u16")),
    ("uint16_t", Type("u16")),
    ("uint32", Type("u32")),
    ("uint32_t", Type("u32")),
    ("uint64", Type("u64")),
    ("uint64_t", Type("u64")),
    ("uint8", Type("u8")),
    ("uint8_t", Type("u8")),
    ("uintptr", Type("UInt")),
    ("undefined", Value("uninit")),
    ("uninitialized", Value("uninit")),
    ("unsigned", Type("UInt")),
    ("usize", Type("UInt")),
    ("var", Advice("a variable is declared by `name := value`")),
    ("vector", Type("List")),
    ("void", Advice("a procedure without a result has no `->`; a pointer to anything is `Pointer{Void}`")),
    ("wchar_t", Type("Rune")),
    ("writeln", PRINT),
    ("xrange", RANGE),
    ("zip", Advice("go over the indices: `for i in 0..<a.length`")),
];

/// What stands for `name`, if another language has it.
pub(crate) fn meaning(name: &str) -> Option<Meaning> {
    let index = NAMES.binary_search_by_key(&name, |(known, _)| known).ok()?;
    NAMES.get(index).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, NAMES, meaning};

    #[test]
    fn names_ascend() {
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(meaning("double"), Some(Meaning::Type("f64")));
        assert_eq!(meaning("nil"), Some(Meaning::Value("null")));
        assert_eq!(meaning("nothing"), None);
    }
}
