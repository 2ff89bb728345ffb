#add-context level: f64 = 2.5
