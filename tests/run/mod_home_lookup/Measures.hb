#import "Shapes"

perimeter :: (r: Rectangle) -> Int => 2 * (r.width + r.height)

secret :: (r: Rectangle) -> Int #private => r.width

- :: #operator (a: Rectangle, b: Int) -> Rectangle => Rectangle{a.width - b, a.height - b}

format :: (out: Pointer{Writer}, r: Pointer{Rectangle}, _spec: Format_Spec)
    print_to(out, "{}x{}", r.width, r.height)
end
