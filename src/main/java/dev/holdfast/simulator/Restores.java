package dev.holdfast.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** {@code restoreTo}: overwrites the environment that the path names (facts 1.3). */
record Restores(World world, Environments environments, Orders orders) implements Handler {

  @Override
  public Answer answer(Call call, String id) {
    SimulatedEnvironment target = environments.find(id);
    SimulatedEnvironment source = environments.find(demanded(call, "SourceEnvironmentId"));
    Instant point = instant(demanded(call, "RestorePointDateTime"));
    new RestoreRules(source, target).check(point, world.now());
    if (target.made().noCapacity()) {
      throw new Refusal(
          409,
          "InsufficientCapacity_StorageDriven",
          "There is not enough database capacity: a restore needs at least 1 GB.");
    }
    if (!source.id().equals(target.id()) && world.occupied(source.id())) {
      throw Refusal.busy(source.id());
    }
    // It ends in administration mode (rule R20)
    Effect effect = new Effect(call.text("TargetEnvironmentName").orElse(null), "AdminMode");
    return orders.take(call, target, "Restore", target.made().restoreTime(), effect);
  }

  private static String demanded(Call call, String field) {
    return call.text(field)
        .orElseThrow(() -> Refusal.invalid("The field %s is required.".formatted(field)));
  }

  /** UTC unless it says otherwise (rule R30). */
  private static Instant instant(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 0;
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusal.invalid("RestorePointDateTime '%s' is not a date.".formatted(text));
    }
  }
}
