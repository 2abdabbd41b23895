import FoundationEssentials

// What the core modules are weighed against: a program that uses `Date` and a task.
let now = Date()
print(await Task { now.timeIntervalSince1970 }.value)
print(CommandLine.arguments.count)
