// i128 needs help that a program without a runtime has to bring.
start :: () #export "_start"
    value: i128 = volatile_load(&number)
    volatile_store(&number, value / 7)
end

number: i128 = 1000
