// expect: 2026-11-21T05:30:00Z true
// expect: 2026-11-20T22:30:00Z true
// expect: 2027-01-01T01:29:59Z true
// expect: 2026-11-21T05:30:00Z true
// expect: 2024-02-29T23:59:00Z true
// expect: refused
// expect: refused
// expect: refused
// expect: refused
// expect: refused
// expect: refused
// expect: refused
// expect: refused
// expect: refused

// Dates of RFC 3339, in any zone.

Time :: #import "Time"

main :: ()
    for text in Array{String, _}{"2026-11-21T05:30:00.125Z", "2026-11-21T00:30:00.5+02:00", "2026-12-31T23:59:59-01:30", "2026-11-21 05:30:00+00:00", "2024-03-01T00:00:00+00:01",
                                 "2026-11-21T05:30:00.Z", "2026-11-21T05:30:00+2:00", "2026-11-21T05:30:00+02:0", "2026-11-21T05:30:00+24:00", "2026-11-21T05:30:00+02:60",
                                 "2026-11-21T05:30:00X", "2026-11-21T05:30:00+0200", "2026-11-21T05:30:60Z", "2026-11-21T05:30:00Z "}
        date, ok := Time.parse_date(text)
        if ok
            print("{} {}\n", date, ok)
        else
            print("refused\n")
        end
    end
end
