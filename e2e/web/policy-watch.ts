import type { Page } from '@playwright/test';

/** Collects what the page threw and what its content security policy stopped, from its first line on. */
export async function watchPolicy(page: Page): Promise<() => readonly string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`threw ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  await page.exposeFunction('tellViolation', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        const tell: unknown = Reflect.get(globalThis, 'tellViolation');
        if (typeof tell === 'function')
          tell(`${effectiveDirective} stopped ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  return () => complaints;
}
