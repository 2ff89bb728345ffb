//! Types, their fields, members and layouts; cycles and limits.

use hubbub_base::Name;

use crate::data::types::{ModuleId, TypeId};
use crate::session::Sema;
use crate::testing::{check, session};

/// The type that the root declares under this name.
fn declared(sema: &Sema, name: &str) -> TypeId {
    let decl = sema.own_declarations(ModuleId(0), Name::new(name)).next().expect("it is declared");
    sema.declared_type(sema.instantiate(decl, &[]))
}

/// Size, alignment and offsets of type `T` of a program.
fn layout(source: &str) -> (u64, u32, Vec<u64>) {
    let sema = session(&[("main", source)]);
    assert_eq!(crate::testing::show(&sema), "");
    let layout = sema.layout(declared(&sema, "T")).expect("it has a layout");
    (layout.size, layout.align, layout.offsets.to_vec())
}

#[test]
fn layouts_are_those_of_c() {
    assert_eq!(layout("T :: struct\n    a: u8\n    b: i32\n    c: Bool\nend\n"), (12, 4, vec![0, 4, 8]));
    assert_eq!(layout("T :: struct #packed\n    a: u8\n    b: i32\nend\n"), (5, 1, vec![0, 1]));
    assert_eq!(layout("T :: struct #align(32)\n    a: String\n    b: Array{u16, 3}\nend\n"), (32, 32, vec![0, 16]));
    assert_eq!(layout("T :: union\n    a: u8\n    b: Float\n    c\nend\n"), (16, 8, vec![0, 0, 0]));
    assert_eq!(layout("T :: union #raw\n    a: u8\n    b: Float\nend\n"), (8, 8, vec![0, 0]));
    assert_eq!(layout("T :: struct\n    a: Maybe{Pointer{T}}\n    b: Maybe{i32}\nend\n"), (16, 8, vec![0, 8]));
    assert_eq!(
        layout("E :: enum {u8}\n    A\n    B\nend\nT :: struct\n    e: E\n    d: D\nend\nD :: distinct i16\n"),
        (4, 2, vec![0, 2])
    );
}

#[test]
fn types_that_contain_themselves() {
    assert_eq!(check("A :: struct\n    a: A\nend\n"), "1:1 E0305 `A` contains itself\n");
    assert_eq!(
        check("B :: struct\n    a: Array{A, 2}\nend\nA :: struct\n    b: Maybe{B}\nend\n"),
        "1:1 E0305 `B` contains itself\n"
    );
    assert_eq!(check("A :: struct\n    a: Slice{A}\n    p: *A\nend\n"), "");
}

#[test]
fn aliases_and_cycles() {
    assert_eq!(check("A :: #type B\nB :: #type A\n"), "1:1 E0208 `A` depends on itself\n");
    assert_eq!(check("N :: Int\nP :: #type Pointer{N}\nS :: struct\n    a: N\n    b: P\nend\n"), "");
}

#[test]
fn generic_types() {
    let pair = "Pair :: struct {A, B}\n    a: A\n    b: B\nend\n";
    assert_eq!(layout(&format!("{pair}T :: struct\n    p: Pair{{u8, Pair{{Int, Bool}}}}\nend\n")), (24, 8, vec![0]));
    assert_eq!(
        check(&format!("{pair}T :: struct\n    p: Pair{{u8}}\n    q: Pair\n    r: Slice\nend\n")),
        "6:8 E0304 `Pair` takes 2 arguments, 1 given\n\
         7:8 E0303 `Pair` needs type arguments\n\
         8:8 E0303 `Slice` needs type arguments\n"
    );
    let ring = "Ring :: struct {T, N: Int}\n    items: Array{T, N}\nend\n";
    assert_eq!(layout(&format!("{ring}T :: struct\n    r: Ring{{u16, 5}}\nend\n")), (10, 2, vec![0]));
}

#[test]
fn names_of_types() {
    let sema = session(&[(
        "main",
        "Pair :: struct {A, N: Int}\n    a: Array{A, N}\nend\nT :: #type (a: Pair{Int, 3}, rest: ..Bool) -> (u64, *T2)\nT2 :: struct\n    x: i8\nend\n",
    )]);
    assert_eq!(crate::testing::show(&sema), "");
    assert_eq!(sema.type_name(declared(&sema, "T")), "(Pair{Int, 3}, Slice{Bool}) -> (u64, Pointer{T2})");
}

