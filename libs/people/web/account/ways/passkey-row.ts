import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Passkey } from '@bota/people/domain';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';

/** One passkey: its name, when it came and was last used; the name is changed in place. */
@Component({
  selector: 'li[b75-passkey-row]',
  imports: [FormField, FormRoot, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput],
  providers: [FIELDS],
  host: { class: 'row' },
  template: `@if (isNaming()) {
      <form class="body" [formRoot]="fields">
        <div class="field">
          <label [for]="inputId()">{{ texts.t('account.passkeys.name') }}</label>
          <mat-form-field>
            <input matInput [id]="inputId()" autocomplete="off" [formField]="fields.name" />
            <mat-error>{{ texts.t(fields.name().errors()[0]?.message ?? '') }}</mat-error>
          </mat-form-field>
        </div>
        <button matButton="tonal" type="submit">{{ texts.t('account.passkeys.save') }}</button>
        <button matButton type="button" (click)="stop()">{{ texts.t('account.passkeys.cancel') }}</button>
      </form>
    } @else {
      <div class="body">
        <p class="t">{{ passkey().name }}</p>
        <p class="s">{{ dates() }}</p>
      </div>
      <div class="end">
        <button
          matIconButton
          class="name"
          type="button"
          [attr.aria-label]="texts.t('account.passkeys.rename', { name: passkey().name })"
          (click)="start()"
        >
          <mat-icon svgIcon="edit" />
        </button>
        <button
          matIconButton
          type="button"
          aria-haspopup="dialog"
          [attr.aria-label]="texts.t('account.passkeys.remove', { name: passkey().name })"
          (click)="removed.emit()"
        >
          <mat-icon svgIcon="delete" />
        </button>
      </div>
    }`,
  styles: `
    .t {
      overflow-wrap: anywhere;
    }
    .field {
      margin-bottom: 8px;
    }
    .end {
      flex: none;
    }
  `,
})
export class PasskeyRow {
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly texts = inject(Texts);
  readonly passkey = input.required<Passkey>();
  readonly renamed = output<string>();
  readonly removed = output();
  protected readonly isNaming = signal(false);
  protected readonly inputId = computed(() => `passkey-${this.passkey().id}`);

  protected readonly fields = form(
    linkedSignal(() => ({ name: this.passkey().name })),
    ({ name }) => {
      validate(name, ({ value }) => (value().trim() ? undefined : { kind: 'name', message: 'account.passkeys.nameNeeded' }));
      maxLength(name, 60, { message: 'account.passkeys.nameNeeded' });
    },
    { submission: { action: async () => this.save() } },
  );

  protected readonly dates = computed(() => {
    const { addedAt, usedAt } = this.passkey();
    const added = this.distance(addedAt);
    return usedAt
      ? this.texts.t('account.passkeys.used', { added, used: this.distance(usedAt) })
      : this.texts.t('account.passkeys.unused', { added });
  });

  protected start(): void {
    this.fields().reset({ name: this.passkey().name });
    this.show(true, 'input');
  }

  protected stop(): void {
    this.show(false, '.name');
  }

  private save(): undefined {
    this.renamed.emit(this.fields().value().name.trim());
    this.stop();
  }

  private show(isNaming: boolean, focused: string): void {
    this.isNaming.set(isNaming);
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(focused)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  /** The clock of the server may be ahead. */
  private distance(instant: string): string {
    return this.formats.distance(new Date(Math.min(Date.parse(instant), Date.now())));
  }
}
