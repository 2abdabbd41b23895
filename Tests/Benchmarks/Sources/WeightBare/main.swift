import FoundationEssentials

// The baseline for the size of the core modules: a program that uses `Date` and a task.
let now = Date()
print(await Task { now.timeIntervalSince1970 }.value)
print(CommandLine.arguments.count)
