import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, for a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url')

/** All that is kept of one. */
export const fingerprint = (token: string) => createHash('sha256').update(token).digest('hex')
