// error-line: 8
// error-mentions: && | right side

Switch :: struct
    on: Bool
end

&& :: #operator (a: Switch, b: Switch) -> Bool => a.on == b.on

main :: ()
    print("{}\n", Switch{true}.on)
end
