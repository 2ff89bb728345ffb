//! Tables of what a procedure gives, computed when the program is compiled: a call becomes a read of memory.
//!
//! ```
//! bits_of :: (byte: u8) -> u8
//!     count: u8 = 0
//!     for i in 0..<8
//!         count += byte >> u8(i) & 1
//!     end
//!     return count
//! end
//!
//! BITS :: #run Lookup_Table.build(bits_of)
//!
//! main :: ()
//!     print("{} {}\n", BITS[7], BITS[255])            // => 3 8
//! end
//! ```
//!
//! | table | keys | reads of memory |
//! | --- | --- | --- |
//! | `Lookup_Table`, by `build` | all values of `Bool`, of an integer type of 8 or 16 bits, or of an enum | one, without a check |
//! | `Range_Table`, by `build_range` | the integers of a range | one |
//! | `Curve`, by `build_curve` | floats of a range, interpolated between samples | two neighbours |
//! | `Wide_Table`, by `build_wide` | many integers of which most have what their neighbours have, such as properties of runes | two |
//!
//! All can be built at run time too. A `Lookup_Table`, a `Range_Table` and a `Curve` hold their values themselves, so a constant one is read-only data of the
//! program, to be used where it stands; the parts of a `Wide_Table` come from the current allocator.

// ---- All values of a type ----------------------------------------------------------------------------------------------------------

/// A value for each value of `K`; with an enum, from its least member to its greatest.
Lookup_Table :: struct {K, V} where is_table_key(K)
    values: Array{V, greatest{K}() - least{K}() + 1}
end

/// Whether a `Lookup_Table` can have a place for each value of this type.
/// ```
/// Lookup_Table.is_table_key(i16)                      // => true
/// Lookup_Table.is_table_key(Int)                      // => false
/// ```
is_table_key :: (K: Type) -> Bool
    info := type_info(K)
    match info.kind
    case .BOOL    => return true
    case .INTEGER => return info.size <= 2
    case .ENUM
        if info.members.length == 0
            return false
        end
        low, high := info.members[0].value, info.members[0].value
        for m in info.members
            low, high = min(low, m.value), max(high, m.value)
        end
        return high - low < SPAN_MAX
    else => return false
    end
end

/// A key and what the table is to hold for it.
Entry :: struct {K, V}
    key: K
    value: V
end

