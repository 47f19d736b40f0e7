import { connect } from '../../db/client.ts'
import { logDecision } from '../../db/decisions/log.ts'
import { plainDecision } from './decision.ts'

// Logs decisions without end and says the number of each once it is acknowledged; made to be killed.
await connect({ url: process.argv[2] ?? '' })
for (let at = 0; ; at++) {
  const numbers = await Promise.all(
    [0, 1, 2].map((part) => logDecision({ person: 1, at: new Date() }, plainDecision(`Written ${at}.${part}`, 1))),
  )
  process.stdout.write(`${numbers.join('\n')}\n`)
}
