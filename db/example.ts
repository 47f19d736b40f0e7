import type { By } from './write.ts'

export async function loadExample(_by: By & { person: number }): Promise<void> {}
