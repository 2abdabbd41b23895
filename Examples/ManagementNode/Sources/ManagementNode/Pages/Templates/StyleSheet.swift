/// The style sheet of the pages.
///
/// Every text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), which the browser test measures.
enum StyleSheet {
    static let text = #"""
        :root { --ink: #1b2733; --soft: #4a5866; --line: #c5ced8; --back: #f4f6f8; --card: #fff; --bar: #14304d; --link: #0b5394;
          --good: #1d6b36; --good-back: #e6f4ea; --warn: #7a4b00; --warn-back: #fff4d6; --bad: #a01414; --bad-back: #fdeaea; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--ink);
          font: 16px/1.5 system-ui, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere; }
        h1, h2, h3, h4, p, li, dd, th, td { overflow: clip; overflow-clip-margin: 8px; }
        li { overflow-x: visible; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        .skip { position: absolute; left: -9999px; }
        .skip:focus { left: 8px; top: 8px; z-index: 2; background: #fff; padding: 8px 12px; }
        .demo { margin: 0; padding: 4px 24px; background: #4b2e83; color: #fff; font-size: 14px; }
        header { background: var(--bar); color: #fff; }
        .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 24px; padding: 10px 24px; }
        header p { margin: 0; }
        .product { font-size: 18px; font-weight: 700; }
        .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; }
        .account { font-size: 14px; }
        button.plain { background: transparent; color: #fff; border: 1px solid #9fb3c8; }
        nav ul { list-style: none; margin: 0; padding: 0 16px; display: flex; flex-wrap: wrap; }
        body > nav { background: var(--card); border-bottom: 1px solid var(--line); }
        nav li { padding: 10px 8px; }
        nav a { text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav a[aria-current] { color: var(--ink); font-weight: 700; border-bottom: 3px solid var(--link); padding-bottom: 5px; }
        nav .blocked { color: var(--soft); }
        nav .blocked a { font-size: 14px; text-decoration: underline; }
        .mark { font-size: 13px; border: 1px solid var(--bad); color: var(--bad); border-radius: 4px; padding: 0 5px; }
        .contents { font-size: 14px; }
        .contents ul { padding: 0; }
        .contents li { padding: 2px 16px 2px 0; }
        .contents a { text-decoration: underline; }
        main { max-width: 1080px; margin: 0 auto; padding: 16px 24px 64px; }
        h1 { font-size: 26px; line-height: 1.25; margin: 8px 0 12px; }
        h2 { font-size: 20px; line-height: 1.3; margin: 32px 0 8px; }
        h3 { font-size: 17px; margin: 0 0 8px; }
        h4 { font-size: 15px; margin: 12px 0 4px; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 16px; margin: 12px 0; }
        .card > h2:first-child, .card > .facts:first-child { margin-top: 0; }
        .card > .facts:first-child div:first-child { border-top: 0; }
        .card > p:last-child { margin-bottom: 0; }
        .card ol, .card ul:not(.plain-list) { margin: 4px 0; padding-left: 24px; }
        .narrow { max-width: 420px; }
        .hint { color: var(--soft); margin: 4px 0; font-size: 15px; }
        .remark { margin: 0 0 12px; padding: 8px 12px; background: #e8f0f8; border-left: 4px solid var(--link); }
        .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
        .stack { display: grid; gap: 6px; max-width: 520px; }
        .stack .primary, .stack > button { justify-self: start; margin-top: 8px; }
        .stack.line { margin-top: 16px; padding-top: 8px; border-top: 1px solid var(--line); max-width: none; }
        label { font-weight: 700; }
        label.check { font-weight: 400; display: flex; gap: 8px; align-items: baseline; }
        input:not([type=checkbox]) { font: inherit; width: 100%; padding: 7px 9px; border: 1px solid #6b7a89; border-radius: 4px;
          background: #fff; color: var(--ink); }
        .code { font: 13px/1.4 "DejaVu Sans Mono", Consolas, Menlo, monospace; padding: 8px 10px; border: 1px solid var(--line);
          border-radius: 4px; background: var(--card); overflow-wrap: anywhere; user-select: all; }
        button, .button { font: inherit; font-size: 15px; line-height: 1.4; display: inline-block; padding: 5px 14px; border: 1px solid #6b7a89;
          border-radius: 4px; background: #fff; color: var(--ink); text-decoration: none; cursor: pointer; min-height: 32px; max-width: 100%; }
        .button { display: inline-flex; align-items: center; justify-content: center; }
        td button, td .button { white-space: nowrap; }
        :lang(zh) td, :lang(zh) th { word-break: keep-all; }
        button:hover, .button:hover { border-color: var(--link); }
        .primary { background: var(--link); border-color: var(--link); color: #fff; font-weight: 700; }
        .danger { background: var(--bad); border-color: var(--bad); color: #fff; font-weight: 700; }
        .delete { border-color: var(--bad); color: var(--bad); }
        .row .delete { margin-left: 16px; }
        .reminder { background: var(--warn-back); border: 1px solid #d9a441; border-left-width: 6px; border-radius: 6px; }
        .reminder.ended { background: var(--bad-back); border-color: var(--bad); }
        .reminder, .problem { margin: 16px max(16px, (100% - 1032px) / 2) 0; padding: 12px 16px; }
        .reminder summary { font-weight: 700; padding: 8px 0; }
        .narrow-only { display: none; }
        .problem p:last-child { margin-bottom: 0; }
        .reminder h2 { margin: 0; font-size: 18px; }
        .reminder ul { margin: 8px 0; padding-left: 20px; }
        .reminder .expired { font-weight: 700; }
        .problem { background: var(--bad-back); border: 2px solid var(--bad); border-radius: 6px; }
        .problem h2 { margin: 0 0 4px; font-size: 18px; color: var(--bad); }
        .problem ul, .warnings { margin: 4px 0; padding-left: 20px; }
        .reason { font-weight: 700; }
        .remedy { color: var(--soft); }
        .problem .remedy, .warnings .remedy { color: var(--ink); }
        .notice { border: 1px solid; border-left-width: 6px; border-radius: 6px; padding: 8px 14px; margin: 12px 0; }
        .notice ul { margin: 0; padding-left: 20px; }
        .staged h2 { margin: 0 0 8px; font-size: 18px; }
        .notice.good { background: var(--good-back); border-color: var(--good); }
        .notice.warn { background: var(--warn-back); border-color: #d9a441; }
        .slots { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 12px; }
        .slot { margin: 0; border-top: 5px solid var(--line); }
        .slot.good { border-top-color: var(--good); }
        .slot.grace { border-top-color: #d9a441; }
        .slot.expired { border-top-color: var(--bad); }
        .badge { display: inline-block; margin: 0 0 4px; padding: 1px 10px; border-radius: 4px; border: 1px solid; font-weight: 700; color: var(--soft); }
        .badge.good { color: var(--good); background: var(--good-back); }
        .badge.grace { color: var(--warn); background: var(--warn-back); }
        .badge.expired { color: var(--bad); background: var(--bad-back); }
        .allowed { margin: 4px 0; color: var(--good); }
        .reached { margin: 4px 0; color: var(--warn); font-weight: 700; }
        .blocked-title { margin: 8px 0 0; font-weight: 700; }
        .facts { margin: 8px 0; }
        .facts div { display: flex; flex-wrap: wrap; gap: 0 12px; padding: 3px 0; border-top: 1px solid #e6eaee; }
        .facts dt { flex: 0 0 auto; min-width: 40%; color: var(--soft); }
        .facts dd { margin: 0; flex: 1 1 auto; min-width: 0; overflow-wrap: break-word; }
        .pending { background: #eaf2fb; border: 2px solid var(--link); border-radius: 6px; padding: 4px 16px; margin-top: 16px; }
        .pending h2 { margin-top: 8px; }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        .time { white-space: nowrap; }
        th, td { text-align: left; vertical-align: top; padding: 8px; border-top: 1px solid var(--line); }
        thead th { border-top: 0; background: #e9edf2; white-space: nowrap; }
        tbody th { font-weight: 700; }
        th, td { overflow-wrap: break-word; }
        td.customer { overflow-wrap: anywhere; }
        th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.reached { margin: 0; background: var(--warn-back); }
        tr.over { background: var(--bad-back); color: var(--bad); }
        .plain-list { list-style: none; margin: 0; padding: 0; }
        .timeline { display: block; width: 100%; min-width: 720px; padding: 12px; }
        .scroll + .scroll { margin-top: 12px; }
        .tick { stroke: #c5ced8; stroke-dasharray: 2 3; }
        .tick-label, .slot-label, .bar-label { font-size: 13px; fill: var(--ink); }
        .slot-label { font-weight: 700; }
        .bar { stroke: #33414f; stroke-width: 1; }
        .bar.good { fill: #a9d8b5; }
        .bar.grace { fill: url(#grace-pattern); }
        .bar.expired { fill: url(#expired-pattern); }
        .bar.waiting { fill: url(#waiting-pattern); }
        .bar.empty { fill: #fff; stroke-dasharray: 4 4; }
        .word-back { fill: #fff; }
        .grace-back { fill: #ffe3a3; } .grace-line { stroke: #7a4b00; stroke-width: 2; }
        .expired-back { fill: #f6c9c9; } .expired-line { stroke: #a01414; stroke-width: 1; }
        .waiting-back { fill: #dbe7f5; } .waiting-dot { fill: #0b5394; }
        @media (min-width: 641px) { .id, .word { white-space: nowrap; } td .row { flex-wrap: nowrap; } }
        @media (max-width: 640px) {
          main { padding: 12px 14px; }
          .reminder, .problem { margin: 8px; padding: 8px 12px; }
          .reminder h2, .wide-only, .picture { display: none; }
          .narrow-only { display: block; }
          .facts div { gap: 0 8px; }
          .facts dt { min-width: 34%; }
          .account { flex-basis: 100%; }
          .head, .demo { padding-left: 14px; padding-right: 14px; }
          nav ul { padding: 0 6px; }
          h1 { font-size: 22px; }
          .slots { grid-template-columns: 1fr; }
          button, .button { min-height: 44px; padding: 9px 16px; }
          nav li { padding: 8px; }
          .tools { gap: 4px 8px; }
          .tools button { padding: 9px 10px; }
          table, tbody, tr, tbody th, td { display: block; border: 0; }
          thead { position: absolute; left: -9999px; }
          tbody tr { padding: 8px 14px; border-top: 1px solid var(--line); }
          tbody tr:first-child { border-top: 0; }
          tbody th, td { padding: 3px 0; overflow-wrap: anywhere; }
          td.number { display: flex; justify-content: space-between; }
          td:empty { display: none; }
          td::before { content: attr(data-label); display: block; color: var(--soft); }
        }
        @media print { header, body > nav, form, .skip { display: none; } }

        """#
}
