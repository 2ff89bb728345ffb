Opt :: union {T}
    none_
    val: T
end
mk :: (b: Bool) -> Opt{Int} => ifx b => .val(7) else => .none_ end
run :: ()
    o := mk(true)
    print("{}\n", o.val)
end
