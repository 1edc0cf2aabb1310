import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, Clock, type Config, NotificationKinds, Notifications, pageLink, post } from '@bota/shared/api';
import type { Language, SignedIn } from '@bota/shared/domain';
import { joinApprovedLetter, joinAskedLetter, joinDeclinedLetter } from '../letters';
import type { OrganisationEntity } from '../organisation.entity';
import type { Placed } from '../placement';

/** `by` is emptied, and `message` goes, when the person with `byId` erases their account. */
type Asked = { organisation: string; by: string; byId: string; message?: string };
type Answered = { organisation: string };
type Asking = { id: string; person: SignedIn; message: string };
type Answer = { id: string; personId: string; state: 'approved' | 'declined' };
type Reader = { personId: string; email: string; language: Language };

const SOMEBODY: Record<Language, string> = { fr: 'Quelqu’un', nl: 'Iemand', en: 'Somebody' };
const ANSWERS = { approved: joinApprovedLetter, declined: joinDeclinedLetter };
const SAMPLE = { organisation: 'Atelier Racines' };

/** Who asks to join, and the answer. Of an organisation that lives in no house it is told by letter alone: notifications belong to houses. */
@Injectable()
export class JoiningNotices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.declare<Asked>({
      ...{ kind: 'join-asked', family: 'organisation', sample: { ...SAMPLE, by: 'Membre Racines', byId: '', message: 'Bonjour' } },
      words: ({ organisation, by, message = '' }, { language, url }) =>
        joinAskedLetter[language]({ organisation, person: by || SOMEBODY[language], message, url }),
    });
    for (const [state, letter] of Object.entries(ANSWERS))
      this.kinds.declare<Answered>({
        ...{ kind: `join-${state}`, family: 'requests', sample: SAMPLE },
        words: ({ organisation }, { language, url }) => letter[language]({ organisation, url }),
      });
  }

  /** Its admins decide; the coordination does for an organisation that has none. */
  async asked(tx: EntityManager, { name, slug }: OrganisationEntity, placed: Placed, { id, person, message }: Asking): Promise<void> {
    const admins = await tx.query<Reader[]>(ADMINS, [placed.organisationId]);
    const facts: Asked = { organisation: name, by: person.displayName, byId: person.personId, message };
    const { home } = placed;
    if (!home) {
      const said = { organisation: name, person: person.displayName, message, url: pageLink(this.config, '/') };
      for (const { email: to, language } of admins)
        await post(tx, { kind: 'join-asked', to, language, now: this.clock.now() }, joinAskedLetter[language](said));
      return;
    }
    const to = admins.length > 0 ? admins : await tx.query<Reader[]>(COORDINATORS, [home.id]);
    const about = { kind: 'join-asked', key: `join-asked:${id}`, space: home, subjectId: id, path: `residents/${slug}` };
    await this.notifications.tell(tx, { ...about, to: to.map(({ personId }) => personId), facts });
  }

  async answered(tx: EntityManager, { name, slug }: OrganisationEntity, { home }: Placed, { id, personId, state }: Answer): Promise<void> {
    const kind = `join-${state}`;
    const facts: Answered = { organisation: name };
    if (home) {
      const about = { kind, key: `${kind}:${id}`, space: home, subjectId: id, path: `residents/${slug}` };
      await this.notifications.tell(tx, { ...about, to: [personId], facts });
      return;
    }
    const [reader] = await tx.query<Reader[]>(PERSON, [personId]);
    if (!reader) return;
    const { email: to, language } = reader;
    await post(tx, { kind, to, language, now: this.clock.now() }, ANSWERS[state][language]({ ...facts, url: pageLink(this.config, '/') }));
  }
}

const READER = 'p.id AS "personId", p.email, p.language';
const PERSON = `SELECT ${READER} FROM person p WHERE p.id = $1 AND p.erased_at IS NULL`;
const ADMINS = `
  SELECT ${READER} FROM membership m JOIN person p ON p.id = m.person_id
  WHERE m.organisation_id = $1 AND m.role = 'admin' AND p.erased_at IS NULL ORDER BY p.id`;
const COORDINATORS = `
  SELECT ${READER} FROM house_role h JOIN person p ON p.id = h.person_id
  WHERE h.space_id = $1 AND h.role = 'coordinator' AND p.erased_at IS NULL ORDER BY p.id`;
