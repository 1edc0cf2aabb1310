import { HttpErrorResponse } from '@angular/common/http';
import { Component, resource, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import ui from './i18n/ui.fr.json' with { type: 'json' };
import { Confirm } from './confirm';
import { Connection } from './connection';
import { ErrorSummary } from './error-summary';
import { Failure } from './failure';
import { provideIcons } from './icons';
import { lastKnown } from './last-known';
import { Notices } from './notices';
import { OfflineBanner } from './offline-banner';
import { provideFixedTexts, Texts } from './texts';

@Component({
  selector: 'ui-page',
  imports: [ErrorSummary, Failure, OfflineBanner],
  template: `<ui-offline-banner />
    @if (error(); as failed) {
      <ui-failure [error]="failed" (retry)="retries.set(retries() + 1)" />
    }
    <ui-error-summary [errors]="errors()" /><input id="title" />`,
})
class Page {
  readonly error = signal<unknown>(null);
  readonly retries = signal(0);
  readonly errors = signal<{ field: string | null; message: string }[]>([]);
}

function open() {
  TestBed.configureTestingModule({
    providers: [provideFixedTexts('fr', { ui }), provideIcons(), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
  });
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement);
  return { fixture, page: fixture.nativeElement as HTMLElement, root: TestbedHarnessEnvironment.documentRootLoader(fixture) };
}

it('a failed view says the reference and tries again', async () => {
  const { fixture, page } = open();
  const problem = { type: 'x', code: 'x', title: 'x', status: 503, detail: 'x', instance: '7f2c-91ae' };
  fixture.componentInstance.error.set(new HttpErrorResponse({ status: 503, error: problem }));
  await fixture.whenStable();
  expect(page.querySelector('[role=alert]')?.textContent).toContain('7f2c-91ae');
  page.querySelector<HTMLButtonElement>('ui-failure button')?.click();
  expect(fixture.componentInstance.retries()).toBe(1);
});

it('what one may not see offers no retry', async () => {
  const { fixture, page } = open();
  fixture.componentInstance.error.set(new HttpErrorResponse({ status: 403 }));
  await fixture.whenStable();
  expect(page.textContent).toContain(ui.problem.forbidden.title);
  expect(page.querySelector('ui-failure button')).toBeNull();
});

it('offline is said with the time of the last answer, and is over with the next', async () => {
  const { fixture, page } = open();
  const connection = TestBed.inject(Connection);
  connection.answered();
  connection.failed();
  await fixture.whenStable();
  expect(page.textContent).toMatch(/Hors ligne\. Données de \d{1,2}:\d\d\./);
  connection.answered();
  await fixture.whenStable();
  expect(page.textContent).not.toContain('Hors ligne');
});

it('an error summary takes the focus, and its lines lead to their fields', async () => {
  const { fixture, page } = open();
  fixture.componentInstance.errors.set([{ field: 'title', message: 'Donnez un titre' }]);
  await fixture.whenStable();
  await new Promise((done) => setTimeout(done));
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
  page.querySelector<HTMLAnchorElement>('ui-error-summary a')?.click();
  expect(document.activeElement?.id).toBe('title');
});

it('a question names what is lost, puts the focus on the safe answer, and Escape keeps', async () => {
  const { root } = open();
  const answer = TestBed.inject(Confirm).ask({ heading: 'Annuler la série ?', lost: ['chaque jeudi'], keep: 'Garder', act: 'Annuler' });
  await Promise.all([import('@angular/material/dialog'), import('./confirm-dialog')]);
  await new Promise((done) => setTimeout(done));
  const dialog = await root.getHarness(MatDialogHarness);
  expect(await dialog.getRole()).toBe('alertdialog');
  expect(await dialog.getContentText()).toContain('chaque jeudi');
  await new Promise((done) => setTimeout(done));
  expect(document.activeElement?.textContent?.trim()).toBe('Garder');
  await dialog.close();
  expect(await answer).toBe(false);
});

/** Its code comes with the first. */
async function appeared(root: ReturnType<typeof open>['root']): Promise<MatSnackBarHarness> {
  for (let tries = 0; tries < 50 && !document.querySelector('ui-notice'); tries += 1) await new Promise((done) => setTimeout(done, 20));
  return root.getHarness(MatSnackBarHarness);
}

it('Control and Z takes the way back too, but not from a field that is being written', async () => {
  const { root, page } = open();
  let undone = 0;
  TestBed.inject(Notices).say('Réunion déplacée', { label: 'Annuler', run: () => (undone += 1) });
  await appeared(root);
  const press = (target: Element | null) =>
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }));
  press(page.querySelector('#title'));
  expect(undone).toBe(0);
  press(document.body);
  expect(undone).toBe(1);
});

it('a notice offers the way back and is polite', async () => {
  const { root } = open();
  const undone = signal(false);
  TestBed.inject(Notices).say('Réunion déplacée', { label: 'Annuler', run: () => undone.set(true) });
  const bar = await appeared(root);
  expect(await bar.getAriaLive()).toBe('polite');
  document.querySelector<HTMLButtonElement>('ui-notice button')?.click();
  expect(undone()).toBe(true);
});

it('the last known value outlives a failed reload', async () => {
  const answers = [() => Promise.resolve('yes'), () => Promise.reject(new Error('gone'))];
  const turn = signal(0);
  const source = TestBed.runInInjectionContext(() =>
    resource({ params: () => turn(), loader: ({ params }) => answers[params]?.() ?? Promise.resolve('later') }),
  );
  const known = TestBed.runInInjectionContext(() => lastKnown(source));
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  expect(known()?.value).toBe('yes');
  turn.set(1);
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  expect(source.status()).toBe('error');
  expect(known()?.value).toBe('yes');
});

it('French texts elide before the names that stand in them', () => {
  TestBed.configureTestingModule({ providers: [provideFixedTexts('fr', { x: { saved: 'Les règles de {{ room }}' } })] });
  expect(TestBed.inject(Texts).t('x.saved', { room: 'Atelier' })).toBe('Les règles d’Atelier');
});
