package dev.holdfast.audit.sink;

import dev.holdfast.audit.AuditExporter;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the audit log reaches its sink in time. */
@Component
class AuditSinkCheck implements DoctorCheck {

  private final AuditProperties properties;
  private final AuditExporter exporter;
  private final SinkPositions positions;
  private final Clock clock;

  AuditSinkCheck(
      AuditProperties properties, AuditExporter exporter, SinkPositions positions, Clock clock) {
    this.properties = properties;
    this.exporter = exporter;
    this.positions = positions;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return "Audit sink";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    if (!properties.sink().isConfigured()) {
      return CheckResult.ok("The audit log is forwarded nowhere.");
    }
    SinkPosition sent = positions.get();
    long rows = exporter.seal().rows();
    if (sent.position() > rows) {
      return CheckResult.broken(
          "The sink has %d rows of the audit log, and the database only %d."
              .formatted(sent.position(), rows),
          Remedy.of("The end of the audit log is gone. Compare it with what the sink has."));
    }
    String state = "The sink has %d of %d rows of the audit log.".formatted(sent.position(), rows);
    return isLate(sent)
        ? CheckResult.warning(
            (state + " " + sent.failure()).strip(),
            Remedy.of(
                "Look at the file or the endpoint of holdfast.audit.sink. Holdfast keeps trying,"
                    + " and leaves nothing out."))
        : CheckResult.ok(state);
  }

  /** Whether the next row waits for long, and nothing was taken meanwhile. */
  private boolean isLate(SinkPosition sent) {
    Instant late = clock.instant().minus(properties.sink().lateAfter());
    Optional<Instant> waitsSince =
        exporter.behind(sent.position(), 1).stream().findFirst().flatMap(AuditExporter.Line::at);
    return waitsSince.filter(at -> at.isBefore(late)).isPresent()
        && sent.sentAt().filter(at -> !at.isBefore(late)).isEmpty();
  }
}
