f :: () -> Int #no-inline => 3
g :: () -> Int #no_inline => 3
run :: ()
    print("{} {}\n", f(), g())
end
