/** An agent that runs in a network of its own, in which there is nothing but the person's gateway; its key comes from Lamplighter. */
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Namespace } from '../../programs/support/namespace.ts'
import type { Ended } from '../../support/command.ts'
import { Faces, LAMPLIGHTER } from '../../support/faces.ts'

export const GATEWAY = 'http://127.0.0.1:8080'
const SERVER = join(import.meta.dirname, 'gateway-server.mjs')

interface Seen {
  readonly path: string
  readonly token?: string
  readonly key?: string
}

export class AgentHome {
  readonly faces: Faces
  readonly seen: Seen[] = []
  readonly #namespace: Namespace
  readonly #command: string

  /** @param command what people call it; @param binary where it is */
  static async make(command: string, binary: string): Promise<AgentHome> {
    const faces = await Faces.make({})
    const namespace = new Namespace(faces.folder, ['gateway.example.test'], SERVER, [])
    const here = new AgentHome(faces, namespace, command)
    await once(namespace.keeper, 'message')
    const path = here.put(`bin/${command}`, `#!/bin/sh\nexec ${namespace.words(binary).join(' ')} "$@"\n`)
    chmodSync(path, 0o755)
    await here.gateway({ wanted: faces.grantOf('ada').access_token })
    return here
  }

  private constructor(faces: Faces, namespace: Namespace, command: string) {
    this.faces = faces
    this.#namespace = namespace
    this.#command = command
    namespace.keeper.on('message', (message: Seen & { readonly kind: string; readonly text?: string }) => {
      if (message.kind === 'request') this.seen.push(message)
      if (message.kind === 'fault') throw new Error(message.text)
    })
  }

  /** The token without which the gateway turns everyone away, or the one with which. */
  async gateway(rule: { readonly wanted: string } | { readonly refused: string }): Promise<void> {
    const set = new Promise<void>((resolve) => {
      this.#namespace.keeper.once('message', () => resolve())
    })
    this.#namespace.keeper.send(rule)
    await set
  }

  put(path: string, text: string): string {
    const whole = join(this.faces.folder, path)
    mkdirSync(dirname(whole), { recursive: true })
    writeFileSync(whole, text)
    return whole
  }

  lamplighter(...words: readonly string[]): Promise<Ended> {
    return this.faces.run(process.execPath, [LAMPLIGHTER, ...words])
  }

  agent(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return this.faces.run(join(this.faces.folder, 'bin', this.#command), words, { env })
  }

  async close(): Promise<void> {
    await this.#namespace.close()
    await this.faces.close()
  }
}
