extension PageTemplate {
    /// The license page.
    static let about = #"""
        {{<layout}}{{$body}}
        <p class="hint">{{t.asOf}} {{instant}}</p>
        <nav class="contents" aria-label="{{t.onThisPage}}"><ul>
        {{#hasPending}}<li><a href="#pending">{{t.pendingTitle}}</a></li>{{/hasPending}}
        <li><a href="#attention">{{t.attentionTitle}}</a></li><li><a href="#status">{{t.statusTitle}}</a></li>{{#canChange}}<li><a href="#load">{{t.uploadTitle}}</a></li>{{/canChange}}<li><a href="#stored">{{t.storedTitle}}</a></li><li><a href="#use">{{t.useTitle}}</a></li><li><a href="#timeline">{{t.timelineTitle}}</a></li><li><a href="#code">{{t.codeTitle}}</a></li>
        </ul></nav>
        {{>staged}}
        {{>pending}}
        {{>attention}}
        {{>slots}}
        {{#canChange}}
        <section id="load" aria-labelledby="load-title">
        <h2 id="load-title">{{t.uploadTitle}}</h2>
        <div class="card">
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
        <button aria-describedby="reload-hint">{{t.reload}}</button>
        </form>
        </div>
        </section>
        {{/canChange}}
        {{^canChange}}<p>{{t.askAdministrator}}</p>{{/canChange}}
        {{>stored}}
        {{>quotas}}
        {{>timeline}}
        <section id="code" aria-labelledby="code-title">
        <h2 id="code-title">{{t.codeTitle}}</h2>
        <p class="hint">{{t.codeHint}}</p>
        {{#applicationCode}}<p class="code">{{applicationCode}}</p>
        <p><a class="button" href="/about/application-code" download>{{t.download}}</a></p>{{/applicationCode}}
        {{^applicationCode}}<p>{{t.codeUnreadable}}</p>{{/applicationCode}}
        </section>
        {{#canChange}}<p><a href="/about/history">{{t.toHistory}}</a></p>{{/canChange}}
        {{/body}}{{/layout}}
        """#

    /// What needs attention, and how to renew licenses that have expired.
    static let attention = #"""
        {{#attention}}
        <section id="attention" aria-labelledby="attention-title">
        <h2 id="attention-title">{{t.attentionTitle}}</h2>
        {{#stillPossible}}<p>{{stillPossible}}</p>{{/stillPossible}}
        {{#hasAttention}}<ul class="warnings">{{#attentionLines}}<li>{{#lineLink}}<a href="{{lineLink}}">{{lineText}}</a>{{/lineLink}}{{^lineLink}}{{lineText}}{{/lineLink}}</li>{{/attentionLines}}</ul>{{/hasAttention}}
        {{^hasAttention}}<p class="allowed">✓ {{t.attentionNone}}</p>{{/hasAttention}}
        {{#needsRenewal}}{{#canChange}}
        <div class="card">
        <h3>{{t.stepsTitle}}</h3>
        <ol><li><a href="/about/application-code" download>{{t.stepCode}}</a></li><li>{{t.stepSend}}</li><li><a href="#load">{{t.stepUpload}}</a></li><li>{{t.stepInstall}}</li><li>{{t.stepReload}}</li></ol>
        </div>
        {{/canChange}}{{/needsRenewal}}
        </section>
        {{/attention}}

        """#

    /// What a reload would change, with its button.
    static let staged = #"""
        {{#reload}}{{#needsReload}}
        <div id="staged" class="notice warn staged" role="status">
        {{#stagedLines}}<h2>! {{.}}</h2>{{/stagedLines}}
        {{#canChange}}<form method="post" action="/about/reload"><input type="hidden" name="token" value="{{token}}"><button class="primary">{{t.reloadNow}}</button></form>{{/canChange}}
        </div>
        {{/needsReload}}{{/reload}}

        """#

    /// The base and every module.
    static let slots = #"""
        <section id="status" aria-labelledby="status-title">
        <h2 id="status-title">{{t.statusTitle}}</h2>
        <div class="slots">
        {{#slots}}
        <article class="card slot {{style}}" id="{{slot}}" aria-labelledby="slot-{{slot}}">
        <h3 id="slot-{{slot}}">{{slotName}}</h3>
        <p class="badge {{style}}"><span aria-hidden="true">{{symbol}}</span> {{statusWord}}</p>{{#isViewOnly}} <p class="badge {{style}}">{{t.viewOnlyBadge}}</p>{{/isViewOnly}}
        {{#isCommunity}}<p>{{t.community}}</p>{{/isCommunity}}
        {{#reachedLimits}}<p class="reached">! {{.}}</p>{{/reachedLimits}}
        {{#isBlocked}}<p class="blocked-title">{{blockedTitle}}</p><ul class="warnings">{{#blockers}}<li>{{blockerMessage}}{{#isOfBase}} <a href="#base">{{t.seeBase}}</a>{{/isOfBase}}{{#isStaged}}<br><a href="#staged">{{t.stagedHere}}</a>{{/isStaged}}{{#blockerRemedy}}<br><span class="remedy">{{t.whatToDo}} {{blockerRemedy}}</span>{{/blockerRemedy}}</li>{{/blockers}}</ul>{{/isBlocked}}
        {{^isBlocked}}<p class="allowed">✓ {{allowedText}}</p>{{/isBlocked}}
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
        <thead><tr><th scope="col">{{t.unit}}</th><th scope="col" class="number">{{t.licensed}}</th><th scope="col" class="number">{{t.used}}</th><th scope="col" class="number">{{t.absorbed}}</th><th scope="col" class="number">{{t.counted}}</th><th scope="col" class="number">{{t.available}}</th><th scope="col" class="number">{{t.over}}</th></tr></thead>
        <tbody>{{#quotas}}<tr{{#isReached}} class="reached"{{/isReached}}{{#isOver}} class="over"{{/isOver}}><th scope="row">{{unitName}}</th><td data-label="{{t.licensed}}" class="number">{{licensed}}</td><td data-label="{{t.used}}" class="number">{{used}}</td><td data-label="{{t.absorbed}}" class="number">{{absorbed}}</td><td data-label="{{t.counted}}" class="number">{{counted}}</td><td data-label="{{t.available}}" class="number">{{available}}</td><td data-label="{{t.over}}" class="number">{{#isOver}}! {{/isOver}}{{over}}</td></tr>{{/quotas}}</tbody>
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
        <form method="post" action="/about/uploads/{{uploadID}}/install"><input type="hidden" name="token" value="{{token}}"><button class="{{#isDangerous}}danger{{/isDangerous}}{{^isDangerous}}primary{{/isDangerous}}">{{installText}}</button></form>
        <form method="post" action="/about/uploads/{{uploadID}}/discard"><input type="hidden" name="token" value="{{token}}"><button>{{discardText}}</button></form>
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
        <thead><tr><th scope="col">{{t.license}}</th><th scope="col">{{t.appliesTo}}</th><th scope="col">{{t.licensee}}</th><th scope="col">{{t.starts}}</th><th scope="col">{{t.expires}}</th><th scope="col">{{t.state}}</th>{{#canChange}}<th scope="col">{{t.action}}</th>{{/canChange}}</tr></thead>
        <tbody>
        {{#stored}}
        <tr><th scope="row" class="id">{{storedID}}</th><td data-label="{{t.appliesTo}}">{{subject}}</td><td data-label="{{t.licensee}}" class="customer">{{customer}}</td><td data-label="{{t.starts}}" class="time">{{startsAt}}</td><td data-label="{{t.expires}}" class="time">{{endsAt}}</td><td data-label="{{t.state}}" class="word">{{stateWord}}</td>{{#canChange}}<td data-label="{{t.action}}"><a class="button delete" href="/about/licenses/{{platformID}}/delete" aria-label="{{t.delete}}: {{storedID}}">{{t.delete}}</a></td>{{/canChange}}</tr>
        {{/stored}}
        </tbody>
        </table>
        </div>
        {{/hasStored}}
        {{#storedRemark}}<p>{{storedRemark}}</p>{{/storedRemark}}
        </section>

        """#

    /// The history of the license folder.
    static let history = #"""
        {{<layout}}{{$body}}
        <p class="hint">{{t.historyHint}}</p>
        {{#hasEntries}}
        <div class="scroll" role="group" aria-label="{{title}}" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.when}}</th><th scope="col">{{t.event}}</th><th scope="col">{{t.license}}</th>{{#hasCodes}}<th scope="col">{{t.note}}</th>{{/hasCodes}}{{#hasFiles}}<th scope="col">{{t.file}}</th>{{/hasFiles}}<th scope="col">{{t.actor}}</th>{{#hasCounts}}<th scope="col" class="number">{{t.times}}</th>{{/hasCounts}}</tr></thead>
        <tbody>{{#entries}}<tr><th scope="row" class="time">{{at}}</th><td data-label="{{t.event}}">{{eventWord}}</td><td data-label="{{t.license}}">{{ids}}</td>{{#hasCodes}}<td data-label="{{t.note}}">{{code}}</td>{{/hasCodes}}{{#hasFiles}}<td data-label="{{t.file}}">{{entryFile}}</td>{{/hasFiles}}<td data-label="{{t.actor}}">{{entryActor}}</td>{{#hasCounts}}<td data-label="{{t.times}}" class="number">{{count}}</td>{{/hasCounts}}</tr>{{/entries}}</tbody>
        </table>
        </div>
        {{/hasEntries}}
        {{^hasEntries}}<p>{{t.historyEmpty}}</p>{{/hasEntries}}
        <p><a href="/about">{{t.back}}</a></p>
        {{/body}}{{/layout}}
        """#
}
