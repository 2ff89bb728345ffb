#import "main"

Pong :: distinct (n: Int) -> Ping
pong :: (n: Int) -> Ping => ifx n > 3 => Ping(null) else => Ping(ping) end
