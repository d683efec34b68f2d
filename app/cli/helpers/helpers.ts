/** Every helper, by its name. Those that have something to exchange first need the whole program. */
import { bazel } from './bazel.ts'
import { bearer } from './bearer.ts'
import { cargo } from './cargo.ts'
import { docker } from './docker.ts'
import { git } from './git.ts'
import { google } from './google.ts'
import type { Helper } from './helper.ts'
import { keyring } from './keyring.ts'
import { kube } from './kube.ts'
import { mcp } from './mcp.ts'
import { openclaw } from './openclaw.ts'
import { pnpm } from './pnpm.ts'
import { terraform } from './terraform.ts'
import { xoauth2 } from './xoauth2.ts'

export const QUICK: readonly Helper[] = [
  git,
  docker,
  kube,
  google,
  cargo,
  pnpm,
  keyring,
  terraform,
  bazel,
  mcp,
  openclaw,
  xoauth2,
  bearer,
]
