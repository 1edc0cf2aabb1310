import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Empty, Failure, FIELDS, PageHeader, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { ResidentsStore } from '../residents-store';
import { findResidents } from './finding';
import { ResidentRow } from './resident-row';

/** Who lives in the house: by name, those who left apart. */
@Component({
  selector: 'b75-residents',
  imports: [Empty, Failure, MatButton, MatFormFieldModule, MatIcon, MatInput, PageHeader, ResidentRow, SectionHeader, Skeleton],
  providers: [FIELDS],
  templateUrl: './residents.html',
  styleUrl: './residents.scss',
})
export class Residents {
  protected readonly texts = inject(Texts);
  protected readonly store = inject(ResidentsStore);
  protected readonly sought = signal('');
  protected readonly found = computed(() =>
    findResidents(this.store.residents.hasValue() ? this.store.residents.value().items : [], this.sought()),
  );
}
