import { hash, verify } from '@node-rs/argon2'

/** argon2id (the package's default), 19 MiB, two passes: about 12 ms, off the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(password, cost)

/** Verified against when there is no account, so that an unknown address takes as long as a wrong password. */
const nobody = hashPassword('there is no such account')

export const verifyPassword = async (kept: string | undefined, password: string): Promise<boolean> =>
  (await verify(kept ?? (await nobody), password)) && kept !== undefined
