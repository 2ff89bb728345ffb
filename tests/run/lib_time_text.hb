// expect: Thu 01 Jan 1970 00:00:00 12 AM 001 70 0 | 1| 0|
// expect: Wednesday, 31. December 1969, 23:59:59 11:59 PM 365 -1
// expect: 2024-02-29 12:00:00 12 PM 060 100% %q %
// expect: -001
// expect: 0ns 999ns 1us 1.5us 999.999ms 1s
// expect: 1m0s 1h0m0.000000001s -1h30m0s 2562047h47m16.854775807s -2562047h47m16.854775808s
// expect: |  1.5s|1.5s  |
// expect: [1s, 2s]
// expect: 0.0 1.0
// expect: 0.0 1.0 0.5
// expect: 69 96

// Dates by a pattern, spans as people write them, distributions by their mean and width.

Random :: #import "Random"
Time :: #import "Time"
Math :: #import "Math"

main :: ()
    print("{}\n", Time.date_of(0).shown("%a %d %b %Y %T %I %p %j %y %s |%e|%k|"))
    print("{}\n", Time.date_of(-1).shown("%A, %d. %B %Y, %H:%M:%S %I:%M %p %j %s"))
    print("{}\n", Time.Date{2024, 2, 29, 12, 0, 0}.shown("%F %T %I %p %j 100%% %q %"))
    print("{}\n", Time.Date{year = -1}.shown("%Y"))
    print("{} {} {} {} {} {}\n", Time.Duration(0), Time.Duration(999), Time.MICROSECOND, Time.Duration(1500), Time.Duration(999_999_000), Time.SECOND)
    most := Time.Duration(0x7fff_ffff_ffff_ffff)
    print("{} {} {} {} {}\n", Time.MINUTE, Time.HOUR + Time.NANOSECOND, -90 * Time.MINUTE, most, -most - Time.NANOSECOND)
    print("|{:>6}|{:<6}|\n", 3 * Time.SECOND / 2, 3 * Time.SECOND / 2)
    print("{}\n", Array{Time.Duration, 2}{Time.SECOND, 2 * Time.SECOND})
    r := Random.random(7)
    count :: 20_000
    sum, squares, within, twice := 0.0, 0.0, 0, 0
    for _ in 0..<count
        x := r.normal()
        sum += x
        squares += x * x
        within += ifx x > -1.0 && x < 1.0 => 1 else => 0 end
        twice += ifx x > -2.0 && x < 2.0 => 1 else => 0 end
    end
    print("{:.1} {:.1}\n", Math.abs(sum / f64(count)), squares / f64(count))
    least, total := 1.0, 0.0
    halves := 0
    for _ in 0..<count
        x := r.exponential(1.0)
        least = min(least, x)
        total += x
        halves += ifx x > 0.6931471805599453 => 1 else => 0 end
    end
    print("{:.1} {:.1} {:.1}\n", least, total / f64(count), f64(halves) / f64(count))
    print("{:.0} {:.0}\n", f64(within) * 100.0 / f64(count), f64(twice) * 100.0 / f64(count))
end
