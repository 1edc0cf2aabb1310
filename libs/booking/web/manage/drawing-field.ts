import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import type { PlanFloor } from '@bota/residents/domain';
import { Acts } from '@bota/residents/web';
import { SectionHeader, Texts } from '@bota/shared/ui';
import { Manage } from './manage.client';

const PICTURES = 'image/svg+xml,image/png,image/jpeg,image/webp';
const LIMITS = { least: 10, most: 10_000 };

/** The drawing that lies under the rooms of a floor. */
@Component({
  selector: 'b75-drawing-field',
  imports: [MatButton, Refusal, SectionHeader],
  providers: [Acts],
  template: `<section>
    <ui-section-header [heading]="texts.t('manage.drawing.title')" />
    <div class="form">
      <b75-refusal [refusal]="acts.refusal()" />
      <div class="field">
        <span class="label" id="drawing-label">{{ texts.t(floor().drawing ? 'manage.drawing.replace' : 'manage.drawing.choose') }}</span>
        <div class="acts">
          <input #files type="file" class="vh" tabindex="-1" aria-hidden="true" [accept]="pictures" (change)="lay(files)" />
          <button
            matButton="outlined"
            type="button"
            id="drawing"
            aria-describedby="drawing-label"
            [disabled]="acts.isBusy()"
            disabledInteractive
            (click)="files.click()"
          >
            {{ texts.t('manage.chooseFile') }}
          </button>
          @if (floor().drawing) {
            <button matButton type="button" (click)="remove()">{{ texts.t('manage.drawing.remove') }}</button>
          }
        </div>
        <p class="hint">{{ texts.t('manage.drawing.hint') }}</p>
      </div>
    </div>
  </section>`,
  styleUrls: ['./manage.scss', './look.scss'],
})
export class DrawingField {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  readonly floor = input.required<PlanFloor>();
  /** No room lies on the floor yet: then it takes the proportions of its drawing. */
  readonly isEmpty = input.required<boolean>();
  readonly changed = output();
  protected readonly pictures = PICTURES;

  protected async lay(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const { id, width } = this.floor();
    const ratio = this.isEmpty() ? await ratioOf(file) : null;
    const isDone = await this.acts.attempt(async () => {
      await this.manage.draw(id, file);
      if (ratio) await this.manage.editFloor(id, { height: Math.min(Math.max(Math.round(width * ratio), LIMITS.least), LIMITS.most) });
    }, this.texts.t('manage.drawing.laid'));
    if (isDone) this.changed.emit();
  }

  protected async remove(): Promise<void> {
    if (await this.acts.attempt(() => this.manage.undraw(this.floor().id), this.texts.t('manage.drawing.removed'))) this.changed.emit();
  }
}

/** Height by width; null when the picture does not say. */
async function ratioOf(file: File): Promise<number | null> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture.naturalWidth && picture.naturalHeight ? picture.naturalHeight / picture.naturalWidth : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
