//! Structured tasks: a group of them ends before it is left, and loops that run on all processors.
//!
//! ```
//! squares := make_slice{Int}(1000)
//! defer delete(squares)
//! Task.parallel_for(0, squares.length, [squares] (i: Int)
//!     squares[i] = i * i
//! end)
//! squares[31]                           // => 961
//!
//! count :: (text: String)
//!     print("{}\n", text.length)
//! end
//!
//! group := Task.group()
//! group.spawn(count, "seven")
//! group.wait()
//! // => 5
//! ```
//!
//! Tasks run on one thread a processor, started at first use; each has a queue of its own, takes its newest task first, and steals the oldest of others.
//! Whoever waits for a group helps. Every task has the context of its group's owner, with the `thread_index` and the temporary allocator of the thread that
//! runs it; an allocator that belongs to one thread must not be inherited (see `Locked`).
//!
//! A task that panics, or gives false, cancels its group: tasks that have not begun are dropped, those that run can ask `is_cancelled`. The panic goes on in
//! `wait`. On one processor, and in compile-time execution, tasks run where they are spawned.
//!
//! Start reading at `group`, then `execute`.

Temporary :: #import "Temporary"
Thread :: #import "Thread"

/// Tasks that belong together. It must not be moved while they run, and `wait` comes before it is gone.
Group :: struct
    pending: u32                    // tasks that have not ended
    is_failed: u32
    has_panicked: Bool
    inherited: Context
    message_length: Int
    message: Array{u8, 200}
end

/// One that runs, on its thread's stack.
Frame :: struct #private
    inherited: Context
    item: Pointer{Item}
    place: UInt
end

/// The task that runs; null outside of tasks.
#add-context current_frame: Pointer{Frame} = null #private

/// What is to be done.
Item :: struct #private
    run: (item: Pointer{Item}) -> Bool
    group: Pointer{Group}
    first, last: Int
    closure: Closure
    size: Int                       // of the block that begins here
    next: Pointer{Item}
    previous: Pointer{Item}
end

// A closure's two words. Its frame waits for the task, so that it outlives it.
Closure :: struct #private
    code, environment: UInt
end

Work :: struct {D} #private
    item: Item
    body: (data: D) -> Bool
    data: D
end

Silent_Work :: struct {D} #private
    item: Item
    body: (data: D)
    data: D
end

// ---- Groups -------------------------------------------------------------------------------------------------------------

/// A group without tasks, of the current context.
/// ```
/// shout :: (text: String)
///     print("{}!\n", text)
/// end
///
/// group := Task.group()
/// group.spawn(shout, "hello")
/// group.wait()
/// // => hello!
/// ```
group :: () -> Group
    return Group{inherited = context}
end

