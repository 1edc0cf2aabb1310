import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Task } from '@bota/shared/domain';
import { Empty, Failure, OrgBadge, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ResidentWords } from '../resident-words';
import { ResidentsStore } from '../residents-store';
import { TaskListView } from './task-list';
import { tasksResource } from './tasks.resource';

const URGENCIES: readonly Task['urgency'][] = ['now', 'decide', 'soon'];

/** The first page of who runs the house: what waits, and who lives here. */
@Component({
  selector: 'b75-waiting',
  imports: [Empty, Failure, OrgBadge, RouterLink, SectionHeader, Skeleton, TaskListView],
  templateUrl: './waiting.html',
  styleUrl: './waiting.scss',
})
export class Waiting {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly words = inject(ResidentWords);
  protected readonly tasks = tasksResource();
  private readonly residents = inject(ResidentsStore).residents;
  protected readonly now = computed(() => (this.tasks.value(), new Date()));
  protected readonly groups = computed(() => {
    const items = this.tasks.hasValue() ? this.tasks.value().items : [];
    return URGENCIES.map((name) => ({ name, items: items.filter(({ urgency }) => urgency === name) })).filter(
      ({ items: some }) => some.length > 0,
    );
  });
  protected readonly living = computed(() =>
    this.residents.hasValue() ? this.residents.value().items.filter(({ status }) => status === 'active' || status === 'notice') : [],
  );
}
