// expect: 3 8 BLUE RED
// expect: 128 -127 yes
// expect: -27 none 1000 27
// expect: 0.841 0.000
// expect: 9 true false false
// expect: 704 6
// expect: 18

LT :: #import "Lookup_Table"
#import "Math"
Colour :: enum
    RED = -2
    GREEN
    BLUE = 7
end
bits :: (b: u8) -> u8
    n: u8 = 0
    for i in 0..<8
        n += b >> u8(i) & 1
    end
    return n
end
BITS :: #run LT.build(bits)
NAMES :: #run LT.build((c: Colour) -> String => enum_name(c))
NEG :: #run LT.build((c: i8) -> i16 => -i16(c))
WORDS :: #run LT.build((b: Bool) -> String => ifx b => "yes" else => "no" end)
CUBES :: #run LT.build_range{-10, 10}((x: Int) -> Int => x * x * x)
SIN :: #run LT.build_curve{1024}((x: f32) -> f32 => sin(x), 0.0, 6.3)
PRICES :: #run LT.build_of{Colour, Int}({{.BLUE, 5}, {.RED, 9}, {.GREEN, 0}})
vowel :: (r: Int) -> Bool
    for v in "aeiouäöüăâêôơư"
        if Int(v) == r return true; end
    end
    return false
end
VOWELS :: #run LT.build_wide(vowel, 0x3000)
look :: (x: u8) -> u8 #no-inline => BITS[x]
look2 :: (x: i8) -> i16 #no-inline => NEG[x]
look3 :: (x: Rune) -> Bool #no-inline => VOWELS[x]
look4 :: (x: f32) -> f32 #no-inline => SIN.at(x)
look5 :: (x: Colour) -> String #no-inline => NAMES[x]
main :: ()
    print("{} {} {} {}\n", look(7), BITS[255], NAMES[.BLUE], look5(Colour.RED))
    print("{} {} {}\n", look2(-128), NEG[127], WORDS[true])
    print("{} {} {} {}\n", CUBES[-3], CUBES.get(99), CUBES.clamped(99), CUBES[u8(3)])
    print("{:.3} {:.3}\n", look4(1.0), SIN.at(-4.0))
    print("{} {} {} {}\n", PRICES[.RED], look3('ư'), look3('ş'), look3('字'))
    print("{} {}\n", VOWELS.bytes_of(), VOWELS.shift)
    k := 2
    t := LT.build([k] (x: u8) -> Int => Int(x) * k)
    print("{}\n", t[9])
end
