#!/usr/bin/env python3
"""Counts the lines of the example ManagementNode that exist because the server obeys licenses.

usage: Tests/ManagementNode/license-lines.py

Comments, empty lines and imports do not count. A file of the folder Licenses, or with License or Denial in its name, counts as a whole.
Of the other files, each line counts that mentions licenses or what the library calls about them. The pages for people, in the folder
Pages, are counted by themselves: most of what they show is about licenses.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2] / "Examples/ManagementNode/Sources"
LIMIT = 480
PURPOSES = {
    "gating": ["LicensedRoutes", "LicenseDenial+Response", "DenialMetrics"],
    "status": ["LicenseMonitor", "LicenseStateReport", "LicenseMetrics"],
    "upload, reload and deletion": ["LicenseAPI", "LicenseRoutes", "LicenseService", "ReloadOnSignal", "UploadedLicense"],
}
WIRING = re.compile(r"licens|\bgate\b|admit|\.requiring\(|usage|slot|witness|VendorKeys|trusted|environments:|catalog:|build:", re.I)


def lines(path):
    """The lines of code of a file."""
    code = (line.strip() for line in path.read_text().splitlines())
    return [line for line in code if line and not line.startswith(("//", "import ", "package import ", "public import "))]


counts, pages = {}, 0
for path in sorted([*ROOT.glob("ManagementNode/**/*.swift"), *ROOT.glob("management-node/*.swift")]):
    if "Pages" in path.parts:
        pages += len(lines(path))
        continue
    purpose = next((purpose for purpose, names in PURPOSES.items() if path.stem in names), None)
    if purpose is None and path.parent.name == "Licenses":
        sys.exit(f"{path.name} has no purpose in this script")
    # The column of an instant, and the type of a date, are not about licenses.
    code = lines(path)
    if purpose is None:
        code = [line for line in code if WIRING.search(re.sub(r"LicenseInstant|LicenseLanguage|any LicenseClock", "", line))]
        purpose = "time" if path.stem == "NodeRecord" else "in other files"
    counts.setdefault(purpose, {})[path.stem] = len(code)

for purpose, files in counts.items():
    details = ", ".join(f"{name} {count}" for name, count in files.items() if count)
    print(f"{sum(files.values()):5} lines for {purpose}: {details}")
total = sum(count for files in counts.values() for count in files.values())
whole = sum(len(lines(path)) for path in ROOT.glob("ManagementNode/**/*.swift")) - pages
print(f"{pages:5} lines for pages, with their templates and texts")
print(f"license code: {total} of at most {LIMIT} lines, in a server of {whole}")
sys.exit(total > LIMIT)
