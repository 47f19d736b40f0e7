/** Answered as a page with this status; thrown where a handler finds that it cannot go on. */
export class Problem extends Error {
  readonly status: 400 | 403 | 404 | 410 | 413 | 422 | 429
  readonly retryAfter: number | undefined
  constructor(status: Problem['status'], message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Also the answer to somebody who may not know that the record exists. */
export const notFound = (what = 'page') => new Problem(404, `There is no such ${what}.`)
export const forbidden = (message: string) => new Problem(403, message)
