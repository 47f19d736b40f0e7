import { ConnectionPool } from '@libsql/client/sqlite3'
import { type Connection, keepStatements } from './statements.ts'

const pragmas = [
  'pragma foreign_keys = on',
  // No acknowledged write is lost when the power goes.
  'pragma synchronous = full',
  'pragma cache_size = -4000',
  'pragma temp_store = memory',
]

const changesSchema = /^\s*(create|alter|drop)\b/i

/**
 * The driver's pool, in which every connection is set up once, keeps its prepared statements, and is closed instead of
 * lent again once it has seen SQLITE_BUSY: its next COMMIT would fail. Built on a private part of the driver, whose
 * exact version is pinned; a test looks for what is used here.
 */
export class LocalPool extends ConnectionPool {
  readonly #ready = new WeakSet<Connection>()
  readonly #poisoned = new WeakSet<Connection>()
  #reader: Connection | undefined
  /** Counts changes of the schema: statements prepared before one may name other columns. */
  #schema = 0

  override acquireSync(forTransaction = false) {
    const connection = super.acquireSync(forTransaction)
    if (!this.#ready.has(connection)) this.#setUp(connection)
    return connection
  }

  override release(connection: Connection) {
    const dropped = this.#poisoned.has(connection) && connection.open
    if (dropped) connection.close()
    super.release(connection)
    // Somebody may be waiting for the one that was dropped: another takes its place.
    if (dropped) super.release(this.acquireSync())
  }

  /** A read, all at once, its rows named as its columns are. As nothing is awaited, one connection does for them all. */
  read<Row>(sql: string, values: unknown[]): Row[] {
    if (!this.#reader?.open) this.#reader = this.acquireSync()
    const reader = this.#reader
    try {
      const statement = reader.prepare(sql).safeIntegers(false).raw(false)
      return (statement as { all: (...values: unknown[]) => unknown[] }).all(values) as Row[]
    } finally {
      if (this.#poisoned.has(reader)) {
        this.#reader = undefined
        this.release(reader)
      }
    }
  }

  override close() {
    if (this.#reader) this.release(this.#reader)
    this.#reader = undefined
    super.close()
  }

  /** Moves what was written into the file itself, so that it can be copied alone; what cannot go now stays safe beside it. */
  settle() {
    const connection = this.acquireSync()
    try {
      connection.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)')
    } catch {
      // The next start reads what stayed beside the file.
    } finally {
      connection.close()
      super.release(connection)
    }
  }

  #setUp(connection: Connection) {
    try {
      for (const pragma of pragmas) connection.exec(pragma)
    } catch (error) {
      connection.close()
      super.release(connection)
      throw error
    }
    keepStatements(connection, { schema: () => this.#schema, onBusy: () => this.#poisoned.add(connection) })
    const { prepare } = connection
    const noticing = (sql: string) => {
      if (changesSchema.test(sql)) this.#schema++
      return prepare(sql)
    }
    Object.assign(connection, { prepare: noticing })
    this.#ready.add(connection)
  }
}
