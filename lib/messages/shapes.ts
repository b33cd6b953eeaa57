import * as z from 'zod/mini';

/** Shapes that more than one message takes. */

export const id = z.string().check(z.minLength(1), z.maxLength(500));
export const entryId = z.object({ entryId: z.string().check(z.minLength(1), z.maxLength(100)) });
export const nothing = z.object({});
/** A contact or company in Grinfi. */
export const recordName = { object: z.enum(['contact', 'company']), recordId: id };
export const offset = z.number().check(z.multipleOf(1), z.minimum(0));
/** What a user wrote. */
export const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000));
