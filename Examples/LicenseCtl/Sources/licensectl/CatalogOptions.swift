import ArgumentParser
import Foundation
import Licensing
import ZStackLicensing

/// What the product and its modules and units are called.
struct CatalogOptions: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: "The product's catalog, a file of JSON. By default the cloud platform's."
    )
    var file: InputFile?

    /// The catalog.
    ///
    /// - Throws: The exit status of a file that is no catalog, after a message.
    func catalog() throws -> ProductCatalog {
        guard let file = self.file else {
            return .zstack
        }
        do {
            return try JSONDecoder().decode(ProductCatalog.self, from: Data(try file.read()))
        } catch let error as InputFile.ReadError {
            try printError(error.message)
        } catch let DecodingError.dataCorrupted(context), let DecodingError.keyNotFound(_, context),
            let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context)
        {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            try printError(
                "\(file.name.text) is not a catalog: \(context.debugDescription)\(path.isEmpty ? "" : " (\(path))")"
            )
        }
        throw ExitCode.inputOrOutputFailed
    }
}