#[test]
fn enum_members() {
    let sema = session(&[(
        "main",
        "T :: enum {u8}\n    A\n    B = 5\n    C\nend\nF :: enum #flags\n    A\n    B\n    C = 8\n    D\nend\n",
    )]);
    assert_eq!(crate::testing::show(&sema), "");
    let numbers =
        |name| sema.members(declared(&sema, name)).expect("an enum").members.iter().map(|m| m.1).collect::<Vec<_>>();
    assert_eq!(numbers("T"), [0, 5, 6]);
    assert_eq!(numbers("F"), [1, 2, 8, 16]);
    assert_eq!(
        check("T :: enum {i8}\n    A = 127\n    B\n    A\nend\n"),
        "3:5 E0302 128 does not fit the enum's type `i8`, which holds -128 to 127\n4:5 E0203 member `A` is declared twice\n"
    );
}

/// `S0` holds `S1`, and so on, `count` structs.
fn nested_structs(count: usize) -> String {
    let outer: String = (1..count).map(|n| format!("S{} :: struct\n    x: S{n}\nend\n", n - 1)).collect();
    format!("{outer}S{} :: struct\n    x: u8\nend\n", count - 1)
}

#[test]
fn depth_of_values_has_a_limit() {
    assert_eq!(check(&nested_structs(255)), "");
    assert_eq!(check(&nested_structs(256)), "");
    assert_eq!(check(&nested_structs(257)), "1:1 E0703 `S0` nests values more than 256 deep\n");
}

#[test]
fn long_chains_need_no_long_stack() {
    let chain = |count: usize, last: &str| {
        let links: String = (0..count).map(|n| format!("A{n} :: #type A{}\n", n + 1)).collect();
        format!("{links}A{count} :: #type {last}\n")
    };
    assert_eq!(check(&chain(20_000, "Int")), "");
    assert_eq!(check(&chain(20_000, "A0")), "1:1 E0208 `A0` depends on itself\n");
}

#[test]
fn depth_of_types_has_a_limit() {
    let chain = |count: usize| {
        let links: String = (1..=count).map(|n| format!("A{n} :: #type Pointer{{A{}}}\n", n - 1)).collect();
        format!("A0 :: #type Int\n{links}")
    };
    assert_eq!(check(&chain(256)), "");
    assert_eq!(check(&chain(257)), "258:15 E0703 a type that is nested more than 256 deep\n");
}

#[test]
fn instances_without_end() {
    assert_eq!(
        check("S :: struct {N: Int}\n    x: S{N + 1}\nend\nT :: struct\n    s: S{0}\nend\n"),
        "1:1 E0703 instances of `S` need one another without end\n"
    );
    assert_eq!(check("S :: struct {T}\n    x: Pointer{S{Slice{T}}}\nend\nU :: struct\n    s: S{Int}\nend\n"), "");
}

#[test]
fn closures_stay_in_their_frame() {
    assert_eq!(
        check(
            "S :: struct\n    f: #closure (x: Int)\nend\nf :: () -> #closure (x: Int) #foreign\nx: Array{#closure (x: Int), 2}\ng :: (f: #closure (x: Int)) end\n"
        ),
        "2:8 E0309 a closure here could outlive the frame that it lies in\n\
         4:12 E0309 a closure here could outlive the frame that it lies in\n\
         5:10 E0309 a closure here could outlive the frame that it lies in\n"
    );
}

#[test]
fn defaults_are_checked_without_calls() {
    assert_eq!(check("f :: (a: Bool = 3) end\n"), "1:17 E0301 expected `Bool`, found an integer literal\n");
}

#[test]
fn hot_entries_stay_small() {
    assert_eq!(size_of::<crate::store::decls::Decl>(), 60);
    assert_eq!(size_of::<crate::store::instances::InstanceEntry>(), 96);
    assert_eq!(size_of::<crate::store::types::TypeEntry>(), 128);
    assert_eq!(size_of::<crate::data::value::TypedValue>(), 72);
}

#[test]
fn never_has_no_values() {
    assert_eq!(
        check("f :: (x: Never) end\nS :: struct\n    x: Never\nend\ng :: () -> Never #foreign\nx: Array{Never, 2}\n"),
        "1:10 E0301 `Never` has no values, expected a type that has some\n\
         3:8 E0301 `Never` has no values, expected a type that has some\n\
         6:10 E0301 `Never` has no values, expected a type that has some\n"
    );
}