/// The table of what `f` gives for each value of `K`. What an enum has between its members gets V's default value.
/// ```
/// negated :: (mode: LogMode) -> Int => -Int(mode)
///
/// NEGATED :: #run Lookup_Table.build(negated)
///
/// main :: ()
///     print("{}\n", NEGATED[LogMode.VERBOSE])         // => -3
/// end
/// ```
build :: {K, V}(f: #closure (key: K) -> V) -> Lookup_Table{K, V} where is_table_key(K)
    table: Lookup_Table{K, V}
    #if is_enum(K)
        #for member in members(K)
            table.values[Int(member) - least{K}()] = f(member)
        #end
    #else
        for &value, i in table.values
            #if is_bool(K)
                value = f(i == 1)
            #else
                value = f(K(i + least{K}()))
            #end
        end
    #end
    return table
end

/// The table of these pairs, which must name each value of `K` once: another is a panic that names it, and so an error of compilation behind `#run`.
/// ```
/// PRICES :: #run Lookup_Table.build_of{Bool, Int}({{false, 5}, {true, 9}})
///
/// PRICES[true]                                        // => 9
/// ```
build_of :: {K, V}(entries: Slice{Entry{K, V}}) -> Lookup_Table{K, V} where is_table_key(K)
    table: Lookup_Table{K, V}
    is_given: Array{Bool, greatest{K}() - least{K}() + 1}
    for entry in entries
        place := Int(entry.key) - least{K}()
        if is_given[place]
            panic("lookup table: `{}` is given twice", entry.key)
        end
        is_given[place] = true
        table.values[place] = entry.value
    end
    #if is_enum(K)
        #for member in members(K)
            if !is_given[Int(member) - least{K}()]
                panic("lookup table: `{}` has no value", member)
            end
        #end
    #else
        for given, i in is_given
            if !given
                panic("lookup table: {} has no value", i + least{K}())
            end
        end
    #end
    return table
end

/// The value of a key.
/// ```
/// is_small :: (n: u8) -> Bool => n < 10
///
/// SMALL :: #run Lookup_Table.build(is_small)
///
/// main :: ()
///     print("{} {}\n", SMALL[9], SMALL[10])           // => true false
/// end
/// ```
[] :: #operator {K, V}(table: Lookup_Table{K, V}, key: K) -> V #inline
    #if is_enum(K)
        return table.values[Int(key) - least{K}()]
    #else
        #if is_bool(K)
            return table.values[Int(key)]
        #else
            // every value of the type has a place
            #no-bounds-checks block
                return table.values[Int(key) - least{K}()]
            end
        #end
    #end
end

/// Places that a table over an enum has at most.
SPAN_MAX :: 1 << 16 #private

/// The least value of a type that can be a key, as a number.
/// ```
/// Lookup_Table.least{i8}()                            // => -128
/// ```
least :: {K}() -> Int
    #if is_enum(K)
        low := 1 << 62
        #for member in members(K)
            low = min(low, Int(member))
        #end
        return low
    #else
        #if is_signed(K)
            return -(1 << (8 * size_of(K) - 1))
        #else
            return 0
        #end
    #end
end

/// The greatest.
/// ```
/// Lookup_Table.greatest{LogMode}()                    // => 3
/// ```
greatest :: {K}() -> Int
    #if is_enum(K)
        high := -1 << 62
        #for member in members(K)
            high = max(high, Int(member))
        #end
        return high
    #else
        #if is_bool(K)
            return 1
        #else
            return least{K}() + (1 << (8 * size_of(K))) - 1
        #end
    #end
end

// ---- A range of integers -----------------------------------------------------------------------------------------------------------

/// A value for each integer from `LOW` to `HIGH`.
Range_Table :: struct {V, LOW: Int, HIGH: Int} where LOW <= HIGH
    values: Array{V, HIGH - LOW + 1}
end

/// The table of what `f` gives for each integer from `LOW` to `HIGH`.
/// ```
/// cube :: (x: Int) -> i16 => i16(x * x * x)
///
/// CUBES :: #run Lookup_Table.build_range{-10, 10}(cube)
///
/// main :: ()
///     print("{} {}\n", CUBES[-3], CUBES.get(11))      // => -27 none
/// end
/// ```
build_range :: {LOW: Int, HIGH: Int, V}(f: #closure (key: Int) -> V) -> Range_Table{V, LOW, HIGH} where LOW <= HIGH
    table: Range_Table{V, LOW, HIGH}
    for &value, i in table.values
        value = f(LOW + i)
    end
    return table
end

/// The value of a key; one outside of the range is a panic.
/// ```
/// double :: (x: Int) -> Int => 2 * x
///
/// main :: ()
///     table := Lookup_Table.build_range{1, 3}(double)
///     print("{}\n", table[2])                         // => 4
/// end
/// ```
[] :: #operator {V, LOW: Int, HIGH: Int, K}(table: Range_Table{V, LOW, HIGH}, key: K) -> V where is_integer(K) #inline
    return table.values[Int(key) - LOW]
end

/// The value of a key, or `none` outside of the range.
/// ```
/// double :: (x: Int) -> Int => 2 * x
///
/// main :: ()
///     table := Lookup_Table.build_range{1, 3}(double)
///     print("{} {}\n", table.get(3), table.get(4))    // => some(6) none
/// end
/// ```
get :: {V, LOW: Int, HIGH: Int}(table: Range_Table{V, LOW, HIGH}, key: Int) -> Maybe{V} #inline
    if key < LOW || key > HIGH
        return none
    end
    return some(table.values[key - LOW])
end

/// The value of the nearest key of the range.
/// ```
/// double :: (x: Int) -> Int => 2 * x
///
/// main :: ()
///     table := Lookup_Table.build_range{1, 3}(double)
///     print("{} {}\n", table.clamped(-7), table.clamped(9))   // => 2 6
/// end
/// ```
clamped :: {V, LOW: Int, HIGH: Int}(table: Range_Table{V, LOW, HIGH}, key: Int) -> V #inline
    return table.values[min(max(key, LOW), HIGH) - LOW]
end

// ---- Curves ------------------------------------------------------------------------------------------------------------------------

/// Samples of a curve at equal distances, both ends included.
Curve :: struct {T, COUNT: Int} where is_float(T) && COUNT >= 2
    low, high: T
    per_unit: T                         // intervals in a length of one
    samples: Array{T, COUNT}
end

/// `COUNT` samples of `f` from `low` to `high`.
/// ```
/// #import "Math"
///
/// wave :: (x: f64) -> f64 => sin(x)
///
/// WAVE :: #run Lookup_Table.build_curve{256}(wave, 0.0, 3.2)
/// #assert(WAVE.worst_error(wave) < 0.0001, "good enough for sound")
///
/// main :: ()
///     print("{:.3} {:.3}\n", WAVE.at(1.0), sin(1.0))  // => 0.841 0.841
/// end
/// ```
build_curve :: {COUNT: Int, T}(f: #closure (x: T) -> T, low: T, high: T) -> Curve{T, COUNT} where is_float(T) && COUNT >= 2
    if !(low < high)
        panic("a curve from {} to {}: the first must be less", low, high)
    end
    curve: Curve{T, COUNT}
    curve.low, curve.high, curve.per_unit = low, high, T(COUNT - 1) / (high - low)
    for &sample, i in curve.samples
        sample = f(low + (high - low) * T(i) / T(COUNT - 1))
    end
    return curve
end

/// The curve at a place: on the line between its two neighbours. Left and right of the range it stays as it is at its end; at a NaN it is the first sample.
/// ```
/// square :: (x: f64) -> f64 => x * x
///
/// main :: ()
///     curve := Lookup_Table.build_curve{5}(square, 0.0, 4.0)
///     print("{} {} {}\n", curve.at(2.0), curve.at(2.5), curve.at(99.0))   // => 4.0 6.5 16.0
/// end
/// ```
at :: {T, COUNT: Int}(curve: Curve{T, COUNT}, x: T) -> T
    place := (x - curve.low) * curve.per_unit
    // conversions saturate, so no place is too far away
    left := min(max(Int(place), 0), COUNT - 2)
    part := min(max(place - T(left), 0.0), 1.0)
    #no-bounds-checks block
        a, b := curve.samples[left], curve.samples[left + 1]
        return a + (b - a) * part
    end
end

/// The sample that is nearest to a place.
/// ```
/// square :: (x: f64) -> f64 => x * x
///
/// main :: ()
///     curve := Lookup_Table.build_curve{5}(square, 0.0, 4.0)
///     print("{}\n", curve.nearest(2.7))               // => 9.0
/// end
/// ```
nearest :: {T, COUNT: Int}(curve: Curve{T, COUNT}, x: T) -> T
    place := (x - curve.low) * curve.per_unit + 0.5
    return curve.samples[min(max(Int(place), 0), COUNT - 1)]
end

/// How far the curve is from `f` at most, looked at in the middle and the quarters of each interval. For an `#assert`.
/// ```
/// square :: (x: f64) -> f64 => x * x
///
/// main :: ()
///     curve := Lookup_Table.build_curve{5}(square, 0.0, 4.0)
///     print("{}\n", curve.worst_error(square))        // => 0.25
/// end
/// ```
worst_error :: {T, COUNT: Int}(curve: Curve{T, COUNT}, f: #closure (x: T) -> T) -> T
    worst: T = 0.0
    for i in 0..<4 * (COUNT - 1)
        x := curve.low + (curve.high - curve.low) * T(i) / T(4 * (COUNT - 1))
        off := at(curve, x) - f(x)
        worst = max(worst, max(off, -off))
    end
    return worst
end

// ---- Many keys, few values ---------------------------------------------------------------------------------------------------------

/// A table in two stages: the number of a key's block, then the place within the block. Blocks that are equal are stored once.
Wide_Table :: struct {V}
    blocks: Slice{u16}                  // where the block of each key begins, in blocks
    values: Slice{V}
    limit: Int                          // keys from here on have none
    shift: u8                           // a block has `1 << shift` keys
    allocator: Allocator
    allocator_data: Pointer{Void}
end

/// The table of what `f` gives for each key from 0 up to `limit`. It takes the size of block with which it is smallest.
/// ```
/// is_vowel :: (rune: Int) -> Bool
///     for vowel in "aeiouäöüăâêôơư"
///         if Int(vowel) == rune
///             return true
///         end
///     end
///     return false
/// end
///
/// VOWELS :: #run Lookup_Table.build_wide(is_vowel, 0x800)
///
/// main :: ()
///     print("{} {} {}\n", VOWELS['ö'], VOWELS['x'], VOWELS['字'])    // => true false false
/// end
/// ```
build_wide :: {V}(f: #closure (key: Int) -> V, limit: Int, location: Pointer{Source_Location} = #caller-location) -> Wide_Table{V}
    if limit < 0 || limit > KEYS_MAX
        panic("a wide table of {} keys: it can have {}", limit, KEYS_MAX)
    end
    whole := 1 << SHIFT_MAX
    all := make_slice{V}((limit + whole - 1) / whole * whole, location = location)
    defer delete(all)
    for &value, key in all[..<limit]
        value = f(key)
    end
    best := in_blocks(all, limit, u8(SHIFT_MIN), location = location)
    for shift in SHIFT_MIN + 1..=SHIFT_MAX
        found := in_blocks(all, limit, u8(shift), location = location)
        if bytes_of(found) < bytes_of(best)
            best.destroy()
            best = found
        else
            found.destroy()
        end
    end
    return best
end

/// The value of a key; one outside of the table has V's default value.
/// ```
/// thousands :: (key: Int) -> u8 => u8(key / 1000)
///
/// main :: ()
///     table := Lookup_Table.build_wide(thousands, 5000)
///     defer table.destroy()
///     print("{} {}\n", table[4321], table[-1])        // => 4 0
/// end
/// ```
[] :: #operator {V, K}(table: Wide_Table{V}, key: K) -> V where is_integer(K) || is_rune(K) #inline
    return at(table, Int(key))
end

/// The value of a key; one outside of the table has V's default value.
/// ```
/// thousands :: (key: Int) -> u8 => u8(key / 1000)
///
/// main :: ()
///     table := Lookup_Table.build_wide(thousands, 5000)
///     defer table.destroy()
///     print("{} {}\n", table.at(4321), table.at(77777))       // => 4 0
/// end
/// ```
at :: {V}(table: Wide_Table{V}, key: Int) -> V #inline
    if key < 0 || key >= table.limit
        return V{}
    end
    #no-bounds-checks block
        first := Int(table.blocks[key >> table.shift]) << table.shift
        return table.values[first + (key & ((1 << table.shift) - 1))]
    end
end

/// How many bytes the table takes.
/// ```
/// thousands :: (key: Int) -> u8 => u8(key / 1000)
///
/// main :: ()
///     table := Lookup_Table.build_wide(thousands, 5000)
///     defer table.destroy()
///     print("{}\n", table.bytes_of() < 1000)          // => true
/// end
/// ```
bytes_of :: {V}(table: Wide_Table{V}) -> Int
    return table.blocks.length * size_of(u16) + table.values.length * size_of(V)
end

/// Frees a table that was built at run time.
/// ```
/// thousands :: (key: Int) -> u8 => u8(key / 1000)
///
/// main :: ()
///     table := Lookup_Table.build_wide(thousands, 5000)
///     defer table.destroy()
/// end
/// ```
destroy :: {V}(table: Pointer{Wide_Table{V}})
    if table.allocator != null
        with context{allocator = table.allocator, allocator_data = table.allocator_data}
            delete(table.blocks)
            delete(table.values)
        end
    end
    table@ = Wide_Table{V}{}
end

/// Keys that a wide table has at most: each of the smallest blocks has a number.
KEYS_MAX :: (1 << 16) << SHIFT_MIN #private
SHIFT_MIN :: 5 #private
SHIFT_MAX :: 8 #private

/// The table with blocks of one size, of which there is a whole number.
in_blocks :: {V}(all: Slice{V}, limit: Int, shift: u8, location: Pointer{Source_Location} = #caller-location) -> Wide_Table{V} #private
    table: Wide_Table{V}
    size := 1 << shift
    table.limit, table.shift = limit, shift
    table.allocator, table.allocator_data = context.allocator, context.allocator_data
    table.blocks = make_slice{u16}((limit + size - 1) / size, location = location)
    firsts := make_slice{Int}(table.blocks.length, location = location)      // where each block that is kept stands
    defer delete(firsts)
    kept, latest := 0, 0
    for &place, number in table.blocks
        candidate := all[number * size..<(number + 1) * size]
        // most blocks are as the one before
        if kept > 0 && equal(all[firsts[latest]..<firsts[latest] + size], candidate)
            place = u16(latest)
            continue
        end
        found := 0
        while found < kept && !equal(all[firsts[found]..<firsts[found] + size], candidate)
            found += 1
        end
        if found == kept
            firsts[kept] = number * size
            kept += 1
        end
        place, latest = u16(found), found
    end
    table.values = make_slice{V}(kept * size, location = location)
    for first, number in firsts[..<kept]
        for value, i in all[first..<first + size]
            table.values[number * size + i] = value
        end
    end
    return table
end
