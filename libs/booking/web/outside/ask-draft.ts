import { OutsideAsk, type OutsideAskInput } from '@bota/booking/domain';
import { isEmail } from '@bota/people/web';
import type { Language } from '@bota/shared/domain';
import { readClock } from '../book/clock';

/** The form as it is typed. */
export type AskDraft = {
  name: string;
  organisation: string;
  email: string;
  phone: string;
  purpose: string;
  date: string;
  from: string;
  to: string;
  attendees: string;
  roomId: string;
  message: string;
  website: string;
};
export type AskField = Exclude<keyof AskDraft, 'website'>;

export const emptyAsk = (date = '', roomId = '', times: Partial<Pick<AskDraft, 'from' | 'to'>> = {}): AskDraft => ({
  ...{
    name: '',
    organisation: '',
    email: '',
    phone: '',
    purpose: '',
    date,
    from: '',
    to: '',
    attendees: '',
    roomId,
    message: '',
    website: '',
  },
  ...times,
});

const isPhone = (text: string) => text.trim() === '' || OutsideAsk.shape.phone.safeParse(text).success;

/** Fields that cannot be sent as they are, in the order of the form. */
export function wrongIn(draft: AskDraft): AskField[] {
  const [from, to, attendees] = [readClock(draft.from), readClock(draft.to), Number(draft.attendees)];
  const checks: [AskField, boolean][] = [
    ['purpose', draft.purpose.trim() !== ''],
    ['date', draft.date !== ''],
    ['from', from !== null],
    ['to', to !== null && (from === null || to > from)],
    ['attendees', Number.isInteger(attendees) && attendees > 0],
    ['name', draft.name.trim() !== ''],
    ['email', isEmail(draft.email)],
    ['phone', isPhone(draft.phone)],
  ];
  return checks.flatMap(([field, isRight]) => (isRight ? [] : [field]));
}

/** What is sent; for a draft without anything wrong. */
export function askOf(draft: AskDraft, about: { language: Language; stamp: string }): OutsideAskInput {
  const { name, organisation, email, phone, purpose, date, attendees, roomId, message, website } = draft;
  const [start, end] = [draft.from, draft.to].map((clock) => `${date}T${readClock(clock)}`) as [string, string];
  return {
    ...{ name, email, purpose, start, end, message, website, attendees: Number(attendees), ...about },
    ...(organisation.trim() && { organisation }),
    ...(phone.trim() && { phone }),
    ...(roomId && { roomId }),
  };
}
