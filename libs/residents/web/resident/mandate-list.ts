import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Refusal } from '@bota/people/web';
import { Confirm, Failure, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { evidenceAddress, Mandates, mandatesResource } from '../mandates.client';
import { MandateForm } from './mandate-form';
import { MandateWords } from './mandate-words';

/** Who may bind the organisation, now and later; those that are over on wish. Its admins record, prove and end mandates. */
@Component({
  selector: 'b75-mandates',
  imports: [Failure, MandateForm, MatButton, MatIcon, Refusal, SectionHeader, Skeleton, Status],
  providers: [Acts],
  templateUrl: './mandate-list.html',
  styleUrls: ['./people.scss', './mandate-list.scss'],
})
export class MandateSection {
  private readonly client = inject(Mandates);
  private readonly words = inject(MandateWords);
  private readonly confirm = inject(Confirm);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<string>();
  protected readonly resource = mandatesResource(() => this.organisation());
  protected readonly isAdding = signal(false);
  protected readonly showsEnded = signal(false);

  private readonly all = computed(() => {
    const list = this.resource.hasValue() ? this.resource.value() : null;
    return (
      list?.items.map((mandate) => ({ ...this.words.view(mandate, list.today), href: evidenceAddress(this.organisation(), mandate.id) })) ??
      []
    );
  });
  protected readonly ended = computed(() => this.all().filter(({ state }) => state === 'ended'));
  protected readonly standing = computed(() => this.all().filter(({ state }) => state !== 'ended'));
  protected readonly shown = computed(() => (this.showsEnded() ? this.all() : this.standing()));
  protected readonly mayManage = computed(() => this.resource.hasValue() && this.resource.value().may.manage);

  protected recorded(): void {
    this.isAdding.set(false);
    this.resource.reload();
  }

  protected async end({ id, person, scope }: { id: string; person: string; scope: string }): Promise<void> {
    const isConfirmed = await this.confirm.ask({
      heading: this.texts.t('mandates.end.heading', { name: person }),
      text: this.texts.t('mandates.end.text', { scope }),
      stays: this.texts.t('mandates.end.stays'),
      keep: this.texts.t('mandates.end.keep'),
      act: this.texts.t('mandates.end.act'),
    });
    const today = this.resource.value()?.today;
    if (!isConfirmed || !today) return;
    await this.acts.attempt(() => this.client.end(this.organisation(), id, today), this.texts.t('mandates.end.done'));
    this.resource.reload();
  }

  protected async attach(id: string, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    await this.acts.attempt(() => this.client.attach(this.organisation(), id, file), this.texts.t('mandates.evidence.done'));
    input.value = '';
    this.resource.reload();
  }
}
