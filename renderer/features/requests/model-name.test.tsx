// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ModelName } from './model-name.tsx';

test.each([
  ['claude-sonnet-4-5-20250929', 'claude-sonnet-'],
  ['gpt-4o-mini', 'gpt-'],
  ['gemini-2.5-flash', 'gemini-'],
  ['o3', undefined],
  ['rare-model', undefined],
])('of %s its family may be shortened', (name, family) => {
  const { container } = render(<ModelName name={name} />);
  expect(container.textContent).toBe(name);
  expect(container.querySelector('.model-family')?.textContent).toBe(family);
});
