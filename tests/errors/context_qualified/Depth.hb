#add-context level: Int = 1
#add-context hidden: Int = 1 #private

deep :: () -> Bool => context.hidden == context.level
