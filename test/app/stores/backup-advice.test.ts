/** A copy of a file is no help once what it holds was renewed with: whoever reads that a file is damaged reads that, too. */
import { describe, expect, it } from 'vitest'
import { corrupt } from '../../../app/stores/openclaw/read-file.ts'
import { readWhole } from '../../../app/stores/shared/whole-file.ts'
import { createFakePorts } from '../../fakes/ports.ts'

describe('a damaged file', () => {
  it('is told with what a backup of it is good for', async () => {
    const ports = createFakePorts()
    ports.files.put('/home/ada/some.json', '{')
    const read = readWhole(ports, '/home/ada/some.json', 'Some program', () => undefined)
    await expect(ports.clock.run(read)).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      hint: expect.stringMatching(/Sign in again with Some program\. A backup helps only if .* is spent\.$/),
    })
    expect(corrupt('/home/ada/x.json').hint).toMatch(/A backup helps only if/)
    expect(corrupt('/home/ada/x.json').hint).not.toMatch(/Restore it/)
  })
})
