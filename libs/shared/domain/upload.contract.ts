import * as z from 'zod';

/** The most a file may hold, in bytes: 5 MiB. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** A file sent as the whole body of a request, in one of the media types the route takes. */
export const Upload = (...mediaTypes: [string, ...string[]]) => z.file().min(1).max(MOST_BYTES).mime(mediaTypes);

/** `?name=`: what the sender calls the file. */
export const UploadName = z.object({ name: z.string().trim().min(1).max(200).default('') });
export type UploadName = z.infer<typeof UploadName>;
