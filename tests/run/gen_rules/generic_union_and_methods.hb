Opt :: union {T}
    none_
    val: T
end
get :: {T}(o: Opt{T}, d: T) -> T
    match o
    case .val v => return v
    case .none_ => return d
    end
end
run :: ()
    print("{} {} {}\n", get(Opt{Int}.val(3), 0), Opt{Int}.none_.get(-1), Opt{String}.none_.get("none"))
end
