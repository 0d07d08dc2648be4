import type { App } from 'electron';

/**
 * The person's languages and their way of writing numbers, as a part of the dashboard's address. A page cannot know:
 * Electron's `navigator.languages` begins with the language of Electron's own menus (`en-US` before `de-AT` on a German
 * desktop), and says nothing of a region that was chosen apart from the language. After the app is ready.
 */
export function languageQuery(app: Pick<App, 'getPreferredSystemLanguages' | 'getSystemLocale'>): string {
  const languages = app.getPreferredSystemLanguages().join(',');
  return `?${new URLSearchParams({ languages, region: app.getSystemLocale() }).toString()}`;
}
