/** Whether a person who wrote this meant that metric: by its name or its key, capitals or not. */
export const isNamed = ({ name, key }: { name: string; key: string }, written: string): boolean =>
  [name, key].map(folded).includes(folded(written.trim()))

/** A to Z only, as the database folds them. */
const folded = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
