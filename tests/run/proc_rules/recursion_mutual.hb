ev :: (n: Int) -> Bool => ifx n == 0 => true else => od(n - 1) end
od :: (n: Int) -> Bool => ifx n == 0 => false else => ev(n - 1) end
run :: ()
    print("{}\n", ev(10))
end
