/** Programs of docs/logins.md that no test runs: neither npm nor Debian has them in a version that signs in so. */
import { describe, it } from 'vitest'

describe('not to be had from npm or Debian, so only files of theirs are read', () => {
  it.todo('aws login: the AWS CLI has it since 2.32; Debian 12 has 2.9.19 and Debian 13 has 2.23')
  it.todo('kimi-cli: it is on PyPI only')
  it.todo('Google Cloud CLI: it is in a repository of its own')
  it.todo('Cursor CLI and Antigravity: each has an installer of its own')
})
