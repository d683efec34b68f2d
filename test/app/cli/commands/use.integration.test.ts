/** `lamplighter use`: said, shown, heard by a running host, and taken back. */
import { afterEach, expect, it } from 'vitest'
import { ADA, Faces, LAMPLIGHTER } from '../../../support/faces.ts'

let faces: Faces
afterEach(() => faces.close())

const use = (...words: string[]) => faces.run(process.execPath, [LAMPLIGHTER, 'use', ...words])

it('says what a login is for, to people and programs', async () => {
  faces = await Faces.make({})
  expect(await use('--list')).toMatchObject({
    code: 0,
    out: expect.stringContaining('No login has a use yet.'),
  })
  await faces.serve()
  expect(await use('ada@example.test', 'audience', 'reports', '--below', '~/work')).toEqual({
    code: 0,
    out: `${ADA} is for: audience reports below ~/work\n`,
    err: '',
  })
  const folder = `${faces.folder}/work/x`
  await expect
    .poll(() => faces.helper(['bearer', 'reports'], { folder }), { timeout: 20_000 })
    .toMatchObject({ out: `${faces.grantOf('ada').access_token}\n` })
  expect(await faces.helper(['bearer', 'reports'])).toMatchObject({ code: 64 })
  const { out } = await use('--list', '--json')
  expect(JSON.parse(out)).toEqual({
    version: 1,
    uses: [{ login: ADA, use: 'audience reports below ~/work' }],
  })
  expect(await use(ADA, 'audience', 'reports', '--below', '~/work', '--drop')).toMatchObject({ code: 0 })
  expect((await use('--list')).out).toContain('No login has a use yet.')
})

it('says what is wrong, and changes nothing', async () => {
  faces = await Faces.make({})
  for (const [words, why] of [
    [['nobody', 'audience', 'x'], 'There is no login called "nobody"'],
    [[ADA, 'ftp', 'x'], '"ftp" is not a use: git, registry'],
    [[ADA, 'git', 'http://git.example.test'], 'in clear'],
    [[ADA, 'audience', 'x', '--drop'], 'has no use "audience x"'],
    [[ADA], 'Say which login is for what'],
  ] as const) {
    expect([words, await use(...words)]).toMatchObject([
      words,
      { code: 64, out: '', err: expect.stringContaining(why) },
    ])
  }
})
