// What every generated program stands on: a sum over all that is noted.

total: u64 = 14695981039346656037

mix :: (x: u64)
    total = (total ^ x) * 1099511628211
    total ^= total >> 29
end

note :: (x: i8) => mix(u64(x))
note :: (x: i16) => mix(u64(x))
note :: (x: i32) => mix(u64(x))
note :: (x: i64) => mix(u64(x))
note :: (x: u8) => mix(u64(x))
note :: (x: u16) => mix(u64(x))
note :: (x: u32) => mix(u64(x))
note :: (x: u64) => mix(x)
note :: (x: Bool) => mix(u64(x))
note :: (x: Rune) => mix(u64(x))
note :: (x: f16) => mix(u64(bits(x)))
note :: (x: f32) => mix(u64(bits(x)))
note :: (x: f64) => mix(bits(x))

note :: (x: i128)
    mix(u64(x))
    mix(u64(x >> 64))
end

note :: (x: u128)
    mix(u64(x))
    mix(u64(x >> 64))
end

note :: (x: String)
    note(x.length)
    for i in 0..<x.length
        mix(u64(x[i]))
    end
end

note :: {T, N: Int}(x: Array{T, N})
    for element in x
        note(element)
    end
end

note :: {T}(x: Maybe{T})
    match x
    case .none => mix(0)
    case .some payload
        mix(1)
        note(payload)
    end
end

bits :: (x: f16) -> u16 => ifx x != x => 0 else => bit_cast{u16}(x) end
bits :: (x: f32) -> u32 => ifx x != x => 0 else => bit_cast{u32}(x) end
bits :: (x: f64) -> u64 => ifx x != x => 0 else => bit_cast{u64}(x) end

note :: {T, N: Int}(x: Simd{T, N})
    for i in 0..<N
        note(x[i])
    end
end

/// Texts stay short, however often they are put together.
brief :: (x: String) -> String => ifx x.length > 200 => "long" else => x end
