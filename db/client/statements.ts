import type { ConnectionPool } from '@libsql/client/sqlite3'

/** What the driver's pool hands out; only what is used of it here. */
export type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>
type Run = (...values: unknown[]) => unknown

/** Statements that come again and again; anything else is prepared anew. */
const worthKeeping = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i
const most = 300

/** Prepared statements of one connection, kept for as long as the schema is the same. */
export function keepStatements(
  connection: Connection,
  { schema, onBusy }: { schema: () => number; onBusy: () => void },
) {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  let keptFor = schema()
  const keepingPrepare = (sql: string) => {
    if (keptFor !== schema()) kept.clear()
    keptFor = schema()
    const found = kept.get(sql)
    if (found) return found
    const statement = watched(prepare(sql), onBusy)
    if (worthKeeping.test(sql)) {
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
      kept.set(sql, rememberingColumns(statement))
    }
    return statement
  }
  Object.assign(connection, { prepare: keepingPrepare })
}

function watched(statement: Statement, onBusy: () => void): Statement {
  const watch =
    (run: Run): Run =>
    (...values) => {
      try {
        return run(...values)
      } catch (error) {
        if (isBusy(error)) onBusy()
        throw error
      }
    }
  const { run, all } = statement as { run: Run; all: Run }
  return Object.assign(statement, { run: watch(run.bind(statement)), all: watch(all.bind(statement)) })
}

/** The client asks for the columns twice with every execution, which takes longer than a read by key itself. */
function rememberingColumns(statement: Statement): Statement {
  const ask = statement.columns.bind(statement)
  let columns: ReturnType<typeof ask> | undefined
  return Object.assign(statement, {
    columns: () => {
      columns ??= ask()
      return columns
    },
  })
}

const isBusy = (error: unknown) =>
  typeof error === 'object' && error !== null && 'rawCode' in error && (Number(error.rawCode) & 0xff) === 5
