// run: -O2 --emit asm
// What a table of compile time gives is one read of read-only data, without a check where each key has a place; a table over many keys takes two
// reads, one step of a state machine takes one.

Table :: #import "Lookup_Table"
Machine :: #import "State_Machine"

letter :: (key: Int) -> u8 => ifx key > 0x370 && key < 0x400 => 1 else => 0 end
LETTERS :: #run Table.build_wide(letter, 0x3000)

// CHECK-LABEL: a_letter:
// CHECK: cmpl $12287
// CHECK: movzwl "made{
// CHECK: movzbl "made{
// CHECK-NOT: call
// CHECK: retq
a_letter :: #c-call (x: u32) -> u8 #export "a_letter"
    with default_context()
        return LETTERS[x]
    end
end

State :: enum {u8}
    START
    SIGN
    DIGITS
end

NUMBER :: #run Machine.build_bytes{State}(.START, {{.START, "-", .SIGN}, {.START, "0-9", .DIGITS}, {.SIGN, "0-9", .DIGITS}, {.DIGITS, "0-9", .DIGITS}}, {.DIGITS})

// CHECK-LABEL: b_step:
// CHECK: "const{{.*}}"+
// CHECK-NOT: "const{
// CHECK: retq
b_step :: #c-call (state: State, byte: u8) -> Bool #export "b_step"
    with default_context()
        return NUMBER.step(state, byte) == none
    end
end

square :: (x: u8) -> u16 => u16(x) * u16(x)
SQUARES :: #run Table.build(square)

// CHECK-LABEL: c_square:
// CHECK-NOT: cmp
// CHECK: movzwl "const{
// CHECK-NOT: cmp
// CHECK: retq
c_square :: #c-call (x: u8) -> u16 #export "c_square"
    with default_context()
        return SQUARES[x]
    end
end

// CHECK: .section .rodata
main :: ()
    print("{}{}{}\n", a_letter(1), b_step(.START, 3), c_square(3))
end
