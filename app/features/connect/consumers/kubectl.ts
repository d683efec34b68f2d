/** kubectl: a user that is an exec plugin, and a context of its own beside the cluster's others. */
import { join } from '../../../base/path.ts'
import { inQuotes } from '../command-text.ts'
import { type Asked, type Consumer, helperProof } from '../consumer.ts'

export const kubectl: Consumer = {
  id: 'kubectl',
  name: 'kubectl',
  gains: 'kubectl and helm reach a cluster',
  commands: ['kubectl'],
  questions: [
    {
      name: 'cluster',
      label: 'Which cluster?',
      example: 'production',
      choices: (text) =>
        [...text.matchAll(/^ *- cluster:\n(?: +.*\n)*? +name: *"?([^"\n]+)"? *$/gm)].map(
          ([, name = '']) => name,
        ),
    },
  ],
  places: ({ home, env }) => [env('KUBECONFIG')?.split(/[:;]/)[0], join(home, '.kube', 'config')],
  use: ({ cluster }) => `cluster ${cluster}`,
  helper: 'lamplighter helper kube',
  edits({ said: { cluster = '' }, path, text, around }) {
    const [command = '', ...args] = around.own
    const name = inQuotes(contextOf(cluster))
    const user = [
      `- name: ${name}`,
      '  user:',
      '    exec:',
      '      apiVersion: client.authentication.k8s.io/v1',
      `      command: ${inQuotes(command)}`,
      `      args: [${[...args, 'helper', 'kube', cluster].map(inQuotes).join(', ')}]`,
      '      interactiveMode: Never',
    ]
    const context = [`- name: ${name}`, `  context: {cluster: ${inQuotes(cluster)}, user: ${name}}`]
    return [
      { kind: 'lines', path, below: 'users:', mustBeThere: true, lines: indented(user, text, 'users') },
      {
        kind: 'lines',
        path,
        below: 'contexts:',
        mustBeThere: true,
        lines: indented(context, text, 'contexts'),
      },
    ]
  },
  proof: (asked) =>
    helperProof(asked, ['kube', asked.said['cluster'] ?? ''], { shows: /"token"/, env: EXEC_INFO }),
  notes: ({ said: { cluster = '' } }: Asked) => [
    `Your other contexts stay as they are. Use this one with: kubectl config use-context ${contextOf(cluster)}`,
  ],
}

const EXEC_INFO = {
  KUBERNETES_EXEC_INFO: JSON.stringify({
    kind: 'ExecCredential',
    apiVersion: 'client.authentication.k8s.io/v1',
    spec: { interactive: false },
  }),
}

function contextOf(cluster: string): string {
  return `${cluster}-lamplighter`
}

/** A list may stand as far in as its name, or farther: all items alike. */
function indented(lines: readonly string[], text: string, list: string): readonly string[] {
  const depth = new RegExp(`^${list}:[ \\t]*\\r?\\n(?:[ \\t]*#.*\\n)*( *)- `, 'm').exec(text)?.[1] ?? ''
  return lines.map((line) => depth + line)
}
