import FoundationEssentials

// What the core modules are weighed against: a program that uses `Date`.
let now = Date()
print(now.timeIntervalSince1970)
print(CommandLine.arguments.count)
