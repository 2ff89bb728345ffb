F :: enum #flags
    READ
    WRITE
    EXEC
end
run :: ()
    a := F.READ | .WRITE
    none_: F
    print("{} {} {} {} {} {} {} {}\n", Int(a), .READ in a, .EXEC in a, Int(F.READ), Int(F.WRITE), Int(F.EXEC), none_ == F{}, F.READ | F.EXEC)
end
