//! Where SQLite gets its memory when module `Sqlite` uses it.
//!
//! SQLite asks for memory through procedures of the whole process. Each procedure of `Sqlite` says before it calls SQLite whose call it is (`enter`) and
//! afterwards that it is over (`leave`): what is asked for in between comes from the allocator that was current when that database was opened, and each block knows where
//! it came from. What all databases of the process share, SQLite's record of a file that is open and of the memory that goes with its log, comes from the
//! page allocator: it lives as long as the last database that has the file. Whoever calls SQLite past this module gets its memory from the page allocator, too. If somebody has started
//! SQLite before, its memory is C's.

#import "Once"
#import "Mutex"

/// Where the memory of a database comes from.
Home :: struct
    allocator: Allocator
    allocator_data: Pointer{Void}
end

current: Home #thread-local #private
is_ready: Once #private

/// The home of what is opened now. Starts SQLite if nobody has yet.
///
/// ```
/// home := Sqlite_Memory.home()
/// Sqlite_Memory.enter(home)
/// Sqlite_Memory.leave()
/// ```
home :: () -> Home
    is_ready.call(start)
    return Home{context.allocator, context.allocator_data}
end

/// What SQLite asks for from now on, in this thread, comes from there.
///
/// ```
/// Sqlite_Memory.enter(Sqlite_Memory.home())
/// Sqlite_Memory.leave()
/// ```
enter :: (home: Home) #inline
    current = home
end

/// What SQLite asks for from now on, in this thread, is the process's.
///
/// ```
/// Sqlite_Memory.leave()
/// ```
leave :: () #inline
    current = Home{}
end

start :: () #private
    // a failure means that somebody has started it; then nothing is changed
    methods.take = take_memory
    methods.give = give_memory
    methods.change = change_memory
    methods.size = size_of_block
    methods.round = rounded_size
    methods.begin = begin_memory
    methods.end_ = end_memory
    if sqlite3_config(CONFIG_MALLOC, &methods) == 0
        // counting all memory takes a lock each time
        sqlite3_config(CONFIG_MEMSTATUS, i32(0))
        // names of files are names, even where they begin with `file:`
        sqlite3_config(CONFIG_URI, i32(0))
    end
    leave()
    sqlite3_initialize()
    share_files()
end

// ---- Memory ---------------------------------------------------------------------------------------------------------------------

Methods :: struct #private
    take: #c-call (size: i32) -> Pointer{Void}
    give: #c-call (memory: Pointer{Void})
    change: #c-call (memory: Pointer{Void}, size: i32) -> Pointer{Void}
    size: #c-call (memory: Pointer{Void}) -> i32
    round: #c-call (size: i32) -> i32
    begin: #c-call (data: Pointer{Void}) -> i32
    end_: #c-call (data: Pointer{Void})
    data: Pointer{Void}
end

methods: Methods #private

// What stands in front of a block.
Head :: struct #private
    home: Home
    size: Int                           // with this head
    spare: Int
end

take_memory :: #c-call (size: i32) -> Pointer{Void} #private
    with default_context()
        head := Head{home = current}
        if head.home.allocator == null
            head.home.allocator = page_allocator
        end
        head.size = Int(size) + size_of(Head)
        memory := head.home.allocator(.ALLOCATE, head.size, 16, head.home.allocator_data, 0, null, from_here())
        if memory == null
            return null
        end
        Pointer{Head}(memory)@ = head
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

change_memory :: #c-call (memory: Pointer{Void}, size: i32) -> Pointer{Void} #private
    start := head_of(memory)
    with default_context()
        head := start@
        wanted := Int(size) + size_of(Head)
        changed := head.home.allocator(.RESIZE, wanted, 16, head.home.allocator_data, head.size, start, from_here())
        if changed == null
            return null
        end
        Pointer{Head}(changed).size = wanted
        return Pointer{Void}(UInt(changed) + UInt(size_of(Head)))
    end
end

