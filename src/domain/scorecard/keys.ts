/** Pages below `/scorecard`: no metric can have one of these words as its address. */
const pages = [
  ...['catalogue', 'new', 'owners', 'import', 'imports', 'export', 'exports', 'paste', 'preview', 'entry', 'entries'],
  ...['readings', 'records', 'findings', 'incidents', 'deployments', 'reviews', 'notes', 'reasons', 'compare', 'edit'],
]

/** A name as it stands in an address: small letters, digits and `_`; `metric` where nothing of it can be written so. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 80)
    .replaceAll(/^_|_$/g, '') || 'metric'

/** `base`, or with the first number from 2 on that nobody has. `taken` are keys of metrics, retired ones too. */
export function freeKey(base: string, taken: Iterable<string>): string {
  const known = new Set([...pages, ...taken])
  let key = base
  for (let count = 2; known.has(key); count++) key = `${base}_${count}`
  return key
}
