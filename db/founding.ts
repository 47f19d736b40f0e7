import type { ExecutiveRole, Stage } from '../src/domain/people/catalogue.ts'
import { insertPerson } from './people.ts'
import { seedRights } from './rights.ts'
import { organisation } from './schema/organisation.ts'
import { accounts } from './schema/sign-in.ts'
import { hashPassword } from './sign-in/passwords.ts'
import { beginSession, type Visitor } from './sign-in/sessions.ts'
import { write } from './write.ts'

export type Founding = {
  name: string
  email: string
  password: string
  executiveRole: ExecutiveRole
  organisation: { name: string; timeZone: string; stage: Stage; currency: string }
}

export class AlreadyFounded extends Error {}

/**
 * Creates the organisation and its first owner, and signs them in. Of several at once the organisation's single row
 * lets exactly one through; for the others this throws `AlreadyFounded`.
 */
export async function found(founding: Founding, { at, visitor }: { at: Date; visitor: Visitor }) {
  const { name, email, executiveRole } = founding
  const password = await hashPassword(founding.password)
  const createdAt = at.toISOString()
  return write({ person: null, at }, async (tx, note) => {
    const first = await tx
      .insert(organisation)
      .values({ id: 1, ...founding.organisation, createdAt })
      .onConflictDoNothing()
      .returning({ id: organisation.id })
    if (first.length === 0) throw new AlreadyFounded()
    await note({ kind: 'organisation.founded', record: 'organisation', recordId: 1, after: founding.organisation })
    const by = { person: null, at }
    const person = await insertPerson(tx, note, by, { name, email: email.toLowerCase(), title: '', executiveRole })
    await tx.insert(accounts).values({ person, role: 'owner', password, passwordAt: createdAt, createdAt })
    await seedRights(tx)
    return { person, token: await beginSession(tx, note, { person, at }, visitor) }
  })
}
