E :: enum
    A
    B
end
f :: (e: E) -> String => enum_name(e)
f :: (s: String) -> String => s
g :: (x: Maybe{Int}) -> Int => x or_else 2
run :: ()
    print("{} {}\n", f(.B), g(none))
end
