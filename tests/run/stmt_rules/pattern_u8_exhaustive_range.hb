run :: ()
    b: u8 = 200
    match b
    case 0..<128 => print("lo\n")
    case 128..=255 => print("hi\n")
    end
end
