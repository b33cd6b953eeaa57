import { describe, expect, it } from 'vitest';
import { employeesRangeFrom, employeesRangeOf } from './company-size.ts';

describe('company size', () => {
  it.each([
    ['11-50 employees', '11-50'],
    ['51–200 Beschäftigte', '51-200'],
    ['501-1,000 employees', '501-1000'],
    ['1.001–5.000 Beschäftigte', '1001-5000'],
    ['1 001-5 000 employés', '1001-5000'],
    ['De 5.001 a 10.000 empleados', '5001-10000'],
    ['от 201 до 500 сотрудников', '201-500'],
    ['٥١-٢٠٠ موظفًا', '51-200'],
    ['从 51 至 200 人', '51-200'],
    ['501-1K employees', '501-1000'],
    ['1K-5K employees', '1001-5000'],
    ['5 Tsd.–10 Tsd. Beschäftigte', '5001-10000'],
    ['10,001+ employees', '10001+'],
    ['10.001+ Beschäftigte', '10001+'],
    ['10 001+ employés', '10001+'],
    ['10K+ employees', '10001+'],
    ['10 mil+ empleados', '10001+'],
    ['1万+ 名员工', '10001+'],
    ['従業員 10,001名以上', '10001+'],
    ['2-10 employees', '2-10'],
    ['0-1 employees', '0-1'],
  ])('reads %s as %s', (text, range) => {
    expect(employeesRangeOf(text)).toBe(range);
  });

  it.each([
    '44,632 employees on LinkedIn',
    'See all 6 employees',
    '143 members',
    '33,251+ alumni',
    '2010',
    '3-7',
    '1 million',
    '',
    'many',
  ])('takes %s for no size', (text) => {
    expect(employeesRangeOf(text)).toBeUndefined();
  });

  it('reads the two ends in page data', () => {
    expect(employeesRangeFrom(51, 200)).toBe('51-200');
    expect(employeesRangeFrom(10_001, undefined)).toBe('10001+');
    expect(employeesRangeFrom(1, 1)).toBe('1');
    expect(employeesRangeFrom(7, 8)).toBeUndefined();
    expect(employeesRangeFrom(51, undefined)).toBeUndefined();
    expect(employeesRangeFrom(undefined, 5)).toBeUndefined();
  });
});
