import type { Me } from '@bota/people/domain';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;

/** Somebody of an invented organisation, for tests. */
export const aMember: Me = {
  person: { id: id(1), email: 'membre.racines@bota75.example', displayName: 'Membre Racines', language: 'nl', hasPassword: true },
  memberships: [
    {
      organisationId: id(2),
      role: 'member',
      organisation: {
        id: id(2),
        slug: 'racines',
        name: 'Racines & Finances',
        initials: 'RF',
        hue: 1,
        pattern: 1,
        demo: true,
        description: {},
      },
    },
  ],
  houseRoles: [],
};

export const aProblem = (status: number, code: string) => ({
  type: `/problems/${code}`,
  code,
  title: code,
  status,
  detail: code,
  instance: '7f2c-91ae',
});
