// expect: 5 hello
// expect: abc 3
// expect: null true
// expect: 12 -7
// expect: copied 6
// expect: 0

#import "C"

strlen :: (s: CString) -> u64 #foreign
atoi :: (s: CString) -> i32 #foreign
strcpy :: (to: Pointer{u8}, from: CString) -> CString #foreign

LITERAL: CString : "hello"

main :: () -> Int
    print("{} {}\n", strlen(LITERAL), LITERAL)
    bytes := Array{u8, 4}{'a', 'b', 'c', 0}
    text: CString = CString(&bytes[0])
    print("{} {}\n", text, string_of(text).length)
    none: CString
    print("{} {}\n", none, none == null)
    print("{} {}\n", atoi("12 apples"), atoi("-7"))
    room: Array{u8, 16}
    strcpy(&room[0], "copied")
    print("{} {}\n", CString(&room[0]), strlen(CString(&room[0])))
    made := c_string("xyz"[0..<0])
    print("{}\n", strlen(made))
    return 0
end
