NAME :: "theirs"

counter: Int #private

show :: (x: String) -> String => format("text({})", x)

both :: () -> String => "both"

count :: () -> Int
    counter += 1
    return counter
end

local_only :: "there" #private
