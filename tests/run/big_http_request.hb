// expect: GET /a b HTTP/1.1, 2 headers, 3 arguments: q="1 2" n="A" x y="" no body
// expect: POST / HTTP/1.0, 1 headers, 0 arguments: "hello"
// expect: PUT /up HTTP/1.1, 1 headers, 0 arguments: [hello] [0123456789]
// expect: error METHOD at 0
// expect: error VERSION at 19
// expect: error HEADER at 19
// expect: error LENGTH at 39
// expect: error INCOMPLETE at 39
// expect: error TARGET at 5
// expect: error INCOMPLETE at 26

// An HTTP/1.1 request parser: no copies, errors with their place, chunked bodies.

Map :: #import "Map"
#import "Strings"

Method :: enum
    GET
    HEAD
    POST
    PUT
    DELETE
end

Problem :: enum
    METHOD
    TARGET
    VERSION
    HEADER
    LENGTH
    CHUNK
    INCOMPLETE
end

Fault :: struct
    problem: Problem
    at: Int
end

Http_Error :: union #error
    fine
    fault: Fault
end

Body :: union
    nothing
    plain: String
    chunks: Slice{String}
end

Request :: struct
    method: Method
    path: String
    query: Map.Map{String, String}
    major, minor: u8
    headers: Map.Map{String, String}
    body: Body
end

Cursor :: struct
    text: String
    at: Int
end

fail :: (c: *Cursor, problem: Problem) -> Http_Error => .fault({problem, c.at})

line :: (c: *Cursor) -> (String, Http_Error)
    for i in c.at..<c.text.length
        if c.text[i] == '\n'
            stop := ifx i > c.at && c.text[i - 1] == '\r' => i - 1 else => i end
            found := c.text[c.at..<stop]
            c.at = i + 1
            return found, .fine
        end
    end
    return "", c.fail(.INCOMPLETE)
end

word :: (c: *Cursor, stop: u8, problem: Problem) -> (String, Http_Error)
    start := c.at
    while c.at < c.text.length && c.text[c.at] != stop
        if c.text[c.at] <= ' '
            return "", c.fail(problem)
        end
        c.at += 1
    end
    if c.at == c.text.length || c.at == start
        return "", c.fail(problem)
    end
    c.at += 1
    return c.text[start..<c.at - 1], .fine
end

method_of :: (name: String) -> Maybe{Method}
    #for m in members(Method)
        if name == enum_name(m)
            return m
        end
    #end
    return none
end

hex :: (c: u8) -> Maybe{u8}
    return match c
    case '0'..='9' => c - '0'
    case 'a'..='f' => c - 'a' + 10
    case 'A'..='F' => c - 'A' + 10
    else => none
    end
end

decoded :: (s: String) -> String
    buffer := make_slice{u8}(s.length)
    n, i := 0, 0
    while i < s.length
        c := s[i]
        if c == '%' && i + 2 < s.length + 0
            if high := hex(s[i + 1])
                if low := hex(s[i + 2])
                    c = high << 4 | low
                    i += 2
                end
            end
        else if c == '+'
            c = ' '
        end
        buffer[n] = c
        n += 1
        i += 1
    end
    return String{buffer.data, n}
end

parse_target :: (r: *Request, target: String)
    q := -1
    for i in 0..<target.length
        if target[i] == '?'
            q = i
            break
        end
    end
    if q < 0
        r.path = decoded(target)
        return
    end
    r.path = decoded(target[..<q])
    rest := target[q + 1..]
    while rest.length > 0
        stop := rest.length
        eq := -1
        scan: for i in 0..<rest.length
            match rest[i]
            case '&'
                stop = i
                break scan
            case '='
                if eq < 0 eq = i; end
            else
            end
        end
        item := rest[..<stop]
        if eq >= 0
            r.query[decoded(item[..<eq])] = decoded(item[eq + 1..])
        else if item.length > 0
            r.query[decoded(item)] = ""
        end
        rest = ifx stop < rest.length => rest[stop + 1..] else => "" end
    end
end

number :: (c: *Cursor, text: String, base: Int, problem: Problem) -> (Int, Http_Error)
    n := 0
    if text.length == 0
        return 0, c.fail(problem)
    end
    for i in 0..<text.length
        digit := Int(hex(text[i]) or_else 99)
        if digit >= base
            return 0, c.fail(problem)
        end
        n = n * base + digit
    end
    return n, .fine
