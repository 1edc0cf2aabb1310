/** The pages of who runs the house, by what they are about: `house.group.<name>` and `house.nav.<page>` say them. */
export const HOUSE_PAGES = [
  { name: 'waiting', pages: ['waiting', 'requests', 'day'] },
  { name: 'place', pages: ['settings', 'hours', 'rooms', 'floors', 'plan', 'closures', 'exclusions', 'quotas', 'season', 'displays'] },
  { name: 'people', pages: ['team', 'keys', 'import', 'calendar-import'] },
  { name: 'accounts', pages: ['charges'] },
  { name: 'records', pages: ['statistics', 'letters', 'templates', 'log', 'integrity'] },
] as const satisfies readonly { name: string; pages: readonly [string, ...string[]] }[];
