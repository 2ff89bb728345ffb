// warning-line: 25
// warning-code: W0008
// warning-mentions: `doubled`
// warning-line: 26
// warning-code: W0008
// warning-mentions: `Lock`
// warning-line: 27
// warning-code: W0008
// warning-mentions: `ticket`

doubled :: (n: Int) -> Int #must-use
    return n * 2
end
Lock :: struct #must-use
    held: Bool
end
lock :: () -> Lock => Lock{true}
Ticket :: distinct Int
ticket :: () -> (Ticket, Int) #must-use
    return Ticket(1), 2
end
free :: () -> Int => 3
main :: () -> Int
    n := 4
    doubled(n)
    lock()
    ticket()
    free()
    _ = lock()
    _ = doubled(n)
    m, _ := ticket()
    return doubled(Int(m))
end
