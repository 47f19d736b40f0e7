#!/usr/bin/env node
import { connect, disconnect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { doctor } from './cli/doctor.ts'
import { exportAdr } from './cli/export-adr.ts'
import { exportReadings } from './cli/export-readings.ts'
import { importActuals } from './cli/import-actuals.ts'
import { importAdr } from './cli/import-adr.ts'
import { importReadings } from './cli/import-readings.ts'
import { importDeployments, importFindings, importIncidents } from './cli/import-records.ts'
import { readEnv } from './env.ts'

const commands: Record<string, { usage: string; run: (args: string[]) => Promise<void> }> = {
  'import adr': { usage: 'import adr DIR [--type KEY]   decision records of a folder into the log', run: importAdr },
  'import findings': {
    usage: 'import findings FILE [--by-severity]  vulnerability findings; due days by exposure, or by severity',
    run: importFindings,
  },
  'import incidents': { usage: 'import incidents FILE         incidents of a CSV file', run: importIncidents },
  'import deployments': { usage: 'import deployments FILE       deployments of a CSV file', run: importDeployments },
  'import actuals': {
    usage: 'import actuals FILE           person-weeks of teams by week and bucket',
    run: importActuals,
  },
  'export adr': { usage: 'export adr DIR                the log as MADR 4 files into a folder', run: exportAdr },
  'import readings': {
    usage: 'import readings FILE [--for NAME] [--unit METRIC=UNIT] [--leave-out-errors]   values of metrics, from CSV',
    run: importReadings,
  },
  'export readings': { usage: 'export readings FILE          all readings as CSV', run: exportReadings },
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
