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
        "nodes.more": "{nodes} und {more} weitere",
        "nodes.unknown": "nicht bekannt",
        "menu.hidden": "ausgeblendet",
        "menu.shown": "sichtbar",
        "menu.forbidden": "gesperrt",
        "reason.base-missing": "Für {product} ist keine Lizenz geladen.",
        "reason.base-build-not-covered": "Die Lizenz[ {license}] für {product} gilt nicht für diese Version.",
        "reason.base-wrong-node":
            "Die Lizenz[ {license}] für {product} ist an andere Knoten gebunden[ ({nodes}; dieser Knoten: {node})].",
        "reason.base-not-yet-valid": "Die Lizenz[ {license}] für {product} gilt[ erst ab {instant}| noch nicht].",
        "reason.base-expired": "Die Lizenz[ {license}] für {product} ist[ seit {instant}] abgelaufen.",
        "reason.module-not-activated": "Für {name} ist keine Lizenz geladen.",
        "reason.module-build-not-covered": "Die Lizenz[ {license}] für {name} gilt nicht für diese Version.",
        "reason.module-wrong-node":
            "Die Lizenz[ {license}] für {name} ist an andere Knoten gebunden[ ({nodes}; dieser Knoten: {node})].",
        "reason.module-not-yet-valid": "Die Lizenz[ {license}] für {name} gilt[ erst ab {instant}| noch nicht].",
        "reason.module-expired": "Die Lizenz[ {license}] für {name} ist[ seit {instant}] abgelaufen.",
        "reason.feature-not-included": "Die Lizenz[ {license}] enthält die Funktion[ „{feature}“] nicht.",
        "reason.limit-reached": "Das würde ein Limit Ihrer Lizenz überschreiten.",
        "reason.other": "Nicht erlaubt: {code}.",
        "shortage":
            "Die Lizenz erlaubt {limit} {unit}, belegt {used:ist/sind} {used}."
            + " Mit {requested} mehr wäre das Limit überschritten.",
        "remedy.base-missing": "Importieren Sie eine Lizenz für {product}.",
        "remedy.base-build-not-covered":
            "Bitten Sie {contact} um eine Lizenz für diese Version, oder verwenden Sie eine ältere Version.",
        "remedy.base-wrong-node": "Bitten Sie {contact} um eine Lizenz für diesen Knoten, und importieren Sie sie.",
        "remedy.base-not-yet-valid":
            "Warten Sie, bis die Lizenz gilt, oder importieren Sie eine Lizenz, die schon gilt.",
        "remedy.base-expired": "Verlängern Sie die Lizenz, und importieren Sie die neue Lizenz.",
        "remedy.module-not-activated": "Importieren Sie eine Lizenz für {name}.",
        "remedy.module-build-not-covered":
            "Bitten Sie {contact} um eine Lizenz für diese Version, oder verwenden Sie eine ältere Version.",
        "remedy.module-wrong-node": "Bitten Sie {contact} um eine Lizenz für diesen Knoten, und importieren Sie sie.",
        "remedy.module-not-yet-valid":
            "Warten Sie, bis die Lizenz gilt, oder importieren Sie eine Lizenz, die schon gilt.",
        "remedy.module-expired": "Verlängern Sie die Lizenz, und importieren Sie die neue Lizenz.",
        "remedy.feature-not-included": "Importieren Sie eine Lizenz mit dieser Funktion.",
        "remedy.limit-reached":
            "Entfernen Sie nicht mehr benötigte Ressourcen, oder importieren Sie eine Lizenz mit höherem Limit.",
        "remedy.other": "Wenden Sie sich an {contact}.",
        "reminder.expiring":
            "Die Lizenz für {name} endet in {days} {days:Tag/Tagen}[, am {until}]. Wenden Sie sich an {contact}.",
        "reminder.grace":
            "Die Lizenz für {name} ist abgelaufen, gilt aber noch {days} {days:Tag/Tage} in der Nachfrist[ bis {until}]."
            + " Wenden Sie sich an {contact}.",
        "reminder.expired": "Die Lizenz für {name} ist[ seit {until}] abgelaufen. Wenden Sie sich an {contact}.",
        "reminder.other": "Hinweis zur Lizenz für {name}: {code}.",
        "explanation.heading": "Lizenzen zum Zeitpunkt {instant}",
        "role.effective": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], wird verwendet.",
        "role.follows": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], schließt lückenlos an.",
        "role.pending": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], hat noch nicht begonnen.",
        "role.superseded":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], wird nicht verwendet:"
            + " Eine andere hat Vorrang.",
        "role.build-not-covered":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], gilt nicht für diese Version.",
        "role.wrong-node":
            "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende], ist an andere Knoten gebunden.",
        "role.other": "Die Lizenz {license}, ab {instant}[ bis {until}|, ohne Ende]: {code}.",
        "explanation.covered": "Abgedeckt bis {until}.",
        "explanation.limit": "Grenze für {unit}: {limit}.",
        "explanation.quota": "{unit}: {used} von {limit} sind belegt[, {overage} zu viel].",
        "explanation.view": "Ansehen:",
        "explanation.operate": "Ändern:",
        "explanation.allowed": "Erlaubt[ durch {license}| ohne Lizenz].",
        "explanation.ends": "Erlaubt bis {until}.",
        "explanation.starts": "Erlaubt ab {instant}.",
    ]
}
