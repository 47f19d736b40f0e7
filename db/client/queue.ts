import { AsyncLocalStorage } from 'node:async_hooks'
import type { Client, InStatement, Transaction, TransactionMode } from '@libsql/client'

/** A transaction that is neither used nor ended for so long was forgotten: it is closed. */
const longestPause = 10_000

/**
 * A client that lets reads pass and does one write at a time, in the order asked: two at once in one process would
 * freeze the event loop on a local file, and run into BUSY on a remote server.
 */
export function queued(inner: Client): Client {
  const queue = new WriteQueue()
  const execute = inner.execute.bind(inner) as (...all: unknown[]) => ReturnType<Client['execute']>
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = await queue.turn()
    try {
      return await work()
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
        ? execute(statement, args)
        : inTurn(() => execute(statement, args))) as Client['execute'],
    batch: (statements, mode) =>
      mode === 'read' ? inner.batch(statements, mode) : inTurn(() => inner.batch(statements, 'write')),
    migrate: (statements) => inTurn(() => inner.migrate(statements)),
    executeMultiple: (sql) => inTurn(() => inner.executeMultiple(sql)),
    transaction: async (mode: TransactionMode = 'write') => {
      if (mode === 'read') return inner.transaction(mode)
      const done = await queue.turn()
      try {
        return settling(await inner.transaction(mode), done)
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

const writes = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Everything within belongs to one write: waiting for another turn from inside it would wait for itself. What it leaves
 * running when it ends is free to write again.
 */
export function withinTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const write = { open: true }
  return writes.run(write, work).finally(() => {
    write.open = false
  })
}

class WriteQueue {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is one's turn; call the result when done. */
  async turn(): Promise<() => void> {
    if (writes.getStore()?.open) throw new Error('A write inside a write must use its transaction')
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
  const { execute, batch, commit, rollback, close } = transaction
  const settle = () => {
    clearTimeout(watchdog)
    done()
  }
  const end = () => {
    try {
      close.call(transaction)
    } catch {
      // What cannot be rolled back is dropped with its connection.
    }
    settle()
  }
  const watchdog = setTimeout(end, longestPause)
  watchdog.unref()

  return Object.assign(transaction, {
    execute: (statement: InStatement) => {
      watchdog.refresh()
      return execute.call(transaction, statement)
    },
    batch: (statements: InStatement[]) => {
      watchdog.refresh()
      return batch.call(transaction, statements)
    },
    commit: () => commit.call(transaction).finally(settle),
    // A full disk, or the watchdog, has ended it already: what is to be told is why, not that.
    rollback: () =>
      rollback
        .call(transaction)
        .catch(() => close.call(transaction))
        .finally(settle),
    close: end,
  })
}

const sqlOf = (statement: InStatement) => (typeof statement === 'string' ? statement : statement.sql)

const isRead = (sql: string) =>
  /^\s*(select|values|explain|pragma)\b/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))
