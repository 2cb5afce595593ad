package dev.holdfast.doctor;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsLink;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether the environments can be listed. Whoever lacks the role gets an empty list or a 403. */
@Component
class EnvironmentsCheckup extends AdminApiCheckup {

  private final AdminApi api;
  private final SampleEnvironment sample;
  private final AdminApiRemedies remedies;

  EnvironmentsCheckup(@Lazy AdminApi api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, ENVIRONMENTS, ADDRESS, TOKEN);
    this.api = api;
    this.sample = sample;
    this.remedies = remedies;
  }

  @Override
  Verdict ask() {
    long began = System.nanoTime();
    List<Environment> all = api.environments();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (all.isEmpty()) {
      return Verdict.broken(
          "The list is empty. Every tenant has an environment, so Holdfast is not allowed to see"
              + " it.",
          remedies.role());
    }
    sample.chooseFrom(all);
    long unified = all.stream().filter(EnvironmentsCheckup::unified).count();
    return Verdict.ok(
        "%d are listed, %d of them unified, in %d ms."
            .formatted(all.size(), unified, took.toMillis()));
  }

  private static boolean unified(Environment environment) {
    return environment.finOps() instanceof FinOpsLink.Unified;
  }
}
