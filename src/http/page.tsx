import type { Child } from 'hono/jsx'
import { Layout, type PageProps } from '../../views/layout.tsx'
import { assets } from './assets.ts'
import type { Ctx } from './context.ts'

/** A whole page: the view inside the frame that every page has. */
export const page = (c: Ctx, props: PageProps, body: Child) => {
  const { organisation, person } = c.var
  const frame = { assets, organisation, person, path: c.req.path }
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Layout frame={frame} {...props}>
      {body}
    </Layout>,
  )
}
