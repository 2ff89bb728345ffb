// eval: no, PCRE2 is foreign code
// expect: 127.0.0.1 ada 2026-Nov-21 GET 200
// expect: 10.0.0.7 - 2026-Nov-21 GET 200
// expect: line 3 is none: broken line without anything
// expect: 10.0.0.7 - 2026-Nov-21 POST 302
// expect: ::1 bob 2026-Nov-21 GET 304
// expect: 10.0.0.9 - 2026-Nov-21 GET 404
// expect: line 7 is none: 127.0.0.1 - ada [99/Nov/2026:1
// expect: /index.html     2   5120
// expect: /img/a.png      1  20480
// expect: /login          1      0
// expect: /quote\"d       1     99
// expect: 10 groups, the 8th is path

// A log of a web server: lines that fit become records, the others are told; sums by path and status.

Regex :: #import "Regex"
#import "Ordered_Map"
#import "Strings"

LOG :: `127.0.0.1 - ada [21/Nov/2026:10:00:01 +0000] "GET /index.html HTTP/1.1" 200 5120
10.0.0.7 - - [21/Nov/2026:10:00:02 +0000] "GET /img/a.png HTTP/1.1" 200 20480
broken line without anything
10.0.0.7 - - [21/Nov/2026:10:00:03 +0000] "POST /login HTTP/1.1" 302 -
::1 - bob [21/Nov/2026:10:00:04 +0000] "GET /index.html HTTP/1.1" 304 0
10.0.0.9 - - [21/Nov/2026:10:00:05 +0000] "GET /quote\"d HTTP/1.1" 404 99
127.0.0.1 - ada [99/Nov/2026:10:00:01 +0000] "GET /index.html" 200 5120`

Sum :: struct
    hits, bytes: Int
end

main :: () -> Int
    line, error := Regex.compile(`^(?<host>[\w.:]+)\ -\ (?<user>\S+)\ \[(?<day>\d\d)/(?<month>\w{3})/(?<year>\d{4}):(?<time>[\d:]+)\ [+-]\d{4}\]
        \ "(?<method>[A-Z]+)\ (?<path>(?:[^"\\]|\\.)*?)\ HTTP/\d\.\d"\ (?<status>\d{3})\ (?<bytes>\d+|-)$`, .EXTENDED)
    if error != .ok
        print("{}\n", error)
        return 1
    end
    defer line.destroy()
    sums := ordered_map{String, Sum}()
    number := 0
    for text in lines(LOG)
        number += 1
        m := line.find(text) or_else Regex.Match{}
        if m.core == null
            print("line {} is none: {}\n", number, text[0..<min(text.length, 30)])
            continue
        end
        sum := sums.entry(m.named("path"))
        sum.hits += 1
        sum.bytes += parse_int(m.named("bytes")) or_else 0
        print("{} {} {}-{}-{} {} {}\n", m.named("host"), m.named("user"), m.named("year"), m.named("month"), m.named("day"), m.named("method"), m.named("status"))
    end
    for path, sum in sums
        print("{:<14}{:>3}{:>7}\n", path, sum.hits, sum.bytes)
    end
    print("{} groups, the 8th is {}\n", line.group_count(), line.group_name(8))
    return 0
end
