import { expect, test } from 'vitest';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { aState } from '../../state/testing.ts';
import { chartGroups, rowsWithRest, shownGroups } from './groups.ts';

const many = Array.from({ length: 14 }, (_, index) => ({
  id: `g${index}`,
  name: `Group ${index}`,
  fullName: `Group ${index}`,
  color: '',
}));
const row = {
  at: 0,
  end: 1,
  total: nanodollarsOf(14),
  byGroup: Object.fromEntries(many.map(({ id }) => [id, nanodollarsOf(1)])),
  before: ZERO,
};

test('of many groups the first have bars of their own, the others one together, and no money is lost', () => {
  const shown = shownGroups(many, undefined);
  expect(shown.map(({ name }) => name)).toEqual([...many.slice(0, 9).map(({ name }) => name), '5 others']);
  const [drawn] = rowsWithRest([row], shown);
  expect(Object.values(drawn?.byGroup ?? {})).toHaveLength(10);
  expect(addMoney(...Object.values(drawn?.byGroup ?? {}))).toBe(14);
});

test('few stay as they are, and one in focus is alone', () => {
  expect(shownGroups(many.slice(0, 3), undefined)).toEqual(many.slice(0, 3));
  expect(rowsWithRest([row], many.slice(0, 3))).toEqual([row]);
  expect(shownGroups(many, 'g12')).toEqual([many[12]]);
});

test('a project is called by its folder, two of one name by the folder above too, and what is for none says so', () => {
  const groups = chartGroups(aState().agents, 'project', [
    '/home/me/shop/api',
    '/home/me/blog/api',
    'C:\\work\\till',
    '/',
    '',
  ]);
  expect(groups.map(({ name, fullName }) => [name, fullName])).toEqual([
    ['/', '/'],
    ['blog/api', '/home/me/blog/api'],
    ['shop/api', '/home/me/shop/api'],
    ['till', 'C:\\work\\till'],
    ['No project', 'No project'],
  ]);
  expect(new Set(groups.map(({ color }) => color)).size).toBe(5);
  expect(chartGroups(aState().agents, 'project', ['/a']).map(({ name }) => name)).toEqual(['a']);
  expect(chartGroups(aState().agents, 'model', ['gpt-5']).map(({ name }) => name)).toEqual(['gpt-5']);
});
