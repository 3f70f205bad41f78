/**
 * The look of an agenda, in Typst. All it prints comes as JSON (`agenda-print.ts`). Colours but the municipality's own
 * have a contrast of 4.5 to 1 or more on what is behind them.
 */
export const agendaTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let accent = rgb(d.accent)
#let muted = rgb("#525252")
#let rule = 0.5pt + rgb("#c6c6c6")
#let tint = rgb("#f4f4f4")
#let items = d.items.map(item => (item.id, item)).to-dict()

#set document(title: d.title, author: d.municipality, date: none, keywords: if d.edition == none { () } else { ("Plan " + str(d.edition),) })
#set page(
  paper: "a4",
  margin: (top: 26mm, bottom: 25mm, x: 25mm),
  header: context if here().page() > 1 {
    set text(8.5pt, fill: muted)
    d.municipality
    h(1fr)
    d.kind
  },
  footer: context {
    set text(8.5pt, fill: muted)
    set par(spacing: 0.55em)
    line(length: 100%, stroke: rule)
    if d.confidential != none { text(weight: "semibold", d.confidential); parbreak() }
    d.running
    h(1fr)
    [side #here().page() af #counter(page).final().first()]
  },
)
#set text(font: "IBM Plex Sans", 10.5pt, lang: "da", region: "dk", hyphenate: false)
#set par(leading: 0.68em, spacing: 1.1em)
#set list(marker: text(fill: accent, "•"), indent: 0.3em, body-indent: 0.7em, spacing: 0.8em)
#set enum(indent: 0.1em, body-indent: 0.7em, spacing: 0.8em)
#set footnote.entry(separator: line(length: 25%, stroke: rule))
#show footnote.entry: set text(8.5pt)

#let headings = (
  (above: 0mm, below: 4.5mm, size: 17pt, fill: black),
  (above: 8mm, below: 3.6mm, size: 12.5pt, fill: accent),
  (above: 6mm, below: 3mm, size: 11pt, fill: black),
  (above: 5mm, below: 3mm, size: 10.5pt, fill: muted),
)
#show heading: it => {
  let look = headings.at(calc.min(it.level, headings.len()) - 1)
  block(above: look.above, below: look.below, sticky: true, text(look.size, weight: "semibold", fill: look.fill, it.body))
}

#let words(parts) = for part in parts {
  if part.k == "break" { linebreak() }
  else if part.k == "note" { footnote(text(part.s)) }
  else {
    let shown = if "long" in part { text(hyphenate: true, part.s) } else { text(part.s) }
    if "bold" in part { shown = strong(shown) }
    if "italic" in part { shown = emph(shown) }
    if "raised" in part { shown = super(shown) }
    if "lowered" in part { shown = sub(shown) }
    if "href" in part { link(part.href, text(fill: accent, shown)) } else { shown }
  }
}

#let print(block-data) = {
  let b = block-data
  if b.k == "paragraph" { par(words(b.c)) }
  else if b.k == "heading" { heading(level: b.level, bookmarked: false, outlined: false, words(b.c)) }
  else if b.k == "bullets" or b.k == "numbers" {
    set block(above: 0.95em, below: 0.95em)
    let entries = b.items.map(item => item.map(print).join())
    if b.k == "bullets" { list(..entries) } else { enum(start: b.start, ..entries) }
  }
  else {
    let size = if b.columns > 9 { 7pt } else if b.columns > 6 { 8pt } else { 9.5pt }
    let shown(cell) = if cell.c.len() == 1 and cell.c.first().k == "paragraph" { words(cell.c.first().c) } else { cell.c.map(print).join() }
    let placed(cell) = table.cell(
      x: cell.x, y: cell.y, colspan: cell.w, rowspan: cell.h,
      if cell.head { strong(shown(cell)) } else { shown(cell) },
    )
    // Said of the cells of the head, and not by functions that Typst would ask of every cell: that costs a tenth.
    let placed-head(cell) = table.cell(
      x: cell.x, y: cell.y, colspan: cell.w, rowspan: cell.h,
      fill: tint, stroke: if cell.y + cell.h == b.head { (rest: none, bottom: 1pt + accent) } else { (rest: none, bottom: rule) },
      align: (if cell.w == 1 and cell.x in b.figures { right } else { left }) + bottom,
      strong(shown(cell)),
    )
    set text(size, hyphenate: true)
    set par(leading: 0.55em, spacing: 0.6em, justify: false)
    if b.caption != none { block(above: 5mm, below: 2.5mm, sticky: true, strong(b.caption)) }
    block(above: if b.caption == none { 4mm } else { 0mm }, below: 5mm, table(
      columns: b.columns,
      align: range(b.columns).map(x => (if x in b.figures { right } else { left }) + top),
      inset: (x: if b.columns > 6 { 3pt } else { 5pt }, y: 4.5pt),
      stroke: (rest: none, bottom: rule),
      ..if b.head > 0 { (table.header(..b.cells.filter(cell => cell.y < b.head).map(placed-head)),) },
      ..b.cells.filter(cell => cell.y >= b.head).map(placed),
    ))
  }
}

