import { Hono } from 'hono'
import type { Env } from '../http/context.ts'

export const welcome = (_setupToken: string | undefined) => new Hono<Env>()
