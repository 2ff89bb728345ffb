run :: ()
    größe, δ, _x, 変数 := 1, 2, 3, 4
    print("{} {} {} {}\n", größe, δ, _x, 変数)
end
