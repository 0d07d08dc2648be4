import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** The pages of the dashboard, as the navigation calls them, and the second part of one. */
export const PAGES = [
  'Overview',
  'Costs',
  'Agents',
  'Requests',
  'Keys',
  'Provider keys',
  'Connections',
  'MCP',
  'Audit',
  'Settings',
] as const;

/** Goes to a page as a person does, by the navigation. */
export async function goTo(page: Page, name: (typeof PAGES)[number]): Promise<void> {
  const link = name === 'Provider keys' ? 'Keys' : name;
  await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: link, exact: true })).toBeVisible();
  if (name === link) return;
  await page.getByRole('group', { name: 'Kind of key' }).getByText(name, { exact: true }).click();
  await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
}
