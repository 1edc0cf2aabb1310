/** Status of a residency on a local date (`YYYY-MM-DD`); `to` is its last day. */
export function statusOn(residency: { from: string; to: string | null }, today: string): 'planned' | 'active' | 'ended' {
  if (today < residency.from) return 'planned';
  return residency.to !== null && today > residency.to ? 'ended' : 'active';
}
