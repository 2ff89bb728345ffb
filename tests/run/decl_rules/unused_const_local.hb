run :: ()
    A :: 3
end
