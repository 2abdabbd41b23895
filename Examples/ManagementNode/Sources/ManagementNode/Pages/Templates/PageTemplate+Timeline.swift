extension PageTemplate {
    /// The timeline: a picture, and a table with the same content.
    ///
    /// Each status has a pattern and a word, so that the picture can be read without color.
    static let timeline = #"""
        <section id="timeline" aria-labelledby="timeline-title">
        <h2 id="timeline-title">{{t.timelineTitle}}</h2>
        {{#timeline}}
        {{#isEmpty}}<p>{{t.timelineNone}}</p>{{/isEmpty}}
        {{^isEmpty}}
        <p class="hint">{{t.timelineHint}}</p>
        <div class="scroll picture" role="group" aria-labelledby="timeline-title" tabindex="0">
        <svg class="timeline" role="img" aria-labelledby="picture-title" viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg">
        <title id="picture-title">{{t.timelineTitle}}: {{summary}}</title>
        <defs>
        <pattern id="grace-pattern" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="grace-back"/><path d="M0 8L8 0" class="grace-line"/></pattern>
        <pattern id="expired-pattern" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="expired-back"/><path d="M0 0L8 8M0 8L8 0" class="expired-line"/></pattern>
        <pattern id="waiting-pattern" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="waiting-back"/><circle cx="4" cy="4" r="1.5" class="waiting-dot"/></pattern>
        </defs>
        {{#ticks}}<line x1="{{x}}" y1="26" x2="{{x}}" y2="{{height}}" class="tick"/><text x="{{x}}" y="16" class="tick-label" text-anchor="{{anchor}}">{{label}}</text>{{/ticks}}
        {{#lines}}
        <text x="0" y="{{textY}}" class="slot-label">{{lineName}}</text>
        {{#bars}}<g><title>{{barTitle}}</title><rect x="{{barX}}" y="{{barY}}" width="{{barWidth}}" height="26" rx="3" class="bar {{barStyle}}"/>{{#barWord}}<rect x="{{wordX}}" y="{{wordY}}" width="{{wordWidth}}" height="18" class="word-back"/><text x="{{wordTextX}}" y="{{textY}}" class="bar-label">{{barWord}}</text>{{/barWord}}</g>{{/bars}}
        {{/lines}}
        </svg>
        </div>
        {{#hasPoints}}
        <div class="scroll" role="group" aria-label="{{t.whatChanges}}" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.when}}</th><th scope="col">{{t.whatChanges}}</th></tr></thead>
        <tbody>{{#points}}<tr><th scope="row" class="time">{{pointAt}}</th><td data-label="{{t.whatChanges}}"><ul class="plain-list">{{#pointChanges}}<li>{{.}}</li>{{/pointChanges}}</ul></td></tr>{{/points}}</tbody>
        </table>
        </div>
        {{#hasMore}}<p class="hint">{{t.timelineMore}}</p>{{/hasMore}}
        {{/hasPoints}}
        {{^hasPoints}}<p>{{t.timelineEmpty}}</p>{{/hasPoints}}
        {{/isEmpty}}
        {{/timeline}}
        </section>

        """#
}
