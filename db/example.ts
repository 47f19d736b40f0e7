import { localDate } from '../src/domain/time/zone.ts'
import { capacityOf } from './example/capacity.ts'
import { intakeOf } from './example/intake.ts'
import { lastQuarter } from './example/last-quarter.ts'
import { examplePeople, exampleTeams } from './example/people.ts'
import { recordsOf } from './example/records.ts'
import { reviewsOf } from './example/reviews.ts'
import { type Placed, roadmapOf } from './example/roadmap.ts'
import { scorecardOf } from './example/scorecard.ts'
import { Teller } from './example/teller.ts'
import { open, thisQuarter } from './example/this-quarter.ts'
import { findOrganisation } from './organisation.ts'
import { findPerson, insertPerson, peopleWithRole } from './people.ts'
import { decisionTypes } from './rights.ts'
import { addTeam } from './teams.ts'
import { type By, write } from './write.ts'

/**
 * Half a year of decisions of a company in port logistics, and the scorecard they are held against, the roadmap,
 * what was asked and what the teams had, written through the same verbs as everybody's, each at its time, so that what
 * is due is due today whenever this is loaded.
 */
export async function loadExample(founder: By & { person: number }): Promise<void> {
  const people = await addPeople(founder)
  const types = new Map((await decisionTypes()).map(({ key, id }) => [key, id]))
  const organisation = await findOrganisation()
  if (!organisation) throw new Error('The example needs an organisation')
  const now = { now: founder.at, today: localDate(founder.at, organisation.timeZone), organisation }
  const teller = new Teller(now, people, types)
  for (const team of exampleTeams) {
    await addTeam(founder, {
      ...team,
      lead: people.get(team.lead) ?? null,
      members: team.members.map((key) => teller.person(key)),
    })
  }
  const placed: Placed = new Map()
  const happenings = [
    ...[...lastQuarter, ...thisQuarter, ...open].flatMap((told) => teller.happeningsOf(told)),
    ...scorecardOf(teller),
    ...recordsOf(teller),
    ...roadmapOf(teller, placed),
    ...intakeOf(teller, placed),
    ...capacityOf(teller),
    ...reviewsOf(teller),
  ]
  for (const { happen } of happenings.sort((a, b) => b.ago - a.ago || a.order - b.order)) await happen()
}

async function addPeople(founder: By & { person: number }): Promise<Map<string, number>> {
  const seat = (await findPerson(founder.person))?.executiveRole
  const cast = seat === 'cpto' ? examplePeople : [...examplePeople, maren]
  const ids = await write(founder, async (tx, note) => {
    const added: [string, number][] = []
    for (const { key, name, title, role } of cast) {
      added.push([key, await insertPerson(tx, note, founder, { name, email: null, title, executiveRole: role })])
    }
    return new Map(added)
  })
  const cpto = seat === 'cpto' ? founder.person : (await peopleWithRole('cpto'))[0]?.id
  return ids.set('cpto', cpto ?? founder.person)
}

const maren = {
  key: 'cpto',
  name: 'Maren Lindqvist',
  title: 'Chief Product & Technology Officer',
  role: 'cpto' as const,
}
