//! A small markup language, read into a tree and written as HTML: headings, lists, quotes, paragraphs; `*strong*`, `_emphasis_`, `` `code` ``, `[text](address)`.
//!
//! The kind of module that one finds somewhere and uses. It builds what it needs and leaves it to whoever called it.

#import "List"

Kind :: enum
    DOCUMENT
    HEADING
    PARAGRAPH
    QUOTE
    LIST
    ITEM
    TEXT
    STRONG
    EMPHASIS
    CODE
    LINK
end

Node :: struct
    kind: Kind
    level: Int                      // of a heading
    text: String                    // of text and code; the address of a link
    children: List{Pointer{Node}}
end

/// Reads a document.
parse :: (source: String) -> Pointer{Node}
    document := make(.DOCUMENT)
    open: Pointer{Node} = null      // the block that the next line may go on
    at := 0
    while at < source.length
        line := line_at(source, at)
        at += line.length + 1
        if line.length == 0
            open = null
        else if line[0] == '#'
            open = null
            level := 0
            while level < line.length && line[level] == '#'
                level += 1
            end
            heading := child(document, .HEADING)
            heading.level = level
            spans(heading, trim(line[level..]))
        else if line.length > 1 && line[0] == '-' && line[1] == ' '
            open = block_of(document, open, .LIST)
            spans(child(open, .ITEM), trim(line[2..]))
        else if line[0] == '>'
            open = block_of(document, open, .QUOTE)
            spans(open, trim(line[1..]))
        else
            open = block_of(document, open, .PARAGRAPH)
            spans(open, line)
        end
    end
    return document
end

/// Writes a document as HTML.
to_html :: (node: Pointer{Node}) -> String
    pieces := list{String}()
    write_node(&pieces, node)
    html := join(pieces.items())
    pieces.destroy()
    return html
end

/// How many nodes a document has.
count :: (node: Pointer{Node}) -> Int
    total := 1
    for c in node.children.items()
        total += count(c)
    end
    return total
end

/// Takes a document apart, for those who want that.
destroy :: (node: Pointer{Node})
    for c in node.children.items()
        destroy(c)
    end
    node.children.destroy()
    if node.text.data != null
        delete(node.text)
    end
    free(node)
end

// ---- Reading ------------------------------------------------------------------------------------------------------------

make :: (kind: Kind) -> Pointer{Node} #private
    return new(Node{kind = kind, children = list{Pointer{Node}}()})
end

child :: (parent: Pointer{Node}, kind: Kind) -> Pointer{Node} #private
    made := make(kind)
    parent.children.append(made)
    return made
end

block_of :: (document: Pointer{Node}, open: Pointer{Node}, kind: Kind) -> Pointer{Node} #private
    if open != null && open.kind == kind
        return open
    end
    return child(document, kind)
end

line_at :: (source: String, at: Int) -> String #private
    end_ := at
    while end_ < source.length && source[end_] != '\n'
        end_ += 1
    end
    return source[at..<end_]
end

trim :: (text: String) -> String #private
    first, last := 0, text.length
    while first < last && text[first] == ' '
        first += 1
    end
    while last > first && text[last - 1] == ' '
        last -= 1
    end
    return text[first..<last]
end

find :: (text: String, byte: u8, from: Int) -> Int #private
    for i in from..<text.length
        if text[i] == byte
            return i
        end
    end
    return -1
end

spans :: (parent: Pointer{Node}, text: String) #private
    at, start := 0, 0
    while at < text.length
        close := closing(text, at)
        if close < 0
            at += 1
            continue
        end
        plain(parent, text[start..<at])
        inner := text[at + 1..<close]
        match text[at]
        case '*' => spans(child(parent, .STRONG), inner)
        case '_' => spans(child(parent, .EMPHASIS), inner)
        case '`' => child(parent, .CODE).text = copy(inner)
        else
            end_ := find(text, ')', close)
            link := child(parent, .LINK)
            link.text = copy(text[close + 2..<end_])
            spans(link, inner)
            close = end_
        end
        at = close + 1
        start = at
    end
    plain(parent, text[start..])
end

// Where what begins at `at` ends; -1 if nothing begins there.
closing :: (text: String, at: Int) -> Int #private
    match text[at]
    case '*', '_', '`' => return find(text, text[at], at + 1)
    case '['
        close := find(text, ']', at)
        if close < 0 || close + 1 >= text.length || text[close + 1] != '(' || find(text, ')', close) < 0
            return -1
        end
        return close
    else
        return -1
    end
end

plain :: (parent: Pointer{Node}, text: String) #private
    if text.length > 0
        child(parent, .TEXT).text = copy(text)
    end
end

copy :: (text: String) -> String #private
    return format("{}", text)
end

// ---- Writing ------------------------------------------------------------------------------------------------------------

write_node :: (out: Pointer{List{String}}, node: Pointer{Node}) #private
    before, after := tags(node)
    out.append(before)
    if node.kind == .LINK
        out.append(node.text)
        out.append("\">")
    else
        out.append(node.text)
    end
    for c in node.children.items()
        write_node(out, c)
    end
    out.append(after)
end

tags :: (node: Pointer{Node}) -> (before: String, after: String) #private
    match node.kind
    case .HEADING   => return ifx node.level == 1 => "<h1>" else => "<h2>" end, ifx node.level == 1 => "</h1>\n" else => "</h2>\n" end
    case .PARAGRAPH => return "<p>", "</p>\n"
    case .QUOTE     => return "<blockquote>", "</blockquote>\n"
    case .LIST      => return "<ul>\n", "</ul>\n"
    case .ITEM      => return "<li>", "</li>\n"
    case .STRONG    => return "<strong>", "</strong>"
    case .EMPHASIS  => return "<em>", "</em>"
    case .CODE      => return "<code>", "</code>"
    case .LINK      => return "<a href=\"", "</a>"
    case .DOCUMENT, .TEXT => return "", ""
    end
end

join :: (pieces: Slice{String}) -> String #private
    length := 0
    for piece in pieces
        length += piece.length
    end
    bytes := make_slice{u8}(length)
    at := 0
    for piece in pieces
        memory_copy(&bytes.data[at], piece.data, piece.length)
        at += piece.length
    end
    return String{data = bytes.data, length = length}
end
