// Draws the process behaviour charts in place of the server's drawing, from the data beside it. Nothing moves: there is
// nothing to reduce for those who asked for less motion.
;(() => {
  const { Chart } = window
  const drawn = new Map()

  function drawAll() {
    for (const place of document.querySelectorAll('[data-charts]')) if (!drawn.has(place)) draw(place)
  }

  function draw(place) {
    const picture = place.querySelector('svg')
    const canvas = document.createElement('canvas')
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', picture.getAttribute('aria-label'))
    place.prepend(canvas)
    picture.style.display = 'none'
    const plot = JSON.parse(place.querySelector('script').textContent)
    drawn.set(place, new Chart(canvas, configured(plot, inkOf(place))))
  }

  function eraseAll() {
    for (const [place, chart] of drawn) {
      const { canvas } = chart
      chart.destroy()
      canvas.remove()
      place.querySelector('svg').style.display = ''
    }
    drawn.clear()
  }

  const redraw = () => {
    eraseAll()
    drawAll()
  }

  /** The colours of the stylesheet as they are now, light or dark: a canvas knows no variables. */
  function inkOf(place) {
    const probe = place.appendChild(document.createElement('i'))
    const names = ['ink', 'ink3', 'paper', 'line', 'edge', 'bad', 'warn', 'good']
    const colours = names.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, getComputedStyle(probe).color]
    })
    const { fontFamily } = getComputedStyle(probe)
    probe.remove()
    return { ...Object.fromEntries(colours), font: { family: fontFamily, size: 13 } }
  }

  function configured(plot, ink) {
    const days = (ticks) => ticks.map(({ at, label }) => ({ value: at, label }))
    const axis = { border: { display: false }, grid: { display: false }, ticks: { color: ink.ink3, font: ink.font } }
    return {
      type: 'line',
      data: { datasets: [markersOf(plot, ink), courseOf(plot, ink), ...linesOf(plot, ink)] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
        interaction: { mode: 'nearest', intersect: true },
        layout: { padding: { top: 4, right: 10 } },
        parsing: false,
        normalized: true,
        scales: {
          x: {
            ...axis,
            ...{ type: 'linear', min: 0, max: plot.days, border: { color: ink.edge } },
            afterBuildTicks: (scale) => {
              scale.ticks = days(plot.ticks)
            },
            ticks: { ...axis.ticks, padding: 6, maxRotation: 0, callback: (_, at) => plot.ticks[at]?.label },
          },
          y: {
            ...axis,
            ...{ type: plot.scale === 'log' ? 'logarithmic' : 'linear', min: plot.low, max: plot.high },
            grid: { color: ink.line, drawTicks: false },
            afterBuildTicks: (scale) => {
              scale.ticks = plot.levels.map(({ value }) => ({ value }))
            },
            ticks: { ...axis.ticks, autoSkip: false, padding: 6, callback: (_, at) => plot.levels[at]?.label },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            ...{ backgroundColor: ink.ink, bodyColor: ink.paper, displayColors: false, cornerRadius: 3 },
            bodyFont: ink.font,
            callbacks: { title: () => '', label: ({ raw }) => wrapped(raw.text) },
          },
        },
      },
      plugins: [behind(plot, ink), inFront(plot, ink)],
    }
  }

  /** A tooltip knows no line breaks of its own. */
  function wrapped(text) {
    const lines = ['']
    for (const word of text.split(' ')) {
      if (lines.at(-1).length + word.length > 44) lines.push('')
      lines.push(`${lines.pop()} ${word}`.trim())
    }
    return lines
  }

  /** The values; a point that says something has the shape that says it. */
  function courseOf({ points }, ink) {
    const shapes = {
      past: { style: 'triangle', rotation: 180, radius: 7, fill: ink.bad, edge: ink.paper, width: 1 },
      adverse: { style: 'rectRot', rotation: 0, radius: 7, fill: ink.warn, edge: ink.paper, width: 1 },
      favourable: { style: 'rectRot', rotation: 0, radius: 6, fill: ink.paper, edge: ink.good, width: 2 },
      dot: { style: 'circle', rotation: 0, radius: 2.5, fill: ink.ink, edge: ink.ink, width: 0 },
    }
    const none = { ...shapes.dot, radius: 0 }
    const shape = points.map(({ mark, dot }) => shapes[mark] ?? (dot ? shapes.dot : none))
    const radius = shape.map((one) => one.radius)
    return {
      data: points.map(({ at, value, text }) => ({ x: at, y: value ?? Number.NaN, text })),
      ...{ borderColor: ink.ink, borderWidth: 1.5, pointHitRadius: 10, clip: false },
      ...{ pointStyle: shape.map((one) => one.style), pointRotation: shape.map((one) => one.rotation) },
      ...{ pointRadius: radius, pointHoverRadius: radius.map((one) => Math.max(4, one + 1)) },
      ...{ pointBackgroundColor: shape.map((one) => one.fill), pointBorderColor: shape.map((one) => one.edge) },
      pointBorderWidth: shape.map((one) => one.width),
    }
  }

  /** Mean, limits and target: level within their days, nothing in between. */
  function linesOf({ spans, targets }, ink) {
    const line = (steps, of, dash) => ({
      data: steps.flatMap((step) => {
        const y = of(step) ?? Number.NaN
        return [
          { x: step.from, y },
          { x: step.to, y },
          { x: step.to, y: Number.NaN },
        ]
      }),
      ...{ stepped: true, borderColor: ink.ink3, borderWidth: 1, borderDash: dash, pointRadius: 0, pointHitRadius: 0 },
    })
    return [
      line(spans, ({ mean }) => mean, []),
      line(spans, ({ upper }) => upper, [6, 4]),
      line(spans, ({ lower }) => lower, [6, 4]),
      { ...line(targets, ({ target }) => target, [1, 4]), borderWidth: 1.5 },
    ]
  }

  /** What happened meanwhile, on the axis of days. */
  function markersOf({ markers, low }, ink) {
    const shapes = {
      decision: { style: 'triangle', radius: 6, fill: ink.ink, width: 0 },
      reason: { style: 'triangle', rotation: 180, radius: 5, fill: ink.paper, width: 1.5 },
      review: { style: 'circle', radius: 4, fill: ink.paper, width: 1.5 },
      incident: { style: 'crossRot', radius: 5, fill: ink.ink, width: 2 },
      note: { style: 'rect', radius: 4, fill: ink.ink3, width: 0 },
    }
    const shape = markers.map(({ kind }) => shapes[kind])
    const radius = shape.map((one) => one.radius)
    return {
      data: markers.map(({ at, text }) => ({ x: at, y: low, text })),
      ...{ showLine: false, clip: false, pointHitRadius: 8, pointBorderColor: ink.ink },
      ...{ pointStyle: shape.map((one) => one.style), pointRotation: shape.map((one) => one.rotation ?? 0) },
      ...{ pointRadius: radius, pointHoverRadius: radius },
      ...{ pointBackgroundColor: shape.map((one) => one.fill), pointBorderWidth: shape.map((one) => one.width) },
    }
  }

  const behind = (plot, ink) => ({
    id: 'behind',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      const { top, bottom } = chartArea
      for (const { from, to, guardrail } of plot.targets) {
        if (guardrail === null) continue
        const at = Math.min(bottom, Math.max(top, y.getPixelForValue(guardrail)))
        const [start, end] = plot.bad === 'high' ? [top, at] : [at, bottom]
        const [left, right] = [x.getPixelForValue(from), x.getPixelForValue(to)]
        hatch(ctx, { left, right, top: start, bottom: end }, plot.breached ? ink.bad : ink.edge)
      }
      for (const border of plot.borders) line(ctx, x.getPixelForValue(border), top, bottom, ink.ink3)
    },
  })

  function hatch(ctx, { left, right, top, bottom }, colour) {
    if (bottom <= top) return
    ctx.save()
    ctx.beginPath()
    ctx.rect(left, top, right - left, bottom - top)
    ctx.clip()
    ctx.beginPath()
    const height = bottom - top
    for (let x = Math.floor((left - height) / 6) * 6; x < right; x += 6) {
      ctx.moveTo(x, bottom)
      ctx.lineTo(x + height, top)
    }
    ctx.strokeStyle = colour
    ctx.lineWidth = 0.75
    ctx.stroke()
    ctx.restore()
  }

  function line(ctx, x, top, bottom, colour) {
    ctx.save()
    ctx.beginPath()
    ctx.moveTo(x, top)
    ctx.lineTo(x, bottom)
    ctx.strokeStyle = colour
    ctx.lineWidth = 1
    ctx.stroke()
    ctx.restore()
  }

  /** The names of decisions, where there is room, and the small triangle at the edge that is the target. */
  const inFront = (plot, ink) => ({
    id: 'inFront',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      ctx.save()
      ctx.font = `${ink.font.size}px ${ink.font.family}`
      ctx.fillStyle = ink.ink3
      ctx.textAlign = 'center'
      let free = chartArea.left
      for (const { at, label } of plot.markers) {
        const half = ctx.measureText(label).width / 2
        const centre = Math.min(x.getPixelForValue(at), chartArea.right + 10 - half)
        if (!label || centre - half < free) continue
        ctx.fillText(label, centre, chartArea.bottom - 11)
        free = centre + half + 6
      }
      const target = plot.targets.at(-1)?.target ?? null
      if (target !== null && target >= plot.low && target <= plot.high) {
        const at = y.getPixelForValue(target)
        ctx.beginPath()
        ctx.moveTo(chartArea.right, at)
        ctx.lineTo(chartArea.right + 9, at - 5)
        ctx.lineTo(chartArea.right + 9, at + 5)
        ctx.fillStyle = ink.ink
        ctx.fill()
      }
      ctx.restore()
    },
  })

  drawAll()
  document.addEventListener('htmx:before:swap', eraseAll)
  document.addEventListener('htmx:after:swap', drawAll)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw)
  // Paper gets the server's drawing: it is sharp, and in the colours of paper.
  addEventListener('beforeprint', eraseAll)
  addEventListener('afterprint', drawAll)
})()
