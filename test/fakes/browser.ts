import type { Browser } from '../../app/base/ports.ts'

/** A browser that a test drives: it remembers, and may act. */
export class FakeBrowser implements Browser {
  readonly opened: string[] = []
  /** What the person does with the page; may throw, as a machine without a browser does. */
  onOpen: (url: string) => void | Promise<void> = () => undefined

  async open(url: string): Promise<void> {
    this.opened.push(url)
    await this.onOpen(url)
  }
}
