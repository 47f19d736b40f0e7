import { linkPage } from '../http/link-page.tsx'

export const invitations = linkPage('invitation', (name) => `Welcome, ${name}. Choose a password and you are in.`)
