#if Build.OS == "windows"
    #import "Not_There_At_All"
    x: Undefined_Type = nowhere()
#end
run :: ()
    #if false
        y := undefined_thing(3)
    #end
    print("1\n")
end
