extension PageTemplate {
    /// What surrounds every page: the header, the menu, reminders and notices.
    static let layout = #"""
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{#problem}}{{t.notDone}} – {{/problem}}{{title}} – {{t.product}}</title>
        <link rel="stylesheet" href="/assets/style.css">
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="#content">{{t.skip}}</a>
        <header>
        {{#isDemo}}<p class="demo">{{t.demo}}</p>{{/isDemo}}
        <div class="head">
        <p class="product">{{t.product}}</p>
        <div class="tools">
        {{#person}}<p class="account">{{t.loggedInAs}} <strong>{{account}}</strong> ({{role}})</p>{{/person}}
        <form method="post" action="/language">
        <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="to" value="{{otherLang}}"><input type="hidden" name="back" value="{{here}}">
        <button class="plain" lang="{{otherLang}}">{{t.otherLanguage}}</button>
        </form>
        {{#person}}<form method="post" action="/logout"><input type="hidden" name="token" value="{{token}}"><button class="plain">{{t.logOut}}</button></form>{{/person}}
        </div>
        </div>
        </header>
        {{#person}}
        <nav aria-label="{{t.navigation}}"><ul>
        {{#menu}}
        {{#href}}<li><a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>{{/href}}
        {{#reason}}<li class="blocked"><span>{{label}}</span> <span class="mark">{{t.blocked}}</span> <a href="{{reason}}" aria-label="{{label}}: {{t.blockedWhy}}">{{t.blockedWhy}}</a></li>{{/reason}}
        {{/menu}}
        </ul></nav>
        {{/person}}
        {{>problem}}
        {{>reminders}}
        <main id="content">
        <h1>{{title}}</h1>
        {{#notice}}
        <div class="notice {{#isGood}}good{{/isGood}}{{^isGood}}warn{{/isGood}}" role="status"><strong>{{#isGood}}✓ {{t.done}}{{/isGood}}{{^isGood}}! {{t.notDone}}{{/isGood}}</strong><ul>{{#lines}}<li>{{.}}</li>{{/lines}}</ul></div>
        {{/notice}}
        {{#content}}{{$body}}{{/body}}{{/content}}
        </main>
        </body>
        </html>

        """#

    /// The reminders, which a narrow page folds to one line.
    static let reminders = #"""
        {{#reminderPanel}}
        <aside class="reminder{{#hasExpired}} ended{{/hasExpired}}" aria-labelledby="reminder-title">
        <h2 id="reminder-title">{{reminderTitle}}</h2>
        <details class="narrow-only"><summary>! {{reminderTitle}} ({{reminderCount}})</summary><ul>{{#reminders}}<li>{{message}}</li>{{/reminders}}</ul></details>
        <ul class="wide-only">{{#reminders}}<li{{#isExpired}} class="expired"{{/isExpired}}>{{message}}</li>{{/reminders}}</ul>
        <div class="row">
        {{^isOnDetails}}<a class="button" href="/about">{{t.details}}</a>{{/isOnDetails}}
        <form method="post" action="/reminders/dismiss">
        <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="back" value="{{here}}"><input type="hidden" name="reminders" value="{{#reminders}}{{id}} {{/reminders}}">
        <button aria-describedby="not-now-hint">{{dismissText}}</button>
        </form>
        <span class="hint wide-only" id="not-now-hint">{{t.notNowHint}}</span>
        </div>
        </aside>
        {{/reminderPanel}}

        """#

    /// Why something was refused, in a panel at the top.
    ///
    /// It has the focus, so that keyboards and screen readers start there.
    static let problem = #"""
        {{#problem}}
        <section class="problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem-title">
        <h2 id="problem-title">✕ {{#heading}}{{heading}}{{/heading}}{{^heading}}{{t.refused}}{{/heading}}</h2>
        <ul>
        {{#reasons}}<li><span class="reason">{{message}}</span>{{#remedy}}<br><span class="remedy">{{t.whatToDo}} {{remedy}}</span>{{/remedy}}</li>{{/reasons}}
        </ul>
        {{#retry}}<p><a href="{{retryTo}}">{{retryText}}</a></p>{{/retry}}
        {{#isAboutLicenses}}{{#person}}<p><a href="/about#attention">{{t.toLicenses}}</a></p>{{/person}}{{/isAboutLicenses}}
        </section>
        {{/problem}}

        """#

    /// A page that says only why something was refused.
    static let refusal = #"""
        {{<layout}}{{$body}}{{#hint}}<p>{{hint}}</p>{{/hint}}<p><a href="{{backTo}}">{{t.back}}</a></p>{{/body}}{{/layout}}
        """#

    /// Both logins.
    static let login = #"""
        {{<layout}}{{$body}}
        <div class="card narrow">
        {{#remark}}<p class="remark" role="status">{{remark}}</p>{{/remark}}
        {{^isLocked}}
        <p class="hint">{{hint}}</p>
        <form method="post" action="{{action}}" class="stack">
        <input type="hidden" name="token" value="{{token}}">
        <label for="name">{{t.accountName}}</label>
        <input id="name" name="name" value="{{accountValue}}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="255" required>
        <label for="password">{{t.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required>
        <button class="primary">{{t.logIn}}</button>
        </form>
        {{/isLocked}}
        {{#otherLogin}}<p><a href="{{otherLogin}}">{{otherLabel}}</a></p>{{/otherLogin}}
        </div>
        {{/body}}{{/layout}}
        """#

    /// A question before a deletion.
    static let confirm = #"""
        {{<layout}}{{$body}}
        <div class="card">
        <dl class="facts">{{#facts}}<div><dt>{{term}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
        <p>{{hint}}</p>
        {{#hasWarnings}}<h2>{{t.warningsTitle}}</h2><ul class="warnings">{{#warnings}}<li>{{.}}</li>{{/warnings}}</ul>{{/hasWarnings}}
        {{#hasChanges}}<h2>{{t.changesTitle}}</h2><ul>{{#changes}}<li>{{.}}</li>{{/changes}}</ul>{{/hasChanges}}
        <div class="row">
        <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}"><button class="danger">{{yes}}</button></form>
        <a class="button" href="{{cancelTo}}">{{t.cancel}}</a>
        </div>
        </div>
        {{/body}}{{/layout}}
        """#
}
