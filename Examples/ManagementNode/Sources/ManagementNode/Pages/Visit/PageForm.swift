import Hummingbird

/// What a form of a page sent.
struct PageForm: Sendable {
    /// A file that a person chose.
    struct File: Sendable {
        /// The name that the browser sent, which is only shown, with invisible characters escaped.
        let name: String

        /// The bytes of the file.
        let contents: [UInt8]
    }

    /// The values of the fields, by their names.
    let fields: [String: String]

    /// The files, in the order in which they were chosen.
    let files: [File]

    /// Reads the body of a request.
    ///
    /// Only a session can send files.
    ///
    /// - Throws: `HTTPError` if the body is not a form, is too large or takes too long.
    init(_ request: Request, _ context: NodeContext) async throws {
        let type = request.headers[.contentType] ?? ""
        if context.session != nil, let boundary = MultipartForm.boundary(in: type) {
            let body = try await request.bytes(context, .upload)
            guard let form = MultipartForm(body, boundary: boundary) else {
                throw HTTPError(.badRequest)
            }
            try self.init(form)
        } else {
            let body = try await request.bytes(context, .small)
            guard type.lowercased().hasPrefix("application/x-www-form-urlencoded"),
                let text = String(validating: body, as: UTF8.self),
                let fields = try? URLEncodedFormDecoder().decode([String: String].self, from: text)
            else {
                throw HTTPError(.badRequest)
            }
            self.init(fields: fields, files: [])
        }
    }

    /// Reads the fields and files of a form that has files.
    init(_ form: MultipartForm) throws(HTTPError) {
        var (fields, files): ([String: String], [File]) = ([:], [])
        for part in form.parts {
            if let name = part.fileName {
                // A browser sends an empty part if no file was chosen.
                if !name.isEmpty || !part.contents.isEmpty {
                    let shown = name.contains { !$0.isWhitespace } ? LogText.shown(name) : "?"
                    files.append(File(name: shown, contents: Array(part.contents)))
                }
                continue
            }
            guard fields[part.name] == nil, let text = String(validating: part.contents, as: UTF8.self) else {
                throw HTTPError(.badRequest)
            }
            fields[part.name] = text
        }
        self.init(fields: fields, files: files)
    }

    private init(fields: [String: String], files: [File]) {
        (self.fields, self.files) = (fields, files)
    }

    /// Returns a field, which is empty if the form does not have it.
    subscript(name: String) -> String { self.fields[name] ?? "" }
}

extension NodeContext {
    /// The form of a request on a route that ``RequireFormToken`` protects.
    ///
    /// - Throws: `PlatformFailure` if the route lacks that middleware, so that a mistake refuses every request.
    func requireForm() throws(PlatformFailure) -> PageForm {
        guard let form = self.form else {
            throw .invalidForm
        }
        return form
    }
}
