import type { DecisionDocument } from '../decisions/document.ts'
export const writeRecord = (d: DecisionDocument) => ({ name: String(d.number), text: d.title })
