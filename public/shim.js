// Chromium 137–143 throw on the second argument that htmx passes.
;(() => {
  const parse = Document.parseHTMLUnsafe
  if (!parse) return
  Document.parseHTMLUnsafe = (html, options) => {
    try {
      return parse.call(Document, html, options)
    } catch {
      return parse.call(Document, html)
    }
  }
})()
