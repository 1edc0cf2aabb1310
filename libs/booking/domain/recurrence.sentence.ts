export const sentenceOf = (rrule: string, language: 'fr' | 'nl' | 'en', zone: string): string => `${rrule} ${language} ${zone}`;
