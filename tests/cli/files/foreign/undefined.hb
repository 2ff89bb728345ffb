procedure_of_nobody :: (x: i32) -> i32 #foreign
other :: () #foreign "variable_of_nobody_s_procedure"
variable-of-nobody: i32 #foreign "variable_of_nobody"
main :: () -> Int
    other()
    return Int(procedure_of_nobody(variable-of-nobody))
end