/// Adds a task that calls `body(data)`.
/// ```
/// add_to :: (sum: Pointer{Int})
///     sum@ += 1
/// end
///
/// sum := 0
/// group := Task.group()
/// group.spawn(add_to, &sum)
/// group.wait()                              // => true
/// sum                                       // => 1
/// ```
spawn :: {D}(g: Pointer{Group}, body: (data: D), data: D, location: Pointer{Source_Location} = #caller-location)
    work := Pointer{Silent_Work{D}}(take(size_of(Silent_Work{D}), align_of(Silent_Work{D}), location))
    work@ = Silent_Work{D}{body = body, data = data}
    work.item = Item{run = run_silent{D}, group = g, size = size_of(Silent_Work{D})}
    start(&work.item)
end

/// Adds a task that calls `body(data)`; false cancels the group.
spawn :: {D}(g: Pointer{Group}, body: (data: D) -> Bool, data: D, location: Pointer{Source_Location} = #caller-location)
    work := Pointer{Work{D}}(take(size_of(Work{D}), align_of(Work{D}), location))
    work@ = Work{D}{body = body, data = data}
    work.item = Item{run = run_work{D}, group = g, size = size_of(Work{D})}
    start(&work.item)
end

/// Waits for all tasks and helps with them; false if one has failed. Panics if one has panicked. The group can be used again.
/// ```
/// fail :: (_nothing: Int) -> Bool => false
///
/// group := Task.group()
/// group.spawn(fail, 0)
/// group.wait()                              // => false
/// ```
wait :: (g: Pointer{Group}) -> Bool
    while true
        left := load(&g.pending)
        if left == 0
            break
        end
        item := find_item()
        if item != null
            execute(item)
        else
            hb_rt_wait(&g.pending, left, -1)
        end
    end
    if g.has_panicked
        panic("a task has panicked: {}", String{data = &g.message[0], length = g.message_length})
    end
    return load(&g.is_failed) == 0
end

/// Drops the tasks that have not begun.
/// ```
/// group := Task.group()
/// group.cancel()
/// group.wait()
/// ```
cancel :: (g: Pointer{Group})
    store(&g.is_failed, 1)
end

/// Whether the group of the task that runs has been cancelled.
/// ```
/// Task.is_cancelled()                       // => false
/// ```
is_cancelled :: () -> Bool
    return context.current_frame != null && load(&context.current_frame.item.group.is_failed) != 0
end

// ---- Loops --------------------------------------------------------------------------------------------------------------

/// Calls `body(i)` for each `i` of `first ..< last`, in any order, several at a time. `grain` is how many of them make a task; 0 chooses.
/// ```
/// squares := make_slice{Int}(10)
/// Task.parallel_for(0, 10, [squares] (i: Int)
///     squares[i] = i * i
/// end)
/// squares[9]                                // => 81
/// ```
parallel_for :: (first: Int, last: Int, body: #closure (i: Int), grain: Int = 0, location: Pointer{Source_Location} = #caller-location)
    count := last - first
    if count <= 0
        return
    end
    step := ifx grain > 0 => grain else => max(count / (8 * (worker_count() + 1)), 1) end
    g := group()
    at := first
    while at < last
        item := Pointer{Item}(take(size_of(Item), align_of(Item), location))
        item@ = Item{run = run_range, group = &g, first = at, last = min(at + step, last), closure = bit_cast{Closure}(body),
                     size = size_of(Item)}
        start(item)
        at += step
    end
    g.wait()
end

/// The results of `body` for all elements, in their order; memory from the current allocator.
/// ```
/// numbers: Slice{Int} = {1, 2, 3}
/// Task.parallel_map(numbers, (x: Int) -> Int => x * x)        // => [1, 4, 9]
/// ```
parallel_map :: {T, R}(items: Slice{T}, body: #closure (x: T) -> R, location: Pointer{Source_Location} = #caller-location) -> Slice{R}
    results := make_slice{R}(items.length, location = location)
    words := bit_cast{Closure}(body)
    parallel_for(0, items.length, [items, results, words] (i: Int)
        call := bit_cast{#closure (x: T) -> R}(words)
        results.data[i] = call(items[i])
    end, location = location)
    return results
end

/// `combine(… combine(body(body(initial, x0), x1), …), …)`: each task goes through a piece of the elements, beginning with `initial`; then the pieces are combined
/// in order. The pieces do not depend on the machine, so neither does the result.
/// ```
/// numbers: Slice{Int} = {1, 2, 3}
/// Task.parallel_reduce(numbers, 0, (sum: Int, x: Int) -> Int => sum + x, (a: Int, b: Int) -> Int => a + b)      // => 6
/// ```
parallel_reduce :: {T, R}(items: Slice{T}, initial: R, body: #closure (sum: R, x: T) -> R, combine: #closure (a: R, b: R) -> R, location: Pointer{Source_Location} = #caller-location) -> R
    if items.length == 0
        return initial
    end
    step := max(items.length / PIECES, 1)
    count := (items.length + step - 1) / step
    sums := make_slice{R}(count, location = location)
    defer delete(sums)
    words := bit_cast{Closure}(body)
    parallel_for(0, count, [items, sums, words, initial, step] (piece: Int)
        call := bit_cast{#closure (sum: R, x: T) -> R}(words)
        sum := initial
        for i in piece * step..<min((piece + 1) * step, items.length)
            sum = call(sum, items[i])
        end
        sums.data[piece] = sum
    end, 1, location = location)
    result := sums[0]
    for i in 1..<count
        result = combine(result, sums[i])
    end
    return result
end

PIECES :: 64 #private

/// Calls both, at one time if there is a processor for it; comes back when both have ended.
/// ```
/// left, right := 0, 0
/// Task.join([&left] ()
///     left = 1
/// end, [&right] ()
///     right = 2
/// end)
/// left + right                              // => 3
/// ```
join :: (left: #closure (), right: #closure (), location: Pointer{Source_Location} = #caller-location)
    g := group()
    item := Pointer{Item}(take(size_of(Item), align_of(Item), location))
    item@ = Item{run = run_closure, group = &g, closure = bit_cast{Closure}(right), size = size_of(Item)}
    start(item)
    left()
    g.wait()
end

// ---- What tasks do ------------------------------------------------------------------------------------------------------

run_silent :: {D}(item: Pointer{Item}) -> Bool #private
    work := Pointer{Silent_Work{D}}(item)
    work.body(work.data)
    return true
end

run_work :: {D}(item: Pointer{Item}) -> Bool #private
    work := Pointer{Work{D}}(item)
    return work.body(work.data)
end

run_range :: (item: Pointer{Item}) -> Bool #private
    call := bit_cast{#closure (i: Int)}(item.closure)
    for i in item.first..<item.last
        call(i)
    end
    return true
end

run_closure :: (item: Pointer{Item}) -> Bool #private
    call := bit_cast{#closure ()}(item.closure)
    call()
    return true
end

take :: (size: Int, alignment: Int, location: Pointer{Source_Location}) -> Pointer{Void} #private
    memory := build_allocator(.ALLOCATE, size, alignment, null, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(size, "tasks", location = location)
    end
    return memory
end

// Puts a task into this thread's queue; runs it where nobody else would.
start :: (item: Pointer{Item}) #private
    add(&item.group.pending, 1)
    if worker_count() == 0
        group_of := item.group
        if load(&group_of.is_failed) == 0
            with group_of.inherited
                if !item.run(item)
                    cancel(group_of)
                end
            end
        end
        end_item(item)
        return
    end
    queue := &queues[own_queue]
    queue.guard.lock()
    item.previous = queue.newest
    if queue.newest != null
        queue.newest.next = item
    else
        queue.oldest = item
    end
    queue.newest = item
    store_relaxed(&queue.is_filled, 1)
    queue.guard.unlock()
    add(&news, 1)
    hb_rt_wake(&news, 1)
end

// Runs a task in the context of its group.
execute :: (item: Pointer{Item}) #private
    g := item.group
    if load(&g.is_failed) == 0
        frame := Frame{item = item}
        frame.inherited = g.inherited{thread_index = context.thread_index, temporary_allocator = context.temporary_allocator,
                                      temporary_allocator_data = context.temporary_allocator_data, on_panic = panicked,
                                      current_frame = &frame}
        outer := enter_handler()
        hb_rt_call_until_left(enter, &frame, &frame.place)
        leave_handler(outer)            // a panic left `enter` without doing so
    end
    end_item(item)
end

enter :: #c-call (data: Pointer{Void}) #private
    frame := Pointer{Frame}(data)
    with frame.inherited
        if !frame.item.run(frame.item)
            cancel(frame.item.group)
        end
    end
end

// The group may be gone as soon as its count is 0.
end_item :: (item: Pointer{Item}) #private
    pending := &item.group.pending
    build_allocator(.FREE, 0, align_of(Item), null, item.size, item, 0)
    if subtract(pending, 1) == 1
        hb_rt_wake(pending, 0x7fff_ffff)
    end
end

// What tasks have as `context.on_panic`: the first message is kept for who waits.
panicked :: (message: String, location: Pointer{Source_Location}) #private
    frame := context.current_frame
    g := frame.item.group
    if g.inherited.on_panic != null && g.inherited.on_panic != panicked && !Thread.is_thread_handler(g.inherited.on_panic)
        g.inherited.on_panic(message, location)
    end
    if exchange(&g.is_failed, 1) == 0
        g.message_length = min(message.length, 200)
        memory_copy(&g.message[0], message.data, g.message_length)
        g.has_panicked = true
    end
    hb_rt_panic_forget()
    hb_rt_leave_to(frame.place)
end

// ---- The pool -----------------------------------------------------------------------------------------------------------

QUEUES_MAX :: 256 #private

Queue :: struct #private
    guard: Thread.Mutex
    is_filled: u32                      // 1 where there is an item: what thieves look at before they take the lock
    oldest, newest: Pointer{Item}
end

queues: Array{Queue, QUEUES_MAX} #private       // 0 belongs to all threads that are no workers
workers: Int = -1 #private                      // -1: not started yet
starting: Thread.Once #private
news: u32 #private                              // counts tasks, so that workers can sleep until there are more
own_queue: Int #thread-local #private

// How many threads wait for tasks besides those that spawn them.
worker_count :: () -> Int #private
    starting.call(start_workers)
    return workers
end

start_workers :: () #private
    count := min(Thread.processor_count(), QUEUES_MAX) - 1
    workers = count
    // tasks bring the context of their group; what a worker begins with is nobody's
    with default_context()
        for i in 0..<count
            Thread.spawn(work, i + 1, "task").detach()
        end
    end
end

work :: (number: Int) #private
    own_queue = number
    while true
        seen := load(&news)
        item := find_item()
        if item != null
            execute(item)
        else
            hb_rt_wait(&news, seen, -1)
        end
    end
end

// The newest of this thread's own tasks, else the oldest of somebody else's.
find_item :: () -> Pointer{Item} #private
    item := take_newest(&queues[own_queue])
    if item != null
        return item
    end
    count := worker_count() + 1
    for i in 1..<count
        item = take_oldest(&queues[(own_queue + i) % count])
        if item != null
            return item
        end
    end
    return null
end

take_newest :: (queue: Pointer{Queue}) -> Pointer{Item} #private
    queue.guard.lock()
    defer queue.guard.unlock()
    item := queue.newest
    if item != null
        queue.newest = item.previous
        if item.previous != null
            item.previous.next = null
        else
            queue.oldest = null
            store_relaxed(&queue.is_filled, 0)
        end
    end
    return item
end

take_oldest :: (queue: Pointer{Queue}) -> Pointer{Item} #private
    if load_relaxed(&queue.is_filled) == 0
        return null
    end
    queue.guard.lock()
    defer queue.guard.unlock()
    item := queue.oldest
    if item != null
        queue.oldest = item.next
        if item.next != null
            item.next.previous = null
        else
            queue.newest = null
            store_relaxed(&queue.is_filled, 0)
        end
    end
    return item
end

add :: (p: Pointer{u32}, x: u32) -> u32 #intrinsic "atomic_add" #private
subtract :: (p: Pointer{u32}, x: u32) -> u32 #intrinsic "atomic_sub" #private
exchange :: (p: Pointer{u32}, new: u32) -> u32 #intrinsic "atomic_exchange" #private
load :: (p: Pointer{u32}) -> u32 #intrinsic "atomic_load" #private
store :: (p: Pointer{u32}, x: u32) #intrinsic "atomic_store" #private
load_relaxed :: (p: Pointer{u32}) -> u32 #intrinsic "atomic_load.relaxed" #private
store_relaxed :: (p: Pointer{u32}, x: u32) #intrinsic "atomic_store.relaxed" #private

hb_rt_call_until_left :: (entry: #c-call (data: Pointer{Void}), data: Pointer{Void}, place: Pointer{UInt}) #foreign #private
hb_rt_leave_to :: (place: UInt) -> Never #foreign #private
hb_rt_wait :: (word: Pointer{u32}, expected: u32, nanoseconds: Int) -> Bool #foreign #private
hb_rt_wake :: (word: Pointer{u32}, count: u32) #foreign #private
hb_rt_panic_forget :: () #foreign #private
