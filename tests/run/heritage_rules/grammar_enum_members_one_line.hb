E :: enum A; B; C end
run :: ()
    print("{}\n", E.C)
end
