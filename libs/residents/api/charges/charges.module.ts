import { Module, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '@bota/shared/api';
import { SpacesModule } from '@bota/spaces/api';
import { Bookkeeper } from './bookkeeper';
import { ChargesController } from './charges.controller';
import { ChargesService } from './charges.service';
import { ClosingService } from './closing.service';
import { FeesController } from './fees.controller';
import { FeesService } from './fees.service';
import { PeriodTasks } from './period.tasks';
import { PeriodsController } from './periods.controller';
import { PeriodsService } from './periods.service';
import { StatementReader } from './statement.reader';
import { StatementsController } from './statements.controller';
import { StatementsService } from './statements.service';

/** What residents pay, and the statements of it. */
@Module({
  imports: [SpacesModule],
  controllers: [ChargesController, FeesController, PeriodsController, StatementsController],
  providers: [Bookkeeper, ChargesService, FeesService, StatementReader, PeriodsService, ClosingService, StatementsService, PeriodTasks],
  exports: [Bookkeeper, ClosingService],
})
export class ChargesModule implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'closedPeriods', read: (tx, personId) => tx.query(CLOSED_BY, [personId]) });
  }
}

// Kept when an account is erased: the row names an account without a name.
const CLOSED_BY = `
  SELECT s.name AS space, to_char(p.month, 'YYYY-MM') AS month, p.closed_at AS "closedAt"
  FROM closed_period p JOIN space s ON s.id = p.space_id WHERE p.closed_by = $1 ORDER BY p.month`;
