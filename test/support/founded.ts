import { found } from '../../db/founding.ts'

/** Founds an organisation on the database connected and returns who acts in it. */
export async function foundedBy(at = new Date('2026-11-02T09:00:00Z')) {
  const organisation = { name: 'Halyard', timeZone: 'Europe/Lisbon', stage: 'fast_growth' as const, currency: 'EUR' }
  const { person } = await found(
    {
      name: 'Olga Owner',
      email: 'olga@halyard.test',
      password: 'a quiet harbour at dawn',
      executiveRole: 'cpto',
      organisation,
    },
    { at, visitor: { address: '127.0.0.1', browser: 'test' } },
  )
  return { person, at }
}
