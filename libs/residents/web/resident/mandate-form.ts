import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { type JointRule, MandateBasis } from '@bota/people/domain';
import { Refusal } from '@bota/people/web';
import { DayField, ErrorSummary, errorsOf, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Mandates } from '../mandates.client';
import { membersResource } from '../members.client';
import { centsOf } from './mandate-amount';

/** Who signs together with the holder: nobody, so many others, or one of those named. */
type Joint = 'alone' | '1' | '2' | '3' | 'one-of';
const EMPTY = { personId: '', basis: 'statutes' as MandateBasis, basisText: '', scope: '', ceiling: '', joint: 'alone' as Joint };

/** Records a mandate in a short form; its evidence is added to it afterwards. */
@Component({
  selector: 'b75-mandate-form',
  imports: [DayField, ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './mandate-form.html',
  styleUrls: ['./people.scss', './mandate-form.scss'],
})
export class MandateForm {
  private readonly client = inject(Mandates);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<string>();
  readonly today = input.required<string>();
  readonly recorded = output();
  readonly left = output();
  protected readonly bases = MandateBasis.options;
  protected readonly joints: readonly Joint[] = ['alone', '1', '2', '3', 'one-of'];
  protected readonly from = signal<string | null>(null);
  protected readonly to = signal('');
  protected readonly named = signal<readonly string[]>([]);
  private readonly wasSent = signal(false);
  private readonly draft = signal(EMPTY);
  private readonly people = membersResource(() => this.organisation());
  protected readonly members = computed(() => (this.people.hasValue() ? this.people.value().items : []));
  protected readonly others = computed(() => this.members().filter(({ personId }) => personId !== this.draft().personId));

  protected readonly fields = form(
    this.draft,
    (path) => {
      validate(path.personId, ({ value }) => (value() ? undefined : { kind: 'person', message: 'mandates.form.personNeeded' }));
      validate(path.scope, ({ value }) =>
        value().trim().length > 2 ? undefined : { kind: 'scope', message: 'mandates.form.scopeNeeded' },
      );
      validate(path.basisText, ({ value, valueOf }) =>
        valueOf(path.basis) !== 'other' || value().trim() ? undefined : { kind: 'basis', message: 'mandates.form.basisNeeded' },
      );
      maxLength(path.scope, 300, { message: 'mandates.form.long' });
      maxLength(path.basisText, 200, { message: 'mandates.form.long' });
      validate(path.ceiling, ({ value }) =>
        centsOf(value()) === undefined ? { kind: 'amount', message: 'mandates.form.amount' } : undefined,
      );
      validate(path.joint, ({ value }) =>
        value() === 'one-of' && !this.signers().length ? { kind: 'joint', message: 'mandates.form.namedNeeded' } : undefined,
      );
    },
    { submission: { action: () => this.send(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  protected turn(personId: string, isChecked: boolean): void {
    this.named.update((named) => (isChecked ? [...named, personId] : named.filter((id) => id !== personId)));
  }

  private readonly signers = computed(() => this.named().filter((id) => id !== this.draft().personId));

  private async send(): Promise<undefined> {
    this.wasSent.set(false);
    const { personId, basis, basisText, scope, ceiling } = this.draft();
    const cents = centsOf(ceiling) ?? null;
    const draft = {
      ...{ personId, basis, basisText, scope, joint: this.joint() },
      ceiling: cents === null ? null : { cents, currency: 'EUR' },
      ...{ from: this.from() || this.today(), to: this.to() || null },
    };
    if (await this.acts.attempt(() => this.client.record(this.organisation(), draft), this.texts.t('mandates.form.done')))
      this.recorded.emit();
  }

  private joint(): JointRule {
    const { joint } = this.draft();
    if (joint === 'alone') return { kind: 'alone' };
    return joint === 'one-of' ? { kind: 'with-one-of', personIds: [...this.signers()] } : { kind: 'with-others', others: Number(joint) };
  }
}
