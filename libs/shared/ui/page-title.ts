import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from './texts';

/** The title of the window: `title: 'today.title'` on the route is a key; a page that knows better calls `say()`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly key = signal('');
  private readonly said = signal('');
  /** Name of the house, said after the page. */
  readonly house = signal('Bota 75');

  constructor() {
    super();
    effect(() => {
      const page = this.said() || (this.key() && this.texts.t(this.key()));
      this.title.setTitle(page ? `${page} · ${this.house()}` : this.house());
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    const key = this.buildTitle(state) ?? '';
    if (key !== this.key()) this.said.set('');
    this.key.set(key);
  }

  /** The page names itself: a room, a date. Lasts until another page comes. */
  say(page: string): void {
    this.said.set(page);
  }
}
