import * as v from 'valibot';

/** Shapes that more than one message takes. */

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
export const entryId = v.object({ entryId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
export const nothing = v.object({});
/** A contact or company in Grinfi. */
export const recordName = { object: v.picklist(['contact', 'company']), recordId: id };
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What a user wrote. */
export const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));
