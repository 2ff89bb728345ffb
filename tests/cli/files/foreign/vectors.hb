length :: (vector: Simd{f32, 4}) -> f32 #export => vector[0]
count :: (value: Int) -> Int #export => value
