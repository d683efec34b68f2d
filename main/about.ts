/** What runs here, what it is made of, and where it keeps things. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { messageOf } from '../app/base/errors.ts'
import type { Log, Paths } from '../app/base/ports.ts'
import type { AboutView } from '../app/contract/views.ts'

const librariesShape = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }))

/** @param licences absolute path of licences.json, which the build writes */
export function about(paths: Paths, licences: string, log: Log): AboutView {
  const { electron = '', chrome = '', node } = process.versions
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    platform: `${process.platform} ${process.arch}`,
    paths: placesOf(paths),
    libraries: [
      { name: 'electron', version: electron, licence: 'MIT' },
      { name: 'chromium', version: chrome, licence: 'BSD-3-Clause and others' },
      ...readLibraries(licences, log),
    ],
  }
}

function placesOf(paths: Paths): AboutView['paths'] {
  return [
    { label: 'Settings', path: paths.config },
    { label: 'Vault', path: paths.vault },
    { label: 'History', path: paths.history },
    { label: 'Renewal journal', path: paths.journal },
    { label: 'Everything else it remembers', path: paths.state },
    { label: 'Window and caches', path: app.getPath('userData') },
    { label: 'Program', path: dirname(app.getPath('exe')) },
  ]
}

function readLibraries(file: string, log: Log): AboutView['libraries'] {
  try {
    return librariesShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    log.warn('the list of libraries cannot be read', { path: file, reason: messageOf(error) })
    return []
  }
}
