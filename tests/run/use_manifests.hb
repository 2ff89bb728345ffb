// expect: # 0: Deployment web, 1 changed
// expect: ---
// expect: kind: Deployment
// expect: metadata:
// expect:   name: web
// expect:   labels:
// expect:     app: web
// expect: spec:
// expect:   replicas: 2
// expect:   containers:
// expect:     - name: nginx
// expect:       image: nginx:1.27
// expect:       command:
// expect:         - nginx
// expect:         - "-g"
// expect:         - daemon off;
// expect:       script: |
// expect:         set -e
// expect:         echo "hi"
// expect: # 1: Service web, 0 changed
// expect: ---
// expect: kind: Service
// expect: metadata:
// expect:   name: web
// expect: ports:
// expect:   - port: 80
// expect:   - port: 443
// expect: # 2:  , 0 changed
// expect: ---
// expect: null
// expect: 443

// Several documents in one file: each is changed, all are written again.

#import "List"
Json :: #import "Json"
Strings :: #import "Strings"
Yaml :: #import "Yaml"

TEXT :: `---
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  containers:
    - name: nginx
      image: "nginx:1.25"
      command: [nginx, "-g", "daemon off;"]
      script: |
        set -e
        echo "hi"
---
kind: Service
metadata:
  name: web
ports: [{port: 80}, {port: 0443}]
...
---
# nothing here
`

set_image :: (document: Pointer{Json.Value}, version: String) -> Int
    changed := 0
    match document@
    case .object &members
        for i in 0..<members.length
            member := members.at(i)
            if member.key == "image"
                image := member.value.text()
                name, _, _ := Strings.cut(image, ":")
                fresh := format("{}:{}", name, version)
                Json.destroy(&member.value)
                member.value = Json.Value.text(fresh)
                changed += 1
            else
                changed += set_image(&member.value, version)
            end
        end
    case .array &elements
        for &element in elements
            changed += set_image(&element, version)
        end
    else
    end
    return changed
end

main :: () -> Int
    documents, error := Yaml.parse_all(TEXT)
    if error != .ok
        print("{}\n", error)
        return 1
    end
    for &document, i in documents
        changed := set_image(&document, "1.27")
        print("# {}: {} {}, {} changed\n---\n", i, document.get("kind").text(), document.get("metadata").get("name").text(), changed)
        print("{}", Yaml.to_text(&document))
    end
    port := documents[1].get("ports").at(1).get("port")
    print("{}\n", port.integer())
    return 0
end
