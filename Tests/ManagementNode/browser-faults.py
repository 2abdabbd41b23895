#!/usr/bin/env python3
"""Plants faults in a copy of the pages of the example ManagementNode, and makes sure that browser.py sees each of them.

usage: Tests/ManagementNode/browser.sh --faults [NUMBER…]    by default all faults

Its first argument is a folder for the copy of the project, in which it builds the node. That takes minutes. In the copy, each fault
has a switch: the variable PLANTED_FAULT has the number of the one that is there, so that one build is enough. With no fault,
browser.py finds nothing.
"""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = "Examples/ManagementNode/Sources/ManagementNode/Pages/"
SWITCH = """import Foundation

/// Which fault is planted in this copy of the node.
enum Planted {
    private static let number = Int(ProcessInfo.processInfo.environment["PLANTED_FAULT"] ?? "0")

    static func fault(_ number: Int) -> Bool { self.number == number }
}
"""


def text(old, new):
    """A text of a template that a fault replaces."""
    return old, f'\\#(Planted.fault(@) ? #"{new}"# : #"{old}"#)'


def skip(statement):
    """A statement that does not run with a fault."""
    return statement, f"if !Planted.fault(@) {{ {statement} }}"


# What is wrong, the part of browser.py that sees it, and in which files which text is replaced by which other. In that, @ is the number.
FAULTS = [
    ("the menu links to a module that is blocked", "expired",
     {"PageMenu.swift": [("case .forbidden:", 'case .forbidden where Planted.fault(@): return self.entry("/modules/\\(slot.slot)", label, at: path)\n            case .forbidden:')]}),
    ("the menu shows a module that is hidden", "licensed",
     {"PageMenu.swift": [("case .hidden, nil: return nil", 'case .hidden, nil: return Planted.fault(@) ? self.entry("/modules/\\(slot.slot)", label, at: path) : nil')]}),
    ("forms need no token, and can come from anywhere", "attacked",
     {"Visit/RequireFormToken.swift": [('guard site == nil || site == "same-origin" else', 'guard site == nil || site == "same-origin" || Planted.fault(@) else'),
                                       ("guard try context.requireVisit().token.matches", "guard try Planted.fault(@) || context.requireVisit().token.matches")]}),
    ("other sites can show the node in a frame", "attacked",
     {"Visit/PageSecurity.swift": [("; frame-ancestors 'none'\"", '" + (Planted.fault(@) ? "" : "; frame-ancestors \'none\'")'), skip('response.headers[.of("X-Frame-Options")] = "DENY"'),
                                   skip('response.headers[.of("Cross-Origin-Resource-Policy")] = "same-origin"')]}),
    ("the name of a host is not escaped", "licensed", {"Templates/PageTemplate+Objects.swift": [text('<th scope="row">{{rowName}}', '<th scope="row">{{{rowName}}}')]}),
    ("the customer of a license is not escaped", "attacked", {"Templates/PageTemplate+About.swift": [text("<dd>{{value}}</dd>", "<dd>{{{value}}}</dd>")]}),
    ("the name of a file is not escaped", "licensed", {"Templates/PageTemplate+Shell.swift": [text('<span class="reason">{{message}}', '<span class="reason">{{{message}}}')]}),
    ("other people can confirm an upload", "attacked",
     {"Visit/PageMemory.swift": [("guard let index = entries[session.uuid]?.uploads", "if Planted.fault(@) {\n                for (key, entry) in entries {\n                    if let index = entry.uploads.firstIndex(where: { $0.id == id }) {\n                        return entries[key]?.uploads.remove(at: index)\n                    }\n                }\n            }\n            guard let index = entries[session.uuid]?.uploads")]}),
    ("an installation counts before the reload", "licensed", {"UploadPages.swift": [("file: upload.fileName)", "file: upload.fileName, activates: Planted.fault(@))")]}),
    ("an expired license does not lead to the license page", "expired", {"LoginPages.swift": [("self.gate.entitlements.login == .redirect", "!Planted.fault(@) && self.gate.entitlements.login == .redirect")]}),
    ("'not now' lasts for every later login", "expiring",
     {"Visit/PageMemory.swift": [("$0.dismissed.formUnion(reminders) }", '$0.dismissed.formUnion(reminders) }\n        if Planted.fault(@) {\n            self.entries.withLock { $0["all", default: Entry(usedAt: now)].dismissed.formUnion(reminders) }\n        }'),
                                 ("$0[session.uuid]?.dismissed ?? []", '$0[Planted.fault(@) ? "all" : session.uuid]?.dismissed ?? []')]}),
    ("'not now' does nothing", "expiring", {"LoginPages.swift": [skip("self.services.memory.dismiss(current.filter(shown.contains), in: session, at: self.services.now)")]}),
    ("the project login is open though its module has expired", "expired", {"LoginPages.swift": [("isLocked: !decision.isAllowed", "isLocked: !decision.isAllowed && !Planted.fault(@)")]}),
    ("a host is reconnected without a license", "expired", {"ObjectPages.swift": [skip("try self.services.licenses.gate.require(.operate(object.slot))")]}),
    ("an image server is added without a license", "expired", {"Pages.swift": [skip("try services.licenses.gate.require(.operate(.base))")]}),
    ("a field has no label", "licensed", {"Templates/PageTemplate+Shell.swift": [text('<label for="password">{{t.password}}</label>', "<span>{{t.password}}</span>")]}),
    ("a text has too little contrast", "licensed", {"Templates/StyleSheet.swift": [text("--soft: #4a5866", "--soft: #98a2ac")]}),
    ("a Chinese text is in English", "expiring", {"Texts/PageTexts+Shell.swift": [('zh: "暂不处理"', 'zh: Planted.fault(@) ? "Not now" : "暂不处理"')]}),
    ("the choice of the language is forgotten", "licensed", {"LanguagePage.swift": [skip("response.setCookie(self.cookies.language(language))")]}),
    ("the limit is shown as what is available", "licensed", {"Views/AboutView.swift": [("text.limit(quota.available)", "text.limit(Planted.fault(@) ? quota.licensed : quota.available)")]}),
    ("the page is wider than a phone", "expired", {"Templates/StyleSheet.swift": [text(".scroll { overflow-x: auto;", ".scroll {"), text(".wide-only, .picture { display: none; }", ".wide-only { display: none; }")]}),
    ("a refusal does not get the focus", "licensed", {"Templates/PageTemplate+Shell.swift": [text(' tabindex="-1" autofocus', "")]}),
    ("a deleted license stays", "expired", {"AboutPages.swift": [("try await self.licenses.delete(", "if !Planted.fault(@) { try await self.licenses.delete("), ("by: try context.requireSession()\n            )", "by: try context.requireSession()\n            ) }")]}),
]


