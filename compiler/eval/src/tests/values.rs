//! Operators, places, calls: single results.

use super::{check, check_with};

const PAIR: &str = "struct Pair size 16 align 8\n a: i64 +0\n b: i32 +8\nend\n";

#[test]
fn integers() {
    check("i64", &[], "_0 = add 2: i64, 3: i64\nreturn", 5);
    check("u8", &[], "_0 = add 250: u8, 10: u8\nreturn", 4);
    check("i32", &["i32"], "_1 = 2147483647: i32\n_0 = add _1, 1: i32\nreturn", 0x8000_0000);
    check("i16", &[], "_0 = mod -7: i16, 3: i16\nreturn", 2);
    check("u64", &[], "_0 = shr 9223372036854775808: u64, 63: i8\nreturn", 1);
    check("u32", &[], "_0 = shl 1: u32, 32: i64\nreturn", 0);
    check("i8", &[], "_0 = complement 5: i8\nreturn", 0xfa);
    check("bool", &[], "_0 = gt -1: i8, 1: i8\nreturn", 0);
    check("bool", &[], "_0 = ge 255: u8, 1: u8\nreturn", 1);
}

#[test]
fn integers_of_128_bits() {
    check(
        "u128",
        &[],
        "_0 = mul 18446744073709551615: u128, 18446744073709551615: u128\nreturn",
        u128::from(u64::MAX).pow(2),
    );
    check("i128", &["i128"], "_1 = -5: i128\n_0 = div _1, 2: i128\nreturn", -2i128 as u128);
    check("bool", &["i128"], "_1 = -5: i128\n_0 = lt _1, 2: i128\nreturn", 1);
    check("i64", &["u128"], "_1 = shl 3: u128, 100: u128\n_1 = shr _1, 98: u8\n_0 = cast int _1 to i64\nreturn", 12);
    check(
        "i64",
        &["[i128; 2]", "i64"],
        "_1 = zero: [i128; 2]\n_2 = 1: i64\n_1[_2] = -7: i128\n_0 = cast int _1[1] to i64\nreturn",
        -7i64 as u64 as u128,
    );
    check(
        "i64",
        &["i128"],
        "_1 = -5: i128\nswitch _1 (3 -> bb1, -5 -> bb2) else bb1\nbb1:\n_0 = 1: i64\nreturn\nbb2:\n_0 = 2: i64\nreturn",
        2,
    );
}

#[test]
fn floats() {
    check("f64", &[], "_0 = div 1.0: f64, 3.0: f64\nreturn", u128::from((1.0f64 / 3.0).to_bits()));
    check("f32", &[], "_0 = div 1.0: f32, 3.0: f32\nreturn", u128::from((1.0f32 / 3.0).to_bits()));
    check("f16", &[], "_0 = add 2048.0: f16, 3.0: f16\nreturn", 0x6802);
    check("i8", &[], "_0 = cast float_to_int 1e10: f64 to i8\nreturn", 127);
    check("f64", &[], "_0 = call intrinsic square_root(2.0: f64)\nreturn", u128::from(2f64.sqrt().to_bits()));
    check("f32", &[], "_0 = neg 0.0: f32\nreturn", 0x8000_0000);
    check("u64", &[], "_0 = cast bits 1.0: f64 to u64\nreturn", 0x3ff0_0000_0000_0000);
}

#[test]
fn aggregates_are_values() {
    check_with(
        PAIR,
        "i64",
        &["Pair", "Pair"],
        "_1 = zero: Pair\n_1.0 = 3: i64\n_2 = _1\n_1.0 = 9: i64\n_0 = _2.0\nreturn",
        3,
    );
    check_with(
        PAIR,
        "i32",
        &["[Pair; 3]", "i64", "*Pair"],
        "_1 = zero: [Pair; 3]\n_2 = 2: i64\n_1[_2].1 = 5: i32\n_3 = &_1[1]: *Pair\n_2 = 1: i64\n_0 = _3^Pair[+_2].1\nreturn",
        5,
    );
    check_with(
        PAIR,
        "u64",
        &["Pair"],
        "_1 = zero: Pair\n_1.1 = -1: i32\n_0 = cast bits _1.1 to u64\nreturn"
            .replace("cast bits _1.1 to u64", "cast int _1.1 to u64")
            .as_str(),
        u128::from(u64::MAX),
    );
    check(
        "u32",
        &["[u8; 4]"],
        "_1 = zero: [u8; 4]\n_1[0] = 1: u8\n_1[3] = 2: u8\n_0 = cast bits _1 to u32\nreturn",
        0x0200_0001,
    );
}

#[test]
fn calls_give_and_take_aggregates() {
    let definitions = format!(
        "{PAIR}proc swap: proc(Pair, i128) -> (Pair, i64, i128) internal name swap module M file 0\n\
         body file 0 (_0, _1) -> (_2, _3, _4) context _5\nlet _0: Pair\nlet _1: i128\nlet _2: Pair\nlet _3: i64\nlet _4: i128\nlet _5: ptr\n\
         bb0:\n_2.0 = cast int _0.1 to i64\n_2.1 = cast int _0.0 to i32\n_3 = add _0.0, _2.0\n_4 = add _1, 1: i128\nreturn\nend\n"
    );
    let body = "_2 = &_3: ptr\n_1 = zero: Pair\n_1.0 = 3: i64\n_1.1 = 4: i32\n_1, _4, _5 = call swap(_1, 9: i128) context _2\n\
                _0 = mul _1.0, 100: i64\n_3 = cast int _5 to i64\n_0 = add _0, _3\n_0 = mul _0, _4\nreturn";
    check_with(&definitions, "i64", &["Pair", "ptr", "i64", "i64", "i128"], body, (400 + 10) * 7);
    let dropped = "_2 = &_3: ptr\ncall swap(zero: Pair, 9: i128) context _2\n_0 = 1: i64\nreturn";
    check_with(&definitions, "i64", &["Pair", "ptr", "i64"], dropped, 1);
    let indirect = "_2 = &_3: ptr\n_1 = proc swap\n_4, _5 = call indirect _1 : proc(Pair, i128) -> (Pair, i64, i128) (zero: Pair, 9: i128) context _2\n_0 = _5\nreturn";
    check_with(
        &definitions,
        "i64",
        &["proc(Pair, i128) -> (Pair, i64, i128)", "ptr", "i64", "Pair", "i64"],
        indirect,
        0,
    );
}

