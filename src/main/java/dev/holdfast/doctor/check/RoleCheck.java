package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.doctor.CheckResult;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/**
 * Whether Holdfast sees an environment as its administrator does. Whether it may also order
 * something only an order shows.
 */
@Component
class RoleCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final SampleEnvironment sample;

  RoleCheck(ObjectFactory<AdminApi> api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Role", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  CheckResult ask() {
    Environment environment = api.getObject().environment(sample.get().id());
    return CheckResult.ok(
        "It reads %s as an administrator does.".formatted(environment.displayName()));
  }
}
