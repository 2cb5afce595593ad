package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.UnreadableRows;
import java.time.Duration;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether the environments can be listed. Whoever lacks the role gets an empty list or a 403. */
@Component
class EnvironmentsCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final SampleEnvironment sample;
  private final AdminApiRemedies remedies;

  EnvironmentsCheck(
      ObjectFactory<AdminApi> api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, ENVIRONMENTS, ADDRESS, TOKEN);
    this.api = api;
    this.sample = sample;
    this.remedies = remedies;
  }

  @Override
  CheckResult ask() {
    long began = System.nanoTime();
    ServiceList<Environment> all = api.getObject().environments();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (all.isEmpty() && all.unreadable() == 0) {
      return CheckResult.broken(
          "The list is empty. Every tenant has an environment, so Holdfast is not allowed to see"
              + " it.",
          remedies.role());
    }
    if (all.isEmpty()) {
      return UnreadableRows.verdict("None can be read.", all.unreadable());
    }
    sample.chooseFrom(all);
    long unified = all.stream().filter(EnvironmentsCheck::unified).count();
    return UnreadableRows.verdict(
        "%d are listed, %d of them unified, in %d ms."
            .formatted(all.size(), unified, took.toMillis()),
        all.unreadable() + (int) all.stream().filter(one -> !one.unreadable().isEmpty()).count());
  }

  private static boolean unified(Environment environment) {
    return environment.finOps() instanceof FinOpsLink.Unified;
  }
}
