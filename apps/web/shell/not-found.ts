import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PlainFrame } from '@bota/people/web';
import { Empty, Texts } from '@bota/shared/ui';

/** An address that leads nowhere. */
@Component({
  selector: 'b75-not-found',
  imports: [Empty, MatButton, PlainFrame, RouterLink],
  template: `<b75-plain-frame>
    <ui-empty icon="search_off" [heading]="texts.t('shell.notFound.title')" [level]="1">
      {{ texts.t('shell.notFound.text') }}
      <a action matButton="tonal" routerLink="/">{{ texts.t('shell.notFound.home') }}</a>
    </ui-empty>
  </b75-plain-frame>`,
})
export class NotFound {
  protected readonly texts = inject(Texts);
}
