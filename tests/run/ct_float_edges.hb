// expect: 1.5 0.1 inf NaN -0.0 3.4028234663852886e38 true
halves :: (n: Int) -> Float
    x := 3.0
    for _ in 0..<n
        x /= 2.0
    end
    return x
end
ratio :: (a: Float, b: Float) -> Float => a / b
A :: #run halves(1)
B :: 1.0 / 10.0
INF :: #run ratio(1.0, 0.0)
NAN :: #run ratio(0.0, 0.0)
NEG :: #run ratio(-0.0, 5.0)
F: f32 : 3.4028235e38
sums :: () -> f32
    total: f32 = 0.0
    for i in 1..=1000
        total += 1.0 / f32(i)
    end
    return total
end
S :: #run sums()
main :: ()
    print("{} {} {} {} {} {} {}\n", A, B, INF, NAN, NEG, f64(F), S == sums())
end
