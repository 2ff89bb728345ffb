// run: -O2 --emit llvm-ir
// A match over numbers that lie far apart reads two tables: a multiplication and a shift find the place, one table knows what the number must be,
// the other which case it is; no tree of comparisons.

// CHECK-LABEL: define {{.*}} @port(
// CHECK: mul i64
// CHECK: lshr i64
// CHECK-NOT: icmp ult
// CHECK: ret i64
port :: (n: u32) -> Int #export "port"
    match n
    case 22 => return 1
    case 443 => return 4
    case 3306 => return 9
    case 5432 => return 16
    case 8080 => return 25
    case 11211 => return 36
    case 27017 => return 49
    case 50000 => return 64
    case 65000 => return 81
    case 1000000 => return 100
    else => return 0
    end
end

main :: () => print("{}\n", port(22))
