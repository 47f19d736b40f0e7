// The keyboard, and what a boosted page needs that a loaded one has by itself. Everything here is a convenience: each
// thing it does can be done without it.
;(() => {
  const places = { h: '/', d: '/decisions', s: '/scorecard', r: '/rights', p: '/people', i: '/history' }
  let pending = false

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    const act = pending ? going(event.key) : actions[event.key]
    pending = !pending && event.key === 'g'
    if (!act) return
    event.preventDefault()
    act()
  })

  const actions = {
    c: () => follow('/decisions/new'),
    '?': () => follow('/keys'),
    '/': () => document.querySelector('main input[type=search], .find input')?.focus(),
    j: () => step(1),
    k: () => step(-1),
  }

  const going = (key) => places[key] && (() => follow(places[key]))

  // Keys of the page itself: <a data-key="s">, <button data-key="d">.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || pending) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
    const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    if (!own) return
    event.preventDefault()
    own.click()
  })

  function follow(path) {
    const link = document.querySelector(`a[href="${path}"]`)
    if (link) link.click()
    else location.assign(path)
  }

  function step(by) {
    const rows = [...document.querySelectorAll('.keys th a, .rank h3 a')]
    const at = rows.indexOf(document.activeElement)
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  }

  // After a boosted navigation the focus would lie on the body: a screen reader would say nothing.
  document.addEventListener('htmx:after:swap', () => {
    const first = document.querySelector('[role=alert][tabindex], [autofocus]') ?? document.querySelector('main')
    if (!document.activeElement || document.activeElement === document.body) first?.focus({ preventScroll: true })
  })

  // A page that was refused comes back with its summary: take the reader there.
  document.addEventListener('DOMContentLoaded', () => document.querySelector('[role=alert][tabindex]')?.focus())

  // Pages with a chart name the script that draws it. Once there, it draws those of later pages by itself.
  let drawing = false
  function fetchCharts() {
    const source = document.querySelector('[data-charts]')?.dataset.charts
    if (!source || drawing) return
    drawing = true
    document.head.append(Object.assign(document.createElement('script'), { src: source }))
  }
  document.addEventListener('DOMContentLoaded', fetchCharts)
  document.addEventListener('htmx:after:swap', fetchCharts)
})()
