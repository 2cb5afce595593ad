package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.doctor.CheckResult;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/**
 * Whether anybody tells of which kind a unified environment is: the Power Platform API, else its
 * Dataverse. Without that rules say amber.
 */
@Component
class DataverseCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final ObjectFactory<FinOpsApi> finOps;
  private final SampleEnvironment sample;
  private final AdminApiRemedies remedies;

  DataverseCheck(
      ObjectFactory<AdminApi> api,
      ObjectFactory<FinOpsApi> finOps,
      SampleEnvironment sample,
      AdminApiRemedies remedies) {
    super(remedies, "Dataverse", ENVIRONMENTS);
    this.api = api;
    this.finOps = finOps;
    this.sample = sample;
    this.remedies = remedies;
  }

  @Override
  CheckResult ask() {
    Environment environment = sample.get();
    if (!(environment.finOps() instanceof FinOpsLink.Unified)) {
      return CheckResult.ok("Not needed: no environment is unified.");
    }
    boolean told =
        finOps
            .getObject()
            .properties(environment.id())
            .known()
            .flatMap(FinOpsProperties::knownType)
            .isPresent();
    if (told) {
      return CheckResult.ok(
          "Not needed: the Power Platform API tells of which kind %s is."
              .formatted(environment.displayName()));
    }
    return api.getObject()
        .finOpsDeployment(environment)
        .map(
            found ->
                CheckResult.ok(
                    "It tells of which kind %s is.".formatted(environment.displayName())))
        .orElseGet(
            () ->
                CheckResult.warning(
                    "It does not tell of which kind %s is, so no rule about pairs can say green."
                        .formatted(environment.displayName()),
                    remedies.applicationUser(environment.displayName())));
  }
}
