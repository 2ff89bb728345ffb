//! Traces rays through spheres above a chequered floor and writes a picture (PPM): `raytracer [width [height]] > picture.ppm`.

Math :: #import "Math"
Strings :: #import "Strings"

Vec3 :: struct
    x, y, z: f64
end

+ :: #operator (a: Vec3, b: Vec3) -> Vec3 => {a.x + b.x, a.y + b.y, a.z + b.z}
- :: #operator (a: Vec3, b: Vec3) -> Vec3 => {a.x - b.x, a.y - b.y, a.z - b.z}
* :: #operator (a: Vec3, b: Vec3) -> Vec3 => {a.x * b.x, a.y * b.y, a.z * b.z}
* :: #operator (a: Vec3, s: f64) -> Vec3 => {a.x * s, a.y * s, a.z * s}
- :: #operator (a: Vec3) -> Vec3 => {-a.x, -a.y, -a.z}

dot :: (a: Vec3, b: Vec3) -> f64 => a.x * b.x + a.y * b.y + a.z * b.z
length :: (a: Vec3) -> f64 => Math.sqrt(a.dot(a))
normalized :: (a: Vec3) -> Vec3 => a * (1 / length(a))
reflected :: (direction: Vec3, normal: Vec3) -> Vec3 => direction - normal * (2 * dot(direction, normal))

Ray :: struct
    origin, direction: Vec3
end

at :: (ray: Ray, distance: f64) -> Vec3 => ray.origin + ray.direction * distance

Material :: struct
    color: Vec3 = {1, 1, 1}
    reflection: f64
end

Sphere :: struct
    center: Vec3
    radius: f64
    using material: Material
end

Floor :: struct
    height: f64
end

Body :: union
    sphere: Sphere
    floor: Floor
end

Hit :: struct
    distance: f64
    point, normal: Vec3
    material: Material
end

NEAR :: 1e-6

intersection :: (ray: Ray, sphere: Sphere) -> Maybe{Hit}
    to_center := sphere.center - ray.origin
    middle := dot(to_center, ray.direction)
    discriminant := middle * middle - dot(to_center, to_center) + sphere.radius * sphere.radius
    if discriminant < 0
        return none
    end
    half := Math.sqrt(discriminant)
    distance := ifx middle - half > NEAR => middle - half else => middle + half end
    if distance < NEAR
        return none
    end
    point := ray.at(distance)
    return Hit{distance, point, normalized(point - sphere.center), sphere.material}
end

intersection :: (ray: Ray, floor: Floor) -> Maybe{Hit}
    if ray.direction.y > -NEAR
        return none
    end
    distance := (floor.height - ray.origin.y) / ray.direction.y
    if distance < NEAR
        return none
    end
    point := ray.at(distance)
    is_dark := (i64(Math.floor(point.x)) + i64(Math.floor(point.z))) %% 2 == 0
    color := ifx is_dark => Vec3{0.1, 0.1, 0.1} else => Vec3{0.9, 0.9, 0.8} end
    return Hit{distance, point, {0, 1, 0}, {color = color, reflection = 0.1}}
end

intersection :: (ray: Ray, body: Body) -> Maybe{Hit}
    return match body
    case .sphere &s => intersection(ray, s)
    case .floor f   => intersection(ray, f)
    end
end

nearest :: (ray: Ray, scene: Slice{Body}) -> Maybe{Hit}
    best: Maybe{Hit}
    for body in scene
        hit := intersection(ray, body) or_continue
        if best == none || hit.distance < best.some.distance
            best = hit
        end
    end
    return best
end

LIGHT :: Vec3{0.48, 0.6, -0.64}
DEPTH :: 4

color_of :: (ray: Ray, scene: Slice{Body}, depth: Int = DEPTH) -> Vec3
    if hit := nearest(ray, scene)
        is_lit := nearest({hit.point, LIGHT}, scene) == none
        brightness := ifx is_lit => 0.2 + 0.8 * max(0.0, dot(hit.normal, LIGHT)) else => 0.2 end
        color := hit.material.color * brightness
        if depth == 0 || hit.material.reflection == 0
            return color
        end
        mirror := Ray{hit.point, reflected(ray.direction, hit.normal)}
        seen := color_of(mirror, scene, depth - 1)
        return color * (1 - hit.material.reflection) + seen * hit.material.reflection
    end
    t := 0.5 * (ray.direction.y + 1)
    return Vec3{1, 1, 1} * (1 - t) + Vec3{0.4, 0.6, 1.0} * t
end

to_byte :: (x: f64) -> u8 => u8(255 * Math.sqrt(x))            // saturates

main :: (arguments: Slice{String}) -> Int
    width, height := 24, 10
    if arguments.length > 1
        width = Strings.parse_int(arguments[1]) or_else 320
        height = width * 3 / 4
    end
    if arguments.length > 2
        height = Strings.parse_int(arguments[2]) or_else height
    end
    scene := Array{Body, _}{
        .floor({-1}),
        .sphere({center = {0, 0, 5}, radius = 1, material = {color = {0.9, 0.3, 0.2}, reflection = 0.2}}),
        .sphere({center = {-2, 0.2, 6}, radius = 1.2, material = {reflection = 0.7}}),
        .sphere(Sphere{{1.8, -0.4, 4.5}, 0.6, {{0.2, 0.7, 0.3}, 0}}),
    }
    print("P3\n{} {}\n255\n", width, height)
    for y in 0..<height
        for x in 0..<width
            across := (f64(x) + 0.5 - f64(width) / 2) / f64(height)
            up := (f64(height) / 2 - f64(y) - 0.5) / f64(height)
            color := color_of({{0, 0, 0}, normalized({across, up, 1})}, scene)
            print("{} {} {}{}", to_byte(color.x), to_byte(color.y), to_byte(color.z), ifx x < width - 1 => "  " else => "\n" end)
        end
    end
    return 0
end
