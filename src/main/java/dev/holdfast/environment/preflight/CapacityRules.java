package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.capacity.TenantCapacity.Line;
import dev.holdfast.adminapi.capacity.TenantCapacity.Status;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to overwrite: room, and all that the target holds (rules R6, R12, R13, R51).
 *
 * @param noun the operation in a sentence, behind an article: {@code restore}
 */
record CapacityRules(EnvironmentProfile source, EnvironmentProfile target, Message noun) {

  private static final double GIGABYTE = 1024;

  /**
   * Overwriting needs 1 GB of free capacity. The service's word on the target counts most, then its
   * word on the tenant. Its figures are hours old, so they alone forbid nothing.
   *
   * @param operation the service's word for it
   */
  Finding room(String operation, FinOpsAnswer<TenantCapacity> tenant) {
    if (ServiceAvailabilityRules.refusesForRoom(target, operation)) {
      return RuleId.R12.red("rule.capacity.red", "target", target.name(), "operation", noun);
    }
    if (tenant instanceof FinOpsAnswer.Unavailable<TenantCapacity> none) {
      return notKnown(none);
    }
    return known(((FinOpsAnswer.Known<TenantCapacity>) tenant).value());
  }

  private Finding notKnown(FinOpsAnswer.Unavailable<TenantCapacity> none) {
    if (none.reason() != Reason.NOT_ASKED) {
      return RuleId.R12.amber(
          withSize(
              Message.of("rule.capacity.amber.unread", "operation", noun, "reason", none.why())));
    }
    double megabytes = databases();
    return megabytes > 0
        ? RuleId.R12.amber(
            "rule.capacity.amber.size",
            "source",
            source.name(),
            "size",
            megabytes / GIGABYTE,
            "operation",
            noun)
        : RuleId.R12.amber("rule.capacity.amber", "operation", noun);
  }

  private Finding known(TenantCapacity tenant) {
    Optional<Line> line = tenant.line(TenantCapacity.DATABASE);
    Severity severity = line.map(CapacityRules::severity).orElse(Severity.AMBER);
    Message sentence =
        line.map(database -> database(database, severity))
            .orElseGet(() -> Message.of("rule.capacity.amber.noLine", "operation", noun));
    Optional<Message> apps = apps(tenant);
    boolean appsAreOver = Status.of(tenant.finOpsStatus()) == Status.NOT_AVAILABLE;
    return RuleId.R12
        .check(
            severity == Severity.GREEN && appsAreOver ? Severity.AMBER : severity,
            apps.map(withSize(sentence)::then).orElseGet(() -> withSize(sentence)))
        .toldBy(Finding.Teller.TENANT_CAPACITY);
  }

  private static Severity severity(Line line) {
    boolean enough = line.freeMegabytes().filter(free -> free >= GIGABYTE).isPresent();
    return switch (line.status()) {
      case NOT_AVAILABLE -> Severity.RED;
      case AVAILABLE -> enough ? Severity.GREEN : Severity.AMBER;
      case AVAILABLE_BY_OVERFLOW, NONE, UNKNOWN -> Severity.AMBER;
    };
  }

  private Message database(Line line, Severity severity) {
    String code =
        switch (severity) {
          case GREEN -> "rule.capacity.green";
          case AMBER -> "rule.capacity.amber.tenant";
          case RED -> "rule.capacity.red.tenant";
        };
    return Message.of(code, "figure", figure(line), "operation", noun, "time", time(line));
  }

  /** {@code 3.5 GB (Available)}, as much of it as there is. */
  private static Message figure(Line line) {
    Message word =
        line.statusWord().isEmpty()
            ? Message.of("rule.capacity.noWord")
            : Message.of("rule.capacity.word", "word", line.statusWord());
    return line.freeMegabytes()
        .map(free -> Message.of("rule.capacity.free", "free", free / GIGABYTE, "status", word))
        .orElseGet(() -> Message.of("rule.capacity.noFigure", "status", word));
  }

  private static Message time(Line line) {
    return line.measuredAt()
        .map(at -> Message.of("rule.capacity.measured", "at", at))
        .orElseGet(() -> Message.of("rule.capacity.undated"));
  }

  /** What is said of finance and operations. That it's missing is usual, and nothing is said. */
  private static Optional<Message> apps(TenantCapacity tenant) {
    List<Message> parts =
        Stream.of(TenantCapacity.FINOPS_DATABASE, TenantCapacity.FINOPS_FILE)
            .flatMap(type -> tenant.line(type).stream())
            .map(
                line ->
                    Message.of(
                        "rule.capacity.apps.part",
                        "type",
                        line.type(),
                        "figure",
                        figure(line),
                        "time",
                        time(line)))
            .toList();
    if (!parts.isEmpty()) {
      return Optional.of(Message.of("rule.capacity.apps", "parts", parts));
    }
    return Status.of(tenant.finOpsStatus()) == Status.NOT_AVAILABLE
        ? Optional.of(Message.of("rule.capacity.apps.over", "word", tenant.finOpsStatus()))
        : Optional.empty();
  }

  private Message withSize(Message sentence) {
    double megabytes = databases();
    return megabytes > 0
        ? sentence.then(
            Message.of("rule.capacity.size", "source", source.name(), "size", megabytes / GIGABYTE))
        : sentence;
  }

  private double databases() {
    return source.environment().capacities().stream()
        .filter(line -> line.type().toLowerCase(Locale.ROOT).contains("database"))
        .mapToDouble(Capacity::actualMegabytes)
        .sum();
  }

  /** A backup needs no room (R6). */
  static Finding noRoom(EnvironmentProfile source) {
    return RuleId.R6.green("rule.capacity.green.backup", "source", source.name());
  }

  /** What will be lost (R13). */
  static Finding loss(EnvironmentProfile source, EnvironmentProfile target, Instant point) {
    if (source.id().equals(target.id())) {
      return RuleId.R13.amber("rule.loss.amber.itself", "target", target.name(), "point", point);
    }
    return RuleId.R13.amber(
        RuleMessages.pair("rule.loss.amber", source, target).with("point", point));
  }
}
