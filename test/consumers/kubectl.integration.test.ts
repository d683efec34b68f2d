/** kubectl asks a server over TLS with the token of its exec plugin. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { certify } from '../support/certificate.ts'
import { type DemandingServer, demands, describeConsumer, startServer } from '../support/consumers.ts'
import { ADA, Faces, LAMPLIGHTER } from '../support/faces.ts'

let faces: Faces
let server: DemandingServer
let good: string

beforeEach(async () => {
  faces = await Faces.make({ [ADA]: ['cluster production'] })
  const tls = certify(faces.folder, 'cluster', 'DNS:localhost')
  good = faces.grantOf('ada').access_token
  server = await startServer((request, response) => {
    if (demands(good, request, response, 'Bearer')) return
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"kind":"APIVersions","versions":["v1"]}')
  }, tls)
  faces.later(() => server.close())
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: process.execPath,
    args: [LAMPLIGHTER, 'helper', 'kube', 'production'],
    interactiveMode: 'Never',
  }
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: server.origin, 'certificate-authority': tls.path } }],
    users: [
      { name: 'ada', user: { exec } },
      { name: 'who', user: { exec: { ...exec, args: [...exec.args, 'id-token'] } } },
    ],
    contexts: [
      { name: 'access', context: { cluster: 'c', user: 'ada' } },
      { name: 'id', context: { cluster: 'c', user: 'who' } },
    ],
    'current-context': 'access',
  }
  writeFileSync(join(faces.folder, 'kubeconfig'), JSON.stringify(config))
})
afterEach(() => faces.close())

const kubectl = (...words: string[]) =>
  faces.run('kubectl', ['--kubeconfig', join(faces.folder, 'kubeconfig'), ...words, 'get', '--raw', '/api'])

describeConsumer('kubectl', () => {
  it('brings the access token, or the id token where its line says so', async () => {
    await faces.serve()
    expect(await kubectl()).toMatchObject({ code: 0, out: expect.stringContaining('APIVersions') })
    good = faces.grantOf('ada').id_token
    expect(await kubectl('--context', 'id')).toMatchObject({
      code: 0,
      out: expect.stringContaining('APIVersions'),
    })
  })

  it('brings the next token once the first has lapsed', async () => {
    const first = await faces.addLogin('ada', 20)
    await faces.serve()
    good = 'whatever it brings'
    await kubectl()
    const brought = server.seen.at(-1)?.token
    expect(brought).toBeTruthy()
    expect(brought).not.toBe(first.access_token)
  })

  it('shows the person whom it needs', async () => {
    await faces.addLogin('ada', -60)
    await faces.server.revoke(faces.grantOf('ada').refresh_token)
    const { code, err } = await kubectl()
    expect(code).not.toBe(0)
    expect(err).toContain('Sign in again')
  })
})
