import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Task } from '@bota/shared/domain';
import { OrgBadge, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { TaskWords } from './task-words';

/** Things that wait, each with the way to where it is settled. */
@Component({
  selector: 'b75-task-list',
  imports: [MatButton, MatIcon, OrgBadge, RouterLink],
  template: `<ul>
    @for (task of tasks(); track task.kind + task.id) {
      @let link = words.link(task, space.ref());
      <li class="row">
        <span class="lead ic" [class]="words.tone(task)"><mat-icon [svgIcon]="words.icon(task)" /></span>
        <div class="body">
          <div class="t">{{ words.title(task) }}</div>
          <div class="s">
            @if (task.organisation; as organisation) {
              <span class="org"><ui-org-badge size="small" [organisation]="organisation" />{{ organisation.name }}</span>
            }
            @if (words.when(task, now()); as when) {
              <span [class.late]="task.urgency === 'now'">{{ when }}</span>
            }
          </div>
        </div>
        <div class="end">
          <a matButton="tonal" [routerLink]="link.parts" [fragment]="link.fragment"
            >{{ words.act(task) }}<span class="vh">{{ texts.t('waiting.about', { title: words.title(task) }) }}</span></a
          >
        </div>
      </li>
    }
  </ul>`,
  styles: `
    .org {
      display: inline-flex;
      gap: 8px;
      align-items: center;
    }
    .late {
      font-weight: 600;
      color: var(--mat-sys-error);
    }
  `,
})
export class TaskListView {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(TaskWords);
  protected readonly space = inject(SpaceStore);
  readonly tasks = input.required<readonly Task[]>();
  readonly now = input.required<Date>();
}
