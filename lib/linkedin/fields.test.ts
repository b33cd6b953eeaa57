import { describe, expect, it } from 'vitest';
import type { PersonFieldName } from '../records.ts';
import { createFields } from './fields.ts';

const build = () => createFields<PersonFieldName>();

describe('the fields of a record', () => {
  it('keep the value of the best layer, cleaned', () => {
    const fields = build();
    fields.put('fullName', ' Ada\n Example ', 'heading');
    fields.put('fullName', 'ada example', 'title');
    expect(fields.fields).toEqual({ fullName: { value: 'Ada Example', from: 'heading', certain: true } });
  });

  it.each(['', '  ', '--', '–', '0', 'N/A', 'null', 'undefined', 'Unknown', '***** ****', undefined, null])(
    'do not hold %s',
    (nothing) => {
      const fields = build();
      fields.put('headline', nothing, 'position');
      expect(fields.fields).toEqual({});
    },
  );

  it('do not hold what could fill the storage', () => {
    const fields = build();
    fields.put('about', 'x'.repeat(20_001), 'position');
    expect(fields.has('about')).toBe(false);
  });

  it('are uncertain where two layers disagree, and certain where a second one agrees', () => {
    const fields = build();
    fields.put('headline', 'One', 'position');
    fields.put('headline', 'Two', 'structured');
    expect(fields.fields.headline).toEqual({ value: 'One', from: 'position', certain: false });
    fields.put('location', 'Leeds', 'position', false);
    fields.put('location', 'Leeds', 'structured');
    expect(fields.fields.location?.certain).toBe(true);
    fields.put('companyName', 'Acme', 'position');
    fields.put('companyName', 'A guess', 'title', false);
    expect(fields.fields.companyName?.certain).toBe(true);
  });

  it('agree on a text that one layer cuts', () => {
    const fields = build();
    fields.put('headline', 'Engines, mostly analytical, and more', 'position');
    fields.put('headline', 'Engines, mostly analytical…', 'structured');
    expect(fields.fields.headline?.certain).toBe(true);
  });
});
