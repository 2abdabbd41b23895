import Foundation
import FuzzTargets

// usage: Seeds FOLDER
// Writes the seed corpus, with one folder for each target.
guard let path = CommandLine.arguments.dropFirst().first else {
    print("usage: Seeds FOLDER")
    exit(64)
}
for target in FuzzTarget.allCases {
    let folder = URL(fileURLWithPath: path).appendingPathComponent(target.rawValue)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, input) in target.seeds {
        try Data(input).write(to: folder.appendingPathComponent(name))
    }
}
