// eval: no, a panic ends the interpreter
// expect: a deque: impossible length of a deque
// expect: a channel: impossible capacity of a channel
// expect: a builder: impossible length of a text
// expect: padding: out of memory: 9223372036854775807 bytes for a text
// expect: wide padding: out of memory: 4611686018427387903 bytes for a text
// expect: more padding: impossible length of a text
// expect: repeating: impossible length of a string
// expect: a bit set: out of memory: 1152921504606846976 bytes for a bit set
// expect: a pool: out of memory: 8 bytes
// expect: below nothing: no number is below that
// expect: picking from nothing: nothing to pick from
// expect: a power of 0: division by zero
// expect: a large power: out of memory: the number would be too large
// expect: groups of no pattern: this regular expression has not been compiled
// expect: 1 1 1/2
// expect: true true
// expect: -292277022657-01-27T08:29:52Z true
// expect: 292277026596-12-04T15:30:07Z true
// expect: cannot send a signal: no such process

// Sizes and numbers that nothing has room for end in a panic at the line that asked, or mean what they say: they do not wrap around to small ones.

#import "Deque"
Big :: #import "Big"
Bit_Set :: #import "Bit_Set"
Channel :: #import "Channel"
Pool :: #import "Pool"
Process :: #import "Process"
Random :: #import "Random"
Regex :: #import "Regex"
Strings :: #import "Strings"
Thread :: #import "Thread"
Time :: #import "Time"

LEAST :: -0x7fff_ffff_ffff_ffff - 1
GREATEST :: 0x7fff_ffff_ffff_ffff

handler :: (message: String, location: Pointer{Source_Location})
    is_here := Strings.ends_with(location.file, "lib_impossible_sizes.hb")
    print("{}{}\n", message, ifx is_here => "" else => " (in the library)" end)
end

// Each panic ends a thread.
attempt :: (name: String, body: ())
    print("{}: ", name)
    with context{on_panic = handler}
        if Thread.spawn(body).try_join()
            print("nothing\n")
        end
    end
end

main :: ()
    attempt("a deque", ()
        d := deque{Int}()
        d.reserve(1 << 61)
        d.push_back(1)
    end)
    attempt("a channel", () => Channel.create{Int}(1 << 61))
    attempt("a builder", ()
        b := Strings.builder()
        b.append("abc")
        b.reserve(GREATEST)
    end)
    attempt("padding", () => Strings.pad_left("a", GREATEST))
    attempt("wide padding", () => Strings.pad_right("a", 1 << 61, 'é'))
    attempt("more padding", () => Strings.pad_right("a", GREATEST, 'é'))
    attempt("repeating", () => Strings.repeat("abcdefgh", 1 << 61))
    attempt("a bit set", () => Bit_Set.bit_set(GREATEST))
    attempt("a pool", ()
        pool := Pool.create(1 << 60)
        with context{allocator = Pool.allocate, allocator_data = &pool}
            new(3)
        end
    end)
    attempt("below nothing", ()
        r := Random.random(1)
        r.below(0)
    end)
    attempt("picking from nothing", ()
        r := Random.random(1)
        nothing: Slice{Int}
        r.pick(nothing)
    end)
    attempt("a power of 0", () => Big.pow(Big.rational(0), -1))
    attempt("a large power", () => Big.pow(Big.rational(2), LEAST))
    attempt("groups of no pattern", ()
        r: Regex.Regex
        r.group_count()
    end)
    print("{} {} {}\n", Big.pow(Big.rational(1), LEAST), Big.pow(Big.rational(-1), LEAST), Big.pow(Big.rational(-2), -1) * -1)
    unseeded, seeded: Random.Random
    seeded = Random.random(0)
    print("{} {}\n", unseeded.below(1000) == seeded.below(1000), unseeded.between(LEAST, -2) == seeded.between(LEAST, -2))
    for unix in Array{Int, 2}{LEAST, GREATEST}
        date := Time.date_of(unix)
        print("{} {}\n", date, Time.unix_of(date) == unix)
    end
    print("{}\n", Process.kill(Process.Child{process = 0x3fff_ffff}))
end
