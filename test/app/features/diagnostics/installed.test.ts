import { describe, expect, it } from 'vitest'
import { installed } from '../../../../app/features/diagnostics/installed.ts'
import { createFakePorts } from '../../../fakes/ports.ts'

function machine(path: string) {
  const ports = createFakePorts()
  ports.programs.at.set('tool', path)
  return ports
}

describe('installed', () => {
  it('is nothing where no shell would find it', async () => {
    expect(await installed(createFakePorts(), { name: 'tool' })).toBeUndefined()
  })

  it('is told by the package that has the command, and by no other on the way', async () => {
    const ports = machine('/usr/lib/node_modules/tool/dist/bin/tool.js')
    ports.files.put('/usr/lib/node_modules/tool/dist/package.json', '{"type":"module","version":"9.9.9"}')
    ports.files.put('/usr/lib/node_modules/tool/package.json', '{"version":"1.2.3","bin":{"tool":"x"}}')
    expect(await installed(ports, { name: 'tool' })).toMatchObject({ version: '1.2.3' })
    expect(ports.commands.runs).toEqual([])
  })

  it.each([
    ['/home/ada/.local/share/tool/versions/2.1.332', '2.1.332'],
    ['/opt/homebrew/Cellar/tool/2.40.1/bin/tool', '2.40.1'],
  ])('is told by where it lies: %s', async (path, version) => {
    expect(await installed(machine(path), { name: 'tool' })).toEqual({ path, version })
  })

  it('asks the program only where that is known to touch nothing', async () => {
    const ports = machine('/usr/bin/tool')
    ports.commands.prints.set('/usr/bin/tool', () => 'tool version 2.23.0 (2023-02-27)\n')
    expect(await installed(ports, { name: 'tool' })).toEqual({ path: '/usr/bin/tool' })
    expect(ports.commands.runs).toEqual([])
    expect(await installed(ports, { name: 'tool', version: ['--version'] })).toMatchObject({
      version: '2.23.0',
    })
  })

  it('does not believe a program that fails', async () => {
    const ports = machine('/usr/bin/tool')
    ports.commands.prints.set('/usr/bin/tool', () => ({ code: 1, printed: 'needs glibc 2.38.0' }))
    expect(await installed(ports, { name: 'tool', version: ['--version'] })).toEqual({
      path: '/usr/bin/tool',
    })
  })
})
