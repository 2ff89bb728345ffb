//! Paths as text: taking them apart and putting them together. Nothing here asks the system; names are separated by `/`.
//!
//! ```
//! path := Path.join("src", "main.hb")
//! path                                  // => "src/main.hb"
//! Path.base(path)                       // => "main.hb"
//! Path.stem(path)                       // => "main"
//! Path.extension(path)                  // => "hb"
//! ```

#import "Strings"

/// Two paths as one; the second alone if it is absolute.
/// ```
/// Path.join("src", "main.hb")                 // => "src/main.hb"
/// Path.join("src/", "main.hb")                // => "src/main.hb"
/// Path.join("src", "/etc/hosts")              // => "/etc/hosts"
/// ```
join :: (folder: String, name: String, location: Pointer{Source_Location} = #caller-location) -> String
    if folder.length == 0 || is_absolute(name)
        return copy(name, location = location)
    end
    return join({folder, ifx ends_with(folder, "/") => "" else => "/" end, name}, "", location = location)
end

/// Whether it begins at the root, wherever the program stands.
/// ```
/// Path.is_absolute("/etc")                    // => true
/// Path.is_absolute("etc")                     // => false
/// ```
is_absolute :: (path: String) -> Bool => starts_with(path, "/")

/// The last name: `main.hb` of `src/main.hb`.
/// ```
/// Path.base("src/main.hb")                    // => "main.hb"
/// Path.base("src/")                           // => "src"
/// ```
base :: (path: String) -> String
    rest := without_slashes(path)
    return rest[find_last_byte(rest, '/') + 1..]
end

/// What contains it: `src` of `src/main.hb`, `.` of `main.hb`, `/` of `/`.
/// ```
/// Path.folder("src/main.hb")                  // => "src"
/// Path.folder("main.hb")                      // => "."
/// ```
folder :: (path: String) -> String
    rest := without_slashes(path)
    at := find_last_byte(rest, '/')
    if at < 0
        return ifx is_absolute(path) && rest.length == 0 => "/" else => "." end
    end
    above := without_slashes(rest[..<at])
    return ifx above.length == 0 => "/" else => above end
end

/// What stands behind the last point of the last name, without it: `hb`. Nothing if the name begins with that point.
/// ```
/// Path.extension("src/archive.tar.gz")        // => "gz"
/// Path.extension(".profile")                  // => ""
/// ```
extension :: (path: String) -> String
    name := base(path)
    at := find_last_byte(name, '.')
    return ifx at <= 0 => "" else => name[at + 1..] end
end

/// The last name without its extension.
/// ```
/// Path.stem("src/archive.tar.gz")             // => "archive.tar"
/// ```
stem :: (path: String) -> String
    name := base(path)
    at := find_last_byte(name, '.')
    return ifx at <= 0 => name else => name[..<at] end
end

/// The path with another extension: `with_extension("a/b.c", "o")` is `a/b.o`.
/// ```
/// Path.with_extension("src/main.hb", "o")     // => "src/main.o"
/// ```
with_extension :: (path: String, extension: String, location: Pointer{Source_Location} = #caller-location) -> String
    name := base(path)
    start := address_difference(path, name)
    return join({path[..<start], stem(path), ".", extension}, "", location = location)
end

/// Without `.`, `..` behind names, and slashes that say nothing: `a/./b//../c` is `a/c`.
/// ```
/// Path.normal("a/./b//../c")                  // => "a/c"
/// Path.normal("../../x")                      // => "../../x"
/// Path.normal("/../x")                        // => "/x"
/// ```
normal :: (path: String, location: Pointer{Source_Location} = #caller-location) -> String
    names := split_list("", "/", location = location)
    defer names.destroy()
    names.clear()
    for name in split(path, "/")
        if name.length == 0 || name == "."
            continue
        end
        if name == ".." && names.length > 0 && names[names.length - 1] != ".."
            names.pop()
        else if name != ".." || !is_absolute(path)
            names.append(name, location = location)
        end
    end
    joined := join(&names, "/", location = location)
    if !is_absolute(path) && joined.length > 0
        return joined
    end
    result := ifx is_absolute(path) => concat("/", joined, location = location) else => concat(".", "", location = location) end
    delete(joined)
    return result
end

without_slashes :: (path: String) -> String #private
    length := path.length
    while length > 0 && path[length - 1] == '/'
        length -= 1
    end
    return path[..<length]
end

// Where a part of a string begins in it.
address_difference :: (whole: String, part: String) -> Int #private => Int(UInt(part.data) - UInt(whole.data))
