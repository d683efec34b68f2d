/** The process that asks. A trial of a connection asks like no other: that it asks twice says nothing about its token. */
export function askerOf(env: NodeJS.ProcessEnv): number {
  return env['LAMPLIGHTER_TRIAL'] === undefined ? process.ppid : process.pid
}
