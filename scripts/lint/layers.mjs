// The layers of the source, from the lowest to the highest. A folder imports only what stands lower, and no two folders
// (nor files) import each other, directly or by a detour. `npm run lint` checks it.

/** Each layer is a list of areas; areas of one layer do not know each other. A path is a folder, or a file with its ending. */
export const LAYERS = [
  ['app/contract', 'app/words'],
  ['app/base'],
  ['app/model'],
  ['app/oauth', 'app/history', 'app/rpc'],
  ['app/stores'],
  ['app/config', 'app/platform'],
  ['app/engine'],
  ['app/providers', 'app/client'],
  ['app/features'],
  ['app/api.ts'],
  ['app/overview-publisher.ts'],
  ['app/core-facade.ts'],
  ['app/core.ts'],
  ['app/host'],
  ['app/cli'],
  ['main'],
]

/** The window stands beside all that and sees the contract and the words only. */
export const WINDOW_LAYERS = [
  ['app/contract', 'app/words'],
  ['renderer/format', 'renderer/language.ts'],
  ['renderer/model'],
  ['renderer/state'],
  ['renderer/ui'],
  ['renderer/history', 'renderer/nodes', 'renderer/programs', 'renderer/sign-in', 'renderer/settings'],
  ['renderer/logins', 'renderer/import-export'],
  ['renderer/shell', 'renderer/popover'],
  ['renderer/preview', 'renderer/start.tsx'],
  ['renderer/main.tsx', 'renderer/demo.tsx'],
  ['renderer/demo-main.tsx'],
]
