package dev.holdfast.testing;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finance and operations apps that say what a test has written down; else all is well. */
public final class ScriptedFinOps implements FinOpsApi {

  public static final String VERSION = "10.0.2645.136";

  public FinOpsAnswer<FinOpsEnvironmentState> state = state("Enabled");
  public FinOpsAnswer<List<FinOpsError>> errors = new FinOpsAnswer.Known<>(List.of());

  public FinOpsAnswer<List<FinOpsHistoryEntry>> history = new FinOpsAnswer.Known<>(List.of());

  /** By environment; the others have {@link #VERSION}. */
  public final Map<String, FinOpsAnswer<FinOpsProperties>> properties = new HashMap<>();

  /** What happens while the state is read. */
  public Runnable meanwhile = () -> {};

  /** Since when errors were asked for last. */
  public Instant askedSince = Instant.MIN;

  public static FinOpsAnswer<FinOpsEnvironmentState> state(String word) {
    return new FinOpsAnswer.Known<>(
        new FinOpsEnvironmentState(word, "Sandbox", Optional.empty(), Optional.empty()));
  }

  public static FinOpsAnswer<FinOpsProperties> version(String version) {
    return new FinOpsAnswer.Known<>(
        new FinOpsProperties("UnifiedSandbox", Optional.of(version), Optional.empty(), 0));
  }

  public static FinOpsError error(String code, String message, Instant at) {
    return new FinOpsError(
        "Restore", "SyncDatabase", code, message, Optional.of(at), "correlation-finops");
  }

  public static <T> FinOpsAnswer<T> none(Reason reason) {
    return new FinOpsAnswer.Unavailable<>(reason, "It says " + reason + ".");
  }

  @Override
  public FinOpsAnswer<FinOpsProperties> properties(String environmentId) {
    return properties.getOrDefault(environmentId, version(VERSION));
  }

  @Override
  public FinOpsAnswer<List<FinOpsError>> errorsSince(String environmentId, Instant since) {
    askedSince = since;
    return errors;
  }

  @Override
  public FinOpsAnswer<FinOpsMaintenance> maintenance(String environmentId) {
    return new FinOpsAnswer.Known<>(new FinOpsMaintenance("", Set.of()));
  }

  @Override
  public FinOpsAnswer<List<FinOpsVersion>> versions(String environmentId) {
    return new FinOpsAnswer.Known<>(List.of());
  }

  @Override
  public FinOpsAnswer<FinOpsEnvironmentState> state(Environment environment) {
    meanwhile.run();
    return state;
  }

  @Override
  public FinOpsAnswer<List<FinOpsHistoryEntry>> historySince(
      Environment environment, Instant since) {
    return history;
  }
}
