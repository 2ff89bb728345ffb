// expect: 30414093201713378043612608166064768844377641568960512000000000000
// expect: 115792089237316195423570985008687907853269984665640564039457584007913129639936
// expect: true 1135
// expect: 295232799039604140847618609643520000000 true
// expect: 614285685 614285685
// expect: 170141183460469231731687303715884105727 340282366920938463463374607431768211455

List :: #import "List"
Strings :: #import "Strings"

// Numbers of any length, computed by the compiler as text.

Big :: struct
    digits: List.List{u32}            // base 10^9, the lowest first
end

BASE :: 1_000_000_000

big :: (n: u32) -> Big
    b := Big{List.list{u32}()}
    b.digits.append(n)
    return b
end

multiply :: (b: Pointer{Big}, by: u32)
    carry: u64 = 0
    for &digit in b.digits
        product := u64(digit) * u64(by) + carry
        digit = u32(product % BASE)
        carry = product / BASE
    end
    if carry > 0
        b.digits.append(u32(carry))
    end
end

text :: (b: Pointer{Big}) -> String
    out := Strings.builder()
    out.append(format("{}", b.digits[b.digits.length - 1]))
    i := b.digits.length - 2
    while i >= 0
        out.append(format("{:09}", b.digits[i]))
        i -= 1
    end
    return out.take()
end

factorial :: (n: Int) -> String
    result := big(1)
    defer result.digits.destroy()
    for i in 2..=n
        multiply(&result, u32(i))
    end
    return text(&result)
end

power_of_two :: (n: Int) -> String
    result := big(1)
    for _ in 0..<n
        multiply(&result, 2)
    end
    return text(&result)
end

F50 :: #run factorial(50)
P256 :: #run power_of_two(256)
wide :: () -> u128
    x: u128 = 1
    for i in 1..=34
        x *= u128(i)
    end
    return x
end
signed :: (n: Int) -> i128
    x: i128 = -1
    for _ in 0..<n
        x *= 10
    end
    return x / 7 %% 1_000_000_007
end

main :: ()
    print("{}\n{}\n", F50, P256)
    print("{} {}\n", F50 == factorial(50), #run factorial(500).length)
    print("{} {}\n", #run wide(), wide() == #run wide())
    print("{} {}\n", #run signed(35), signed(35))
    // 170141183460469231731687303715884105727 is the greatest i128
    GREATEST: i128 : 170141183460469231731687303715884105727
    print("{} {}\n", GREATEST, #run u128(GREATEST) * 2 + 1)
end
