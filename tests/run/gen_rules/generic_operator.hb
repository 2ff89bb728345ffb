V :: struct {T}
    x, y: T
end
+ :: #operator {T}(a: V{T}, b: V{T}) -> V{T} => {a.x + b.x, a.y + b.y}
run :: ()
    print("{} {}\n", V{Int}{1, 2} + V{Int}{3, 4}, V{f32}{1, 1} + V{f32}{0.5, 0.5})
end
