#!/usr/bin/env node
import { connect, disconnect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { doctor } from './cli/doctor.ts'
import { exportAdr } from './cli/export-adr.ts'
import { importAdr } from './cli/import-adr.ts'
import { readEnv } from './env.ts'

const commands: Record<string, { usage: string; run: (args: string[]) => Promise<void> }> = {
  'import adr': { usage: 'import adr DIR [--type KEY]   decision records of a folder into the log', run: importAdr },
  'export adr': { usage: 'export adr DIR                the log as MADR 4 files into a folder', run: exportAdr },
  doctor: { usage: 'doctor                        whether the history and the database hold', run: doctor },
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

async function main(args: string[]) {
  const name = Object.keys(commands).find((command) => args.join(' ').startsWith(command))
  const command = name === undefined ? undefined : commands[name]
  if (!name || !command) {
    const usages = Object.values(commands).map(({ usage }) => `  fulcrum ${usage}`)
    throw new Error(`Fulcrum has these commands:\n${usages.join('\n')}`)
  }
  const { DATABASE_URL, DATABASE_AUTH_TOKEN } = readEnv()
  await connect({ url: DATABASE_URL, ...(DATABASE_AUTH_TOKEN && { authToken: DATABASE_AUTH_TOKEN }) })
  try {
    await migrate()
    await command.run(args.slice(name.split(' ').length))
  } finally {
    disconnect()
  }
}
