//! Converts Markdown to HTML: headings, paragraphs, lists, quotes, code, emphasis, links. Everything is made in an arena that
//! the caller chooses; the converter itself never says where memory comes from.

#import "Strings"
Arena :: #import "Arena"
#import "List"

/// What a line begins.
Line :: union
    blank
    heading: Heading
    item: String
    quote: String
    fence: String
    text: String
end

Heading :: struct
    level: Int
    text: String
end

lines_of :: (text: String) -> List{String}
    lines := list{String}()
    start := 0
    for byte, i in bytes(text)
        if byte == '\n'
            lines.append(text[start..<i])
            start = i + 1
        end
    end
    if start < text.length
        lines.append(text[start..])
    end
    return lines
end

bytes :: (text: String) -> Slice{u8} => text.data[0..<text.length]

classify :: (line: String) -> Line
    trimmed := trim(line)
    if trimmed.length == 0
        return .blank
    end
    level := 0
    while level < trimmed.length && trimmed[level] == '#'
        level += 1
    end
    if level in 1..=6 && level < trimmed.length && trimmed[level] == ' '
        return .heading({level, trim(trimmed[level..])})
    end
    if starts_with(trimmed, "~~~")
        return .fence(trim(trimmed[3..]))
    end
    if starts_with(trimmed, "- ") || starts_with(trimmed, "* ")
        return .item(trim(trimmed[2..]))
    end
    if trimmed[0] == '>'
        return .quote(trim(trimmed[1..]))
    end
    return .text(trimmed)
end

/// Text with the characters of HTML made harmless.
escape :: (out: Pointer{Builder}, text: String)
    for i in 0..<text.length
        match text[i]
        case '<' => out.append("&lt;")
        case '>' => out.append("&gt;")
        case '&' => out.append("&amp;")
        else => out.append(text[i])
        end
    end
end

wrapped :: (out: Pointer{Builder}, tag: String, content: String)
    out.append(format("<{}>", tag))
    inline(out, content)
    out.append(format("</{}>", tag))
end

/// Emphasis, code and links within a line.
inline :: (out: Pointer{Builder}, text: String)
    at := 0
    while at < text.length
        rest := text[at..]
        delimiter := ifx starts_with(rest, "**") => "**" else if rest[0] == '*' => "*" else if rest[0] == '`' => "`" else => "" end
        if delimiter.length > 0
            last := find(rest, delimiter, delimiter.length)
            if last > 0
                content := rest[delimiter.length..<last]
                match delimiter
                case "**" => wrapped(out, "strong", content)
                case "*"  => wrapped(out, "em", content)
                else
                    out.append("<code>")
                    escape(out, content)
                    out.append("</code>")
                end
                at += last + delimiter.length
                continue
            end
        end
        if rest[0] == '['
            if length := link(out, rest)
                at += length
                continue
            end
        end
        escape(out, rest[..<1])
        at += 1
    end
end

// [text](address): how many bytes it took
link :: (out: Pointer{Builder}, rest: String) -> Maybe{Int}
    middle := find(rest, "](")
    if middle < 0
        return none
    end
    last := find_byte(rest, ')', middle)
    if last < 0
        return none
    end
    out.append(format("<a href=\"{}\">", rest[middle + 2..<last]))
    inline(out, rest[1..<middle])
    out.append("</a>")
    return last + 1
end

to_html :: (text: String) -> String
    out := builder()
    lines := lines_of(text)
    at := 0
    while at < lines.length
        match classify(lines[at])
        case .blank
            at += 1
        case .heading h
            wrapped(&out, format("h{}", h.level), h.text)
            out.append("\n")
            at += 1
        case .item
            out.append("<ul>\n")
            while at < lines.length
                match classify(lines[at])
                case .item content
                    out.append("  ")
                    wrapped(&out, "li", content)
                    out.append("\n")
                else
                    break
                end
                at += 1
            end
            out.append("</ul>\n")
        case .quote content
            out.append("<blockquote>")
            wrapped(&out, "p", content)
            out.append("</blockquote>\n")
            at += 1
        case .fence language
            out.append(ifx language.length > 0 => format("<pre><code class=\"{}\">", language) else => "<pre><code>" end)
            at += 1
            while at < lines.length && tag_of(classify(lines[at])) != .fence
                escape(&out, lines[at])
                out.append("\n")
                at += 1
            end
            at += 1
            out.append("</code></pre>\n")
        case .text
            out.append("<p>")
            first := at
            paragraph: while at < lines.length
                content := match classify(lines[at])
                case .text t => t
                else => break paragraph
                end
                if at > first
                    out.append("\n")
                end
                inline(&out, content)
                at += 1
            end
            out.append("</p>\n")
        end
    end
    return out.text()
end

PAGE :: `# Hubbub & friends

A *small* language with a **big** idea: the context.
It costs nothing, see [the *tour*](docs/tour.md).

## Why?

- no garbage
- no <templates>
* no hurry

> Make it so.

~~~hubbub
if a < b && c
    print("**not bold**")
end
~~~

Use `

PAGE_2 :: "`a < b`."

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        print("{}", to_html(concat(PAGE, PAGE_2)))
    end
    return 0
end
