import * as z from 'zod';
import { Line } from '@bota/shared/domain';
import { normaliseEnterpriseNumber, whyNotEnterpriseNumber } from './enterprise-number.rules';
import { Organisation } from './people.contract';

export const OrganisationKind = z.enum(['association', 'cooperative', 'collective', 'company', 'public']).meta({ id: 'OrganisationKind' });
export type OrganisationKind = z.infer<typeof OrganisationKind>;

const RULES = {
  'not-ten-digits': 'ten digits, the first 0 or 1',
  'wrong-check': 'its last two digits do not fit the others (mod 97)',
};

/** A Belgian enterprise number as people write it; kept as ten digits. */
export const EnterpriseNumber = z
  .string()
  .max(40)
  .overwrite(normaliseEnterpriseNumber)
  .superRefine((digits, context) => {
    const why = whyNotEnterpriseNumber(digits);
    if (why) context.addIssue({ code: 'custom', message: RULES[why] });
  })
  .meta({ id: 'EnterpriseNumber', example: 'BE 0123.456.749' });

/** A website as people type it: `racines.example` is `https://racines.example`. */
export const Website = z
  .string()
  .trim()
  .max(200)
  .overwrite((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .check(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
  .meta({ id: 'Website', example: 'https://racines.example' });

const Words = z.string().trim().max(2000);
const fields = {
  name: Line.min(2).max(80),
  initials: z.string().trim().min(1).max(3),
  kind: OrganisationKind,
  enterpriseNumber: EnterpriseNumber.nullable(),
  website: Website.nullable(),
  description: z.object({ fr: Words, nl: Words, en: Words }).partial(),
  hue: z.number().int().min(1).max(12),
  pattern: z.number().int().min(1).max(4),
};

/** A new organisation; without initials and colour it is given some. */
export const OrganisationDraft = z
  .object({
    ...fields,
    initials: fields.initials.optional(),
    kind: OrganisationKind.default('association'),
    enterpriseNumber: fields.enterpriseNumber.default(null),
    website: fields.website.default(null),
    description: fields.description.default({}),
    hue: fields.hue.optional(),
    pattern: fields.pattern.optional(),
  })
  .meta({ id: 'OrganisationDraft' });
export type OrganisationDraft = z.infer<typeof OrganisationDraft>;

/** PATCH /api/organisations/:organisation */
export const OrganisationEdit = z
  .object(fields)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change')
  .meta({ id: 'OrganisationEdit' });
export type OrganisationEdit = z.infer<typeof OrganisationEdit>;

/** What everybody may know of an organisation, in full. */
export const OrganisationDetails = Organisation.extend({
  kind: OrganisationKind,
  enterpriseNumber: z.string().nullable(),
  website: z.string().nullable(),
  isArchived: z.boolean(),
  version: z.number().int(),
}).meta({ id: 'OrganisationDetails' });
export type OrganisationDetails = z.infer<typeof OrganisationDetails>;

/** Whom a person lets see them as contact of their organisation; null nobody. */
export const ContactAudience = z.enum(['house', 'public']).meta({ id: 'ContactAudience' });
export type ContactAudience = z.infer<typeof ContactAudience>;

/** PUT /api/organisations/:organisation/members/me/contact: only about oneself. Nobody clears role and phone. */
export const ContactEdit = z
  .object({
    audience: ContactAudience.nullable(),
    role: z.string().trim().max(80).default(''),
    phone: z
      .string()
      .trim()
      .max(30)
      .regex(/^(\+?[\d\s./()-]{6,})?$/, 'a telephone number')
      .default(''),
  })
  .meta({ id: 'ContactEdit' });
export type ContactEdit = z.infer<typeof ContactEdit>;

/** Somebody to turn to, by their own consent. */
export const Contact = z
  .object({
    personId: z.uuid(),
    displayName: z.string(),
    email: z.string(),
    role: z.string(),
    phone: z.string(),
    audience: ContactAudience,
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;
