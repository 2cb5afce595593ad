package dev.holdfast.doctor;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.Registration;
import dev.holdfast.platform.ServicePrincipal;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether the service principal is registered as a management application (facts 1.1). */
@Component
class RegistrationCheckup extends AdminApiCheckup {

  private final AdminApi api;
  private final Optional<String> clientId;
  private final AdminApiRemedies remedies;

  RegistrationCheckup(@Lazy AdminApi api, PlatformProperties platform, AdminApiRemedies remedies) {
    super(remedies, "Registration", ADDRESS, TOKEN);
    this.api = api;
    this.clientId = ServicePrincipal.of(platform).clientId();
    this.remedies = remedies;
  }

  @Override
  Verdict ask() {
    if (clientId.isEmpty()) {
      return Verdict.ok(
          "Not asked: holdfast.platform.client-id does not name it. The list of environments shows"
              + " as well whether it is registered.");
    }
    return api.registration(clientId.get())
        .map(this::verdict)
        .orElseGet(
            () ->
                Verdict.ok(
                    "Not asked: this admin API goes by roles. The list of environments shows"
                        + " whether there is one."));
  }

  private Verdict verdict(Registration found) {
    return found.registered()
        ? Verdict.ok("Application %s is a management application.".formatted(found.clientId()))
        : Verdict.broken(
            "Application %s is no management application.".formatted(found.clientId()),
            remedies.register());
  }
}
