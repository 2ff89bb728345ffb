//! Time: what the clocks say, spans, and dates of the Gregorian calendar in UTC.
//!
//! ```
//! start := Time.now()
//! Time.sleep(2 * Time.MILLISECOND)
//! Time.milliseconds(Time.since(start)) >= 2.0   // => true
//! print("{}\n", Time.date_of(1_795_239_000))    // => 2026-11-21T05:30:00Z
//! ```

#import "Os"

/// A span in nanoseconds.
Duration :: distinct Int

NANOSECOND: Duration : Duration(1)
MICROSECOND: Duration : Duration(1_000)
MILLISECOND: Duration : Duration(1_000_000)
SECOND: Duration : Duration(1_000_000_000)
MINUTE: Duration : Duration(60_000_000_000)
HOUR: Duration : Duration(3_600_000_000_000)

/// A moment of the clock that never goes back: good for spans only.
Moment :: struct
    ns: Int
end

/// What that clock says now.
/// ```
/// start := Time.now()
/// Time.since(start) >= Time.Duration(0)         // => true
/// ```
now :: () -> Moment => Moment{clock(1)}

/// How long ago a moment was.
/// ```
/// start := Time.now()
/// Time.sleep(Time.MILLISECOND)
/// Time.since(start) >= Time.MILLISECOND         // => true
/// ```
since :: (start: Moment) -> Duration => Duration(clock(1) - start.ns)

/// The span from one moment to another; negative if the other is the earlier one.
/// ```
/// first := Time.now()
/// second := Time.now()
/// Time.between(first, second) >= Time.Duration(0)   // => true
/// ```
between :: (start: Moment, end_: Moment) -> Duration => Duration(end_.ns - start.ns)

/// A span in seconds.
/// ```
/// Time.seconds(90 * Time.MINUTE)                // => 5400.0
/// ```
seconds :: (d: Duration) -> f64 => f64(Int(d)) / 1e9
/// A span in milliseconds.
/// ```
/// Time.milliseconds(Time.SECOND / 4)            // => 250.0
/// ```
milliseconds :: (d: Duration) -> f64 => f64(Int(d)) / 1e6
/// A span in microseconds.
/// ```
/// Time.microseconds(Time.Duration(1500))        // => 1.5
/// ```
microseconds :: (d: Duration) -> f64 => f64(Int(d)) / 1e3

/// Seconds since 1970 in UTC.
/// ```
/// Time.unix_now() > 1_700_000_000               // => true
/// ```
unix_now :: () -> Int => clock(0) / 1_000_000_000

/// Nanoseconds since 1970 in UTC.
/// ```
/// Time.unix_now_ns() / 1_000_000_000 >= Time.unix_now() - 1   // => true
/// ```
unix_now_ns :: () -> Int => clock(0)

/// How long the processor has worked for this process.
/// ```
/// before := Time.processor_time()
/// sum := 0
/// for i in 0..<100_000
///     sum += i * i
/// end
/// Time.processor_time() >= before               // => true
/// ```
processor_time :: () -> Duration => Duration(clock(2))

/// Lets this thread wait for at least so long; a span that is not positive is no wait.
/// ```
/// Time.sleep(2 * Time.MILLISECOND)
/// ```
sleep :: (d: Duration)
    if d <= Duration(0)
        return
    end
    request := Kernel_Time{Int(d) / 1_000_000_000, Int(d) % 1_000_000_000}
    while hb_os_call_sleep(&request) == -4
    end
end

// The time that is left after a signal stands where the request was.
hb_os_call_sleep :: (request: Pointer{Kernel_Time}) -> Int #private
    return call(.SLEEP, 1, 0, address(request), address(request))
end

Kernel_Time :: struct #private
    s, ns: Int
end

clock :: (which: Int) -> Int #private
    at: Kernel_Time
    call(.CLOCK, which, address(&at))
    return at.s * 1_000_000_000 + at.ns
end

// ---- Dates ------------------------------------------------------------------------------------------------------------------------

/// A date with its time of day, in UTC.
Date :: struct
    year: Int
    month: Int = 1                      // 1 … 12
    day: Int = 1                        // 1 … 31
    hour: Int
    minute: Int
    second: Int
end

Weekday :: enum
    MONDAY
    TUESDAY
    WEDNESDAY
    THURSDAY
    FRIDAY
    SATURDAY
    SUNDAY
end

/// The date so many seconds after 1970 began.
/// ```
/// print("{}\n", Time.date_of(0))                // => 1970-01-01T00:00:00Z
/// d := Time.date_of(1_795_239_000)
/// d.year                                        // => 2026
/// d.hour                                        // => 5
/// ```
date_of :: (unix: Int) -> Date
    days := floor_div(unix, 86_400)
    rest := unix %% 86_400
    // days since the first of March of the year 0, in eras of 400 years
    shifted := days + 719_468
    era := floor_div(shifted, 146_097)
    day_of_era := shifted %% 146_097
    year_of_era := (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365
    day_of_year := day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100)
    shifted_month := (5 * day_of_year + 2) / 153
    month := ifx shifted_month < 10 => shifted_month + 3 else => shifted_month - 9 end
    year := year_of_era + era * 400 + ifx month <= 2 => 1 else => 0 end
    return Date{year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1, rest / 3600, rest / 60 % 60, rest % 60}
