E :: enum
    A
    B
end
f :: (e: E) -> Int
    match e
    case .A
        return 1
    case .B
        return 2
    end
end
run :: ()
    print("{}\n", f(.A))
end
