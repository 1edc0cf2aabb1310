import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute } from '@angular/router';
import { DigestRhythm, type NotificationPreferences, type PreferencesEdit, ReminderMoment } from '@bota/notifications/domain';
import { Refusal } from '@bota/people/web';
import type { NotificationWay } from '@bota/shared/domain';
import { type Explanation, Failure, FIELDS, Notices, ProblemTexts, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { PreferencesClient, preferencesResource } from './preferences.client';

type Heard = NotificationPreferences['families'][number];
export const NOTIFICATIONS = 'notifications';

/** How one hears of what: chosen for each family, kept at once. */
@Component({
  selector: 'b75-preferences',
  imports: [Failure, MatFormFieldModule, MatInput, Refusal, SectionHeader, Skeleton],
  providers: [FIELDS],
  templateUrl: './preferences.html',
  styleUrl: './preferences.scss',
})
export class Preferences {
  protected readonly texts = inject(Texts);
  private readonly client = inject(PreferencesClient);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly resource = preferencesResource();
  protected readonly preferences = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly isGathered = computed(() => this.preferences()?.families.some(({ way }) => way === 'digest') ?? false);
  protected readonly moments = ReminderMoment.options;
  protected readonly rhythms = DigestRhythm.options;
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly anchor = NOTIFICATIONS;

  constructor() {
    const [host, injector] = [inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, inject(Injector)];
    // It comes after the page, when the address has been followed already.
    if (inject(ActivatedRoute).snapshot.fragment === NOTIFICATIONS) afterNextRender(() => host.scrollIntoView(), { injector });
  }

  protected chooseWay = ({ family, way }: Heard, field: HTMLSelectElement): Promise<void> =>
    this.save({ ways: { [family]: field.value as NotificationWay } }, way, field);
  protected chooseMoment = (kept: ReminderMoment, field: HTMLSelectElement): Promise<void> =>
    this.save({ reminder: field.value as ReminderMoment }, kept, field);
  protected chooseRhythm = (kept: DigestRhythm, field: HTMLSelectElement): Promise<void> =>
    this.save({ digest: field.value as DigestRhythm }, kept, field);

  /** The field stays where it is, with the keyboard in it; refused, it goes back to what is kept. */
  private async save(edit: PreferencesEdit, kept: string, field: HTMLSelectElement): Promise<void> {
    this.refusal.set(null);
    try {
      this.resource.set(await this.client.edit(edit));
      this.notices.say(this.texts.t('preferences.done'));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
      field.value = kept;
    }
  }
}
