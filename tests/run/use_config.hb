// expect: front:80 after 1.0 s, tags ["a", "b"]: in memory
// expect: back:8080 after 1.0 s, tags []: at db.local:5432 with 4 connections
// expect: cache:8080 after 10.0 s, tags []: in /var/cache
// expect: cache listens where back does
// expect: debug 4 1024
// expect:  1:29: the number does not fit
// expect: name: front
// expect: listen: 80
// expect: timeout: 1.0
// expect: storage: memory
// expect: tags:
// expect:   - a
// expect:   - b
// expect: [{"name":"front","listen":80,"timeout_s":1.0,"storage":"memory","tags":["a","b"]}]
// expect: 1:8: no member has this name
// expect: 1:11: expected a sequence
// expect: 1:9: expected a mapping
// expect: 3:20: no member has this name

// A service's configuration: YAML with defaults and a common part, JSON on top, checked, shown again.

#import "List"
#import "Map"
Json :: #import "Json"
Yaml :: #import "Yaml"

Level :: enum
    debug
    info
    error
end

Storage :: union
    memory
    file: String
    database: Database
end

Database :: struct
    host: String = "localhost"
    port: u16 = 5432
    pool: Maybe{Int}
end

Service :: struct
    name: String
    listen: u16 = 8080
    timeout_s: f64 = 2.5 #tag "yaml:timeout"
    storage: Storage
    tags: List{String}
end

Config :: struct
    level: Level = .info
    services: List{Service}
    limits: Map{String, Int}
end

TEXT :: `# shared
level: debug
defaults: &defaults
  timeout: 1
  tags: [a, b]
services:
  - <<: *defaults
    name: front
    listen: 80
    storage: memory
  - <<: *defaults
    name: back
    tags: []
    storage:
      database: {host: db.local, pool: 4}
  - {name: cache, storage: {file: /var/cache}, timeout: 1e1}
limits: {cpu: 4, memory: 0x400}
`

Problem :: struct
    service: String
    text: String
end

check :: (config: Pointer{Config}) -> List{Problem}
    problems := list{Problem}()
    seen := map{u16, String}()
    defer seen.destroy()
    for service in config.services
        if service.name.length == 0
            problems.append(Problem{"?", "has no name"})
        end
        if other := seen.get(service.listen)
            problems.append(Problem{service.name, other})
        end
        seen[service.listen] = service.name
    end
    return problems
end

main :: () -> Int
    config, error := Yaml.decode{Config}(TEXT)
    if error != .ok
        print("config.yaml:{}\n", error)
        return 1
    end
    for service in config.services
        print("{}:{} after {} s, tags {}: ", service.name, service.listen, service.timeout_s, service.tags)
        match service.storage
        case .memory     => print("in memory\n")
        case .file path  => print("in {}\n", path)
        case .database d => print("at {}:{} with {} connections\n", d.host, d.port, d.pool or_else 1)
        end
    end
    problems := check(&config)
    for problem in problems
        print("{} listens where {} does\n", problem.service, problem.text)
    end
    print("{} {} {}\n", config.level, config.limits["cpu"], config.limits["memory"])
    changed, wrong := Json.decode{Service}("{\"name\": \"front\", \"listen\": 70000}")
    print("{} {}\n", changed.name, wrong)
    config.services.truncate(1)
    print("{}", Yaml.encode(config.services[0]))
    print("{}\n", Json.encode(config.services))
    for broken in Array{String, 4}{"level: loud", "services: {}", "limits: [1]", "services:\n - name: x\n   storage: {tape: 1}"}
        _, mistake := Yaml.decode{Config}(broken)
        print("{}\n", mistake)
    end
    problems.destroy()
    return 0
end
