//! A module in a folder, for commands that meet the folder itself.

square :: (n: Int) -> Int => n * n
