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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a test tells of finance and operations by environment; nobody is asked for the rest. */
public final class ToldFinOps implements FinOpsApi {

  public final Map<String, FinOpsAnswer<FinOpsProperties>> properties = new HashMap<>();
  public final Map<String, FinOpsAnswer<FinOpsMaintenance>> maintenance = new HashMap<>();
  public final Map<String, FinOpsAnswer<List<FinOpsVersion>>> versions = new HashMap<>();

  /** Of which environments versions were asked for. */
  public final List<String> askedForVersions = new ArrayList<>();

  @Override
  public FinOpsAnswer<FinOpsProperties> properties(String environmentId) {
    return properties.getOrDefault(environmentId, none(Reason.NOT_ASKED));
  }

  @Override
  public FinOpsAnswer<List<FinOpsError>> errorsSince(String environmentId, Instant since) {
    return none(Reason.NOT_ASKED);
  }

  @Override
  public FinOpsAnswer<FinOpsMaintenance> maintenance(String environmentId) {
    return maintenance.getOrDefault(environmentId, none(Reason.NOT_ASKED));
  }

  @Override
  public FinOpsAnswer<List<FinOpsVersion>> versions(String environmentId) {
    askedForVersions.add(environmentId);
    return versions.getOrDefault(environmentId, none(Reason.NOT_ASKED));
  }

  @Override
  public FinOpsAnswer<FinOpsEnvironmentState> state(Environment environment) {
    return none(Reason.NOT_ASKED);
  }

  @Override
  public FinOpsAnswer<List<FinOpsHistoryEntry>> historySince(
      Environment environment, Instant since) {
    return none(Reason.NOT_ASKED);
  }

  public static <T> FinOpsAnswer<T> none(Reason reason) {
    return new FinOpsAnswer.Unavailable<>(reason, "The service answers " + reason + ".");
  }
}