#let label-box(mark) = {
  let strong-mark = mark.kind in ("new", "withdrawn", "changed")
  box(
    inset: (x: 4pt), outset: (y: 2.5pt), radius: 2pt,
    fill: if strong-mark { accent } else { tint },
    stroke: if strong-mark { none } else { 0.5pt + muted },
    text(8pt, weight: "semibold", fill: if strong-mark { white } else { black }, mark.label),
  )
}

// The first page.
#place(top + left, dx: -25mm, dy: -26mm, pdf.artifact(rect(width: 210mm, height: 5mm, fill: accent)))
#block(below: 5mm, text(11pt, weight: "semibold", fill: accent, d.municipality))
#block(below: 5mm, text(30pt, weight: "semibold", hyphenate: false, d.kind))
#block(below: 9mm, text(16pt, d.committee))
#for fact in d.facts { block(below: 2.6mm, grid(columns: (26mm, 1fr), text(fill: muted, fact.label), if fact.label == "Aflyst" { strong(fact.text) } else { fact.text })) }
#block(above: 9mm, below: 8mm, line(length: 100%, stroke: 1pt + accent))
#heading(level: 1, outlined: false, bookmarked: true)[Indholdsfortegnelse]
#{
  show outline.entry: it => {
    let item = items.at(str(it.element.label))
    let withdrawn = item.marks.any(mark => mark.kind == "withdrawn")
    link(it.element.location(), block(below: 0.8em, grid(
      columns: (12mm, 1fr, 10mm), column-gutter: 2mm,
      text(weight: "semibold", fill: accent, item.number),
      {
        set text(fill: if withdrawn { muted } else { black })
        set par(hanging-indent: 0pt)
        item.title
        for mark in item.marks.filter(mark => mark.kind != "late") { h(2mm); label-box(mark) }
      },
      align(right, text(fill: muted, it.page())),
    )))
  }
  outline(title: none, depth: 1)
}

#for item in d.items {
  if item.ownPage { pagebreak(weak: true) } else { block(above: 10mm, below: 6mm, sticky: true, line(length: 100%, stroke: rule)) }
  [#heading(level: 1)[#text(fill: accent)[Punkt #item.number:] #text(item.title)]#label(item.id)]
  if item.facts != "" { block(below: 4mm, sticky: true, text(9.5pt, fill: muted, item.facts)) }
  for mark in item.marks {
    if mark.text == "" { block(below: 4mm, label-box(mark)) }
    else {
      block(width: 100%, above: 4mm, below: 4mm, inset: (left: 9pt, y: 6pt), stroke: (left: 2.5pt + accent), fill: tint, {
        label-box(mark)
        h(2.5mm)
        text(9.5pt, mark.text)
      })
    }
  }
  if item.guests != "" { par[#text(weight: "semibold")[Deltager under punktet:] #text(item.guests)] }
  for section in item.sections {
    if section.heading != "" { heading(level: 2, section.heading) }
    section.blocks.map(print).join()
  }
}
`;
