// options: --eval-steps 100000
// error-line: 14
// error-code: E0602
// error-mentions: --eval-steps
// error-mentions: more than 100000 steps
// error-mentions: in `spin`
spin :: (n: Int) -> Int
    x := n
    while x != -1
        x = (x + 1) & 0xffff
    end
    return x
end
V :: #run spin(3)
main :: () => print("{}\n", V)
