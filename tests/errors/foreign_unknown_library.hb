// error-line: 7
// error-code: E0201
// error-mentions: `zlib`
// error-line: 8
// error-code: E0803
// error-mentions: `VERSION` is no foreign library
crc32 :: (crc: u64, data: *u8, length: u32) -> u64 #foreign zlib
adler32 :: (crc: u64, data: *u8, length: u32) -> u64 #foreign VERSION
VERSION :: 4
main :: ()
    print("{} {}\n", crc32(0, null, 0), adler32(0, null, 0))
end
