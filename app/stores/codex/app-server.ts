/** How a conversation with `codex app-server` begins: JSON-RPC, a line each. */

export const APP_SERVER = ['codex', 'app-server']
export const GREETING_ID = 0
export const GREETING = [
  { id: GREETING_ID, method: 'initialize', params: { clientInfo: { name: 'lamplighter', version: '1' } } },
  { method: 'initialized' },
]
