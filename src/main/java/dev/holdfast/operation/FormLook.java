package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.environment.BackupCache;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.start.StartForm;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What every form needs: how cards are drawn, which choices the rules leave, what the service has
 * and can do, and what time it is.
 */
@Component
public record FormLook(
    EnvironmentLabels labels,
    CardRenderer cards,
    Rules rules,
    AdminApi api,
    BackupCache backups,
    TicketForm tickets,
    FormTimes times,
    Clock clock) {

  /** When something is to start. */
  public StartForm starts() {
    return times.starts();
  }

  /** How often something is to be done. */
  public RepeatForm repeats() {
    return times.repeats();
  }

  /** The inputs for times. */
  @Component
  public record FormTimes(StartForm starts, RepeatForm repeats) {}
}