end

lower :: (s: String) -> String
    buffer := make_slice{u8}(s.length)
    for i in 0..<s.length
        buffer[i] = ifx s[i] >= 'A' && s[i] <= 'Z' => s[i] + 32 else => s[i] end
    end
    return String{buffer.data, buffer.length}
end

trimmed :: (s: String) -> String
    while s.length > 0 && (s[0] == ' ' || s[0] == '\t')
        s = s[1..]
    end
    while s.length > 0 && (s[s.length - 1] == ' ' || s[s.length - 1] == '\t')
        s = s[..<s.length - 1]
    end
    return s
end

parse_body :: (c: *Cursor, r: *Request) -> Http_Error
    if "chunked" == (r.headers.get("transfer-encoding") or_else "")
        chunks: Array{String, 16}
        n := 0
        while true
            size := number(c, c.line() or_return, 16, .CHUNK) or_return
            if size == 0
                break
            end
            if c.at + size + 2 > c.text.length
                return c.fail(.INCOMPLETE)
            end
            chunks[n] = c.text[c.at..<c.at + size]
            n += 1
            c.at += size
            rest := c.line() or_return
            if rest != ""
                return c.fail(.CHUNK)
            end
        end
        kept := make_slice{String}(n)
        for &k, i in kept
            k = chunks[i]
        end
        r.body = .chunks(kept)
        return .fine
    end
    if text := r.headers.get("content-length")
        n := number(c, text, 10, .LENGTH) or_return
        if c.at + n > c.text.length
            return c.fail(.INCOMPLETE)
        end
        r.body = .plain(c.text[c.at..<c.at + n])
        c.at += n
    end
    return .fine
end

parse :: (text: String) -> (Request, Http_Error)
    c := Cursor{text = text}
    r: Request
    name := c.word(' ', .METHOD) or_return
    if method := method_of(name)
        r.method = method
    else
        return r, .fault({.METHOD, 0})
    end
    parse_target(&r, c.word(' ', .TARGET) or_return)
    version := c.line() or_return
    match version
    case "HTTP/1.1" => r.major, r.minor = 1, 1
    case "HTTP/1.0" => r.major, r.minor = 1, 0
    else => return r, c.fail(.VERSION)
    end
    while true
        before := c.at
        l := c.line() or_return
        if l == "" break; end
        colon := -1
        for i in 0..<l.length
            if l[i] == ':'
                colon = i
                break
            end
        end
        if colon <= 0
            return r, .fault({.HEADER, before})
        end
        r.headers[lower(l[..<colon])] = trimmed(l[colon + 1..])
    end
    parse_body(&c, &r) or_return
    return r, .fine
end

show :: (text: String)
    r, e := parse(text)
    match e
    case .fault f
        print("error {} at {}\n", enum_name(f.problem), f.at)
        return
    case .fine
    end
    print("{} {} HTTP/{}.{}, {} headers, {} arguments:", enum_name(r.method), r.path, r.major, r.minor, r.headers.length, r.query.length)
    for key in Array{String, _}{"q", "n", "x y"}
        if value := r.query.get(key)
            print(" {}={:?}", key, value)
        end
    end
    match r.body
    case .nothing => print(" no body\n")
    case .plain s => print(" {:?}\n", s)
    case .chunks all
        for x in all print(" [{}]", x); end
        print("\n")
    end
end

main :: () -> Int
    show("GET /a%20b?q=1+2&n=%41&x+y HTTP/1.1\r\nHost: example.org\r\nX-Thing:   spaced \r\n\r\n")
    show("POST / HTTP/1.0\nContent-Length: 5\n\nhelloworld")
    show("PUT /up HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n")
    show("BREW /pot HTTP/1.1\r\n\r\n")
    show("GET /pot HTTP/2.0\r\n\r\n")
    show("GET /pot HTTP/1.1\r\nno colon\r\n\r\n")
    show("POST / HTTP/1.1\r\nContent-Length: 5x\r\n\r\nhello")
    show("POST / HTTP/1.1\r\nContent-Length: 50\r\n\r\nhello")
    show("GET /")
    show("GET /a HTTP/1.1\r\nHost: x\r\n")
    return 0
end
