Word :: pick(32)
pick :: (bits: Int) -> Type
    match bits
    case 8 => return u8
    case 32 => return u32
    else => return u64
    end
end
S :: struct
    w: Word
end
run :: ()
    print("{}\n", size_of(S))
end
