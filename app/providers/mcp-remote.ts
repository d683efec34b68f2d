/** Servers that MCP servers trust: each login names its own, and the client that mcp-remote registered there. */
import type { Provider } from '../model/provider.ts'
import { generic } from './generic.ts'

const { added: _, authorizeParams: _consent, ...ordinary } = generic

export const mcpRemote: Provider = {
  ...ordinary,
  id: 'mcp-remote',
  name: 'MCP server',
  clientPerLogin: true,
  scopes: [],
  refreshScope: 'stored', // some servers take a refresh without a scope for another request
  custom: false,
}
