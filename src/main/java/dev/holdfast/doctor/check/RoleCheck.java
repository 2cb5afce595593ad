package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.doctor.CheckResult;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whether Holdfast sees an environment as its administrator does. Whether it may also order
 * something only an order shows.
 */
@Component
class RoleCheck extends AdminApiCheck {

  private final AdminApi api;
  private final SampleEnvironment sample;

  RoleCheck(@Lazy AdminApi api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Role", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  CheckResult ask() {
    Environment environment = api.environment(sample.get().id());
    return CheckResult.ok(
        "It reads %s as an administrator does.".formatted(environment.displayName()));
  }
}
