import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'

/** Raw HTML off; links only to http, https and mail (the package's own check); headings sit below the page's own. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
markdown.core.ruler.push('lower_headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
    }
  }
})

/** An image would be a request to a stranger: it is a link to it instead. */
markdown.renderer.rules.image = (tokens, at) => {
  const { content = '', attrGet } = tokens[at] ?? {}
  const source = String(attrGet?.call(tokens[at], 'src') ?? '')
  return `<a href="${markdown.utils.escapeHtml(source)}">${markdown.utils.escapeHtml(content || source)}</a>`
}

const plain = /^[^*_`#[\]<>&"!|~:\\\n-]*$/

/** Markdown as people wrote it. */
export const Prose = ({ text }: { text: string }) => <div class="prose">{rendered(text)}</div>

/** One line of it, without a block around. */
export const Line = ({ text }: { text: string }) => <>{plain.test(text) ? text : raw(markdown.renderInline(text))}</>

const rendered = (text: string) => (plain.test(text) ? <p>{text}</p> : raw(markdown.render(text)))
