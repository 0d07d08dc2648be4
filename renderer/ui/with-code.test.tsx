// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { WithCode } from './with-code.tsx';

afterEach(cleanup);

test.each([
  [
    'Raise the cap with `purser policy`, or see `purser key list`.',
    'Raise the cap with <code>purser policy</code>, or see <code>purser key list</code>.',
  ],
  ['Nothing to type.', 'Nothing to type.'],
  ['A lone ` stays.', 'A lone ` stays.'],
])('%s', (text, html) => {
  expect(render(<WithCode text={text} />).container.innerHTML).toBe(html);
});
