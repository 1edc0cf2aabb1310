import { letterOf } from '@bota/shared/api';
import { type Language, LANGUAGES } from '@bota/shared/domain';
import { passkeyAddedLetter, passwordChangedLetter, signInLinkLetter } from './account.letters';
import { invitationLetter } from './invitation.letter';

const url = 'https://maison.example/';
const organisation = 'Atelier Racines';

const SAMPLES = {
  invitation: (language: Language) =>
    invitationLetter[language]({ organisation, invitedBy: 'Coordination', role: 'member', days: 14, url }),
  'sign-in-link': (language: Language) => signInLinkLetter[language]({ minutes: 15, url }),
  'passkey-added': (language: Language) => passkeyAddedLetter[language]({ name: 'Firefox, Linux', url }),
  'password-changed': (language: Language) => passwordChangedLetter[language]({ url }),
};

/** Each kind of letter as it would be written, in each language. */
export const letterSamples = () =>
  Object.entries(SAMPLES).flatMap(([kind, words]) =>
    LANGUAGES.map((language) => ({ kind, language, ...letterOf(language, words(language)) })),
  );
