run :: ()
    x: Maybe{Maybe{Int}} = some(none)
    y: Maybe{Maybe{Int}} = none
    print("{} {}\n", x != none, y != none)
end
