// expect: 6 requests in 3598 s, 2 lines not understood
// expect: /index.html    3   407.0 ms   1200
// expect: /login         1    30.0 ms     30
// expect: /missing       1     2.0 ms      2
// expect: /style.css     1     1.0 ms      1
// expect: median 12 ms, p90 1200 ms; 3 ok, 3 wrong

// What a server's log says: how many requests, which paths, how long they took, what went wrong.

#import "List"
#import "Map"
Sort :: #import "Sort"
Strings :: #import "Strings"
Time :: #import "Time"

LOG :: `2026-11-21T09:00:01 GET /index.html 200 12ms
2026-11-21T09:00:02 GET /style.css 304 1ms
2026-11-21T09:00:02 POST /login 403 30ms
garbage line
2026-11-21T09:01:07 GET /index.html 200 9ms
2026-11-21T09:01:09 GET /missing 404 2ms
2026-11-21T09:59:59 GET /index.html 500 1200ms
2026-13-21T09:59:59 GET / 200 1ms
`

Request :: struct
    at: Int
    method, path: String
    status, took_ms: Int
end

Path_Summary :: struct
    path: String
    count, total_ms, slowest_ms: Int
end

parse :: (line: String) -> Maybe{Request}
    fields := Strings.field_list(line)
    defer fields.destroy()
    if fields.length != 5 || !Strings.ends_with(fields[4], "ms")
        return none
    end
    date, is_date := Time.parse_date(fields[0])
    status, is_status := Strings.parse_int(fields[3])
    took, is_time := Strings.parse_int(Strings.trim_suffix(fields[4], "ms"))
    if !is_date || !is_status || !is_time
        return none
    end
    return some(Request{Time.unix_of(date), fields[1], fields[2], status, took})
end

main :: ()
    paths := map{String, Path_Summary}()
    statuses: Array{Int, 6}
    bad, first, last := 0, 0, 0
    times := list{Int}()
    for line in Strings.lines(LOG)
        if request := parse(line)
            summary := paths.entry(request.path)
            summary.path = request.path
            summary.count += 1
            summary.total_ms += request.took_ms
            summary.slowest_ms = max(summary.slowest_ms, request.took_ms)
            statuses[request.status / 100] += 1
            times.append(request.took_ms)
            first = ifx first == 0 => request.at else => min(first, request.at) end
            last = max(last, request.at)
        else
            bad += 1
        end
    end
    print("{} requests in {} s, {} lines not understood\n", times.length, last - first, bad)
    summaries := list{Path_Summary}()
    for _, summary in paths
        summaries.append(summary)
    end
    Sort.sort(summaries.items(), (a: Path_Summary, b: Path_Summary) -> Bool => ifx a.count != b.count => b.count < a.count else => a.path < b.path end)
    for s in summaries
        print("{:<12} {:>3} {:>7.1} ms {:>6}\n", s.path, s.count, f64(s.total_ms) / f64(s.count), s.slowest_ms)
    end
    Sort.sort(times.items())
    print("median {} ms, p90 {} ms; {} ok, {} wrong\n", times[times.length / 2], times[times.length * 9 / 10], statuses[2] + statuses[3], statuses[4] + statuses[5])
end
