import { Hono } from 'hono'
import { Keys } from '../../views/keys.tsx'
import type { Env } from '../http/context.ts'
import { page } from '../http/page.tsx'

export const keys = new Hono<Env>()

keys.get('/', (c) => page(c, { title: 'Keys' }, <Keys />))
