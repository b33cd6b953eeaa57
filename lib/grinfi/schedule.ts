import * as z from 'zod/mini';
import type { Schedule, WorkingHours } from '../outreach.ts';
import { isObject, optionalFlag, optionalNumber, optionalText, usable } from './reply.ts';

const hoursSchema = z.pipe(
  z.object({ dow: optionalNumber, min: optionalNumber, max: optionalNumber }),
  z.transform(({ dow, min, max }): WorkingHours | undefined =>
    dow === undefined || min === undefined || max === undefined
      ? undefined
      : { weekday: dow, fromMinute: min, toMinute: max },
  ),
);

const filledSchema = z.object({
  timezone: optionalText,
  use_lead_timezone: optionalFlag,
  timeblocks: z.optional(z.unknown()),
});

/** When a sender or an automation may send; one that cannot be read is absent. */
export const optionalSchedule = z.optional(
  z.pipe(
    z.unknown(),
    z.transform((value): Schedule | undefined => {
      const filled = filledSchema.safeParse(value);
      if (!isObject(value) || !filled.success || filled.data.timezone === undefined) return undefined;
      const { timezone, use_lead_timezone, timeblocks } = filled.data;
      const hours = usable(Array.isArray(timeblocks) ? timeblocks : [], hoursSchema);
      return {
        timezone,
        usesContactTimezone: use_lead_timezone ?? false,
        hours: hours.filter((one) => one !== undefined),
      };
    }),
  ),
);
