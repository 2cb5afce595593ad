package dev.holdfast.adminapi.finops;

import dev.holdfast.adminapi.Environment;
import java.time.Instant;
import java.util.List;

/**
 * What the service says of the finance and operations apps of one environment. The first four come
 * from the Power Platform API (facts 6.1 to 6.4), the others from the environment's own Dataverse
 * (facts 6.5). All are reads, made now, on the calling thread; none throws: an answer that can't be
 * had says why ({@link FinOpsAnswer.Unavailable}).
 */
public interface FinOpsApi {

  /** Kind of deployment and versions (facts 6.1). */
  FinOpsAnswer<FinOpsProperties> properties(String environmentId);

  /**
   * What went wrong in an environment's operations at or after an instant, oldest first (facts
   * 6.2). An error without a readable time is among them, because it may be a new one.
   */
  FinOpsAnswer<List<FinOpsError>> errorsSince(String environmentId, Instant since);

  /** When the service may update it (facts 6.3). */
  FinOpsAnswer<FinOpsMaintenance> maintenance(String environmentId);

  /** The versions that it can be updated to (facts 6.4). */
  FinOpsAnswer<List<FinOpsVersion>> versions(String environmentId);

  /** The state that the environment's own Dataverse gives (facts 6.5). */
  FinOpsAnswer<FinOpsEnvironmentState> state(Environment environment);

  /**
   * What the environment's own Dataverse lists of operations that began at or after an instant, the
   * one that changed last first (facts 6.5).
   */
  FinOpsAnswer<List<FinOpsHistoryEntry>> historySince(Environment environment, Instant since);
}
