// error-line: 11
// error-mentions: name | brings in | Person

Person :: struct
    name: String
    age: Int
end

Employee :: struct
    name: String
    using person: Person
end

main :: ()
    e: Employee
    print("{}\n", e.name)
end
