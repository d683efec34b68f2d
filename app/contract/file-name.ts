/** "auth-profiles.json": what a file is called by people, wherever it lies. Pure. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
