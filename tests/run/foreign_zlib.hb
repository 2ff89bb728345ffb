// needs: /usr/include/zlib.h
// expect: crc32 cbf43926, adler32 091e01de
// expect: 44000 bytes become fewer than 1000: true
// expect: the same again: true
// expect: too small a place: Z_BUF_ERROR
// expect: streamed, in pieces of 512: the same: true, pieces: true
// expect: inflated, 64 bytes at a time: 44000 bytes, the same: true
// expect: damaged: Z_DATA_ERROR, incorrect header check

// zlib: its checksums, its one-call procedures, and its streams, whose state is a struct of C's.

z :: #foreign_library "libz";

crc32 :: (crc: u64, data: *u8, length: u32) -> u64 #foreign z
adler32 :: (adler: u64, data: *u8, length: u32) -> u64 #foreign z
compressBound :: (length: u64) -> u64 #foreign z
compress :: (to: *u8, to_length: *u64, from: *u8, from_length: u64) -> i32 #foreign z
uncompress :: (to: *u8, to_length: *u64, from: *u8, from_length: u64) -> i32 #foreign z "uncompress"
deflateInit_ :: (stream: *Z_Stream, level: i32, version: CString, size: i32) -> i32 #foreign z
deflate :: (stream: *Z_Stream, flush: i32) -> i32 #foreign z
deflateEnd :: (stream: *Z_Stream) -> i32 #foreign z
inflateInit_ :: (stream: *Z_Stream, version: CString, size: i32) -> i32 #foreign z
inflate :: (stream: *Z_Stream, flush: i32) -> i32 #foreign z
inflateEnd :: (stream: *Z_Stream) -> i32 #foreign z
zlib-version :: () -> CString #foreign z "zlibVersion"

Z_Stream :: struct
    next_in: *u8
    avail_in: u32
    total_in: u64
    next_out: *u8
    avail_out: u32
    total_out: u64
    msg: CString
    state: *void
    zalloc: #c-call (opaque: *void, items: u32, size: u32) -> *void
    zfree: #c-call (opaque: *void, address: *void)
    opaque: *void
    data_type: i32
    adler: u64
    reserved: u64
end

Code :: enum {i32}
    Z_BUF_ERROR = -5
    Z_DATA_ERROR = -3
    Z_OK = 0
    Z_STREAM_END = 1
end

NO_FLUSH :: 0
FINISH :: 4

#assert(size_of(Z_Stream) == 112)

// The library takes its memory from the allocator of whoever opened the stream.
Memory :: struct
    ctx: Context
    blocks: Int
end

take :: #c-call (opaque: *void, items: u32, size: u32) -> *void
    memory := bit_cast{*Memory}(opaque)
    with memory.ctx
        // Its size stands before the block: the library does not say it when it gives the block back.
        bytes := Int(items) * Int(size) + 16
        head := bit_cast{*Int}(allocate(bytes, 16))
        head@ = bytes
        memory.blocks += 1
        return &head[2]
    end
end

give-back :: #c-call (opaque: *void, address: *void)
    memory := bit_cast{*Memory}(opaque)
    with memory.ctx
        memory.blocks -= 1
        head := bit_cast{*Int}(UInt(address) - 16)
        release(head, head@, 16)
    end
end

fill :: (text: Slice{u8})
    words := "the quick brown fox jumps over the lazy dog. "
    for &byte, i in text
        byte = words[i % 44]
    end
end

streamed :: (text: Slice{u8}, out: Slice{u8}, memory: *Memory) -> (length: Int, pieces: Int)
    stream := Z_Stream{zalloc = take, zfree = give-back, opaque = memory}
    assert(Code(deflateInit_(&stream, 9, zlib-version(), i32(size_of(Z_Stream)))) == .Z_OK, "deflateInit")
    defer deflateEnd(&stream)
    stream.next_out = out.data
    stream.avail_out = u32(out.length)
    pieces := 0
    from := 0
    while from < text.length
        count := ifx text.length - from < 512 => text.length - from else => 512 end
        stream.next_in = &text[from]
        stream.avail_in = u32(count)
        from += count
        pieces += 1
        code := deflate(&stream, ifx from == text.length => FINISH else => NO_FLUSH end)
        assert(code == ifx from == text.length => 1 else => 0 end, "deflate")
    end
    return Int(stream.total_out), pieces
end

inflated :: (packed: Slice{u8}, text: Slice{u8}) -> Bool
    stream: Z_Stream
    inflateInit_(&stream, zlib-version(), 112)
    defer inflateEnd(&stream)
    stream.next_in = packed.data
    stream.avail_in = u32(packed.length)
    piece: Array{u8, 64}
    at := 0
    same := true
    while true
        stream.next_out = piece.data
        stream.avail_out = 64
        code := Code(inflate(&stream, NO_FLUSH))
        for byte in piece[..<64 - Int(stream.avail_out)]
            same = same && byte == text[at]
            at += 1
        end
        if code == .Z_STREAM_END
            break
        end
    end
    print("inflated, 64 bytes at a time: {} bytes, the same: {}\n", stream.total_out, same)
    return same
end

main :: () -> Int
    digits := "123456789"
    print("crc32 {:08x}, adler32 {:08x}\n", crc32(0, digits.data, 9), adler32(1, digits.data, 9))
    text := make_slice{u8}(44000)
    fill(text)
    packed := make_slice{u8}(Int(compressBound(44000)))
    length := u64(packed.length)
    assert(compress(packed.data, &length, text.data, 44000) == 0, "compress")
    print("44000 bytes become fewer than 1000: {}\n", length < 1000)
    again := make_slice{u8}(44000)
    again_length := u64(44000)
    code := uncompress(again.data, &again_length, packed.data, length)
    print("the same again: {}\n", code == 0 && equal(again, text))
    again_length = 100
    print("too small a place: {}\n", Code(uncompress(again.data, &again_length, packed.data, length)))
    memory := Memory{ctx = context}
    streamed_length, pieces := streamed(text, packed, &memory)
    again_length = 44000
    same := uncompress(again.data, &again_length, packed.data, u64(streamed_length)) == 0 && equal(again, text)
    print("streamed, in pieces of 512: the same: {}, pieces: {}\n", same && memory.blocks == 0, pieces == 86)
    inflated(packed[..<streamed_length], text)
    stream: Z_Stream
    inflateInit_(&stream, zlib-version(), 112)
    packed[0] = 1
    stream.next_in, stream.avail_in = packed.data, 10
    stream.next_out, stream.avail_out = again.data, 10
    print("damaged: {}, {}\n", Code(inflate(&stream, NO_FLUSH)), stream.msg)
    inflateEnd(&stream)
    return 0
end
