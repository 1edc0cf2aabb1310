import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { RowFocus } from './row-focus';

@Component({
  imports: [RowFocus],
  template: `<h2>Page</h2>
    @if (isShown()) {
      <section>
        <h3>Écrans</h3>
        <ul uiRowFocus>
          @for (row of rows(); track row) {
            <li>
              @if (row === written()) {
                <input value="nom" />
              } @else {
                <button type="button">{{ row }}</button>
              }
            </li>
          } @empty {
            <li>Aucun</li>
          }
        </ul>
        <button type="button" id="other">Ajouter</button>
      </section>
    }`,
})
class Listed {
  readonly rows = signal(['a', 'b', 'c']);
  readonly written = signal('');
  readonly isShown = signal(true);
}

const open = () => {
  const fixture = TestBed.createComponent(Listed);
  document.body.append(fixture.nativeElement as Node);
  fixture.detectChanges();
  return fixture;
};
const settle = async (fixture: ComponentFixture<Listed>) => {
  fixture.detectChanges();
  await new Promise((done) => setTimeout(done));
};
const focusOn = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === text)?.focus();
const focused = () => document.activeElement?.textContent?.trim();

it.each([
  ['the row in its place', 'b', ['a', 'c'], 'c'],
  ['the last, where the last went', 'c', ['a', 'b'], 'b'],
  ['the row in its place, where all are new', 'a', ['d', 'e'], 'd'],
  ['the heading, where none is left', 'a', [], 'Écrans'],
])('the focus of a row that goes goes to %s', async (_, on, left, then) => {
  const fixture = open();
  focusOn(on);
  fixture.componentInstance.rows.set(left);
  await settle(fixture);
  expect(focused()).toBe(then);
});

it('a list that goes with its last row leaves the focus to the nearest heading that is left', async () => {
  const fixture = open();
  focusOn('b');
  fixture.componentInstance.isShown.set(false);
  await settle(fixture);
  expect(focused()).toBe('Page');
});

it('who is elsewhere stays there', async () => {
  const fixture = open();
  focusOn('b');
  focusOn('Ajouter');
  await settle(fixture);
  fixture.componentInstance.rows.set(['a', 'c']);
  await settle(fixture);
  expect(focused()).toBe('Ajouter');
});

it('a row that stays keeps it', async () => {
  const fixture = open();
  focusOn('b');
  fixture.componentInstance.rows.set(['b', 'c']);
  await settle(fixture);
  expect(focused()).toBe('b');
});

it('a row that becomes a form has it in the form, and back on the row when it is one no more', async () => {
  const fixture = open();
  focusOn('b');
  fixture.componentInstance.written.set('b');
  await settle(fixture);
  expect((document.activeElement as HTMLInputElement).value).toBe('nom');
  fixture.componentInstance.written.set('');
  await settle(fixture);
  expect(focused()).toBe('b');
});
