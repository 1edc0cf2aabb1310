import type { MemberRole } from '@bota/people/domain';
import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

type Facts = { organisation: string; name?: string; invitedBy: string; role: MemberRole; days: number; url: string };

export const invitationLetter: Record<Language, (facts: Facts) => Words> = {
  fr: ({ organisation, name, invitedBy, role, days, url }) => ({
    subject: `Invitation à rejoindre ${organisation}`,
    hello: name ? `Bonjour ${name},` : 'Bonjour,',
    paragraphs: [
      `${invitedBy} vous invite à rejoindre ${organisation}${role === 'admin' ? ' comme administrateur ou administratrice' : ''} sur Bota 75, où la maison réserve ses salles et s’organise.`,
    ],
    action: { label: 'Voir l’invitation', url },
    small: `Le lien sert une fois, pendant ${days} jours. Si vous n’attendiez pas cette invitation, laissez-la simplement de côté.`,
  }),
  nl: ({ organisation, name, invitedBy, role, days, url }) => ({
    subject: `Uitnodiging voor ${organisation}`,
    hello: name ? `Dag ${name},` : 'Dag,',
    paragraphs: [
      `${invitedBy} nodigt u uit om lid te worden van ${organisation}${role === 'admin' ? ', als beheerder,' : ''} op Bota 75, waar het huis zijn zalen reserveert en zich organiseert.`,
    ],
    action: { label: 'Uitnodiging bekijken', url },
    small: `De link werkt één keer, gedurende ${days} dagen. Had u deze uitnodiging niet verwacht, dan hoeft u niets te doen.`,
  }),
  en: ({ organisation, name, invitedBy, role, days, url }) => ({
    subject: `Invitation to join ${organisation}`,
    hello: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `${invitedBy} invites you to join ${organisation}${role === 'admin' ? ' as an admin' : ''} on Bota 75, where the house books its rooms and organises itself.`,
    ],
    action: { label: 'See the invitation', url },
    small: `The link works once, for ${days} days. If you did not expect this invitation, simply leave it.`,
  }),
};
