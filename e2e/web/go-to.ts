import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** The pages of the dashboard, as the navigation calls them. */
export const PAGES = ['Overview', 'Costs', 'Agents', 'Requests', 'Keys', 'Connections', 'Audit', 'Settings'] as const;

/** Goes to a page as a person does, by the navigation. */
export async function goTo(page: Page, name: (typeof PAGES)[number]): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}
