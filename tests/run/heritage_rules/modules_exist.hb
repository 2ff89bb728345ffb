#import "C"
Math :: #import "Math"
Strings :: #import "Strings"
#import "List"
run :: ()
    l: List{Int}
    l.append(1)
    l.append(2)
    print("{} {} {}\n", Math.abs(-3), Strings.starts_with("abc", "a"), l.length)
    _: c_int = 3
end
