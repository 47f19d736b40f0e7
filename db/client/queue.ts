import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, InStatement, Transaction, TransactionMode } from '@libsql/client'

/** A transaction that is neither committed nor rolled back by then was forgotten: it is closed. */
const longestTransaction = 10_000
/** A remote server that is busy is asked again for this long. */
const longestRetry = 10_000

/**
 * A client that lets reads pass and does one write at a time, in the order asked: two at once in one process would
 * freeze the event loop on a local file, and run into BUSY on a remote server.
 */
export function queued(inner: Client): Client {
  const queue = new WriteQueue()
  const remote = inner.protocol !== 'file'
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = await queue.turn()
    try {
      return await (remote ? patiently(work) : work())
    } finally {
      done()
    }
  }

  return {
    get closed() {
      return inner.closed
    },
    protocol: inner.protocol,
    execute: ((statement: InStatement, args?: never) =>
      isRead(sqlOf(statement))
        ? (inner.execute as (...all: unknown[]) => ReturnType<Client['execute']>)(statement, args)
        : inTurn(() =>
            (inner.execute as (...all: unknown[]) => ReturnType<Client['execute']>)(statement, args),
          )) as Client['execute'],
    batch: (statements, mode) =>
      mode === 'read' ? inner.batch(statements, mode) : inTurn(() => inner.batch(statements, 'write')),
    migrate: (statements) => inTurn(() => inner.migrate(statements)),
    executeMultiple: (sql) => inTurn(() => inner.executeMultiple(sql)),
    transaction: async (mode: TransactionMode = 'write') => {
      if (mode === 'read') return inner.transaction(mode)
      const done = await queue.turn()
      try {
        return settling(await (remote ? patiently(() => inner.transaction(mode)) : inner.transaction(mode)), done)
      } catch (error) {
        done()
        throw error
      }
    },
    sync: () => inner.sync(),
    reconnect: () => inner.reconnect(),
    close: () => inner.close(),
  }
}

const turns = new AsyncLocalStorage<true>()

/** Everything within belongs to one write: waiting for another turn from inside it would wait for itself. */
export const withinTurn = <Result>(work: () => Promise<Result>): Promise<Result> => turns.run(true, work)

class WriteQueue {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is one's turn; call the result when done. */
  async turn(): Promise<() => void> {
    if (turns.getStore()) throw new Error('A write inside a write must use its transaction')
    const before = this.#last
    let done = () => {}
    this.#last = new Promise((resolve) => {
      // The event loop breathes between two writes: local ones run without ever leaving it.
      done = () => setImmediate(resolve)
    })
    await before
    return done
  }
}

/** Passes the turn on when the transaction ends, however it ends. */
function settling(transaction: Transaction, done: () => void): Transaction {
  let settled = false
  const settle = () => {
    if (settled) return
    settled = true
    clearTimeout(watchdog)
    done()
  }
  const watchdog = setTimeout(() => {
    transaction.close()
    settle()
  }, longestTransaction)
  watchdog.unref()

  const { commit, rollback, close } = transaction
  transaction.commit = () => commit.call(transaction).finally(settle)
  transaction.rollback = () => rollback.call(transaction).finally(settle)
  transaction.close = () => {
    close.call(transaction)
    settle()
  }
  return transaction
}

/** Asks again, with growing random pauses, while the server says that it is busy. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + longestRetry
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await work()
    } catch (error) {
      if (!/SQLITE_BUSY|database is locked/i.test(String(error)) || Date.now() > until) throw error
      await sleep(pause * (0.5 + Math.random()))
    }
  }
}

const sqlOf = (statement: InStatement) => (typeof statement === 'string' ? statement : statement.sql)

const isRead = (sql: string) =>
  /^\s*(select|values|explain|pragma)\b/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))
