// Rows of the roadmap change places: dragged, or with Alt and an arrow. Either presses a button that the row has anyway,
// so that without this the same is done with a click.
;(() => {
  const rowOf = (event) => event.target.closest?.('tr[data-rank]')
  let dragged
  let home
  let dropped
  let moved

  // Only what a mouse takes hold of: a finger scrolls, and a button is pressed.
  document.addEventListener('pointerdown', (event) => {
    const row = rowOf(event)
    if (row) row.draggable = event.pointerType === 'mouse' && !event.target.closest('button')
  })

  document.addEventListener('dragstart', (event) => {
    dragged = rowOf(event)
    if (!dragged) return
    home = dragged.nextSibling
    dropped = false
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', dragged.id)
    event.dataTransfer.setDragImage(dragged, 0, 0)
  })

  document.addEventListener('dragover', (event) => {
    const over = rowOf(event)
    if (!dragged || over?.parentNode !== dragged.parentNode) return
    event.preventDefault()
    if (over === dragged) return
    const { top, height } = over.getBoundingClientRect()
    over.parentNode.insertBefore(dragged, event.clientY < top + height / 2 ? over : over.nextSibling)
  })

  document.addEventListener('drop', (event) => {
    if (!dragged || rowOf(event)?.parentNode !== dragged.parentNode) return
    event.preventDefault()
    dropped = true
    const [above, below] = [dragged.previousElementSibling, dragged.nextElementSibling]
    if (dragged.nextSibling === home) return
    press(dragged, below ? 'before' : 'after', (below ?? above)?.id.slice(2))
  })

  // Let go elsewhere: back to where it was.
  document.addEventListener('dragend', () => {
    if (dragged && !dropped) dragged.parentNode.insertBefore(dragged, home)
    dragged = undefined
  })

  document.addEventListener('keydown', (event) => {
    const side = { ArrowUp: 'before', ArrowDown: 'after' }[event.key]
    const row = side && event.altKey && rowOf(event)
    if (!row) return
    event.preventDefault()
    press(row, side)
  })

  function press(row, side, other) {
    const button = row.querySelector(`button[name=${side}]`)
    if (other) {
      button.value = other
      button.disabled = false
    }
    if (!button || button.disabled) return
    moved = row.id
    button.form.requestSubmit(button)
  }

  // The page comes back with the row in its new place: the focus goes there with it.
  document.addEventListener('htmx:after:swap', () => {
    const row = moved && document.getElementById(moved)
    moved = undefined
    row?.querySelector('a')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })
})()