end

/// The seconds since 1970 of a date.
/// ```
/// Time.unix_of({year = 2000, month = 2, day = 29})     // => 951782400
/// ```
unix_of :: (d: Date) -> Int
    year := ifx d.month <= 2 => d.year - 1 else => d.year end
    era := floor_div(year, 400)
    year_of_era := year %% 400
    shifted_month := ifx d.month > 2 => d.month - 3 else => d.month + 9 end
    day_of_year := (153 * shifted_month + 2) / 5 + d.day - 1
    day_of_era := year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    days := era * 146_097 + day_of_era - 719_468
    return days * 86_400 + d.hour * 3600 + d.minute * 60 + d.second
end

/// The day of the week of a date.
/// ```
/// Time.weekday({year = 2026, month = 11, day = 21})    // => SATURDAY
/// ```
weekday :: (d: Date) -> Weekday => Weekday((floor_div(unix_of(d), 86_400) + 3) %% 7)

/// ```
/// Time.is_leap_year(2024)                       // => true
/// Time.is_leap_year(1900)                       // => false
/// ```
is_leap_year :: (year: Int) -> Bool => year %% 4 == 0 && (year %% 100 != 0 || year %% 400 == 0)

/// How many days a month has, 1 to 12.
/// ```
/// Time.days_in_month(2024, 2)                   // => 29
/// ```
days_in_month :: (year: Int, month: Int) -> Int
    match month
    case 2           => return ifx is_leap_year(year) => 29 else => 28 end
    case 4, 6, 9, 11 => return 30
    else
        return 31
    end
end

/// Reads `2026-11-21`, `2026-11-21T05:30:00Z` and the same with a blank for the `T`; the time of another zone, `2026-11-21T07:30:00+02:00`, becomes that of UTC. Parts of a second
/// may be there and do not count.
/// ```
/// d, ok := Time.parse_date("2026-11-21 05:30:00")
/// print("{} {}\n", ok, d)                       // => true 2026-11-21T05:30:00Z
/// Time.parse_date("2026-11-21T00:30:00.5+02:00") or_else Time.Date{}      // => 2026-11-20T22:30:00Z
/// _, leap := Time.parse_date("2026-02-29")
/// leap                                          // => false
/// ```
parse_date :: (text: String) -> (Date, Bool)
    d: Date
    if text.length != 10 && text.length < 19
        return d, false
    end
    east := 0
    ok := number(text, 0, 4, &d.year) && number(text, 5, 2, &d.month) && number(text, 8, 2, &d.day) && text[4] == '-' && text[7] == '-'
    if ok && text.length > 10
        ok = (text[10] == 'T' || text[10] == ' ') && number(text, 11, 2, &d.hour) && number(text, 14, 2, &d.minute)
        ok = ok && number(text, 17, 2, &d.second) && text[13] == ':' && text[16] == ':' && read_zone(text[19..], &east)
    end
    ok = ok && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month)
    ok = ok && d.hour < 24 && d.minute < 60 && d.second < 60
    return ifx ok && east != 0 => date_of(unix_of(d) - east) else => d end, ok
end

// What stands behind the seconds: their parts, and how many seconds the zone is east of Greenwich.
read_zone :: (text: String, east: Pointer{Int}) -> Bool #private
    at := 0
    if text.length > 0 && text[0] == '.'
        at = 1
        while at < text.length && text[at] >= '0' && text[at] <= '9'
            at += 1
        end
        if at == 1
            return false
        end
    end
    zone := text[at..]
    if zone == "" || zone == "Z"
        return true
    end
    hours, minutes := 0, 0
    if zone.length != 6 || !(zone[0] == '+' || zone[0] == '-') || zone[3] != ':' || !number(zone, 1, 2, &hours) || !number(zone, 4, 2, &minutes)
        return false
    end
    east@ = ifx zone[0] == '-' => -1 else => 1 end * (hours * 3600 + minutes * 60)
    return hours < 24 && minutes < 60
end

number :: (text: String, at: Int, length: Int, out: Pointer{Int}) -> Bool #private
    out@ = 0
    for i in at..<at + length
        if text[i] < '0' || text[i] > '9'
            return false
        end
        out@ = out@ * 10 + Int(text[i] - '0')
    end
    return true
end

floor_div :: (a: Int, b: Int) -> Int #private => a / b - ifx a % b < 0 => 1 else => 0 end

