import { beforeEach, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import { guessColumns, importChoices } from './import-columns.ts';

beforeEach(() => useTexts());

it('knows the usual headers, whatever their signs and case', () => {
  expect(
    guessColumns(['FIRST_NAME', 'Surname', 'E-Mail', 'Job title', 'Company', 'LinkedIn URL'], 'contact'),
  ).toEqual(['first_name', 'last_name', 'email', 'position', 'company_name', 'linkedin']);
  expect(guessColumns(['Company name', 'Homepage', 'Size'], 'company')).toEqual([
    'name',
    'website',
    'employees_range',
  ]);
});

it('leaves out what it does not know, and takes each field once', () => {
  expect(guessColumns(['Shoe size', '', 'Email', 'email'], 'contact')).toEqual(['', '', 'email', '']);
});

it('knows our own words in the language of the user', () => {
  useTexts('de');
  const names = importChoices('contact').map(({ name }) => name);
  expect(guessColumns(names, 'contact')).toEqual(importChoices('contact').map(({ id }) => id));
});
