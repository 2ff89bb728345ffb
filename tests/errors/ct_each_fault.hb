// error-line: 53
// error-code: E0601
// error-mentions: division by zero
// error-line: 55
// error-code: E0601
// error-mentions: index 2 is out of range for length 2
// error-line: 57
// error-code: E0602
// error-mentions: stack overflow: more than 4096 calls
// error-line: 59
// error-code: E0601
// error-mentions: not 5
// error-line: 63
// error-code: E0601
// error-mentions: memory is read that has not been initialised
// error-line: 68
// error-code: E0601
// error-mentions: the value is no String
// error-line: 70
// error-code: E0601
// error-mentions: it cannot reach files, the clock or other processes
// error-line: 77
// error-code: E0601
// error-mentions: member `b` is not the current one, `a` is
// error-line: 86
// error-code: E0601
// error-mentions: null pointer
// error-line: 91
// error-code: E0601
// error-mentions: 9 is no member of Col
// error-line: 96
// error-code: E0601
// error-mentions: the foreign procedure `getpid` cannot be called by the interpreter
// error-line: 98
// error-code: E0601
// error-mentions: slice 9..<3 is out of range for length 3
// error-line: 100
// error-code: E0601
// error-mentions: too small
// error-line: 105
// error-code: E0601
// error-mentions: member `some` is not the current one, `none` is
// error-line: 107
// error-code: E0601
// error-mentions: 55296 is no Unicode scalar value
// error-line: 109
// error-code: E0601
// error-mentions: the program exits with status 3
// error-line: 114
// error-code: E0601
// error-mentions: it cannot reach files, the clock or other processes

A :: #run 1 / zero()
zero :: () -> Int => 0
B :: #run Array{Int, 2}{1, 2}[two()]
two :: () -> Int => 2
C :: #run loop(0)
loop :: (n: Int) -> Int => loop(n + 1)
D :: #run panics()
panics :: () -> Int
    panic("not {}", 5)
end
E :: #run unread()
unread :: () -> Int
    x: Int = uninit
    return x
end
F :: #run as_text(5)
as_text :: (a: Any) -> Int => String(a).length
G :: #run file()
Fs :: #import "Fs"
file :: () -> Int
    text, e := Fs.read_text("/etc/passwd")
    _ = e
    return text.length
end
H :: #run member()
U :: union
    a: Int
    b: String
end
member :: () -> Int
    u := U.a(3)
    return u.b.length
end
I :: #run null_proc()
null_proc :: () -> Int
    f: (x: Int) -> Int
    return f(3)
end
J :: #run bad_enum(9)
Col :: enum
    RED
end
bad_enum :: (n: Int) -> Col => Col(n)
K :: #run getpid()
getpid :: () -> i32 #foreign
L :: #run tail_of("abc", 9)
tail_of :: (s: String, n: Int) -> String => s[n..]
M :: #run assert_it(3)
assert_it :: (n: Int) -> Int
    assert(n > 4, "too small")
    return n
end
N :: #run unwrap(none)
unwrap :: (m: Maybe{Int}) -> Int => m.some
O :: #run rune(0xd800)
rune :: (n: Int) -> Rune => Rune(n)
Q :: #run exits()
Process :: #import "Process"
exits :: () -> Int
    Process.exit(3)
end
R :: #run clock()
Time :: #import "Time"
clock :: () -> Int => Time.unix_now()
#run print("{}\n", A)
main :: ()
    print("{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}\n", B, C, D, E, F, G, H, I, J, K, L, M, N, O, Q, R)
end
