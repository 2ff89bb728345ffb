name :: () -> String => "large"
LIMIT :: 1_000_000
