import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSsh } from '../../../../app/platform/net/ssh.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** An "ssh" that does what the script says, in a folder with a space in its name. */
async function sshOf(script: string) {
  const path = join(temporaryFolder(), 'an ssh.mjs')
  await writeFile(path, script)
  return createSsh({ ...process.env, LAMPLIGHTER_SSH: `"${process.execPath}" "${path}" -F "/a b/config"` })
}

const LISTEN = `import { createInterface } from 'node:readline'
const lines = createInterface({ input: process.stdin })
`

describe('ssh', () => {
  it("is the person's own, never asks, and gets destination and command as they are", async () => {
    const ssh = await sshOf('console.log(JSON.stringify(process.argv.slice(2)))')
    const wire = ssh.open('ada@t440', 'exec sh -c "x"')
    const args = JSON.parse(await new Promise<string>((resolve) => wire.onLine(resolve))) as string[]
    expect(args.slice(0, 2)).toEqual(['-F', '/a b/config'])
    expect(args.slice(-3)).toEqual(['--', 'ada@t440', 'exec sh -c "x"'])
    expect(args).toContain('BatchMode=yes')
    expect(args).toContain('ConnectTimeout=10')
    expect(args.join(' ')).not.toMatch(/StrictHostKeyChecking|UserKnownHosts|-i /)
    expect(await wire.closed).toEqual({ code: 0 })
  })

  it('is a wire both ways', async () => {
    const ssh = await sshOf(`${LISTEN}lines.on('line', (line) => console.log('heard ' + line))`)
    const wire = ssh.open('t440', 'x')
    const heard = new Promise<string>((resolve) => wire.onLine(resolve))
    wire.send('good evening')
    expect(await heard).toBe('heard good evening')
    wire.close()
    await wire.closed
  })

  it('tells the exit code and what was said last, after the last line', async () => {
    const ssh = await sshOf(`console.log('one'); console.log('two')
console.error('x'.repeat(9000) + 'Host key verification failed.'); process.exitCode = 255`)
    const wire = ssh.open('t440', 'x')
    const lines: string[] = []
    wire.onLine((line) => lines.push(line))
    const { code, why = '' } = await wire.closed
    expect([code, lines]).toEqual([255, ['one', 'two']])
    expect(why).toMatch(/Host key verification failed\.$/)
    expect(why.length).toBeLessThanOrEqual(4096)
  })

  it('says when there is no ssh', async () => {
    const wire = createSsh({ LAMPLIGHTER_SSH: join(temporaryFolder(), 'nothing') }).open('t440', 'x')
    expect((await wire.closed).why).toMatch(/nothing: ENOENT$/)
    expect(wire.send('x')).toBe(false)
  })

  it('hands no option to ssh as if it were a machine', async () => {
    const ssh = await sshOf('')
    expect(() => ssh.open('-oProxyCommand=touch x', 'x')).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID' }),
    )
  })
})
