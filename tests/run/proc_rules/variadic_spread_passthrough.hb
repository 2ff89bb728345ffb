log_ :: (f: String, xs: ..Any) => print_to_all(f, ..xs)
print_to_all :: (f: String, xs: ..Any)
    print(f, ..xs)
end
run :: ()
    log_("a{}b\n", 1)
end
