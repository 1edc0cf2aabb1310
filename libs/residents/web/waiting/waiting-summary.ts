import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { TaskListView } from './task-list';
import { tasksResource } from './tasks.resource';

const FEW = 3;

/** On the page of today, for who runs the house: the most pressing of what waits. Nothing when nothing waits. */
@Component({
  selector: 'b75-waiting-summary',
  imports: [RouterLink, SectionHeader, TaskListView],
  template: `@if (tasks.hasValue() && tasks.value().items.length > 0) {
    <section>
      <ui-section-header [heading]="texts.t('waiting.title.page')" [count]="tasks.value().items.length">
        <a [routerLink]="['/', space.ref(), 'house']">{{ texts.t('waiting.open') }}</a>
      </ui-section-header>
      <b75-task-list [tasks]="first()" [now]="now()" />
    </section>
  }`,
  // Nothing takes no room.
  styles: ':host { display: contents }',
})
export class WaitingSummary {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly tasks = tasksResource();
  protected readonly first = computed(() => (this.tasks.hasValue() ? this.tasks.value().items.slice(0, FEW) : []));
  protected readonly now = computed(() => (this.tasks.value(), new Date()));
}
