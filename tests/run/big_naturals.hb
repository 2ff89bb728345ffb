// expect: 30414093201713378043612608166064768844377641568960512000000000000
// expect: 6864797660130609714981900799081393217269435300143305409394463459185543183397656052122559640661454554977296311391480858037121987999716643812574028291115057152
// expect: 139423224561697880139724382870407283950070256587697307264108962948325571622863290691557658876222521294125
// expect: 216 true true
// expect: 65 true 0
// expect: 2718281828459045235360287471352662497757247093699959574966943

// Big numbers by hand: base 10^9, factorials, powers, division by small numbers, and digits of e.
BASE :: 1_000_000_000

Natural :: struct
    limbs: Array{u32, 64}
    length: Int
end

natural :: (n: u64) -> Natural
    r: Natural
    rest := n
    while rest > 0
        r.limbs[r.length] = u32(rest % BASE)
        r.length += 1
        rest /= BASE
    end
    return r
end

+ :: #operator (a: Natural, b: Natural) -> Natural
    r: Natural
    carry: u32 = 0
    i := 0
    while i < a.length || i < b.length || carry > 0
        sum := carry
        if i < a.length sum += a.limbs[i]; end
        if i < b.length sum += b.limbs[i]; end
        carry = sum / BASE
        r.limbs[i] = sum % BASE
        i += 1
    end
    r.length = i
    return r
end

* :: #operator (a: Natural, b: Natural) -> Natural
    r: Natural
    for i in 0..<a.length
        carry: u64 = 0
        for j in 0..<b.length
            t := u64(a.limbs[i]) * b.limbs[j] + r.limbs[i + j] + carry
            r.limbs[i + j] = u32(t % BASE)
            carry = t / BASE
        end
        k := i + b.length
        while carry > 0
            t := carry + r.limbs[k]
            r.limbs[k] = u32(t % BASE)
            carry = t / BASE
            k += 1
        end
    end
    r.length = a.length + b.length
    while r.length > 0 && r.limbs[r.length - 1] == 0
        r.length -= 1
    end
    return r
end

* :: #operator (a: Natural, b: u32) -> Natural => a * natural(b)

divided :: (a: Natural, by: u32) -> (quotient: Natural, rest: u32)
    q := a
    carry: u64 = 0
    for i in reverse(0..<a.length)
        t := carry * BASE + q.limbs[i]
        q.limbs[i] = u32(t / by)
        carry = t % by
    end
    while q.length > 0 && q.limbs[q.length - 1] == 0
        q.length -= 1
    end
    return q, u32(carry)
end

< :: #operator (a: Natural, b: Natural) -> Bool
    if a.length != b.length
        return a.length < b.length
    end
    for i in reverse(0..<a.length)
        if a.limbs[i] != b.limbs[i]
            return a.limbs[i] < b.limbs[i]
        end
    end
    return false
end

== :: #operator (a: Natural, b: Natural) -> Bool => !(a < b) && !(b < a)

format :: (out: Pointer{Writer}, n: Pointer{Natural}, _spec: Format_Spec)
    if n.length == 0
        print_to(out, "0")
        return
    end
    print_to(out, "{}", n.limbs[n.length - 1])
    for i in reverse(0..<n.length - 1)
        print_to(out, "{:09}", n.limbs[i])
    end
end

power :: (base: Natural, exponent: u32) -> Natural
    result, square, e := natural(1), base, exponent
    while e > 0
        if e & 1 == 1
            result *= square
        end
        e >>= 1
        if e > 0
            square *= square
        end
    end
    return result
end

digit_sum :: (n: Natural) -> u32
    sum: u32 = 0
    rest := n
    while natural(0) < rest
        digit: u32
        rest, digit = divided(rest, 10)
        sum += digit
    end
    return sum
end

main :: ()
    f := natural(1)
    for i in u32(2)..=50
        f *= i
    end
    print("{}\n", f)
    print("{}\n", power(natural(2), 521))
    a, b := natural(0), natural(1)
    for _ in 0..<500
        a, b = b, a + b
    end
    print("{}\n", a)
    print("{} {} {}\n", digit_sum(f), a < b, a == a)
    q, r := divided(f, 97)
    print("{} {} {}\n", r, q * 97 + natural(r) == f, natural(0))
    // e = sum of 1/k!, scaled by 10^60
    term := power(natural(10), 60)
    e := term
    k: u32 = 1
    while term.length > 0
        term, _ = divided(term, k)
        e += term
        k += 1
    end
    print("{}\n", e)
end
