#add-context level: f64 = 2.5
#add-context hidden: Int = 3 #private

wider :: (then: ())
    with context{level = 3.5, hidden = 4}
        then()
    end
end
