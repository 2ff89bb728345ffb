//! Loading, imports, what names mean, and what declarations alone show to be wrong.

use crate::testing::{check, check_files};

#[test]
fn unknown_module_lists_the_folders() {
    assert_eq!(check("#import \"No_Such\"\n"), "1:9 E0202 module `No_Such` cannot be found\n");
}

#[test]
fn imports_stay_inside() {
    assert_eq!(
        check("#import \"../x\"\n#import \"/etc/x\"\n"),
        "1:9 E0206 the import `../x` has a name with `..`, expected `Name` or `Folder/Name`\n\
         2:9 E0206 the import `/etc/x` has an absolute name, expected `Name` or `Folder/Name`\n"
    );
}

#[test]
fn names_of_other_modules() {
    let other = "Open :: struct\n    x: Int\nend\nHidden :: struct #private\n    x: Int\nend\n";
    let main = "#import \"Other\"\nO :: #import \"Other\"\nA :: struct\n    a: Open\n    b: O.Open\n    c: Hidden\n    d: O.Hidden\n    e: O.Opne\nend\n";
    assert_eq!(
        check_files(&[("main", main), ("Other", other)]),
        "6:8 E0204 `Hidden` is private to module `Other`\n\
         7:10 E0204 `Hidden` is private to module `Other`\n\
         8:10 E0201 module `Other` has no `Opne`\n"
    );
}

#[test]
fn clashes_matter_where_they_are_used() {
    let main = "#import \"A\"\n#import \"B\"\nS :: struct\n    x: T\nend\n";
    let a = "T :: struct\n    x: Int\nend\n";
    assert_eq!(check_files(&[("main", main), ("A", a), ("B", a)]), "4:8 E0205 `T` comes from several imports\n");
    let own = format!("{main}T :: struct\n    y: Int\nend\n");
    assert_eq!(
        check_files(&[("main", &own), ("A", a), ("B", a)]),
        "1:9 W0003 nothing of module `A` is used\n2:9 W0003 nothing of module `B` is used\n"
    );
}

#[test]
fn public_imports_hand_on() {
    let main = "#import \"A\"\nS :: struct\n    x: T\n    y: U\nend\n";
    let a = "#import \"B\" (T) #public\n";
    let b = "T :: struct\n    x: Int\nend\nU :: struct\n    x: Int\nend\n";
    assert_eq!(check_files(&[("main", main), ("A", a), ("B", b)]), "4:8 E0201 unknown name `U`\n");
}

#[test]
fn listed_names_must_be_there() {
    let main = "#import \"A\" (T, V)\nS :: struct\n    x: T\nend\n";
    let a = "T :: struct\n    x: Int\nend\n";
    assert_eq!(check_files(&[("main", main), ("A", a)]), "1:17 E0201 module `A` has no `V`\n");
}

#[test]
fn cyclic_imports() {
    let main = "#import \"A\"\nS :: struct\n    x: Pointer{T}\nend\n";
    let a = "#import \"main\"\nT :: struct\n    x: S\nend\n";
    assert_eq!(check_files(&[("main", main), ("A", a)]), "");
}

#[test]
fn names_declared_twice() {
    assert_eq!(
        check("T :: struct\n    x, x: Int\nend\nT :: 3\n"),
        "2:8 E0203 field `x` is declared twice\n4:1 E0203 `T` is declared twice\n"
    );
}

#[test]
fn conditional_declarations() {
    let main = "#if #config(\"big\", false)\nT :: struct\n    x: Nothing\nend\n#else\nT :: struct\n    x: Int\nend\n#end\nU :: struct\n    t: T\nend\n";
    assert_eq!(check(main), "");
}

#[test]
fn procedures_that_cannot_be_told_apart() {
    assert_eq!(
        check("f :: (a: Int) end\nf :: (a: Bool) end\nf :: (b: i64) end\n"),
        "3:1 E0203 `f` is declared twice with the same parameters\n"
    );
}

#[test]
fn parameters_declared_twice() {
    assert_eq!(check("f :: (a: Int, _: Int, _: Int, a: Bool) end\n"), "1:31 E0203 parameter `a` is declared twice\n");
}

#[test]
fn operators_that_cannot_be() {
    assert_eq!(
        check(
            "+ :: #operator (a: Int, b: Int) -> Int => a\n~ :: #operator (a: Bool, b: Bool) -> Int => 1\n+ :: #operator (a: Int, b: Bool) -> Int => a\n"
        ),
        "1:1 E0308 the language itself gives `+` a meaning for `Int` and `Int`\n\
         2:1 E0308 operator `~` with 2 parameters, expected 1 parameter\n"
    );
}

#[test]
fn int_in_foreign_signatures() {
    assert_eq!(check("f :: (a: int) -> i32 #foreign\n"), "1:10 W0006 `int` is `i64` here, C's `int` is `i32`\n");
}

#[test]
fn modules_within_modules() {
    let main = "A :: #import \"A\"\nS :: struct\n    x: A.B.T\n    y: A.C.T\nend\n";
    let a = "B :: #import \"B\" #public\nC :: #import \"B\"\nx: C.T\n";
    let b = "T :: struct\n    x: Int\nend\n";
    assert_eq!(check_files(&[("main", main), ("A", a), ("B", b)]), "4:10 E0204 `C` is private to module `A`\n");
}

#[test]
fn other_names() {
    let main = "A :: struct {T}\n    x: T\nend\nB :: A\nf :: (a: Int) -> Int => a\ng :: f\nO :: #import \"O\"\nP :: O\nS :: struct\n    x: B{Int}\n    y: P.T\nend\nN :: g(3)\n";
    let other = "T :: struct\n    x: Int\nend\n";
    assert_eq!(
        check_files(&[("main", main), ("O", other)]),
        "13:6 E0603 a value that must be computed by running code, and there is no interpreter\n"
    );
}

#[test]
fn declarations_in_bodies() {
    assert_eq!(
        check(
            "f :: () -> Int\n    X :: 1\n    X :: 2\n    y := 3\n    Z :: y + 1\n    g :: (a: Int) -> Int => a + y\n    return X + Z + g(y)\nend\n"
        ),
        "3:5 E0203 `X` is declared twice\n\
         5:10 E0201 unknown name `y`\n\
         6:33 E0201 unknown name `y`\n"
    );
}
