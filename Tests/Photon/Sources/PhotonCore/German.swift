import Licensing

extension ProductCatalog {
    /// The German texts of messages for users.
    ///
    /// Messages that are only for operators are in English.
    static let germanTexts: [LicenseMessage.Key: String] = [
        "status.none": "keine Lizenz",
        "status.notActivated": "nicht aktiviert",
        "status.notYetValid": "noch nicht gültig",
        "status.valid": "gültig",
        "status.activated": "aktiviert",
        "status.grace": "Nachfrist",
        "status.expired": "abgelaufen",
        "menu.hidden": "ausgeblendet",
        "menu.shown": "sichtbar",
        "menu.forbidden": "gesperrt",
        "reason.base-missing": "Für {product} ist keine Lizenz geladen.",
        "reason.base-build-not-covered": "Die Lizenz[ {license}] für {product} gilt nicht für diese Version.",
        "reason.base-wrong-node": "Die Lizenz[ {license}] für {product} gehört zu einem anderen Knoten.",
        "reason.base-not-yet-valid": "Die Lizenz[ {license}] für {product} gilt noch nicht[, erst ab {instant}].",
        "reason.base-expired": "Die Lizenz[ {license}] für {product} ist[ seit {instant}] abgelaufen.",
        "reason.module-not-activated": "Für {name} ist keine Lizenz geladen.",
        "reason.module-build-not-covered": "Die Lizenz[ {license}] für {name} gilt nicht für diese Version.",
        "reason.module-wrong-node": "Die Lizenz[ {license}] für {name} gehört zu einem anderen Knoten.",
        "reason.module-not-yet-valid": "Die Lizenz[ {license}] für {name} gilt noch nicht[, erst ab {instant}].",
        "reason.module-expired": "Die Lizenz[ {license}] für {name} ist[ seit {instant}] abgelaufen.",
        "reason.feature-not-included": "Die Lizenz[ {license}] enthält die Funktion[ „{feature}“] nicht.",
        "reason.limit-reached": "Die Lizenz reicht für nicht mehr.",
        "reason.other": "Das ist nicht erlaubt: {code}.",
        "shortage": "Die Lizenz umfasst {limit} {unit}, {used} sind belegt, und {requested} mehr passen nicht.",
        "remedy.base-missing": "Laden Sie eine Lizenz für {product}.",
        "remedy.base-build-not-covered": "Verlängern Sie die Wartung, oder nehmen Sie eine ältere Version.",
        "remedy.base-wrong-node": "Laden Sie eine Lizenz für diesen Knoten.",
        "remedy.base-not-yet-valid": "Warten Sie bis dahin, oder laden Sie eine Lizenz, die schon gilt.",
        "remedy.base-expired": "Verlängern Sie die Lizenz, und laden Sie die neue.",
        "remedy.module-not-activated": "Laden Sie eine Lizenz für {name}.",
        "remedy.module-build-not-covered": "Verlängern Sie die Wartung, oder nehmen Sie eine ältere Version.",
        "remedy.module-wrong-node": "Laden Sie eine Lizenz für diesen Knoten.",
        "remedy.module-not-yet-valid": "Warten Sie bis dahin, oder laden Sie eine Lizenz, die schon gilt.",
        "remedy.module-expired": "Verlängern Sie die Lizenz, und laden Sie die neue.",
        "remedy.feature-not-included": "Laden Sie eine Lizenz mit dieser Funktion.",
        "remedy.limit-reached": "Entfernen Sie, was Sie nicht mehr brauchen, oder laden Sie eine Lizenz für mehr.",
        "remedy.other": "Wenden Sie sich an {contact}.",
        "reminder.expiring":
            "Die Lizenz für {name} endet in {days} {days:Tag/Tagen}[, am {until}]. Wenden Sie sich an {contact}.",
        "reminder.grace":
            "Die Lizenz für {name} ist abgelaufen, die Nachfrist läuft[ bis {until}]. Wenden Sie sich an {contact}.",
        "reminder.expired": "Die Lizenz für {name} ist[ seit {until}] abgelaufen. Wenden Sie sich an {contact}.",
        "reminder.other": "Zur Lizenz für {name}: {code}.",
        "explanation.heading": "Lizenzen am {instant}",
        "role.effective": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], ist die maßgebliche.",
        "role.follows": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], folgt ohne Lücke.",
        "role.pending": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], hat noch nicht begonnen.",
        "role.superseded":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], zählt nicht, denn eine andere geht vor.",
        "role.build-not-covered":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], gilt nicht für diese Version.",
        "role.wrong-node":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], gehört zu einem anderen Knoten.",
        "role.other": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende]: {code}.",
        "explanation.covered": "Abgedeckt bis {until}.",
        "explanation.view": "Ansehen:",
        "explanation.operate": "Ändern:",
        "explanation.allowed": "Erlaubt[ durch {license}| ohne Lizenz].",
        "explanation.ends": "Das endet am {until}.",
        "explanation.starts": "Erlaubt ab {instant}.",
    ]
}
