import { createHmac, timingSafeEqual } from 'node:crypto';

/** Says when a form was handed out, so that whoever sends it back cannot say otherwise: milliseconds and their HMAC-SHA-256. */
export function stampOf(moment: Date, secret: Buffer): string {
  const time = String(moment.getTime());
  return `${time}.${sign(time, secret).toString('base64url')}`;
}

/** When the form was handed out; null when it was not by us. */
export function readStamp(stamp: string, secret: Buffer): Date | null {
  const [time = '', signature = ''] = stamp.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(time, secret)];
  return /^\d{1,15}$/.test(time) && given.length === right.length && timingSafeEqual(given, right) ? new Date(Number(time)) : null;
}

const sign = (time: string, secret: Buffer): Buffer => createHmac('sha256', secret).update(time).digest();
