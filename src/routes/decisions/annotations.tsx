import { Hono } from 'hono'
import { z } from 'zod'
import { addNote, amend, amendable, link, restrict, setOptionsOf } from '../../../db/decisions/annotate.ts'
import { briefOf } from '../../../db/decisions/record.ts'
import { OptionsForm } from '../../../views/decisions/options-form.tsx'
import { AmendmentForm, LinkForm, NoteForm, ReadersForm } from '../../../views/decisions/steps.tsx'
import { linkKinds } from '../../domain/decisions/catalogue.ts'
import { type Env, signedIn } from '../../http/context.ts'
import { line, prose, references, requiredChoice, requiredLine } from '../../http/fields.ts'
import { numberOf } from './loaded.ts'
import { optionsOf, typedOptions } from './options.ts'
import { resource } from './step.tsx'

/** What is added to a decision without changing what was decided. */
export const annotations = new Hono<Env>()

resource(annotations, '/options', {
  step: 'edit',
  title: 'Options',
  Form: OptionsForm,
  schema: typedOptions,
  async act(c, typed, seen) {
    const read = optionsOf(typed)
    if ('errors' in read) return read.errors
    await setOptionsOf(c.var.by, c.var.decision.document.number, seen, read)
  },
})

resource(annotations, '/amendments', {
  step: 'amend',
  title: 'Amend',
  Form: AmendmentForm,
  schema: z.object({
    field: requiredChoice(amendable, 'Please choose what is to be corrected.'),
    text: prose(200_000),
    because: requiredLine('Please say what was wrong with it.', 500),
  }),
  async act(c, amendment, seen) {
    const { document } = c.var.decision
    if (amendment.text === document[amendment.field]) return { text: 'This is what it says already.' }
    if (amendment.field === 'title' && amendment.text === '') return { text: 'A decision needs its line.' }
    if (amendment.field === 'title' && amendment.text.length > 300)
      return { text: 'Please keep the title under 300 characters.' }
    await amend(c.var.by, document.number, seen, amendment)
  },
})

resource(annotations, '/notes', {
  step: 'note',
  title: 'Note',
  Form: NoteForm,
  schema: z.object({ text: prose().pipe(z.string().min(1, 'Please write the note first.')) }),
  async act(c, { text }) {
    await addNote(c.var.by, c.var.decision.document.number, text)
  },
})

resource(annotations, '/links', {
  step: 'note',
  title: 'Link',
  Form: LinkForm,
  schema: z.object({ kind: requiredChoice(linkKinds, 'Please say how they belong together.'), to: line(20) }),
  async act(c, { kind, to }) {
    const { number } = c.var.decision.document
    const other = await briefOf(numberOf(to) ?? 0, signedIn(c).id)
    if (!other) return { to: to ? `There is no decision ${to}.` : 'Please give the number of the other decision.' }
    if (other.number === number) return { to: 'That is this decision.' }
    await link(c.var.by, number, { kind, to: other.number })
  },
})

resource(annotations, '/readers', {
  step: 'restrict',
  title: 'Readers',
  Form: ReadersForm,
  schema: z.object({ readers: references }),
  async act(c, { readers }) {
    const { document, raisedById, deciderId } = c.var.decision
    const parties = [signedIn(c).id, raisedById, deciderId].filter((person) => person !== null)
    await restrict(c.var.by, document.number, readers.length ? [...new Set([...readers, ...parties])] : null)
  },
})
