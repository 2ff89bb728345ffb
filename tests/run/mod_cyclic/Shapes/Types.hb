Circle :: struct
    radius: Int
end

Square :: struct
    side: Int
end
