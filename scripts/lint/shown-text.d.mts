/** What of a syntax tree is looked at here; ESTree has the rest. */
interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
}
type Way = readonly { readonly node: SyntaxNode; readonly key: string }[]
/** @throws Error where it is no TypeScript */
export function parse(file: string, text: string): SyntaxNode
/** @param visit says false where the children are of no interest */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, path: Way) => unknown): void
/** The fixed text of a literal or template, {} for each value; undefined for another node. */
export function wordsOf(node: SyntaxNode): string | undefined
/** What of the source people see and does not go through `t`. */
export function shownTexts(
  file: string,
  text: string,
): { readonly node: SyntaxNode; readonly path: Way; readonly words: string }[]
/** What the source gives to `t` and its kin, and the calls whose message is no fixed text. */
export function messagesIn(
  file: string,
  text: string,
): { readonly messages: string[]; readonly unfixed: SyntaxNode[] }
