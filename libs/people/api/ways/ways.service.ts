import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MyWays, SignInWays } from '@bota/people/domain';
import { PasskeysService } from '../passkeys/passkeys.service';
import { PersonEntity } from '../person.entity';
import { IdentitiesService } from '../provider/identities.service';
import { Provider } from '../provider/provider';
import { partyAt } from '../sessions/own-origin';

@Injectable()
export class WaysService {
  constructor(
    private readonly db: DataSource,
    private readonly passkeys: PasskeysService,
    private readonly identities: IdentitiesService,
    private readonly provider: Provider,
  ) {}

  offered(origin: string): SignInWays {
    const { name } = this.provider;
    return { passkey: partyAt(origin) !== null, provider: name ? { name } : null };
  }

  async mine(personId: string): Promise<MyWays> {
    const [{ passwordHash }, passkeys, identities] = await Promise.all([
      this.db.manager.findOneByOrFail(PersonEntity, { id: personId }),
      this.passkeys.list(personId),
      this.identities.list(personId),
    ]);
    return { hasPassword: passwordHash !== null, passkeys, identities };
  }
}
