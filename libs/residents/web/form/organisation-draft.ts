import { minLength, required, type SchemaPathTree, validate } from '@angular/forms/signals';
import {
  type OrganisationDetails,
  type OrganisationKind,
  formatEnterpriseNumber,
  normaliseEnterpriseNumber,
  Website,
  whyNotEnterpriseNumber,
} from '@bota/people/domain';

/** An organisation in a form; '' where nothing is said. */
export type OrganisationForm = { name: string; kind: OrganisationKind; enterpriseNumber: string; website: string };
export const KINDS: readonly OrganisationKind[] = ['association', 'cooperative', 'collective', 'company', 'public'];

export const freshOrganisation = (): OrganisationForm => ({ name: '', kind: 'association', enterpriseNumber: '', website: '' });
export const organisationOf = ({ name, kind, enterpriseNumber, website }: OrganisationDetails): OrganisationForm => ({
  ...{ name, kind, website: website ?? '' },
  enterpriseNumber: enterpriseNumber ? formatEnterpriseNumber(enterpriseNumber) : '',
});
export const organisationToWire = ({ enterpriseNumber, website, ...rest }: OrganisationForm) => ({
  ...rest,
  enterpriseNumber: enterpriseNumber.trim() || null,
  website: website.trim() || null,
});

/** The same rules as the server's. */
export function checkOrganisation(path: SchemaPathTree<OrganisationForm>): void {
  required(path.name, { message: 'residents.form.nameNeeded' });
  minLength(path.name, 2, { message: 'residents.form.nameNeeded' });
  validate(path.enterpriseNumber, ({ value }) => {
    const why = value().trim() ? whyNotEnterpriseNumber(normaliseEnterpriseNumber(value())) : null;
    return why ? { kind: why, message: `residents.form.number.${why}` } : undefined;
  });
  validate(path.website, ({ value }) =>
    !value().trim() || Website.safeParse(value()).success ? undefined : { kind: 'website', message: 'residents.form.websiteUnread' },
  );
}
