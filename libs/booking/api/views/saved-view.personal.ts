import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '@bota/shared/api';

/** The views of a person are theirs alone, and go with them. */
@Injectable()
export class SavedViewPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({
      name: 'savedViews',
      read: (tx, personId) => tx.query(VIEWS, [personId]),
      erase: async (tx, personId) => void (await tx.query('DELETE FROM saved_view WHERE person_id = $1', [personId])),
    });
  }
}

const VIEWS = `
  SELECT s.name AS space, v.name, v.query, v.is_default AS "isDefault", v.created_at AS "createdAt"
  FROM saved_view v JOIN space s ON s.id = v.space_id WHERE v.person_id = $1 ORDER BY v.created_at`;
