// With the cache in memory.
import { openMsal } from './msal.mjs'

export const open = (login) => openMsal(login)
