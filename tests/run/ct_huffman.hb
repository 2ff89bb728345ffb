// expect: 114 bits for 296
// expect: she sells sea shells by the sea shore
// expect: 45 less shy horses
// expect: 2 boss

Heap :: #import "Heap"

// A code made by the compiler from the text that it is for; the program packs and unpacks with it.

Node :: struct
    weight, order: Int
    byte: u8
    left, right: Pointer{Node}
end

Entry :: struct
    node: Pointer{Node}
end

< :: #operator (a: Entry, b: Entry) -> Bool
    return a.node.weight < b.node.weight || a.node.weight == b.node.weight && a.node.order < b.node.order
end

Code :: struct
    bits: u32
    length: Int
end

Book :: struct
    root: Pointer{Node}
    codes: Array{Code, 256}
end

assign :: (book: Pointer{Book}, node: Pointer{Node}, bits: u32, length: Int)
    if node.left == null
        book.codes[node.byte] = Code{bits, length}
        return
    end
    assign(book, node.left, bits << 1, length + 1)
    assign(book, node.right, (bits << 1) | 1, length + 1)
end

make_book :: (text: String) -> Book
    weights: Array{Int, 256}
    for i in 0..<text.length
        weights[text[i]] += 1
    end
    heap := Heap.heap{Entry}()
    defer heap.destroy()
    order := 0
    for weight, byte in weights
        if weight > 0
            heap.push(Entry{new(Node{weight = weight, order = order, byte = u8(byte)})})
            order += 1
        end
    end
    while heap.length() > 1
        a, b := heap.pop().some, heap.pop().some
        heap.push(Entry{new(Node{weight = a.node.weight + b.node.weight, order = order, left = a.node, right = b.node})})
        order += 1
    end
    book: Book
    book.root = heap.pop().some.node
    assign(&book, book.root, 0, 0)
    return book
end

pack :: (codes: Slice{Code}, text: String) -> Slice{Bool}
    length := 0
    for i in 0..<text.length
        length += codes[text[i]].length
    end
    bits := make_slice{Bool}(length)
    at := 0
    for i in 0..<text.length
        code := codes[text[i]]
        for k in 0..<code.length
            bits[at] = code.bits >> u32(code.length - 1 - k) & 1 == 1
            at += 1
        end
    end
    return bits
end

unpack :: (root: Pointer{Node}, bits: Slice{Bool}) -> String
    text := ""
    node := root
    for bit in bits
        node = ifx bit => node.right else => node.left end
        if node.left == null
            text = format("{}{}", text, Rune(node.byte))
            node = root
        end
    end
    return text
end

SAMPLE :: "she sells sea shells by the sea shore"
BOOK :: #run make_book(SAMPLE)
PACKED :: #run pack(BOOK.codes[..], SAMPLE)

main :: ()
    print("{} bits for {}\n", PACKED.length, SAMPLE.length * 8)
    print("{}\n", unpack(BOOK.root, PACKED))
    bits := pack(BOOK.codes[..], "less shy horses")
    print("{} {}\n", bits.length, unpack(BOOK.root, bits))
    print("{} {}\n", BOOK.codes[u8('s')].length, #run unpack(BOOK.root, pack(BOOK.codes[..], "boss")))
end
