// The cells of the scorecard: keys, what a ratio comes to while it is typed, and pasting from a spreadsheet. Without this
// the same form is filled in and saved with its button.
;(() => {
  const cellOf = (event) => event.target.closest?.('input.cell')
  const rowOf = (cell) => cell.closest('tr')
  const placeOf = (cell) => [...rowOf(cell).cells].indexOf(cell.closest('td'))

  document.addEventListener('keydown', (event) => {
    const cell = cellOf(event)
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key]?.(cell, event)
    if (!act) return
    event.preventDefault()
    act()
  })

  const keys = {
    Enter:
      (cell, { shiftKey }) =>
      () =>
        goTo(vertical(cell, shiftKey ? -1 : 1)) || cell.blur(),
    // As in a spreadsheet; from the last one it goes on with the page.
    Tab: (cell, { shiftKey }) => {
      const next = along(cell, shiftKey ? -1 : 1)
      return next && (() => goTo(next))
    },
    ArrowDown: (cell) => () => goTo(vertical(cell, 1)),
    ArrowUp: (cell) => () => goTo(vertical(cell, -1)),
    ArrowLeft: (cell) => cell.selectionEnd === 0 && (() => goTo(horizontal(cell, -1))),
    ArrowRight: (cell) => cell.selectionStart === cell.value.length && (() => goTo(horizontal(cell, 1))),
    Escape: (cell) => () => {
      cell.value = cell.defaultValue
      cell.select()
      compute(cell)
    },
  }

  function vertical(cell, by) {
    const place = placeOf(cell)
    const column = [...document.querySelectorAll('.t-score tr')]
      .map((row) => row.cells[place]?.querySelector('input.cell'))
      .filter(Boolean)
    return column[column.indexOf(cell) + by]
  }

  function horizontal(cell, by) {
    const row = [...rowOf(cell).querySelectorAll('input.cell')]
    return row[row.indexOf(cell) + by]
  }

  function along(cell, by) {
    const all = [...document.querySelectorAll('.t-score input.cell')]
    return all[all.indexOf(cell) + by]
  }

  function goTo(cell) {
    cell?.focus()
    cell?.select()
    return cell
  }

  document.addEventListener('input', (event) => {
    const cell = cellOf(event)
    if (cell) compute(cell)
  })

  // "1214/2911" says "= 41.7" while it is typed; the server computes what is stored.
  function compute(cell) {
    const result = cell.parentElement.querySelector('[data-factor]')
    if (!result) return
    const [numerator, denominator, more] = cell.value.split('/').map((part) => Number(part.trim() || Number.NaN))
    const value = (Number(result.dataset.factor) * numerator) / denominator
    result.textContent = more === undefined && Number.isFinite(value) ? `= ${Number(value.toPrecision(3))}` : ''
  }

  document.addEventListener('paste', (event) => {
    const cell = cellOf(event)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!cell || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const bodies = [...document.querySelectorAll('.t-score tbody[id]')]
    const from = bodies.indexOf(cell.closest('tbody'))
    const place = placeOf(cell) - 2
    send('/scorecard/paste', {
      text,
      metrics: bodies.slice(from).map(({ id }) => id.slice(2)),
      // In the newest column the block ends there; in an earlier one it begins there.
      first: place < 12 ? place : '',
    })
  })

  function send(action, values) {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = action
    for (const [name, value] of Object.entries(values)) {
      const field = document.createElement('textarea')
      field.name = name
      field.value = value
      form.append(field)
    }
    form.hidden = true
    document.body.append(form)
    form.submit()
  }

  // A row that was saved comes back while its next cell may already be typed into: what stood there stays. The browser
  // tells of no change where a script wrote, so that is told here.
  let typing
  document.addEventListener('htmx:before:swap', () => {
    const cell = document.activeElement
    typing = cell?.matches?.('input.cell') && cell.value !== cell.defaultValue ? cell : undefined
  })
  document.addEventListener('htmx:after:swap', () => {
    const cell = typing && !typing.isConnected && document.getElementById(typing.id)
    if (cell) {
      cell.value = typing.value
      cell.addEventListener('blur', () => cell.dispatchEvent(new Event('change', { bubbles: true })), { once: true })
    }
    typing = undefined
  })
})()
