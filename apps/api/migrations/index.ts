import { Foundation1700000000001 } from './0001-foundation';
import { People1700000000002 } from './0002-people';
import { Residencies1700000000003 } from './0003-residencies';
import { Keys1700000000004 } from './0004-keys';
import { SignIn1700000000005 } from './0005-sign-in';
import { House1700000000006 } from './0006-house';
import { Charges1700000000007 } from './0007-charges';
import { Imports1700000000008 } from './0008-imports';
import { Search1700000000009 } from './0009-search';
import { Guards1700000000010 } from './0010-guards';
import { Calendars1700000000011 } from './0011-calendars';
import { Series1700000000012 } from './0012-series';
import { Season1700000000013 } from './0013-season';
import { RoomRules1700000000014 } from './0014-room-rules';
import { Requests1700000000015 } from './0015-requests';
import { Exclusions1700000000016 } from './0016-exclusions';
import { SeasonOpens1700000000017 } from './0017-season-opens';
import { Waitlist1700000000018 } from './0018-waitlist';
import { OutsideRequests1700000000019 } from './0019-outside-requests';
import { CheckIn1700000000020 } from './0020-check-in';
import { Displays1700000000021 } from './0021-displays';
import { Prices1700000000022 } from './0022-prices';
import { Quotas1700000000023 } from './0023-quotas';
import { SavedViews1700000000025 } from './0025-saved-views';
import { Notifications1700000000026 } from './0026-notifications';
import { GrantedDates1700000000027 } from './0027-granted-dates';
import { ForOutsiders1700000000028 } from './0028-for-outsiders';
import { BookingReplies1700000000031 } from './0031-booking-replies';
import { BookingConfirmations1700000000032 } from './0032-booking-confirmations';
import { FollowedCalendars1700000000034 } from './0034-followed-calendars';
import { BookingParticipants1700000000035 } from './0035-booking-participants';
import { QuestionsOfDates1700000000036 } from './0036-questions-of-dates';
import { TimeBetween1700000000037 } from './0037-time-between';
import { LettersWithoutSecrets1700000000038 } from './0038-letters-without-secrets';
import { WhatOnesCalendarKnows1700000000039 } from './0039-what-ones-calendar-knows';
import { CountedClosures1700000000040 } from './0040-counted-closures';
import { LinksOpenedTwice1700000000041 } from './0041-links-opened-twice';

/** The one linear history of the schema. */
export const migrations = [
  Foundation1700000000001,
  People1700000000002,
  Residencies1700000000003,
  Keys1700000000004,
  SignIn1700000000005,
  House1700000000006,
  Charges1700000000007,
  Imports1700000000008,
  Search1700000000009,
  Guards1700000000010,
  Calendars1700000000011,
  Series1700000000012,
  Season1700000000013,
  RoomRules1700000000014,
  Requests1700000000015,
  Exclusions1700000000016,
  SeasonOpens1700000000017,
  Waitlist1700000000018,
  OutsideRequests1700000000019,
  CheckIn1700000000020,
  Displays1700000000021,
  Prices1700000000022,
  Quotas1700000000023,
  SavedViews1700000000025,
  Notifications1700000000026,
  GrantedDates1700000000027,
  ForOutsiders1700000000028,
  BookingReplies1700000000031,
  BookingConfirmations1700000000032,
  FollowedCalendars1700000000034,
  BookingParticipants1700000000035,
  QuestionsOfDates1700000000036,
  TimeBetween1700000000037,
  LettersWithoutSecrets1700000000038,
  WhatOnesCalendarKnows1700000000039,
  CountedClosures1700000000040,
  LinksOpenedTwice1700000000041,
];
