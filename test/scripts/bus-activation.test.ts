/** What a package tells the session bus to start is what it brings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { BUS_NAME } from '../../app/host/bus-objects.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

it('the session bus starts the packaged application for the name that it owns', () => {
  const { productName, linux, deb } = parse(read('electron-builder.yml'))
  const file = `resources/linux/${BUS_NAME}.service`
  expect(read(file)).toBe(
    `[D-BUS Service]\nName=${BUS_NAME}\nExec=/opt/${productName}/${linux.executableName} --background\n`,
  )
  expect(deb.fpm).toContain(`${file}=/usr/share/dbus-1/services/${BUS_NAME}.service`)
})
