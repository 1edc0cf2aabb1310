import { Component } from '@angular/core';
import { PageInHouse, words } from '../rooms/page.fixture';
import { AffectedList } from './affected-list';

@Component({
  selector: 'b75-affected-page',
  imports: [AffectedList],
  template: `<b75-affected-list about="hours" [affected]="{ count: 0, items: [], others: [] }" />`,
})
class AffectedPage {}

it('says in words that nothing is met, where French would count none as one', async () => {
  const page = await new PageInHouse(':space/house', AffectedPage).open('/bota-75/house');
  expect(words(page.querySelector('.note'))).toBe('Aucune réservation à venir ne tombe en dehors de ces heures.');
});