give_memory :: #c-call (memory: Pointer{Void}) #private
    start := head_of(memory)
    with default_context()
        head := start@
        head.home.allocator(.FREE, 0, 16, head.home.allocator_data, head.size, start, 0)
    end
end

size_of_block :: #c-call (memory: Pointer{Void}) -> i32 #private
    return i32(head_of(memory).size - size_of(Head))
end

rounded_size :: #c-call (size: i32) -> i32 #private => (size + 7) & -8
begin_memory :: #c-call (_data: Pointer{Void}) -> i32 #private => 0

end_memory :: #c-call (_data: Pointer{Void}) #private
    return
end

head_of :: #c-call (memory: Pointer{Void}) -> Pointer{Head} #private => Pointer{Head}(UInt(memory) - UInt(size_of(Head)))

// ---- Files ------------------------------------------------------------------------------------------------------------------------

// SQLite's way to the system's files, of which only what is replaced has its name here.
File_System :: struct #private
    version: i32
    file_size: i32
    path_length: i32
    next: Pointer{Void}
    name: CString
    data: Pointer{Void}
    open: #c-call (system: Pointer{File_System}, path: Pointer{u8}, file: Pointer{File}, flags: i32, out: Pointer{i32}) -> i32
    others: Array{Pointer{Void}, 15}
end

File :: struct #private
    methods: Pointer{File_Methods}
end

File_Methods :: struct #private
    version: i32
    before: Array{Pointer{Void}, 12}
    map_shared: #c-call (file: Pointer{File}, page: i32, size: i32, extend: i32, out: Pointer{Pointer{Void}}) -> i32
    behind: Array{Pointer{Void}, 5}
end

// The methods of files in which only `map_shared` is ours, behind them the original.
Shadow :: struct #private
    methods: File_Methods
    original: Pointer{File_Methods}
end

SHADOWS :: 4 #private

system: File_System #private
original: Pointer{File_System} #private
shadows: Array{Shadow, SHADOWS} #private
shadow_lock: Mutex #private

// What a file shares with the others of its name is the process's.
share_files :: () #private
    original = sqlite3_vfs_find(null)
    if original == null
        return
    end
    system = original@
    system.name = "hubbub"
    system.open = open_file
    sqlite3_vfs_register(&system, 1)
end

open_file :: #c-call (system: Pointer{File_System}, path: Pointer{u8}, file: Pointer{File}, flags: i32, out: Pointer{i32}) -> i32 #private
    with default_context()
        kept := current
        leave()
        code := original.open(system, path, file, flags, out)
        if code == 0 && file.methods != null
            file.methods = shadow_of(file.methods)
        end
        current = kept
        return code
    end
end

shadow_of :: (methods: Pointer{File_Methods}) -> Pointer{File_Methods} #private
    shadow_lock.lock()
    defer shadow_lock.unlock()
    for &shadow in shadows
        if shadow.original == null
            shadow.methods = methods@
            shadow.methods.map_shared = map_shared
            shadow.original = methods
        end
        if shadow.original == methods
            return &shadow.methods
        end
    end
    return methods
end

map_shared :: #c-call (file: Pointer{File}, page: i32, size: i32, extend: i32, out: Pointer{Pointer{Void}}) -> i32 #private
    with default_context()
        kept := current
        leave()
        code := Pointer{Shadow}(file.methods).original.map_shared(file, page, size, extend, out)
        current = kept
        return code
    end
end

CONFIG_MALLOC: i32 : 4 #private
CONFIG_MEMSTATUS: i32 : 9 #private
CONFIG_URI: i32 : 17 #private

sqlite3_config :: (option: i32, ..) -> i32 #foreign #private
sqlite3_initialize :: () -> i32 #foreign #private
sqlite3_vfs_find :: (name: Pointer{u8}) -> Pointer{File_System} #foreign #private
sqlite3_vfs_register :: (system: Pointer{File_System}, is_default: i32) -> i32 #foreign #private
