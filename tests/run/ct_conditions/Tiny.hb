name :: () -> String => "tiny"
LIMIT :: 10
