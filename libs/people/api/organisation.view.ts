import type { Organisation } from '@bota/people/domain';
import type { OrganisationEntity } from './organisation.entity';

type Shown = Pick<OrganisationEntity, 'id' | 'slug' | 'name' | 'initials' | 'hue' | 'pattern' | 'demo' | 'description'>;

/** What everybody may know of an organisation. */
export const organisationView = ({ id, slug, name, initials, hue, pattern, demo, description }: Shown): Organisation => ({
  id,
  slug,
  name,
  initials,
  hue,
  pattern,
  demo,
  description,
});
