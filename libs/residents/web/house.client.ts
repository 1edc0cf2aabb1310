import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type HouseRoleName, Team } from '@bota/people/domain';
import { resourceFor } from '@bota/people/web';
import { LetterList, LetterTemplateList, LogPage } from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';
import { Members } from './members.client';
import { ResidentsStore } from './residents-store';

export type PersonOfHouse = { id: string; name: string; email: string; organisation: string };
export type LogFilter = { person?: string; kind?: string; from?: string; to?: string };

/** What coordinators ask of the house, and the roles they give. */
@Injectable({ providedIn: 'root' })
export class HouseClient {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;

  async giveRoles(person: string, roles: readonly HouseRoleName[]): Promise<void> {
    await firstValueFrom(this.http.put(this.at(`team/${person}`), { roles }));
  }

  logAddress(filter: LogFilter, before?: number): string {
    const asked = Object.entries({ ...filter, before: before === undefined ? undefined : String(before) });
    const params = new URLSearchParams(asked.filter((entry): entry is [string, string] => !!entry[1]));
    return this.at(`log?${params.toString()}`);
  }

  logAfter = async (filter: LogFilter, before: number): Promise<LogPage> =>
    LogPage.parse(await firstValueFrom(this.http.get(this.logAddress(filter, before))));
}

export const teamResource = () => {
  const house = inject(HouseClient);
  return resourceFor(
    () => house.at('team'),
    (answer) => Team.parse(answer),
  );
};
export const lettersResource = () => {
  const house = inject(HouseClient);
  return resourceFor(
    () => house.at('letters'),
    (answer) => LetterList.parse(answer),
  );
};
export const templatesResource = () => {
  const house = inject(HouseClient);
  return resourceFor(
    () => house.at('letter-templates'),
    (answer) => LetterTemplateList.parse(answer),
  );
};
export const logResource = (filter: () => LogFilter) => {
  const house = inject(HouseClient);
  return resourceFor(
    () => house.logAddress(filter()),
    (answer) => LogPage.parse(answer),
  );
};

/** Everybody in an organisation of the house; of several organisations, the first. */
export const peopleResource = () => {
  const residents = inject(ResidentsStore);
  const members = inject(Members);
  const organisations = computed(() => (residents.organisations().length ? residents.organisations() : undefined));
  return resource({
    params: organisations,
    loader: async ({ params }): Promise<PersonOfHouse[]> => {
      const lists = await Promise.all(params.map(async ({ id, name }) => ({ name, ...(await members.all(id)) })));
      const people = lists.flatMap(({ name, items }) =>
        items.map(({ personId, displayName, email }) => ({ id: personId, name: displayName, email, organisation: name })),
      );
      return [...new Map(people.reverse().map((person) => [person.id, person])).values()].sort((a, b) =>
        a.name.localeCompare(b.name, 'fr'),
      );
    },
  });
};
