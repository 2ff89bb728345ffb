V :: struct
    n: Int
end
+ :: #operator (_a: V, _b: V) -> String => "+"
- :: #operator (_a: V, _b: V) -> String => "-"
* :: #operator (_a: V, _b: V) -> String => "*"
/ :: #operator (_a: V, _b: V) -> String => "/"
% :: #operator (_a: V, _b: V) -> String => "%"
%% :: #operator (_a: V, _b: V) -> String => "%%"
& :: #operator (_a: V, _b: V) -> String => "&"
| :: #operator (_a: V, _b: V) -> String => "|"
^ :: #operator (_a: V, _b: V) -> String => "^"
<< :: #operator (_a: V, _b: V) -> String => "<<"
>> :: #operator (_a: V, _b: V) -> String => ">>"
- :: #operator (_a: V) -> String => "neg"
~ :: #operator (_a: V) -> String => "tilde"
< :: #operator (a: V, b: V) -> Bool => a.n < b.n
in :: #operator (a: V, b: V) -> Bool => a.n == b.n
run :: ()
    a, b := V{1}, V{2}
    print("{} {} {} {} {} {} {} {} {} {} {} {} {} {} {}\n", a + b, a - b, a * b, a / b, a % b, a %% b, a & b, a | b, a ^ b, a << b, a >> b, -a, ~a, a < b && b > a && a <= b && b >= a, ifx a in a => "in" else => "out" end)
end
