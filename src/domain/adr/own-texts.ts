/**
 * The texts of our own export stand in the body between two comments that name them, so that people and other tools
 * read plain Markdown and we read back exactly what was written.
 */

const end = '<!-- fulcrum: end -->'

/** A line of the text that looks like one of our comments gets a backslash, which reading takes off again. */
export const enclosed = (name: string, text: string) => {
  const lines = text.split('\n').map((line) => line.replace(/^<!-- (\\*)fulcrum: /, '<!-- \\$1fulcrum: '))
  return [`<!-- fulcrum: ${name} -->`, ...lines, end].join('\n')
}

export function textsIn(body: string): Map<string, string> {
  const texts = new Map<string, string>()
  let name: string | undefined
  let lines: string[] = []
  for (const line of body.split('\n')) {
    if (name === undefined) {
      name = /^<!-- fulcrum: ([a-zA-Z0-9 ]+) -->$/.exec(line)?.[1]
      lines = []
    } else if (line === end) {
      texts.set(name, lines.join('\n'))
      name = undefined
    } else lines.push(line.replace(/^<!-- \\(\\*)fulcrum: /, '<!-- $1fulcrum: '))
  }
  return texts
}

/** Arguments as MADR's bullets; the lines after an argument's first are set in. */
export const argumentLines = (sense: string, texts: readonly string[]) =>
  texts.map((text) => `* ${sense}${text.replaceAll('\n', '\n  ')}`).join('\n')

export function argumentsIn(text: string, sense: string): string[] {
  const found: string[] = []
  let own = false
  for (const line of text === '' ? [] : text.split('\n')) {
    if (line.startsWith('* ')) {
      own = line.startsWith(`* ${sense}`)
      if (own) found.push(line.slice(2 + sense.length))
    } else if (own) found.push(`${found.pop()}\n${line.slice(2)}`)
  }
  return found
}
