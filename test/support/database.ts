import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, disconnect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { startSqld } from './sqld.ts'

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'fulcrum-'))

/** A migrated, empty database of its own: a file, or with TEST_DATABASE=sqld a server. Call the result when done. */
export async function freshDatabase(): Promise<() => Promise<void>> {
  const folder = temporaryFolder()
  const server = process.env.TEST_DATABASE === 'sqld' ? await startSqld(folder) : undefined
  await connect({ url: server?.url ?? `file:${folder}/fulcrum.db` })
  await migrate()
  return async () => {
    disconnect()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
