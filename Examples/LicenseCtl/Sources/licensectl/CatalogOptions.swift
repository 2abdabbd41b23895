import ArgumentParser
import Foundation
import Licensing
import ZStackLicensing

/// The option that selects the product's catalog.
struct CatalogOptions: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: "The product's catalog, as a JSON file. Defaults to the catalog of the cloud platform."
    )
    var file: InputFile?

    /// Reads the catalog.
    ///
    /// - Throws: The exit status 74 if the file cannot be read or is not a catalog, after printing a message.
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
