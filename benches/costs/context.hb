// A binary call tree whose procedures reach a context: `way` 0 by a global, 1 by a parameter, 2 by a thread-local variable, 3 by the implicit context.
// `shape` 0 only passes it on, 1 reads it at each leaf, 2 reads it behind six integer arguments, 3 replaces it at every level.

WAY :: #config("way", 3)
SHAPE :: #config("shape", 0)

Mine :: struct
    thread_index, user_index: u32
    rest: Array{UInt, 9}
end

global: Pointer{Mine}
local: Pointer{Mine} #thread-local

#if #config("way", 3) == 1
    read :: (handed: Pointer{Mine}) -> Int #inline => Int(handed.user_index)

    walk :: (handed: Pointer{Mine}, depth: Int, n: Int) -> Int #no-inline
        if depth == 0
            return n ^ ifx SHAPE == 0 => 1 else => read(handed) end
        end
        #if SHAPE == 3
            mine := handed@
            mine.user_index += 1
            return walk(&mine, depth - 1, 2 * n) + walk(&mine, depth - 1, 2 * n + 1)
        #else
            return walk(handed, depth - 1, 2 * n) + walk(handed, depth - 1, 2 * n + 1)
        #end
    end

    walk_six :: (handed: Pointer{Mine}, depth: Int, n: Int, a: Int, b: Int, c: Int, d: Int) -> Int #no-inline
        if depth == 0
            return n ^ a ^ b ^ c ^ d ^ read(handed)
        end
        return walk_six(handed, depth - 1, 2 * n, b, c, d, a) + walk_six(handed, depth - 1, 2 * n + 1, d, c, b, a)
    end
#else
    read :: () -> Int #inline
        #if WAY == 0
            return Int(global.user_index)
        #else
            #if WAY == 2
                return Int(local.user_index)
            #else
                return Int(context.user_index)
            #end
        #end
    end

    walk :: (depth: Int, n: Int) -> Int #no-inline
        if depth == 0
            return n ^ ifx SHAPE == 0 => 1 else => read() end
        end
        #if SHAPE == 3
            #if WAY == 3
                with context{user_index = context.user_index + 1}
                    return walk(depth - 1, 2 * n) + walk(depth - 1, 2 * n + 1)
                end
            #else
                #if WAY == 0
                    outer := global
                    mine := outer@
                    mine.user_index += 1
                    global = &mine
                    result := walk(depth - 1, 2 * n) + walk(depth - 1, 2 * n + 1)
                    global = outer
                    return result
                #else
                    outer := local
                    mine := outer@
                    mine.user_index += 1
                    local = &mine
                    result := walk(depth - 1, 2 * n) + walk(depth - 1, 2 * n + 1)
                    local = outer
                    return result
                #end
            #end
        #else
            return walk(depth - 1, 2 * n) + walk(depth - 1, 2 * n + 1)
        #end
    end

    walk_six :: (depth: Int, n: Int, a: Int, b: Int, c: Int, d: Int) -> Int #no-inline
        if depth == 0
            return n ^ a ^ b ^ c ^ d ^ read()
        end
        return walk_six(depth - 1, 2 * n, b, c, d, a) + walk_six(depth - 1, 2 * n + 1, d, c, b, a)
    end
#end

number :: (text: String) -> Int
    n := 0
    for i in 0..<text.length
        n = 10 * n + Int(text[i] - '0')
    end
    return n
end

main :: (arguments: Slice{String}) -> Int
    depth := number(arguments[1])
    count := arguments.length
    first := Mine{user_index = u32(count)}
    global = &first
    local = &first
    result := 0
    with context{user_index = u32(count)}
        #if WAY == 1
            result = ifx SHAPE == 2 => walk_six(&first, depth, 1, count, 2 * count, 3 * count, 4 * count) else => walk(&first, depth, 1) end
        #else
            result = ifx SHAPE == 2 => walk_six(depth, 1, count, 2 * count, 3 * count, 4 * count) else => walk(depth, 1) end
        #end
    end
    print("{}\n", result)
    return 0
end
