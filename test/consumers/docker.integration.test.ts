/** docker looks at an image in a registry that demands the token. It needs no engine for that. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type DemandingServer, demands, describeConsumer, startServer } from '../support/consumers.ts'
import { ADA, Faces } from '../support/faces.ts'

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const CONFIG = JSON.stringify({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [] },
})
const TYPE = 'application/vnd.docker.distribution.manifest.v2+json'
const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: TYPE,
  config: {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    size: CONFIG.length,
    digest: digestOf(CONFIG),
  },
  layers: [],
})

let faces: Faces
let server: DemandingServer
let good: string

beforeEach(async () => {
  faces = await Faces.make({})
  good = faces.grantOf('ada').access_token
  server = await startServer((request, response) => {
    if (demands(good, request, response)) return
    const isManifest = request.path.includes('/manifests/')
    const text = isManifest ? MANIFEST : request.path.includes('/blobs/') ? CONFIG : '{}'
    const type = isManifest ? TYPE : 'application/json'
    response.writeHead(200, { 'content-type': type, 'docker-content-digest': digestOf(text) }).end(text)
  })
  faces.later(() => server.close())
  await faces.configure({ [ADA]: [`registry localhost:${server.port}`] })
  const folder = join(faces.folder, 'docker')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({ credHelpers: { [`localhost:${server.port}`]: 'lamplighter' } }),
  )
})
afterEach(() => faces.close())

const inspect = () =>
  faces.run('docker', ['manifest', 'inspect', '--insecure', `localhost:${server.port}/team/image:1`], {
    env: { DOCKER_CONFIG: join(faces.folder, 'docker') },
  })

describeConsumer('docker', () => {
  it('brings the token, and asking six times in a row means no refusal', async () => {
    await faces.serve()
    expect(await inspect()).toMatchObject({ code: 0, out: expect.stringContaining('"schemaVersion": 2') })
    expect(faces.server.requests.count()).toBe(0)
  })

  it('comes without one where the registry is nobody’s', async () => {
    await faces.serve()
    await faces.configure({})
    await expect.poll(inspect, { timeout: 20_000 }).toMatchObject({ code: 1 })
    expect(server.seen.at(-1)?.token).toBeUndefined()
  })
})
