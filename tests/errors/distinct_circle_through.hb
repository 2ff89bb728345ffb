// error-line: 8
// error-code: E0208
// error-token: State
// error-line: 9
// error-code: E0208
// error-token: Handle

State :: distinct (n: Int) -> State
Handle :: distinct Pointer{Handle}
Node :: struct
    link: Link
end
Link :: distinct Pointer{Node}

main :: () -> Int
    _s: State
    _h: Handle
    n: Node
    n.link = Link(&n)
    return ifx n.link.link == n.link => 0 else => 1 end
end
