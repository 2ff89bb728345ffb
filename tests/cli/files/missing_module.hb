#import "Nowhere"

main :: ()
end
