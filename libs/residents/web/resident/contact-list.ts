import { Component, inject, input } from '@angular/core';
import type { Contact } from '@bota/people/domain';
import { SectionHeader, Status, Texts } from '@bota/shared/ui';

/** Whom to turn to, by their own consent. */
@Component({
  selector: 'b75-contact-list',
  imports: [SectionHeader, Status],
  template: `<ui-section-header [heading]="texts.t('residents.contacts.title')" />
    <ul>
      @for (contact of contacts(); track contact.personId) {
        <li class="row">
          <div class="body">
            <div class="t">{{ contact.displayName }}</div>
            <div class="s">
              @if (contact.role) {
                <span>{{ contact.role }}</span>
              }
              <a class="mail" [href]="'mailto:' + contact.email">{{ contact.email }}</a>
              @if (contact.phone) {
                <a [href]="'tel:' + dial(contact.phone)">{{ contact.phone }}</a>
              }
            </div>
          </div>
          @if (contact.audience === 'house') {
            <div class="end">
              <ui-status icon="home">{{ texts.t('residents.contacts.house') }}</ui-status>
            </div>
          }
        </li>
      }
    </ul>`,
  styleUrl: './people.scss',
})
export class ContactList {
  protected readonly texts = inject(Texts);
  readonly contacts = input.required<readonly Contact[]>();
  protected readonly dial = (phone: string): string => phone.replace(/[^+\d]/g, '');
}
