// expect: 3 48 64
// expect: true 0

// one part of a program is watched, over an arena

Arena :: #import "Arena"
Tracking :: #import "Tracking"

main :: ()
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        tracker := Tracking.create()
        with context{allocator = Tracking.allocate, allocator_data = &tracker}
            a := make_slice{Int}(2)
            b := make_slice{Int}(2)
            c := make_slice{Int}(2)
            print("{} {} ", tracker.live, tracker.in_use)
            b = resize(b, 2)
            print("{}\n", tracker.peak)
            delete(a)
            delete(b)
            delete(c)
        end
        print("{} {}\n", tracker.report(), tracker.live)
        tracker.destroy()
    end
end
