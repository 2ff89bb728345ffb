//! Threads.
//!
//! ```
//! sum_to :: (n: Int) -> Int
//!     total := 0
//!     for i in 0..=n
//!         total += i
//!     end
//!     return total
//! end
//!
//! thread := Thread.spawn(sum_to, 1000)
//! thread.join()                         // => 500500
//! ```
//!
//! A thread begins with a copy of its creator's context, its own `thread_index` and its own temporary allocator, which is gone when it ends. If the
//! allocator that it inherits belongs to one thread (an arena, say), use another one with `with`, or give each thread its own.
//!
//! A panic ends its thread, not the process: the message and the backtrace are printed, `on_panic` is called, and `join` panics in its turn; `try_join` tells instead.
//! A detached thread's panic ends the process, and so does one under a context that does not come from the thread's (`Context{}`).
//!
//! In compile-time execution, where there is one thread, `spawn` runs the procedure before it comes back.

Temporary :: #import "Temporary"
#import "Mutex" #public
#import "Condition" #public
#import "Once" #public

/// A thread that gives an R when it ends. It is joined or detached once.
Thread :: struct {R}
    head: Pointer{Head}
    result: Pointer{R}
end

/// What a thread is, whatever it does.
Head :: struct #private
    inherited: Context
    temporary: Temporary.Temporary
    on_panic: Panic_Handler         // the creator's
    handle: Pointer{Void}
    state: u32                      // RUNNING, DETACHED, ENDED
    has_panicked: Bool
    size: Int                       // of the block that begins here
    message_length: Int
    message: Array{u8, 200}
    name_length: Int
    name: Array{u8, 16}
end

RUNNING :: 0 #private
DETACHED :: 1 #private
ENDED :: 2 #private

/// The thread that runs; null in the first one.
#add-context current_thread: Pointer{Head} = null #private

Work :: struct {D, R} #private
    head: Head
    body: (data: D) -> R
    data: D
    result: R
end

Silent_Work :: struct {D} #private
    head: Head
    body: (data: D)
    data: D
end

/// How much stack a thread has if nothing else is said.
STACK_SIZE :: 1024 * 1024

