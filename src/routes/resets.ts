import { linkPage } from '../http/link-page.tsx'

export const resets = linkPage('reset', (name) => `${name}, choose a new password.`)
