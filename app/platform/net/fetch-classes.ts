/** Node.js loads `Headers` and `Response` on first use, which takes some 15 ms: in an idle moment, not under a lock. */

const AFTER_MS = 100 // whoever only asks and ends is gone by then

export function loadFetchClassesWhenIdle(): void {
  setTimeout(() => void globalThis.Headers, AFTER_MS).unref()
}
