Point :: struct
    x, y: f32
end

/// The point on the other side.
opposite :: (point: Point) -> Point #export => Point{-point.x, -point.y}
