/** A process that runs a long task in steps, and writes down each time a step begins. */
import { appendFileSync } from 'node:fs'
import { createClient } from '../../app/client/client.ts'

const [taskId = '', log = '', url = '', profile = ''] = process.argv.slice(2)
const client = createClient({ process: 'stepper', commandLine: false })
const fetch = client.withToken(profile)

const step = (name: string) => ({
  name,
  async run({ results }: { readonly results: Readonly<Record<string, unknown>> }): Promise<unknown> {
    appendFileSync(log, `${name}\n`)
    const response = await fetch(`${url}/${name}`)
    return { said: await response.text(), after: Object.keys(results).length }
  },
})
const steps = ['plan', 'fetch', 'build', 'publish'].map(step)
process.stdout.write(`${JSON.stringify(await client.runSteps(taskId, steps))}\n`)
