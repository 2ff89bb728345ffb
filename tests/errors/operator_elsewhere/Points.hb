Point :: struct
    x, y: Int
end
