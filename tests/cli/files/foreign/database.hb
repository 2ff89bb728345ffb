Postgres :: #import "Postgres"

main :: ()
    _, error := Postgres.open("host=/no/such/folder user=nobody")
    print("{}\n", error)
end
