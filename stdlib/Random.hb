//! Random numbers.

/// A number that is the same throughout a process and differs from one to the next.
process_seed :: () -> u64
    if seed_of_process == 0
        hb_random_fill(&seed_of_process, 8)
        seed_of_process |= 1
    end
    return seed_of_process
end

seed_of_process: u64 #private

hb_random_fill :: (data: Pointer{Void}, length: Int) -> Int #foreign #private
