import type { JointRule, Mandate, MandateBasis } from '@bota/people/domain';

type Named = { id: string; displayName: string };
export type MandateRow = {
  id: string;
  person: Named;
  basis: MandateBasis;
  basisText: string;
  scope: string;
  /** A bigint comes as text. */
  cents: string | null;
  currency: string | null;
  joint: JointRule['kind'];
  others: number | null;
  jointWith: Named[];
  from: string;
  to: string | null;
  endedOn: string | null;
  recordedBy: string;
  recordedAt: Date;
  evidence: { name: string; mediaType: string } | null;
};

export function mandateView({ cents, currency, joint, others, recordedAt, ...row }: MandateRow): Mandate {
  return {
    ...row,
    recordedAt: recordedAt.toISOString(),
    ceiling: cents === null || currency === null ? null : { cents: Number(cents), currency },
    joint: jointRule(joint, others ?? 0, row.jointWith),
  };
}

function jointRule(kind: JointRule['kind'], others: number, jointWith: Named[]): JointRule {
  if (kind === 'with-others') return { kind, others };
  return kind === 'alone' ? { kind } : { kind, personIds: jointWith.map(({ id }) => id) };
}

/** The mandates of an organisation ($1), or one of them ($2). */
export const MANDATES = `
  SELECT m.id, json_build_object('id', p.id, 'displayName', p.display_name) AS person, m.basis, m.basis_text AS "basisText", m.scope,
    m.ceiling_cents AS cents, m.ceiling_currency AS currency, m.joint, m.joint_others AS others,
    (SELECT coalesce(json_agg(json_build_object('id', j.id, 'displayName', j.display_name) ORDER BY j.display_name), '[]')
       FROM person j WHERE j.id = ANY(m.joint_with)) AS "jointWith",
    m.starts_on::text AS "from", m.ends_on::text AS "to", m.ended_on::text AS "endedOn",
    r.display_name AS "recordedBy", m.recorded_at AS "recordedAt",
    CASE WHEN f.id IS NOT NULL THEN json_build_object('name', f.name, 'mediaType', f.media_type) END AS evidence
  FROM mandate m JOIN person p ON p.id = m.person_id JOIN person r ON r.id = m.recorded_by LEFT JOIN file f ON f.id = m.evidence_id
  WHERE m.organisation_id = $1 AND ($2::uuid IS NULL OR m.id = $2)
  ORDER BY coalesce(m.ended_on, m.ends_on) DESC NULLS FIRST, m.starts_on DESC, m.id DESC LIMIT 500`;

export const INSERT = `
  INSERT INTO mandate (organisation_id, id, person_id, basis, basis_text, scope, ceiling_cents, ceiling_currency, joint, joint_others,
    joint_with, starts_on, ends_on, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** What is kept about a person: the mandates they hold or held. */
export const OWN = `
  SELECT o.name AS organisation, m.basis, m.basis_text AS "basisText", m.scope, m.starts_on::text AS "from", m.ends_on::text AS "to",
    m.ended_on::text AS "endedOn"
  FROM mandate m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 ORDER BY m.starts_on`;
