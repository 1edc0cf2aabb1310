import type { IconName } from '@bota/shared/ui';
import type { Feature } from '@bota/spaces/domain';

/** The icon of each feature; its name is the text `spaces.feature.<feature>`. */
export const FEATURE_ICONS: Record<Feature, IconName> = {
  screen: 'tv',
  'video-call': 'videocam',
  whiteboard: 'edit_square',
  'step-free': 'accessible',
  kitchen: 'countertops',
  piano: 'piano',
  daylight: 'sunny',
  'hearing-loop': 'hearing',
  workbench: 'construction',
  stage: 'podium',
  sound: 'speaker_group',
  blackout: 'curtains_closed',
};
