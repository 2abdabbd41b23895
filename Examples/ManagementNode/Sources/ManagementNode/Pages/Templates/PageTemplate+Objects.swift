extension PageTemplate {
    /// The objects of one kind, with the form to add one.
    static let objects = #"""
        {{<layout}}{{$body}}
        {{#hasObjects}}
        <div class="scroll" role="group" aria-label="{{title}}" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.name}}</th><th scope="col">{{addressLabel}}</th>{{#hasSockets}}<th scope="col">{{t.sockets}}</th>{{/hasSockets}}<th scope="col">{{t.connected}}</th>{{#canChange}}<th scope="col">{{t.action}}</th>{{/canChange}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{rowName}}</th><td data-label="{{addressLabel}}">{{address}}</td>{{#hasSockets}}<td data-label="{{t.sockets}}">{{rowSockets}}</td>{{/hasSockets}}<td data-label="{{t.connected}}" class="time">{{connectedAt}}</td>
        {{#canChange}}<td data-label="{{t.action}}"><div class="row"><form method="post" action="{{base}}/{{uuid}}/reconnect"><input type="hidden" name="token" value="{{token}}"><button aria-label="{{t.reconnect}}: {{rowName}}">{{t.reconnect}}</button></form>
        <a class="button delete" href="{{base}}/{{uuid}}/delete" aria-label="{{t.deleteObject}}: {{rowName}}">{{t.deleteObject}}</a></div></td>{{/canChange}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{/hasObjects}}
        {{^hasObjects}}<p>{{emptyText}}</p>{{/hasObjects}}
        {{#canChange}}
        <section class="card" aria-labelledby="add-title">
        <h2 id="add-title">{{addTitle}}</h2>
        {{#addRefusal}}<p class="reached">! {{addRefusal}} <a href="/about">{{t.toLicenses}}</a></p>{{/addRefusal}}
        <form method="post" action="{{base}}" class="stack">
        <input type="hidden" name="token" value="{{token}}">
        <label for="name">{{t.name}}</label><input id="name" name="name" value="{{nameValue}}" maxlength="255" required>
        <label for="address">{{addressLabel}}</label><input id="address" name="address" value="{{addressValue}}" maxlength="1024" required spellcheck="false" autocapitalize="none">
        {{#hasSockets}}<label for="sockets">{{t.sockets}}</label><input id="sockets" name="sockets" value="{{socketsValue}}" inputmode="numeric" maxlength="4" required>{{/hasSockets}}
        <button class="primary">{{t.add}}</button>
        </form>
        </section>
        {{/canChange}}
        {{^canChange}}<p class="hint">{{t.viewOnly}}</p>{{/canChange}}
        {{#hasOrphans}}
        <section aria-labelledby="orphans-title">
        <h2 id="orphans-title">{{t.orphansTitle}}</h2>
        <p>{{t.orphansHint}}</p>
        <ul class="plain-list">{{#orphans}}<li>{{orphanName}} ({{orphanAddress}}) <a class="button delete" href="/hosts/{{orphanID}}/delete" aria-label="{{t.deleteObject}}: {{orphanName}}">{{t.deleteObject}}</a></li>{{/orphans}}</ul>
        </section>
        {{/hasOrphans}}
        {{/body}}{{/layout}}
        """#

    /// A module without objects of its own.
    static let module = #"""
        {{<layout}}{{$body}}
        <div class="card">
        <p>{{t.moduleHint}}</p>
        {{#canChange}}<form method="post" action="{{base}}/start"><input type="hidden" name="token" value="{{token}}"><button class="primary">{{t.moduleStart}}</button></form>{{/canChange}}
        {{^canChange}}<p class="hint">{{t.viewOnly}}</p>{{/canChange}}
        </div>
        {{/body}}{{/layout}}
        """#
}
