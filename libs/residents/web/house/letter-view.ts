import { Component, computed, inject, input, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { Language } from '@bota/shared/domain';
import { Segments, Texts } from '@bota/shared/ui';

export type ShownLetter = { subject: string; language: Language; text: string; html: string };
type Side = 'html' | 'text';

/** A letter as it is sent: laid out in a frame that may do nothing, or its plain text. */
@Component({
  selector: 'b75-letter-view',
  imports: [Segments],
  template: `<ui-segments
      [attr.aria-label]="texts.t('house.letters.sides')"
      [segments]="sides()"
      [value]="side()"
      (picked)="side.set($event)"
    />
    @if (side() === 'html') {
      <iframe sandbox="" [title]="letter().subject" [attr.lang]="letter().language" [srcdoc]="html()"></iframe>
    } @else {
      <div class="text" tabindex="0" role="region" [attr.aria-label]="texts.t('house.letters.side.text')">
        <p [lang]="letter().language">
          @for (part of parts(); track $index) {
            @if (part.isLink) {
              <a [href]="part.text">{{ part.text }}</a>
            } @else {
              {{ part.text }}
            }
          }
        </p>
      </div>
    }`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    iframe,
    .text {
      width: 100%;
      height: 420px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-medium);
      color-scheme: light;
      background: white;
    }
    .text {
      overflow: auto;
      height: auto;
      max-height: 420px;
      padding: 16px;
      background: var(--mat-sys-surface-container-low);
      color-scheme: inherit;
    }
    p {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class LetterView {
  protected readonly texts = inject(Texts);
  private readonly sanitizer = inject(DomSanitizer);
  readonly letter = input.required<ShownLetter>();
  protected readonly side = signal<Side>('html');
  protected readonly sides = computed(() =>
    (['html', 'text'] as const).map((value) => ({ value, text: this.texts.t(`house.letters.side.${value}`) })),
  );
  /** Our own letter; the empty sandbox forbids scripts, forms and leaving. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.letter().html));
  protected readonly parts = computed(() =>
    this.letter()
      .text.split(/(https?:\/\/\S+)/)
      .map((text) => ({ text, isLink: /^https?:/.test(text) })),
  );
}
