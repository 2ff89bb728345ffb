// The orbits of the Jovian planets, by a symplectic integrator.

Math :: #import "Math"

PI :: 3.141592653589793
SOLAR_MASS :: 4.0 * PI * PI
DAYS_PER_YEAR :: 365.24
STEPS :: 5_000_000

Body :: struct
    x, y, z: Float
    vx, vy, vz: Float
    mass: Float
end

offset_momentum :: (bodies: Slice{Body})
    px, py, pz := 0.0, 0.0, 0.0
    for b in bodies
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
    end
    bodies[0].vx = -px / SOLAR_MASS
    bodies[0].vy = -py / SOLAR_MASS
    bodies[0].vz = -pz / SOLAR_MASS
end

advance :: (bodies: Slice{Body}, dt: Float)
    for i in 0..<bodies.length
        a := &bodies[i]
        for j in i + 1..<bodies.length
            b := &bodies[j]
            dx := a.x - b.x
            dy := a.y - b.y
            dz := a.z - b.z
            squared := dx * dx + dy * dy + dz * dz
            magnitude := dt / (squared * Math.sqrt(squared))
            a.vx -= dx * b.mass * magnitude
            a.vy -= dy * b.mass * magnitude
            a.vz -= dz * b.mass * magnitude
            b.vx += dx * a.mass * magnitude
            b.vy += dy * a.mass * magnitude
            b.vz += dz * a.mass * magnitude
        end
    end
    for &b in bodies
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz
    end
end

energy :: (bodies: Slice{Body}) -> Float
    e := 0.0
    for b, i in bodies
        e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
        for j in i + 1..<bodies.length
            c := &bodies[j]
            dx := b.x - c.x
            dy := b.y - c.y
            dz := b.z - c.z
            e -= b.mass * c.mass / Math.sqrt(dx * dx + dy * dy + dz * dz)
        end
    end
    return e
end

main :: () -> Int
    bodies := Array{Body, 5}{
        {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, SOLAR_MASS},
        {4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
         1.66007664274403694e-03 * DAYS_PER_YEAR, 7.69901118419740425e-03 * DAYS_PER_YEAR, -6.90460016972063023e-05 * DAYS_PER_YEAR,
         9.54791938424326609e-04 * SOLAR_MASS},
        {8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
         -2.76742510726411879e-03 * DAYS_PER_YEAR, 4.99852801234917238e-03 * DAYS_PER_YEAR, 2.30417297573763929e-05 * DAYS_PER_YEAR,
         2.85885980666130812e-04 * SOLAR_MASS},
        {1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
         2.96460137564761618e-03 * DAYS_PER_YEAR, 2.37847173959480950e-03 * DAYS_PER_YEAR, -2.96589568540237556e-05 * DAYS_PER_YEAR,
         4.36624404335156298e-05 * SOLAR_MASS},
        {1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
         2.68067772490389322e-03 * DAYS_PER_YEAR, 1.62824170038242295e-03 * DAYS_PER_YEAR, -9.51592254519715870e-05 * DAYS_PER_YEAR,
         5.15138902046611451e-05 * SOLAR_MASS}}
    offset_momentum(bodies[..])
    print("{:.9}\n", energy(bodies[..]))
    for _ in 0..<STEPS
        advance(bodies[..], 0.01)
    end
    print("{:.9}\n", energy(bodies[..]))
    return 0
end