/// Starts a thread that calls `body(data)` and keeps its result.
/// ```
/// square :: (x: Int) -> Int => x * x
///
/// thread := Thread.spawn(square, 7)
/// thread.join()                             // => 49
/// ```
spawn :: {D, R}(body: (data: D) -> R, data: D, name: String = "", stack: Int = STACK_SIZE, location: Pointer{Source_Location} = #caller-location) -> Thread{R}
    work := Pointer{Work{D, R}}(take(size_of(Work{D, R}), align_of(Work{D, R}), location))
    prepare(&work.head, size_of(Work{D, R}), name)
    work.body = body
    work.data = data
    work.result = R{}
    start(&work.head, run{D, R}, stack)
    return Thread{R}{&work.head, &work.result}
end

/// Starts a thread that calls `body(data)`.
spawn :: {D}(body: (data: D), data: D, name: String = "", stack: Int = STACK_SIZE, location: Pointer{Source_Location} = #caller-location) -> Thread{Void}
    work := Pointer{Silent_Work{D}}(take(size_of(Silent_Work{D}), align_of(Silent_Work{D}), location))
    prepare(&work.head, size_of(Silent_Work{D}), name)
    work.body = body
    work.data = data
    start(&work.head, run_silently{D}, stack)
    return Thread{Void}{&work.head, null}
end

/// Starts a thread that calls `body()`.
spawn :: (body: (), name: String = "", stack: Int = STACK_SIZE, location: Pointer{Source_Location} = #caller-location) -> Thread{Void}
    work := Pointer{Silent_Work{()}}(take(size_of(Silent_Work{()}), 8, location))
    prepare(&work.head, size_of(Silent_Work{()}), name)
    work.body = call_it
    work.data = body
    start(&work.head, run_silently{()}, stack)
    return Thread{Void}{&work.head, null}
end

call_it :: (body: ()) #private
    body()
end

/// Waits for the end of a thread and gives its result. Panics if the thread has panicked.
/// ```
/// square :: (x: Int) -> Int => x * x
///
/// first, second := Thread.spawn(square, 3), Thread.spawn(square, 4)
/// first.join() + second.join()              // => 25
/// ```
join :: {R}(t: Thread{R}) -> R
    wait_for_end(t.head)
    if t.head.has_panicked
        panic_again(t.head)
    end
    result := t.result@
    give_back(t.head)
    return result
end

/// Waits for the end of a thread. Panics if the thread has panicked.
join :: (t: Thread{Void})
    wait_for_end(t.head)
    if t.head.has_panicked
        panic_again(t.head)
    end
    give_back(t.head)
end

/// Waits for the end of a thread; `none` if it has panicked.
/// ```
/// halve :: (x: Int) -> Int
///     assert(x % 2 == 0, "an odd number")
///     return x / 2
/// end
///
/// Thread.spawn(halve, 8).try_join()         // => some(4)
/// Thread.spawn(halve, 7).try_join()         // => none
/// ```
try_join :: {R}(t: Thread{R}) -> Maybe{R}
    wait_for_end(t.head)
    result := ifx t.head.has_panicked => Maybe{R}.none else => Maybe{R}.some(t.result@) end
    give_back(t.head)
    return result
end

/// Waits for the end of a thread; false if it has panicked.
try_join :: (t: Thread{Void}) -> Bool
    wait_for_end(t.head)
    good := !t.head.has_panicked
    give_back(t.head)
    return good
end

/// Lets a thread go on by itself; nobody will join it.
/// ```
/// idle :: ()
/// end
///
/// Thread.spawn(idle).detach()
/// ```
detach :: {R}(t: Thread{R})
    handle := t.head.handle
    if exchange(&t.head.state, DETACHED) == ENDED
        give_back(t.head)
    end
    hb_rt_thread_detach(handle)
end

/// The number of the thread that runs; 0 for the first.
/// ```
/// Thread.current()                          // => 0
/// ```
current :: () -> u32
    return context.thread_index
end

/// The name of the thread that runs.
/// ```
/// whoami :: () -> String => Thread.name()
///
/// work :: (_nothing: Int)
///     print("{}\n", Thread.name())
/// end
///
/// Thread.spawn(work, 0, name = "worker").join()
/// // => worker
/// ```
name :: () -> String
    head := context.current_thread
    if head == null
        return "main"
    end
    return String{data = &head.name[0], length = head.name_length}
end

/// Sleeps for so many seconds.
/// ```
/// Thread.sleep(0.001)
/// ```
sleep :: (seconds: Float)
    hb_rt_thread_sleep(Int(seconds * 1e9))
end

/// Lets other threads run.
/// ```
/// Thread.give_way()
/// ```
give_way :: ()
    hb_rt_thread_sleep(0)
end

/// How many processors the process may use.
/// ```
/// Thread.processor_count() > 0              // => true
/// ```
processor_count :: () -> Int
    return hb_rt_thread_processors()
end

// ---- How it is done ---------------------------------------------------------------------------------------------------

next_index: u32 = 1 #private

// Of the build's default allocator, which belongs to all threads.
take :: (size: Int, alignment: Int, location: Pointer{Source_Location}) -> Pointer{Void} #private
    memory := build_allocator(.ALLOCATE, size, alignment, null, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(size, "a thread", location = location)
    end
    return memory
end

give_back :: (head: Pointer{Head}) #private
    Temporary.destroy(&head.temporary)
    build_allocator(.FREE, 0, align_of(Head), null, head.size, head, 0)
end

prepare :: (head: Pointer{Head}, size: Int, name: String) #private
    head@ = Head{}
    head.size = size
    head.on_panic = context.on_panic
    // a thread's thread does not end its creator
    if context.current_thread != null && context.on_panic == panicked
        head.on_panic = context.current_thread.on_panic
    end
    head.temporary = Temporary.Temporary{parent = build_allocator}
    head.inherited = context{thread_index = add(&next_index, 1), temporary_allocator = Temporary.allocate,
                             temporary_allocator_data = &head.temporary, on_panic = panicked, current_thread = head}
    head.name_length = min(name.length, 15)
    memory_copy(&head.name[0], name.data, head.name_length)
end

start :: (head: Pointer{Head}, entry: #c-call (data: Pointer{Void}), stack: Int) #private
    handle := hb_rt_thread_start(entry, head, stack)
    assert(handle != null, "a thread cannot be started")
    if UInt(handle) == 1
        // there is one thread only: compile-time execution
        entry(head)
    end
    store(&head.handle, handle)
end

run :: {D, R} #c-call (data: Pointer{Void}) #private
    work := Pointer{Work{D, R}}(data)
    with work.head.inherited
        begin(&work.head)
        work.result = work.body(work.data)
        end_thread(&work.head)
    end
end

run_silently :: {D} #c-call (data: Pointer{Void}) #private
    work := Pointer{Silent_Work{D}}(data)
    with work.head.inherited
        begin(&work.head)
        work.body(work.data)
        end_thread(&work.head)
    end
end

begin :: (head: Pointer{Head}) #private
    if head.name_length > 0
        hb_rt_thread_set_name(&head.name[0], head.name_length)
    end
end

// Whoever comes second, this or `detach`, gives the head back.
end_thread :: (head: Pointer{Head}) #private
    if exchange(&head.state, ENDED) == DETACHED
        give_back(head)
    end
end

// What threads have as `context.on_panic`: the message is kept for who joins.
panicked :: (message: String, location: Pointer{Source_Location}) #private
    head := context.current_thread
    if head.on_panic != null
        head.on_panic(message, location)
    end
    head.message_length = min(message.length, 200)
    memory_copy(&head.message[0], message.data, head.message_length)
    head.has_panicked = true
    if exchange(&head.state, ENDED) == DETACHED
        return
    end
    // the creator may not have come back from starting us
    while load(&head.handle) == null
        hb_rt_thread_sleep(0)
    end
    hb_rt_panic_forget()
    hb_rt_thread_leave(head.handle)
end

/// Whether this is what threads of this module have as `context.on_panic`.
/// ```
/// Thread.is_thread_handler(null)            // => false
/// ```
is_thread_handler :: (handler: Panic_Handler) -> Bool
    return handler == panicked
end

wait_for_end :: (head: Pointer{Head}) #private
    hb_rt_thread_join(head.handle)
end

panic_again :: (head: Pointer{Head}) -> Never #private #cold
    panic("thread {} has panicked: {}", head.inherited.thread_index, String{data = &head.message[0], length = head.message_length})
end

add :: (p: Pointer{u32}, x: u32) -> u32 #intrinsic "atomic_add" #private
exchange :: (p: Pointer{u32}, new: u32) -> u32 #intrinsic "atomic_exchange" #private
load :: (p: Pointer{Pointer{Void}}) -> Pointer{Void} #intrinsic "atomic_load.acquire" #private
store :: (p: Pointer{Pointer{Void}}, x: Pointer{Void}) #intrinsic "atomic_store.release" #private

hb_rt_thread_start :: (entry: #c-call (data: Pointer{Void}), data: Pointer{Void}, stack: Int) -> Pointer{Void} #foreign #private
hb_rt_thread_join :: (handle: Pointer{Void}) #foreign #private
hb_rt_thread_detach :: (handle: Pointer{Void}) #foreign #private
hb_rt_thread_leave :: (handle: Pointer{Void}) -> Never #foreign #private
hb_rt_thread_sleep :: (nanoseconds: Int) #foreign #private
hb_rt_thread_set_name :: (name: Pointer{u8}, length: Int) #foreign #private
hb_rt_thread_processors :: () -> Int #foreign #private
hb_rt_panic_forget :: () #foreign #private
