/** @returns its exit code */
export function runElectron(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number>
