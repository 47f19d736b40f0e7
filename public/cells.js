// The cells of the scorecard and of capacity: keys, what a ratio comes to while it is typed, and pasting from a
// spreadsheet. Without this the same form is filled in and saved with its button.
;(() => {
  /** The cell one was in when a swap began, and its value then. */
  let entered
  const cellOf = (event) => event.target.closest?.('input.cell')
  const rowOf = (cell) => cell.closest('tr')
  const placeOf = (cell) => [...rowOf(cell).cells].indexOf(cell.closest('td'))
  const cellsIn = (part) => [...part.querySelectorAll('input.cell')]

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
    const place = cellsIn(rowOf(cell)).indexOf(cell)
    const column = [...cell.closest('table').rows].map((row) => cellsIn(row)[place]).filter(Boolean)
    return column[column.indexOf(cell) + by]
  }

  function horizontal(cell, by) {
    const row = cellsIn(rowOf(cell))
    return row[row.indexOf(cell) + by]
  }

  function along(cell, by) {
    const all = cellsIn(cell.closest('table'))
    return all[all.indexOf(cell) + by]
  }

  function goTo(cell) {
    cell?.focus()
    cell?.select()
    return cell
  }

  document.addEventListener('input', (event) => {
    const cell = cellOf(event)
    // Who is typing is not interrupted by a selection.
    entered = undefined
    if (cell) compute(cell)
  })

  // A row that is morphed takes over only what differs from what stood there: that is now what was typed.
  document.addEventListener('change', (event) => {
    const cell = cellOf(event)
    if (cell && !cell.closest('.t-score')) cell.setAttribute('value', cell.value)
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
    if (!cell.closest('.t-score')) return fill(cell, text)
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

  // From this cell on, row by row; the server looks at it when the form is sent.
  function fill(cell, text) {
    const place = cellsIn(rowOf(cell)).indexOf(cell)
    const rows = [...cell.closest('table').rows].map(cellsIn).filter((row) => row[place])
    const from = rows.findIndex((row) => row.includes(cell))
    for (const [down, line] of text.trimEnd().split(/\r?\n/).entries())
      for (const [along, value] of line.split('\t').entries()) {
        const target = rows[from + down]?.[place + along]
        if (target) target.value = value.trim()
      }
    if (cell.form.dataset.paste === 'save') cell.form.requestSubmit()
  }

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
    entered = cell?.matches?.('input.cell') && { cell, value: cell.value }
    typing = cell?.matches?.('input.cell') && cell.value !== cell.defaultValue ? cell : undefined
  })
  document.addEventListener('htmx:after:swap', () => {
    const cell = typing && !typing.isConnected && document.getElementById(typing.id)
    if (cell) {
      cell.value = typing.value
      cell.addEventListener('blur', () => cell.dispatchEvent(new Event('change', { bubbles: true })), { once: true })
    }
    typing = undefined
    // Where the server changed the value of the cell one is in, what is typed replaces it, as it did before.
    if (entered && document.activeElement === entered.cell && entered.cell.value !== entered.value)
      entered.cell.select()
  })
})()