def plant(folder):
    """Plants every fault in a copy of the project, each with its switch."""
    (folder / PAGES / "Planted.swift").write_text(SWITCH)
    for number, (what, _, files) in enumerate(FAULTS, 1):
        for file, changes in files.items():
            path = folder / PAGES / file
            source = path.read_text()
            for old, new in changes:
                assert source.count(old) >= 1, f"fault {number}, {what}: {file} has no '{old}'"
                source = source.replace(old, new.replace("@", str(number)), 1)
            path.write_text(source)


def see(programs, part, number):
    """The checks of browser.py that fail with a fault."""
    language = "zh" if part == "expiring" else "en"
    result = subprocess.run([sys.executable, ROOT / "Tests/ManagementNode/browser.py", programs, part, language],
                            capture_output=True, text=True, env=os.environ | {"PLANTED_FAULT": str(number)})
    lines = result.stdout.splitlines()
    assert lines and "passed" in lines[-1], result.stdout + result.stderr
    return [line for line in lines if line.startswith("failed:")]


def main(work, chosen):
    names = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, work / name)
    plant(work)
    package = work / "Examples/ManagementNode"
    subprocess.run(["swift", "build", "--disable-sandbox", "--package-path", package], check=True)
    check(package / ".build/debug", chosen)


def check(programs, chosen):
    wrong = [f"without a fault: {failure}" for part in ("licensed", "expiring", "expired", "attacked") for failure in see(programs, part, 0)]
    print(f"without a fault: {'failures' if wrong else 'nothing is found'}", flush=True)
    for number, (what, part, _) in enumerate(FAULTS, 1):
        if chosen and str(number) not in chosen:
            continue
        failures = see(programs, part, number)
        print(f"{number}. {what}: {f'seen, {len(failures)} checks fail' if failures else 'MISSED'}", flush=True)
        for failure in failures[:1]:
            print(f"     {failure[:170]}", flush=True)
        if not failures:
            wrong.append(f"missed: {what}")
    print(f"{len(chosen) or len(FAULTS)} faults. {wrong or 'None is missed.'}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:])
