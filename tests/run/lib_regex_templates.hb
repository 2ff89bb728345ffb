// eval: no, PCRE2 is foreign code
// expect: (1 missing) Dear ADA, welcome to Huế and {{x}}.
// expect: parse_http_request2_things parseHttpRequest
// expect: a bold word
// expect: [One is here.][Two! e.g. three is long?][Éric knows.]
// expect: <the> cat sat <on> the The mat
// expect: 1,234,567 and 89 and 1,000
// expect: b=a
// expect: d=c

// Templates whose names come from a map, camel case and snake case, tags taken off, a text cut at sentences.

Regex :: #import "Regex"
#import "Map"
#import "Strings"

filled :: (template: String, values: Pointer{Map{String, String}}) -> String
    name, _ := Regex.compile(`\{\{\s*(\w+)\s*(?:\|\s*(upper|lower)\s*)?\}\}`)
    defer name.destroy()
    missing := 0
    result := name.replace_with(template, [values, &missing] (out: Pointer{Builder}, m: Pointer{Regex.Match})
        value := values.get(m.group(1)) or_else ""
        if value == ""
            missing += 1
            out.append(m.text())
            return
        end
        changed := ifx m.group(2) == "upper" => to_upper(value) else if m.group(2) == "lower" => to_lower(value) else => copy(value) end
        out.append(changed)
        delete(changed)
    end)
    if missing > 0
        print("({} missing) ", missing)
    end
    return result
end

snake :: (text: String) -> String
    hump, _ := Regex.compile(`(?<=[\p{Ll}\d])(\p{Lu})`)
    defer hump.destroy()
    apart := hump.replace_all(text, "_$1")
    defer delete(apart)
    return to_lower(apart)
end

camel :: (text: String) -> String
    joint, _ := Regex.compile("_(\\w)")
    defer joint.destroy()
    return joint.replace_with(text, (out: Pointer{Builder}, m: Pointer{Regex.Match})
        letter := to_upper(m.group(1))
        out.append(letter)
        delete(letter)
    end)
end

main :: () -> Int
    values := map{String, String}()
    values["name"] = "Ada"
    values["place"] = "Huế"
    print("{}\n", filled("Dear {{name | upper}}, welcome to {{ place }} and {{x}}.", &values))
    print("{} {}\n", snake("parseHttpRequest2Things"), camel("parse_http_request"))
    tag, _ := Regex.compile("</?[a-z][^>]*>", .IGNORE_CASE)
    print("{}\n", tag.replace_all("<P class=\"x\">a <b>bold</b> word<br/>", ""))
    sentence, _ := Regex.compile(`(?<=[.!?])\s+(?=\p{Lu})`)
    for part in sentence.split("One is here. Two! e.g. three is long? Éric knows.")
        print("[{}]", part)
    end
    doubled, _ := Regex.compile(`\b(\w+)\s+\1\b`, .IGNORE_CASE)
    print("\n{}\n", doubled.replace("the the cat sat on on the The mat", "<$1>", 2))
    amount, _ := Regex.compile(`\d(?=(?:\d{3})+\b)`)
    print("{}\n", amount.replace_all("1234567 and 89 and 1000", "$0,"))
    column, _ := Regex.compile(`^(\w+)\t(\w+)$`, .MULTILINE)
    print("{}\n", column.replace_all("a\tb\nc\td", "${2}=$1"))
    return 0
end
