//! The environment of the process: its variables, its folder.
//!
//! ```
//! if home := Env.get("HOME")
//!     home.length > 0                      // => true
//! end
//! ```

#import "Os"
#import "List"
#import "Strings" (copy, cut)

/// A variable with its value.
Variable :: struct
    name: String
    value: String
end

/// The value of a variable. It lies in the process's own memory.
/// ```
/// Env.get("PATH") or_else "/usr/bin:/bin"
/// Env.get("NO_SUCH_VARIABLE") or_else "unset"       // => "unset"
/// ```
get :: (name: String) -> Maybe{String}
    at := hb_rt_environment()
    while at != null && at@ != null
        found, value, is_pair := cut(string_of(CString(at@)), "=")
        if is_pair && found == name
            return some(value)
        end
        at = &at[1]
    end
    return none
end

/// All variables.
/// ```
/// variables := Env.all()
/// defer variables.destroy()
/// is_path_there := false
/// for variable in variables
///     is_path_there |= variable.name == "PATH"
/// end
/// is_path_there                                     // => true
/// ```
all :: (location: Pointer{Source_Location} = #caller-location) -> List{Variable}
    result := list{Variable}()
    at := hb_rt_environment()
    while at != null && at@ != null
        name, value, is_pair := cut(string_of(CString(at@)), "=")
        if is_pair
            result.append(Variable{name, value}, location = location)
        end
        at = &at[1]
    end
    return result
end

/// The current folder.
/// ```
/// folder, error := Env.current_folder()
/// error                                             // => ok
/// folder[0] == '/'                                  // => true
/// delete(folder)
/// ```
current_folder :: (location: Pointer{Source_Location} = #caller-location) -> (String, Error)
    room: Path_Room = uninit
    length := call(.GET_FOLDER, address(&room.bytes), 4096)
    if length < 0
        return "", failure("find the current folder", "", length)
    end
    return copy(string_of(CString(&room.bytes[0])), location = location), Error.ok
end

/// Makes another folder the current one, for the whole process.
/// ```
/// Env.set_current_folder("/")                       // => ok
/// Env.current_folder() or_else "?"                  // => "/"
/// Env.set_current_folder("/no such folder")         // => cannot go to "/no such folder": no such file or directory
/// ```
set_current_folder :: (path: String) -> Error
    room: Path_Room = uninit
    at := c_path(&room, path)
    result := ifx at == 0 => path_problem(path) else => call(.SET_FOLDER, at) end
    return ifx result < 0 => failure("go to", path, result) else => Error.ok end
end

hb_rt_environment :: () -> Pointer{Pointer{u8}} #foreign #private
