/** What a file calls the machine or fleet that keeps its login: some characters cannot stand there. Pure. */

/** As the file spells what a person calls it. */
export function keeperCalled(name: string): string {
  return name.replace(/[<>\p{C}]/gu, '').trim()
}
