import type { Scrape, Scraped } from '../../app/base/ports.ts'

/** Pages by port, asked by calling them. */
export class FakeScrape implements Scrape {
  readonly pages = new Map<number, () => Promise<{ readonly type: string; readonly text: string }>>()

  async serve(port: number, page: Parameters<Scrape['serve']>[1]): Promise<Scraped> {
    if (this.pages.has(port)) throw new Error(`port ${port} is taken`)
    this.pages.set(port, page)
    return { port, close: async () => void this.pages.delete(port) }
  }
}
