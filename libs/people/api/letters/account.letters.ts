import type { Words } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';

export const signInLinkLetter: Record<Language, (facts: { minutes: number; url: string }) => Words> = {
  fr: ({ minutes, url }) => ({
    subject: 'Votre lien de connexion à Bota 75',
    hello: 'Bonjour,',
    paragraphs: ['Voici le lien que vous avez demandé pour vous connecter sans mot de passe.'],
    action: { label: 'Se connecter', url },
    small: `Le lien sert une fois, pendant ${minutes} minutes. Si vous ne l’avez pas demandé, ignorez ce message.`,
  }),
  nl: ({ minutes, url }) => ({
    subject: 'Uw link om aan te melden bij Bota 75',
    hello: 'Dag,',
    paragraphs: ['Hier is de link die u vroeg om zonder wachtwoord aan te melden.'],
    action: { label: 'Aanmelden', url },
    small: `De link werkt één keer, gedurende ${minutes} minuten. Hebt u hem niet gevraagd, negeer dan dit bericht.`,
  }),
  en: ({ minutes, url }) => ({
    subject: 'Your sign-in link for Bota 75',
    hello: 'Hello,',
    paragraphs: ['Here is the link you asked for, to sign in without a password.'],
    action: { label: 'Sign in', url },
    small: `The link works once, for ${minutes} minutes. If you did not ask for it, ignore this message.`,
  }),
};

export const passwordChangedLetter: Record<Language, (facts: { url: string }) => Words> = {
  fr: ({ url }) => ({
    subject: 'Votre mot de passe a été changé',
    hello: 'Bonjour,',
    paragraphs: [
      'Le mot de passe de votre compte Bota 75 vient d’être changé, et vos autres sessions ont été fermées.',
      'Si ce n’était pas vous, demandez tout de suite un lien de connexion et choisissez un nouveau mot de passe.',
    ],
    action: { label: 'Ouvrir mon compte', url },
  }),
  nl: ({ url }) => ({
    subject: 'Uw wachtwoord is gewijzigd',
    hello: 'Dag,',
    paragraphs: [
      'Het wachtwoord van uw Bota 75-account is net gewijzigd en uw andere sessies zijn gesloten.',
      'Was u dit niet? Vraag dan meteen een link om aan te melden en kies een nieuw wachtwoord.',
    ],
    action: { label: 'Mijn account openen', url },
  }),
  en: ({ url }) => ({
    subject: 'Your password was changed',
    hello: 'Hello,',
    paragraphs: [
      'The password of your Bota 75 account was just changed, and your other sessions were ended.',
      'If this was not you, ask for a sign-in link right away and choose a new password.',
    ],
    action: { label: 'Open my account', url },
  }),
};

export const passkeyAddedLetter: Record<Language, (facts: { name: string; url: string }) => Words> = {
  fr: ({ name, url }) => ({
    subject: 'Une clé d’accès a été ajoutée à votre compte',
    hello: 'Bonjour,',
    paragraphs: [
      `La clé d’accès « ${name} » vient d’être ajoutée à votre compte Bota 75. Elle permet de se connecter sans mot de passe.`,
      'Si ce n’était pas vous, retirez-la tout de suite dans votre compte, et fermez les sessions que vous ne reconnaissez pas.',
    ],
    action: { label: 'Ouvrir mon compte', url },
  }),
  nl: ({ name, url }) => ({
    subject: 'Er is een passkey aan uw account toegevoegd',
    hello: 'Dag,',
    paragraphs: [
      `De passkey “${name}” is net aan uw Bota 75-account toegevoegd. Daarmee kan men zonder wachtwoord aanmelden.`,
      'Was u dit niet? Verwijder hem dan meteen in uw account en sluit de sessies die u niet herkent.',
    ],
    action: { label: 'Mijn account openen', url },
  }),
  en: ({ name, url }) => ({
    subject: 'A passkey was added to your account',
    hello: 'Hello,',
    paragraphs: [
      `The passkey “${name}” was just added to your Bota 75 account. It signs in without a password.`,
      'If this was not you, remove it from your account right away, and end the sessions you do not recognise.',
    ],
    action: { label: 'Open my account', url },
  }),
};
