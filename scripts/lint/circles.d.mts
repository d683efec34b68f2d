/** @returns each strongly connected group of two or more, sorted */
export function circlesIn(graph: ReadonlyMap<string, Iterable<string>>): string[][]
