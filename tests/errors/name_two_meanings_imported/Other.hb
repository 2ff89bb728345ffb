width :: 5
width :: (x: Int) -> Int => x + 1
Shape :: struct
    x: Int
end
Shape: Int = 4
