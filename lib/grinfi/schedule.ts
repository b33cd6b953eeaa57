import * as v from 'valibot';
import type { Schedule, WorkingHours } from '../outreach.ts';
import { isObject, optionalFlag, optionalNumber, optionalText, usable } from './reply.ts';

const hoursSchema = v.pipe(
  v.object({ dow: optionalNumber, min: optionalNumber, max: optionalNumber }),
  v.transform(({ dow, min, max }): WorkingHours | undefined =>
    dow === undefined || min === undefined || max === undefined
      ? undefined
      : { weekday: dow, fromMinute: min, toMinute: max },
  ),
);

const filledSchema = v.object({
  timezone: optionalText,
  use_lead_timezone: optionalFlag,
  timeblocks: v.optional(v.unknown()),
});

/** When a sender or an automation may send; one that cannot be read is absent. */
export const optionalSchedule = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value): Schedule | undefined => {
      const filled = v.safeParse(filledSchema, value);
      if (!isObject(value) || !filled.success || filled.output.timezone === undefined) return undefined;
      const { timezone, use_lead_timezone, timeblocks } = filled.output;
      const hours = usable(Array.isArray(timeblocks) ? timeblocks : [], hoursSchema);
      return {
        timezone,
        usesContactTimezone: use_lead_timezone ?? false,
        hours: hours.filter((one) => one !== undefined),
      };
    }),
  ),
);
