import { z } from 'zod'

/** Length is what makes a password strong; rules of composition make it worse. */
export const newPassword = z
  .string('Please choose a password.')
  .min(12, 'Please choose a password of at least 12 characters.')
  .max(200, 'Please keep the password under 200 characters.')
