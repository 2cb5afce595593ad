package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.ManagementAppRegistration;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.doctor.CheckResult;
import java.util.Optional;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether the service principal is registered as a management application (facts 1.1). */
@Component
class RegistrationCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final Optional<String> clientId;
  private final boolean another;
  private final AdminApiRemedies remedies;

  RegistrationCheck(
      ObjectFactory<AdminApi> api, AdminApiEndpoints endpoints, AdminApiRemedies remedies) {
    super(remedies, "Registration", ADDRESS, TOKEN);
    this.api = api;
    this.clientId = endpoints.clientId();
    this.another = endpoints.each().size() > 1;
    this.remedies = remedies;
  }

  @Override
  CheckResult ask() {
    if (clientId.isEmpty()) {
      return CheckResult.ok(
          "Not asked: holdfast.admin-api.client-id does not name it. The list of environments shows"
              + " as well whether it is registered.");
    }
    return api.getObject()
        .registration(clientId.get())
        .map(this::verdict)
        .orElseGet(
            () ->
                CheckResult.ok(
                    "Not asked: this admin API goes by roles. The list of environments shows"
                        + " whether there is one."));
  }

  private CheckResult verdict(ManagementAppRegistration found) {
    if (found.registered()) {
      return CheckResult.ok(
          "Application %s is a management application.".formatted(found.clientId()));
    }
    String sentence = "Application %s is no management application.".formatted(found.clientId());
    return another
        ? CheckResult.warning(
            sentence + " So only the Power Platform API lets it in.", remedies.register())
        : CheckResult.broken(sentence, remedies.register());
  }
}
