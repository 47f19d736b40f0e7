import { ConnectionPool } from '@libsql/client/sqlite3'

/** What the driver's pool hands out; only what is used of it here. */
type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>

const pragmas = [
  'pragma foreign_keys = on',
  // No acknowledged write is lost when the power goes.
  'pragma synchronous = full',
  'pragma cache_size = -4000',
  'pragma temp_store = memory',
]

/** Statements that come again and again; anything else is prepared anew. */
const worthKeeping = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i
const keptStatements = 300

/**
 * The driver's pool, in which every connection is set up once, keeps its prepared statements, and is closed instead of
 * lent again once it has seen SQLITE_BUSY: its next COMMIT would fail. Built on a private part of the driver, whose
 * exact version is pinned; a test looks for what is used here.
 */
export class LocalPool extends ConnectionPool {
  readonly #ready = new WeakSet<Connection>()
  readonly #poisoned = new WeakSet<Connection>()

  override acquireSync(forTransaction = false) {
    const connection = super.acquireSync(forTransaction)
    if (!this.#ready.has(connection)) {
      for (const pragma of pragmas) connection.exec(pragma)
      keepStatements(connection, () => this.#poisoned.add(connection))
      this.#ready.add(connection)
    }
    return connection
  }

  /** A read, all at once, its rows named as its columns are: nothing is awaited, so the connection is free again at once. */
  read<Row>(sql: string, values: unknown[]): Row[] {
    const connection = this.acquireSync()
    try {
      const statement = connection.prepare(sql).safeIntegers(false).raw(false)
      return (statement as { all: (...values: unknown[]) => unknown[] }).all(values) as Row[]
    } finally {
      this.release(connection)
    }
  }

  override release(connection: Connection) {
    if (this.#poisoned.has(connection) && connection.open) connection.close()
    super.release(connection)
  }
}

function keepStatements(connection: Connection, onBusy: () => void) {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  const keepingPrepare = (sql: string) => {
    const found = kept.get(sql)
    if (found) return found
    const statement = watched(prepare(sql), onBusy)
    if (worthKeeping.test(sql)) {
      if (kept.size >= keptStatements) kept.delete(kept.keys().next().value ?? '')
      kept.set(sql, statement)
    }
    return statement
  }
  Object.assign(connection, { prepare: keepingPrepare })
}

function watched(statement: Statement, onBusy: () => void): Statement {
  const watch =
    (run: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) => {
      try {
        return run(...values)
      } catch (error) {
        if (isBusy(error)) onBusy()
        throw error
      }
    }
  const { run, all } = statement as { run: (...values: unknown[]) => unknown; all: (...values: unknown[]) => unknown }
  return Object.assign(statement, { run: watch(run.bind(statement)), all: watch(all.bind(statement)) })
}

const isBusy = (error: unknown) =>
  typeof error === 'object' && error !== null && 'rawCode' in error && (Number(error.rawCode) & 0xff) === 5
