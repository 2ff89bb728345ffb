// expect-status: 134
// expect: 49 some
// expect-error: panic: member `ellipse` is not the current one, `none-at-all` is
// expect-error: panic_union_found.hb:20:9

// the panic names the member that is wanted and the one that is there

Shape :: union
    circle: Int
    ellipse: Array{Int, 4}
    none-at-all
end

area :: (shape: Shape) -> Int
    match shape
    case .circle radius
        return radius * radius
    else
        other := shape
        other.ellipse[2] = 3
        return other.ellipse[2]
    end
end

main :: () -> Int
    text: Maybe{String} = "some"
    print("{} {}\n", area(.circle(7)), text.some)
    return area(Shape.none-at-all)
end
