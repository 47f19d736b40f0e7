/** Drizzle wraps what the driver threw; remote servers send no code, so the message decides. */
const messagesOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${messagesOf(error.cause)}` : ''

export const isUnique = (error: unknown) => /UNIQUE constraint failed/i.test(messagesOf(error))
