// expect: 3 0 7 7 abc
kind :: (s: String) -> Int
    match s
    case "alpha"   => return 1
    case "beta"    => return 2
    case "gamma"   => return 3
    case "delta"   => return 4
    case "epsilon" => return 5
    case "zeta"    => return 6
    case "eta"     => return 7
    case "theta"   => return 8
    case "iota"    => return 9
    else           => return 0
    end
end
sparse :: (n: Int) -> Int
    match n
    case 1, 1000      => return 1
    case 77777        => return 2
    case -5           => return 3
    case (1 << 40)      => return 7
    case 99..=105     => return 5
    else              => return 0
    end
end
A :: kind("gamma")
B :: kind("gammx")
C :: sparse(1 << 40)
main :: ()
    name := "eta"
    print("{} {} {} {} abc\n", A, B, C, kind(name))
    assert(kind("iota") == 9 && sparse(100) == 5 && sparse(-5) == 3 && sparse(6) == 0)
end
