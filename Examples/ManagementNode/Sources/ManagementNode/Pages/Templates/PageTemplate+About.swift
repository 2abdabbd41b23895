extension PageTemplate {
    /// The license page.
    static let about = #"""
        {{<layout}}{{$body}}
        <p class="hint">{{t.asOf}} {{instant}}</p>
        <nav class="contents" aria-label="{{t.onThisPage}}"><ul>
        {{#hasPending}}<li><a href="#pending">{{t.pendingTitle}}</a></li>{{/hasPending}}
        <li><a href="#status">{{t.statusTitle}}</a></li><li><a href="#findings">{{t.findingsTitle}}</a></li><li><a href="#load">{{t.uploadTitle}}</a></li><li><a href="#stored">{{t.storedTitle}}</a></li><li><a href="#use">{{t.useTitle}}</a></li><li><a href="#timeline">{{t.timelineTitle}}</a></li><li><a href="#code">{{t.codeTitle}}</a></li>
        </ul></nav>
        {{>pending}}
        {{>slots}}
        <section id="findings" aria-labelledby="findings-title">
        <h2 id="findings-title">{{t.findingsTitle}}</h2>
        {{#hasFindings}}<ul class="warnings">{{#findings}}<li>{{.}}</li>{{/findings}}</ul>{{/hasFindings}}
        {{^hasFindings}}<p>✓ {{t.noFindings}}</p>{{/hasFindings}}
        </section>
        <section id="load" aria-labelledby="load-title">
        <h2 id="load-title">{{t.uploadTitle}}</h2>
        {{#canChange}}
        <div class="card">
        {{#needsReload}}<p class="notice warn" role="status">! {{t.waitingToReload}}</p>{{/needsReload}}
        <form method="post" action="/about/uploads" enctype="multipart/form-data" class="stack">
        <input type="hidden" name="token" value="{{token}}">
        <label for="files">{{t.files}}</label>
        <input id="files" name="files" type="file" multiple required aria-describedby="files-hint">
        <p class="hint" id="files-hint">{{t.uploadHint}}</p>
        <label class="check"><input type="checkbox" name="older" value="yes"> {{t.allowOlder}}</label>
        <button class="primary">{{t.upload}}</button>
        </form>
        <form method="post" action="/about/reload" class="stack line">
        <input type="hidden" name="token" value="{{token}}">
        <p class="hint" id="reload-hint">{{t.reloadHint}}</p>
        <button{{#needsReload}} class="primary"{{/needsReload}} aria-describedby="reload-hint">{{t.reload}}</button>
        </form>
        </div>
        {{/canChange}}
        {{^canChange}}<p>{{t.onlyAdministrators}}</p>{{/canChange}}
        </section>
        {{>stored}}
        {{>quotas}}
        {{>timeline}}
        <section id="code" aria-labelledby="code-title">
        <h2 id="code-title">{{t.codeTitle}}</h2>
        <p class="hint" id="code-hint">{{t.codeHint}}</p>
        <label for="application-code">{{t.codeLabel}}</label>
        <textarea id="application-code" readonly rows="4" spellcheck="false" aria-describedby="code-hint">{{applicationCode}}</textarea>
        <p><a class="button" href="/about/application-code" download>{{t.download}}</a></p>
        </section>
        {{#canChange}}<p><a href="/about/history">{{t.toHistory}}</a></p>{{/canChange}}
        {{/body}}{{/layout}}
        """#

    /// The base and every module.
    static let slots = #"""
        <section id="status" aria-labelledby="status-title">
        <h2 id="status-title">{{t.statusTitle}}</h2>
        <div class="slots">
        {{#slots}}
        <article class="card slot {{style}}" id="{{slot}}" aria-labelledby="slot-{{slot}}">
        <h3 id="slot-{{slot}}">{{slotName}}</h3>
        <p class="badge {{style}}"><span aria-hidden="true">{{symbol}}</span> {{statusWord}}</p>
        {{#isCommunity}}<p>{{t.community}}</p>{{/isCommunity}}
        {{#isBlocked}}<p class="blocked-title">{{blockedTitle}}</p><ul class="warnings">{{#blockers}}<li>{{blockerMessage}}{{#blockerRemedy}}<br><span class="remedy">{{t.whatToDo}} {{blockerRemedy}}</span>{{/blockerRemedy}}</li>{{/blockers}}</ul>{{/isBlocked}}
        {{^isBlocked}}<p class="allowed">✓ {{t.operationsAllowed}}</p>{{/isBlocked}}
        <dl class="facts">{{#facts}}<div><dt>{{term}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
        {{#hasRoles}}<details><summary>{{t.licensesOfSlot}}</summary><ul>{{#roles}}<li>{{.}}</li>{{/roles}}</ul></details>{{/hasRoles}}
        </article>
        {{/slots}}
        </div>
        </section>

        """#

    /// The limits and their use.
    static let quotas = #"""
        <section id="use" aria-labelledby="use-title">
        <h2 id="use-title">{{t.useTitle}}</h2>
        {{#hasQuotas}}
        <div class="scroll" role="group" aria-labelledby="use-title" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.unit}}</th><th scope="col" class="number">{{t.licensed}}</th><th scope="col" class="number">{{t.used}}</th><th scope="col" class="number">{{t.absorbed}}</th><th scope="col" class="number">{{t.available}}</th><th scope="col" class="number">{{t.over}}</th></tr></thead>
        <tbody>{{#quotas}}<tr><th scope="row">{{unitName}}</th><td data-label="{{t.licensed}}" class="number">{{licensed}}</td><td data-label="{{t.used}}" class="number">{{used}}</td><td data-label="{{t.absorbed}}" class="number">{{absorbed}}</td><td data-label="{{t.available}}" class="number">{{available}}</td><td data-label="{{t.over}}" class="number{{#isOver}} over{{/isOver}}">{{#isOver}}! {{/isOver}}{{over}}</td></tr>{{/quotas}}</tbody>
        </table>
        </div>
        {{/hasQuotas}}
        {{^hasQuotas}}<p>{{t.noQuotas}}</p>{{/hasQuotas}}
        </section>

        """#

    /// The uploads that wait for a confirmation.
    static let pending = #"""
        {{#hasPending}}
        <section id="pending" class="pending" aria-labelledby="pending-title">
        <h2 id="pending-title">{{t.pendingTitle}}</h2>
        <p class="hint">{{t.pendingHint}}</p>
        {{#uploads}}
        <article class="card" aria-labelledby="upload-{{uploadID}}">
        <h3 id="upload-{{uploadID}}">{{fileName}}</h3>
        <h4>{{t.contains}}</h4>
        <ul>{{#licenses}}<li>{{.}}</li>{{/licenses}}</ul>
        {{#hasWarnings}}<h4>! {{t.warningsTitle}}</h4><ul class="warnings">{{#warnings}}<li>{{.}}</li>{{/warnings}}</ul>{{/hasWarnings}}
        <h4>{{t.changesTitle}}</h4>
        {{#hasChanges}}<ul>{{#planChanges}}<li>{{.}}</li>{{/planChanges}}</ul>{{/hasChanges}}
        {{^hasChanges}}<p>{{t.noChanges}}</p>{{/hasChanges}}
        {{#hasGains}}<h4>{{t.gains}}</h4><ul>{{#gains}}<li>{{.}}</li>{{/gains}}</ul>{{/hasGains}}
        <div class="row">
        <form method="post" action="/about/uploads/{{uploadID}}/install"><input type="hidden" name="token" value="{{token}}"><button class="{{#hasWarnings}}danger{{/hasWarnings}}{{^hasWarnings}}primary{{/hasWarnings}}" aria-describedby="upload-{{uploadID}}">{{#hasWarnings}}{{t.installAnyway}}{{/hasWarnings}}{{^hasWarnings}}{{t.install}}{{/hasWarnings}}</button></form>
        <form method="post" action="/about/uploads/{{uploadID}}/discard"><input type="hidden" name="token" value="{{token}}"><button aria-describedby="upload-{{uploadID}}">{{t.discard}}</button></form>
        </div>
        </article>
        {{/uploads}}
        </section>
        {{/hasPending}}

        """#

    /// The licenses of the folder.
    static let stored = #"""
        <section id="stored" aria-labelledby="stored-title">
        <h2 id="stored-title">{{t.storedTitle}}</h2>
        {{#hasStored}}
        <div class="scroll" role="group" aria-labelledby="stored-title" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.license}}</th><th scope="col">{{t.appliesTo}}</th><th scope="col">{{t.licensee}}</th><th scope="col">{{t.starts}}</th><th scope="col">{{t.expires}}</th><th scope="col">{{t.use}}</th>{{#canChange}}<th scope="col">{{t.action}}</th>{{/canChange}}</tr></thead>
        <tbody>
        {{#stored}}
        <tr><th scope="row">{{storedID}}</th><td data-label="{{t.appliesTo}}">{{subject}}</td><td data-label="{{t.licensee}}">{{customer}}</td><td data-label="{{t.starts}}">{{startsAt}}</td><td data-label="{{t.expires}}">{{endsAt}}</td><td data-label="{{t.use}}">{{useWord}}</td>{{#canChange}}<td data-label="{{t.action}}"><a class="button" href="/about/licenses/{{platformID}}/delete" aria-label="{{t.delete}}: {{storedID}}">{{t.delete}}</a></td>{{/canChange}}</tr>
        {{/stored}}
        </tbody>
        </table>
        </div>
        {{/hasStored}}
        {{^hasStored}}<p>{{t.noneStored}}</p>{{/hasStored}}
        </section>

        """#

    /// The history of the license folder.
    static let history = #"""
        {{<layout}}{{$body}}
        <p class="hint">{{t.historyHint}}</p>
        {{#hasEntries}}
        <div class="scroll" role="group" aria-label="{{title}}" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.when}}</th><th scope="col">{{t.event}}</th><th scope="col">{{t.license}}</th><th scope="col">{{t.note}}</th><th scope="col">{{t.file}}</th><th scope="col">{{t.actor}}</th><th scope="col" class="number">{{t.times}}</th></tr></thead>
        <tbody>{{#entries}}<tr><th scope="row">{{at}}</th><td data-label="{{t.event}}">{{eventWord}}</td><td data-label="{{t.license}}">{{ids}}</td><td data-label="{{t.note}}">{{code}}</td><td data-label="{{t.file}}">{{entryFile}}</td><td data-label="{{t.actor}}">{{entryActor}}</td><td data-label="{{t.times}}" class="number">{{count}}</td></tr>{{/entries}}</tbody>
        </table>
        </div>
        {{/hasEntries}}
        {{^hasEntries}}<p>{{t.historyEmpty}}</p>{{/hasEntries}}
        <p><a href="/about">{{t.back}}</a></p>
        {{/body}}{{/layout}}
        """#
}
