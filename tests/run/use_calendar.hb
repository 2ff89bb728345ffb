// expect:    2024-02
// expect: Mo Tu We Th Fr Sa Su
// expect:           1  2  3  4
// expect:  5  6  7  8  9 10 11
// expect: 12 13 14 15 16 17 18
// expect: 19 20 21 22 23 24 25
// expect: 26 27 28 29
// expect:    2026-11
// expect: Mo Tu We Th Fr Sa Su
// expect:                    1
// expect:  2  3  4  5  6  7  8
// expect:  9 10 11 12 13 14 15
// expect: 16 17 18 19 20 21 22
// expect: 23 24 25 26 27 28 29
// expect: 30
// expect: 2000-01-01T00:00:00Z SATURDAY 946684800
// expect: 2000-02-29T00:00:00Z TUESDAY 951782400
// expect: 2001-01-01T00:00:00Z MONDAY 978307200
// expect: 2027-05-19T00:00:00Z WEDNESDAY 1810684800
// expect: 1999-12-31T00:00:00Z FRIDAY 946598400
// expect: 172 Fridays the 13th
// expect: 2024-02-29 is 1709164800
// expect: 2023-02-29 is no date
// expect: 2024-02-29T12:30:01 is 1709209801
// expect: 24-1-1 is no date
// expect: 2024-04-31 is no date
// expect: 1969-12-31T23:59:59Z is -1

// A month on the wall, and reckoning with dates.

Time :: #import "Time"

month :: (year: Int, number: Int)
    print("   {}-{:02}\nMo Tu We Th Fr Sa Su\n", year, number)
    column := Int(Time.weekday(Time.Date{year = year, month = number}))
    for _ in 0..<column
        print("   ")
    end
    days := Time.days_in_month(year, number)
    for day in 1..=days
        print("{:>2}", day)
        column += 1
        print("{}", ifx column % 7 == 0 || day == days => "\n" else => " " end)
    end
end

main :: () -> Int
    month(2024, 2)
    month(2026, 11)
    start := Time.Date{year = 2000}
    for days in Array{Int, 5}{0, 59, 366, 10_000, -1}
        date := Time.date_of(Time.unix_of(start) + days * 86_400)
        print("{} {} {}\n", date, Time.weekday(date), Time.unix_of(date))
    end
    fridays := 0
    for year in 2000..<2100
        for number in 1..=12
            if Time.weekday(Time.Date{year = year, month = number, day = 13}) == .FRIDAY
                fridays += 1
            end
        end
    end
    print("{} Fridays the 13th\n", fridays)
    for text in Array{String, 6}{"2024-02-29", "2023-02-29", "2024-02-29T12:30:01", "24-1-1", "2024-04-31", "1969-12-31T23:59:59Z"}
        if date := Time.parse_date(text)
            print("{} is {}\n", text, Time.unix_of(date))
        else
            print("{} is no date\n", text)
        end
    end
    return 0
end
