import LicenseTesting
import Licensing

// Runs one operation a number of times. counts.sh compares two numbers of times, so that the setup is not counted.
// usage: Counts OPERATION TIMES
let arguments = CommandLine.arguments
guard arguments.count == 3, let times = Int(arguments[2]), let operation = Operation(rawValue: arguments[1]) else {
    fatalError("usage: Counts OPERATION TIMES, with one of \(Operation.allCases.map(\.rawValue))")
}
try operation.run(times)