/// A date by a pattern as C's `strftime` reads it: `%Y %m %d %H %M %S` are numbers, `%e` and `%k` day and hour with a blank in front, `%I %p` the hour of twelve, `%j` the day of
/// the year, `%y` the year of the century, `%A %a` and `%B %b` the names of day and month in English, `%F` is `%Y-%m-%d` and `%T` `%H:%M:%S`, `%s` the seconds since 1970, `%%` a `%`.
/// Anything else stays as it is.
/// ```
/// d := Time.date_of(1_795_239_000)
/// d.shown("%a, %d %b %Y %H:%M:%S")              // => "Sat, 21 Nov 2026 05:30:00"
/// d.shown("%A %e. %B, %I:%M %p, day %j")        // => "Saturday 21. November, 05:30 AM, day 325"
/// ```
shown :: (d: Date, pattern: String, location: Pointer{Source_Location} = #caller-location) -> String
    storage: Format_Storage = uninit
    out := format_begin(&storage, location = location)
    at := 0
    while at < pattern.length
        if pattern[at] != '%' || at + 1 == pattern.length
            write(out, pattern[at..<at + 1])
            at += 1
            continue
        end
        show_part(out, d, pattern[at + 1])
        at += 2
    end
    return format_end(out, location = location)
end

show_part :: (out: Pointer{Writer}, d: Date, letter: u8) #private
    day := DAYS[Int(weekday(d))]
    month := MONTHS[ifx d.month >= 1 && d.month <= 12 => d.month - 1 else => 0 end]
    twelve := ifx d.hour % 12 == 0 => 12 else => d.hour % 12 end
    match letter
    case 'Y' => print_to(out, "{:04}", d.year)
    case 'y' => print_to(out, "{:02}", d.year %% 100)
    case 'm' => print_to(out, "{:02}", d.month)
    case 'd' => print_to(out, "{:02}", d.day)
    case 'e' => print_to(out, "{:2}", d.day)
    case 'H' => print_to(out, "{:02}", d.hour)
    case 'k' => print_to(out, "{:2}", d.hour)
    case 'I' => print_to(out, "{:02}", twelve)
    case 'p' => write(out, ifx d.hour < 12 => "AM" else => "PM" end)
    case 'M' => print_to(out, "{:02}", d.minute)
    case 'S' => print_to(out, "{:02}", d.second)
    case 'j' => print_to(out, "{:03}", (unix_of(d) - unix_of(Date{year = d.year})) / 86_400 + 1)
    case 's' => put(out, unix_of(d))
    case 'A' => write(out, day)
    case 'a' => write(out, day[..<3])
    case 'B' => write(out, month)
    case 'b' => write(out, month[..<3])
    case 'F' => print_to(out, "{:04}-{:02}-{:02}", d.year, d.month, d.day)
    case 'T' => print_to(out, "{:02}:{:02}:{:02}", d.hour, d.minute, d.second)
    case '%' => write(out, "%")
    else
        print_to(out, "%{}", String{data = &letter, length = 1})
    end
end

DAYS :: Array{String, 7}{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"} #private
MONTHS :: Array{String, 12}{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"} #private

/// How `print` shows a span: in hours, minutes and seconds, or in the unit below a second that makes it a number of at least 1. And a date: as RFC 3339 wants it.
/// ```
/// format("{}", Time.Date{2026, 1, 2, 3, 4, 5})  // => "2026-01-02T03:04:05Z"
/// format("{} {}", 90 * Time.MINUTE + 1500 * Time.MILLISECOND, Time.Duration(-1_250_000))     // => "1h30m1.5s -1.25ms"
/// ```
format :: (out: Pointer{Writer}, d: Pointer{Duration}, spec: Format_Spec)
    ns := Int(d@)
    size := ifx ns < 0 => 0 - u64(ns) else => u64(ns) end
    storage: Format_Storage = uninit
    text := format_begin(&storage)
    if ns < 0
        write(text, "-")
    end
    if size < 1_000
        print_to(text, "{}ns", size)
    else if size < 1_000_000
        print_to(text, "{}us", plain(size, 1_000))
    else if size < 1_000_000_000
        print_to(text, "{}ms", plain(size, 1_000_000))
    else
        hours, minutes := size / 3_600_000_000_000, size / 60_000_000_000 % 60
        if hours > 0
            print_to(text, "{}h", hours)
        end
        if minutes > 0 || hours > 0
            print_to(text, "{}m", minutes)
        end
        print_to(text, "{}s", plain(size % 60_000_000_000, 1_000_000_000))
    end
    write_padded_text(out, written(text), spec)
end

// A quotient with as many digits behind the point as it has.
Plain :: struct #private
    whole, rest, unit: u64
end

plain :: (size: u64, unit: u64) -> Plain #private => Plain{size / unit, size % unit, unit}

format :: (out: Pointer{Writer}, p: Pointer{Plain}, _spec: Format_Spec)
    put(out, p.whole)
    rest, unit := p.rest, p.unit
    if rest > 0
        write(out, ".")
    end
    while rest > 0
        unit = unit / 10
        put(out, rest / unit)
        rest = rest % unit
    end
end

format :: (out: Pointer{Writer}, d: Pointer{Date}, _spec: Format_Spec)
    digits :: Format_Spec{width = 2, zero = true}
    year := d.year
    format(out, &year, Format_Spec{width = 4, zero = true})
    write(out, "-")
    format(out, &d.month, digits)
    write(out, "-")
    format(out, &d.day, digits)
    write(out, "T")
    format(out, &d.hour, digits)
    write(out, ":")
    format(out, &d.minute, digits)
    write(out, ":")
    format(out, &d.second, digits)
    write(out, "Z")
end
