import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { HouseKey } from '@bota/residents/domain';
import { Status, Texts } from '@bota/shared/ui';
import { KeyWords } from './key-words';

/** A key in the list: its label, what it opens, who has it, and what to do next. */
@Component({
  selector: '[b75-key-row]',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, Status],
  template: `<div class="body">
      <div class="t">
        {{ key().label }} <span class="mut">{{ texts.t('house.keys.kind.' + key().kind) }}</span>
      </div>
      <div class="s">
        @if (opens(); as opens) {
          <span>{{ opens }}</span>
        }
        @if (key().holding; as holding) {
          <span class="who">{{ words.holder(holding) }}</span>
          <span>{{ words.since(holding) }}</span>
        } @else if (key().lostOn) {
          <ui-status icon="error" tone="bad">{{ words.lost(key()) }}</ui-status>
        }
      </div>
    </div>
    <div class="end">
      @switch (key().state) {
        @case ('here') {
          <button matButton="outlined" type="button" [attr.aria-label]="named('handOut')" (click)="handOut.emit()">
            {{ texts.t('house.keys.act.handOut') }}
          </button>
        }
        @case ('out') {
          <button matButton="tonal" type="button" [attr.aria-label]="named('takeBack')" (click)="takeBack.emit()">
            {{ texts.t('house.keys.act.takeBack') }}
          </button>
        }
        @case ('lost') {
          <button matButton="outlined" type="button" [attr.aria-label]="named('find')" (click)="find.emit()">
            {{ texts.t('house.keys.act.find') }}
          </button>
        }
      }
      <button matIconButton type="button" [matMenuTriggerFor]="more" [attr.aria-label]="named('more')">
        <mat-icon svgIcon="more_horiz" />
      </button>
      <mat-menu #more="matMenu">
        <button mat-menu-item type="button" (click)="history.emit()">{{ texts.t('house.keys.act.history') }}</button>
        <button mat-menu-item type="button" (click)="edit.emit()">{{ texts.t('house.keys.act.edit') }}</button>
        @if (key().state !== 'lost') {
          <button mat-menu-item type="button" (click)="lose.emit()">{{ texts.t('house.keys.act.lose') }}</button>
        }
      </mat-menu>
    </div>`,
  styles: `
    .t .mut {
      font-weight: 400;
    }
    .who {
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class KeyRow {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(KeyWords);
  readonly key = input.required<HouseKey>();
  readonly handOut = output();
  readonly takeBack = output();
  readonly lose = output();
  readonly find = output();
  readonly edit = output();
  readonly history = output();
  protected readonly opens = computed(() => this.words.opens(this.key()));
  protected readonly named = (act: 'handOut' | 'takeBack' | 'find' | 'more'): string =>
    this.texts.t(`house.keys.named.${act}`, { label: this.key().label });
}
