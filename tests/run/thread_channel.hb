// eval: no, the interpreter has one thread
// expect: 500500
// expect: 50005000 true
// expect: 0 1 2 3 4
// expect: timed out, then signalled

Thread :: #import "Thread"
Channel :: #import "Channel"

produce :: (numbers: Pointer{Channel.Channel{Int}})
    for i in 1..=1000
        numbers.send(i)
    end
    numbers.close()
end

Work :: struct
    input: Channel.Channel{Int}
    output: Channel.Channel{Int}
end

consume :: (work: Pointer{Work}) -> Int
    sum := 0
    while n := work.input.receive()
        sum += n
        work.output.send(n)
    end
    return sum
end

drain :: (work: Pointer{Work}) -> Int
    sum := 0
    while n := work.output.receive()
        sum += n
    end
    return sum
end

Turns :: struct
    guard: Thread.Mutex
    changed: Thread.Condition
    turn: Int
end

Player :: struct
    turns: Pointer{Turns}
    number: Int
end

play :: (player: Player)
    turns := player.turns
    turns.guard.lock()
    while turns.turn != player.number
        turns.changed.wait(&turns.guard)
    end
    print("{}{}", player.number, ifx player.number == 4 => "\n" else => " " end)
    turns.turn += 1
    turns.changed.broadcast()
    turns.guard.unlock()
end

main :: () -> Int
    numbers := Channel.create{Int}(4)
    Thread.spawn(produce, &numbers).detach()
    sum := 0
    while n := numbers.receive()
        sum += n
    end
    numbers.destroy()
    print("{}\n", sum)

    work := Work{input = Channel.create{Int}(16), output = Channel.create{Int}(3)}
    workers: Array{Thread.Thread{Int}, 6}
    for &worker in workers
        worker = Thread.spawn(consume, &work)
    end
    drainer := Thread.spawn(drain, &work)
    for i in 1..=10_000
        work.input.send(i)
    end
    work.input.close()
    by_workers := 0
    for worker in workers
        by_workers += worker.join()
    end
    work.output.close()
    drained := drainer.join()
    print("{} {}\n", drained, drained == by_workers && !work.output.send(1))

    turns: Turns
    players: Array{Thread.Thread{Void}, 5}
    for i in 0..<5
        players[4 - i] = Thread.spawn(play, Player{&turns, 4 - i})
    end
    for player in players
        player.join()
    end

    turns.guard.lock()
    if !turns.changed.wait_for(&turns.guard, 1_000_000)
        print("timed out, ")
    end
    player := Thread.spawn(play_last, &turns)
    while turns.turn != 100
        turns.changed.wait(&turns.guard)
    end
    turns.guard.unlock()
    player.join()
    print("then signalled\n")
    return 0
end

play_last :: (turns: Pointer{Turns})
    turns.guard.lock()
    turns.turn = 100
    turns.guard.unlock()
    turns.changed.signal()
end
