import { Hono } from 'hono'
import type { Env } from '../http/context.ts'

export const organisationSettings = new Hono<Env>()
