import { log } from './http/log.ts'
import { deriveWhatIsDue } from './jobs/derivation.ts'

const hour = 3_600_000

/**
 * What runs by itself: once when the program starts, then every hour. Each job finds out from the records what is due,
 * so that it does no harm when it runs twice, or in several processes. Returns what ends it.
 */
export function startJobs(): () => void {
  const run = () => {
    deriveWhatIsDue(new Date()).catch((error) => log.error({ err: error }, 'A job failed'))
  }
  run()
  const timer = setInterval(run, hour)
  timer.unref()
  return () => clearInterval(timer)
}
