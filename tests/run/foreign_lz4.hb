// needs: /usr/include/lz4.h
// expect: bound of 100: 116
// expect: 30000 bytes become fewer than 500: true
// expect: back to 30000 bytes, the same: true
// expect: a place that is too small: true
// expect: a part of it: 100 the same: true
// expect: frame: true true

// lz4: blocks, and a frame with its preferences.

lz4 :: #foreign_library "liblz4";
LZ4_compressBound :: (inputSize: s32) -> s32 #foreign lz4;
LZ4_compress_default :: (src: *u8, dst: *u8, srcSize: s32, dstCapacity: s32) -> s32 #foreign lz4;
LZ4_decompress_safe :: (src: *u8, dst: *u8, compressedSize: s32, dstCapacity: s32) -> s32 #foreign lz4;
LZ4_decompress_safe_partial :: (src: *u8, dst: *u8, srcSize: s32, targetOutputSize: s32, dstCapacity: s32) -> s32 #foreign lz4;
compress-frame :: (dst: *u8, capacity: u64, src: *u8, size: u64, preferences: *Preferences) -> u64 #foreign lz4 "LZ4F_compressFrame";
frame-bound :: (size: u64, preferences: *Preferences) -> u64 #foreign "LZ4F_compressFrameBound";

Frame_Info :: struct
    block_size, block_mode, content_checksum, frame_type: u32
    content_size: u64
    dictionary, block_checksum: u32
end

Preferences :: struct
    frame: Frame_Info
    level: i32
    auto_flush, favor_speed: u32
    reserved: Array{u32, 3}
end

main :: () -> Int
    print("bound of 100: {}\n", LZ4_compressBound(100))
    text := make_slice{u8}(30000)
    for &byte, i in text
        byte = u8('a') + u8(i %% 23)
    end
    packed := make_slice{u8}(Int(LZ4_compressBound(30000)))
    length := LZ4_compress_default(text.data, packed.data, 30000, i32(packed.length))
    print("30000 bytes become fewer than 500: {}\n", length > 0 && length < 500)
    again := make_slice{u8}(30000)
    count := LZ4_decompress_safe(packed.data, again.data, length, 30000)
    print("back to {} bytes, the same: {}\n", count, equal(again, text))
    print("a place that is too small: {}\n", LZ4_decompress_safe(packed.data, again.data, length, 29999) < 0)
    part: Array{u8, 100}
    count = LZ4_decompress_safe_partial(packed.data, part.data, length, 100, 100)
    print("a part of it: {} the same: {}\n", count, equal(part[..], text[..<100]))
    preferences := Preferences{frame = {content_checksum = 1, content_size = 30000}, level = 9}
    frame := make_slice{u8}(Int(frame-bound(30000, &preferences)))
    size := compress-frame(frame.data, u64(frame.length), text.data, 30000, &preferences)
    magic := bit_cast{*u32}(frame.data)@
    print("frame: {} {}\n", size < 500, magic == 0x184D2204)
    return 0
end
