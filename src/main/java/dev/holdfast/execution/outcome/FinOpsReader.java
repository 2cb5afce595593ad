package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.request.verification.FinOpsProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what there is to read of the finance and operations apps of an environment. */
@Component
public class FinOpsReader {

  private final FinOpsApi api;
  private final FinOpsEvaluator evaluator;

  FinOpsReader(FinOpsApi api, FinOpsOutcomeProperties settings) {
    this.api = api;
    this.evaluator = new FinOpsEvaluator(settings.readyStates());
  }

  /** Whether an environment has apps that are restored with it; an unknown link may be one. */
  public static boolean hasApps(Environment environment) {
    return !(environment.finOps() instanceof FinOpsLink.None
        || environment.finOps() instanceof FinOpsLink.LcsLinked);
  }

  /**
   * Whether they run.
   *
   * @param since when the operation was ordered
   * @param ordered what was known of them then
   */
  public FinOpsFinding of(Environment target, Instant since, FinOpsProgress ordered) {
    return hasApps(target)
        ? evaluator.evaluate(
            new FinOpsEvidence(
                target.displayName(),
                api.properties(target.id()),
                api.state(target),
                api.errorsSince(target.id(), since),
                ordered.sourceVersion()))
        : FinOpsEvaluator.withoutApps(target, ordered.expected());
  }

  /** What the service does with an environment's apps since then; empty if that can't be read. */
  public Optional<FinOpsActivity> activity(Environment target, Instant since) {
    return hasApps(target)
        ? api.historySince(target, since).known().stream()
            .flatMap(List::stream)
            .map(row -> new FinOpsActivity(row.name(), row.status(), row.since()))
            .findFirst()
        : Optional.empty();
  }

  /** The service's own word for the state of an environment's apps; empty where there is none. */
  public Optional<String> state(Environment environment) {
    return hasApps(environment)
        ? api.state(environment)
            .known()
            .map(FinOpsEnvironmentState::state)
            .filter(word -> !word.isBlank())
        : Optional.empty();
  }

  /** The version of an environment's apps, as the Power Platform API says it. */
  public Optional<String> version(Environment environment) {
    return hasApps(environment)
        ? api.properties(environment.id())
            .known()
            .flatMap(FinOpsProperties::applicationVersion)
            .filter(version -> !version.isBlank())
        : Optional.empty();
  }
}
