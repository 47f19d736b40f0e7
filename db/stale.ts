/** Somebody else changed the record since it was looked at; `current` is how it stands now. */
export class Stale<Row> extends Error {
  readonly current: Row
  constructor(current: Row) {
    super('The record was changed in between')
    this.current = current
  }
}
