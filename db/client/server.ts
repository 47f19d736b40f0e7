import { type Client, createClient, type InStatement, type Transaction } from '@libsql/client'

/** A server that is silent, or busy with others' writes, is given so long. */
const patience = 10_000

class Unreachable extends Error {
  constructor(url: string, cause: unknown) {
    // The host alone: an address may carry a token.
    super(`The database server at ${new URL(url).host} cannot be used: ${reasonOf(cause)}`, { cause })
  }
}

/** A client that asks a busy server again, and a silent one no longer than is bearable. */
export async function openServer(url: string, authToken?: string): Promise<Client> {
  const client = patient(createClient({ url, ...(authToken && { authToken }) }), url)
  try {
    await client.execute('select 1')
    return client
  } catch (error) {
    client.close()
    throw error instanceof Unreachable ? error : new Unreachable(url, error)
  }
}

function patient(client: Client, url: string): Client {
  const { execute, batch, transaction } = client
  const answered = <Result>(work: () => Promise<Result>) =>
    untilLate(work, () => {
      // The line may be dead without anybody having hung up: the next question takes a new one.
      Promise.resolve(client.reconnect()).catch(() => {})
      return new Unreachable(url, `no answer for ${patience / 1000} seconds`)
    })
  const asked = <Result>(work: () => Promise<Result>) => whileBusy(() => answered(work))

  return Object.assign(client, {
    execute: ((...all: Parameters<typeof execute>) => asked(() => execute.apply(client, all))) as typeof execute,
    batch: ((...all: Parameters<typeof batch>) => asked(() => batch.apply(client, all))) as typeof batch,
    transaction: ((...all: Parameters<typeof transaction>) =>
      patientTransaction(() => transaction.apply(client, all), answered)) as typeof transaction,
  })
}

/** BEGIN travels with the first statement, so only then is it known whether the server was busy. */
async function patientTransaction(
  open: () => Promise<Transaction>,
  answered: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Promise<Transaction> {
  let current = await answered(open)
  let begun: Promise<unknown> | undefined

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (begun) {
      await begun
      return answered(work)
    }
    const first = whileBusy(async () => {
      if (current.closed) current = await answered(open)
      return answered(work)
    })
    begun = first.catch(() => {})
    return first
  }

  return {
    execute: (statement: InStatement) => run(() => current.execute(statement)),
    batch: (statements) => run(() => current.batch(statements)),
    executeMultiple: (sql) => run(() => current.executeMultiple(sql)),
    commit: () => answered(() => current.commit()),
    rollback: () => answered(() => current.rollback()),
    close: () => current.close(),
    get closed() {
      return current.closed
    },
  }
}

/** Asks again, with growing random pauses. */
async function whileBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + patience
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await work()
    } catch (error) {
      if (!/SQLITE_BUSY|database is locked/i.test(String(error)) || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
}

async function untilLate<Result>(work: () => Promise<Result>, late: () => Error): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), patience)
  })
  try {
    return await Promise.race([work(), limit])
  } finally {
    clearTimeout(timer)
  }
}

/** What is at the bottom of it: `fetch failed` alone says nothing. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause ? reasonOf(cause.cause) : cause.message
}