#[test]
fn globals_have_their_contents() {
    let definitions = "global a: [i64; 2] align 8 internal data \"\\x05\\x00\"\n\
        global b: [*i64; 2] align 8 internal constant relocate 8 to a +0\n\
        global c: *[*i64; 2] align 8 internal relocate 0 to b +0\n";
    check_with(definitions, "i64", &[], "_0 = c^[*i64; 2][1]^i64\nreturn", 5);
    check_with(definitions, "i64", &["i64"], "c^[*i64; 2][1]^i64 = 8: i64\n_1 = 0: i64\n_0 = a[_1]\nreturn", 8);
    check_with(definitions, "bool", &[], "_0 = eq b[0], zero: *i64\nreturn", 1);
    check_with(
        definitions,
        "u64",
        &["u64", "u64"],
        "_1 = cast pointer_to_int addr a +8: ptr to u64\n_2 = cast pointer_to_int addr a +0: ptr to u64\n_0 = sub _1, _2\nreturn",
        8,
    );
}

#[test]
fn vectors() {
    let vector = "<i32; 4>";
    check(
        "i32",
        &[vector, vector],
        "_1 = cast splat 3: i32 to <i32; 4>\n_1[2] = 10: i32\n_2 = mul _1, _1\n_0 = call intrinsic reduce_add(_2)\nreturn",
        127,
    );
    check(
        "i32",
        &[vector, "<bool; 4>"],
        "_1 = cast splat 3: i32 to <i32; 4>\n_1[2] = 10: i32\n_2 = gt _1, zero: <i32; 4>\n_2[0] = 0: bool\n_1 = call intrinsic select(_2, _1, zero: <i32; 4>)\n_0 = call intrinsic reduce_add(_1)\nreturn",
        16,
    );
    check(
        "i32",
        &[vector, vector],
        "_1 = zero: <i32; 4>\n_1[0] = 7: i32\n_2 = zero: <i32; 4>\n_2[3] = 4: i32\n_1 = call intrinsic shuffle(_1, zero: <i32; 4>, _2)\n_0 = _1[0]\nreturn",
        7,
    );
    check(
        "f64",
        &["<f32; 2>", "<f64; 2>"],
        "_1 = cast splat 1.5: f32 to <f32; 2>\n_2 = cast float _1 to <f64; 2>\n_2 = call intrinsic floor(_2)\n_0 = call intrinsic reduce_mul(_2)\nreturn",
        u128::from(1f64.to_bits()),
    );
}

#[test]
fn intrinsics() {
    check("u8", &[], "_0 = call intrinsic leading_zeros(1: u8)\nreturn", 7);
    check("i16", &[], "_0 = call intrinsic leading_zeros(-1: i16)\nreturn", 0);
    check("u8", &[], "_0 = call intrinsic trailing_zeros(0: u8)\nreturn", 8);
    check("i32", &[], "_0 = call intrinsic byte_swap(1: i32)\nreturn", 0x0100_0000);
    check("u16", &[], "_0 = call intrinsic rotate_left(32769: u16, 17: i64)\nreturn", 3);
    check("u16", &[], "_0 = call intrinsic rotate_right(3: u16, 1: u8)\nreturn", 0x8001);
    check("bool", &["i8"], "_1, _0 = call intrinsic add_overflow(127: i8, 1: i8)\nreturn", 1);
    check("bool", &["u64"], "_1, _0 = call intrinsic sub_overflow(1: u64, 2: u64)\nreturn", 1);
    check(
        "i64",
        &["i64", "ptr"],
        "_1 = 5: i64\n_2 = &_1: ptr\n_0 = call intrinsic atomic_add relaxed(_2, 3: i64)\n_0 = mul _0, _1\nreturn",
        40,
    );
    check(
        "i64",
        &["i64", "ptr", "bool"],
        "_1 = 5: i64\n_2 = &_1: ptr\n_0, _3 = call intrinsic atomic_compare_exchange relaxed(_2, 5: i64, 9: i64)\n_0 = mul _0, _1\nreturn",
        45,
    );
    check("u128", &[], "_0 = call intrinsic byte_swap(1: u128)\nreturn", 1 << 120);
    check(
        "i32",
        &["[u8; 8]", "ptr"],
        "_1 = zero: [u8; 8]\n_2 = &_1: ptr\ncall intrinsic memory_set(_2, 9: u8, 3: i64)\n_0 = call intrinsic memory_compare(_2, _2, 8: i64)\nreturn",
        0,
    );
}

#[test]
fn switches() {
    let body =
        "_1 = -3: i8\nswitch _1 (-3 -> bb1, 5 -> bb2) else bb2\nbb1:\n_0 = 1: i64\nreturn\nbb2:\n_0 = 2: i64\nreturn";
    check("i64", &["i8"], body, 1);
}
