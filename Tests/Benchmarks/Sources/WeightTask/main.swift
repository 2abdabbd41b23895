import FoundationEssentials

// The same program as WeightBare with a task and a sequence, as every server has them.
let now = Date()
print(now.timeIntervalSince1970)
print(CommandLine.arguments.count)

let (numbers, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
continuation.yield(1)
Task {
    try? await Task.sleep(for: .milliseconds(1))
    continuation.finish()
}
for await number in numbers {
    print(number)
}
