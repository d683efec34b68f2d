/** The list of logins as a person reads it. */
import type { Locator, Page } from '@playwright/test'

/** One login's row, found by its account and where it is kept. */
export function row(page: Page, account: string, where = ''): Locator {
  return page.getByRole('row').filter({ hasText: account }).filter({ hasText: where })
}

/** The boldest words of a row: the time left, "Expired", "Renewing…". */
export async function timeOf(line: Locator): Promise<string> {
  return (await line.locator('.time-main').textContent()) ?? ''
}
