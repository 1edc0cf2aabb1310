import type { Organisation, OrganisationDetails } from '@bota/people/domain';
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

/** The same in full, for its page. */
export const organisationDetails = (organisation: OrganisationEntity): OrganisationDetails => ({
  ...organisationView(organisation),
  kind: organisation.kind,
  enterpriseNumber: organisation.enterpriseNumber,
  website: organisation.website,
  isArchived: organisation.archivedAt !== null,
  version: organisation.version,
});
