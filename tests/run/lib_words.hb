// eval: no, PCRE2, GMP and SQLite are foreign code
// expect: of:2 the:2 times:2 was:2 fließt:1 all
// expect: 9/22 of 22, 16000000560000007840000054880000192080000268912

// Words of a text by a regular expression, counted in a database, their weights as fractions and their product as a big number.

Big :: #import "Big"
Regex :: #import "Regex"
Sqlite :: #import "Sqlite"

TEXT :: `Der Fluß fließt, der Fluss floss; đường dài, ĐƯỜNG ngắn.
It was the best of times, it was the worst of times.`

Word :: struct
    word: String
    hits: Int
end

count :: (db: Pointer{Sqlite.Database}) -> Sqlite.Error
    db.execute("create table word (word text primary key, hits integer)") or_return
    add := db.prepare("insert into word values (?, 1) on conflict (word) do update set hits = hits + 1") or_return
    defer add.close()
    r, _ := Regex.compile(`\p{L}+`)
    defer r.destroy()
    for m in r.all(TEXT)
        found := m
        add.run(found.text()) or_return
    end
    total := db.value{Int}("select sum(hits) from word") or_return
    weight, product := Big.rational(0), Big.integer(1)
    words := db.rows{Word}("select * from word where hits > 1 or length(word) > 5 order by hits desc, word") or_return
    for w in words
        print("{}:{} ", w.word, w.hits)
        weight = weight + Big.rational(w.hits, total)
        product.multiply(1_000_000_007 * w.hits)
    end
    print("all\n{} of {}, {}\n", weight, total, product)
    Sqlite.destroy_rows(&words)
    return .ok
end

main :: () -> Sqlite.Error
    db := Sqlite.open(":memory:") or_return
    defer db.close()
    return count(&db)
end
