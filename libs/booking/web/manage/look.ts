import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Formats, SectionHeader, Texts } from '@bota/shared/ui';
import { brandTones, contrast, type Space } from '@bota/spaces/domain';
import { Manage } from './manage.client';

const OWN_GREEN = '#1d5b41';
const PICTURES = 'image/svg+xml,image/png,image/jpeg,image/webp';

/** The colour of the house, with what becomes of it so that it can be read, and its logo. */
@Component({
  selector: 'b75-look',
  imports: [MatButton, Refusal, SectionHeader],
  providers: [Acts],
  templateUrl: './look.html',
  styleUrls: ['./manage.scss', './look.scss'],
})
export class Look {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly manage = inject(Manage);
  protected readonly acts = inject(Acts);
  readonly house = input.required<Space>();
  protected readonly pictures = PICTURES;
  protected readonly colour = linkedSignal(() => this.house().colour ?? OWN_GREEN);
  protected readonly samples = computed(() => {
    const tones = brandTones(this.colour());
    const [primary, on] = [tones.primary, tones['on-primary']];
    return (['light', 'dark'] as const).map((theme) => {
      const ratio = this.formats.number(Math.round(contrast(primary[theme], on[theme]) * 10) / 10);
      return { theme, ground: primary[theme], text: on[theme], ratio };
    });
  });
  protected readonly isAdapted = computed(() => brandTones(this.colour()).primary.light !== this.colour());

  protected async paint(colour: string | null): Promise<void> {
    await this.acts.attempt(() => this.manage.editSpace({ colour }, this.house().version), this.texts.t('manage.look.painted'));
  }

  protected async show(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file) await this.acts.attempt(() => this.manage.showLogo(file), this.texts.t('manage.look.shown'));
    input.value = '';
  }

  protected async hide(): Promise<void> {
    await this.acts.attempt(() => this.manage.hideLogo(), this.texts.t('manage.look.hidden'));
  }
}
