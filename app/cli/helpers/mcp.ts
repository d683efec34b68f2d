/** Claude Code: `headersHelper` of an MCP server. The variable names the server; out comes one JSON object of headers. */
import { EXIT } from '../io/exit-codes.ts'
import { given, type Helper } from './helper.ts'

export const mcp: Helper = {
  name: 'mcp',
  usage: 'mcp [URL]',
  async answer({ words: [word], env, folder, asker, ask, out }) {
    const url = given(word ?? env('CLAUDE_CODE_MCP_SERVER_URL'), 'the server', mcp)
    const got = await ask('tokenFor', { use: ['mcp', url], folder, asker })
    out(JSON.stringify(got ? { Authorization: `Bearer ${got.token}` } : {}))
    return EXIT.ok
  },
}
