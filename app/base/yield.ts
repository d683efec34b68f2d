/** Resolves when whoever waits for what has just become known has gone on: what is left to do takes their time. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
