package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.ServicePrincipal;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.Remedy;
import org.springframework.stereotype.Component;

/** How to fix Holdfast's access to the admin API. */
@Component
class AdminApiRemedies {

  private final AdminApiProperties platform;
  private final ServicePrincipal principal;

  AdminApiRemedies(AdminApiProperties platform) {
    this.platform = platform;
    this.principal = ServicePrincipal.of(platform);
  }

  /**
   * An application cannot register itself: the call needs the token of a person (facts 1.1, 1.8).
   */
  Remedy register() {
    return Remedy.of(
        "A Power Platform administrator, signed in as a person, registers it in PowerShell:",
        principal.registerCommand());
  }

  /** With BAP the registration is the role; the documented API has roles of its own (facts 2). */
  Remedy role() {
    return principal.api() == AdminApiFlavor.BAP
        ? register()
        : Remedy.of(
            "In the Power Platform admin center, under Manage, Role assignments, give application"
                + " %s the role Power Platform Contributor for the tenant.".formatted(id()));
  }

  Remedy applicationUser(String environment) {
    return Remedy.of(
        "In the Power Platform admin center, under %s, Settings, Application users: add application"
                .formatted(environment)
            + " %s with the role System Administrator.".formatted(id()));
  }

  private String id() {
    return principal.clientId().orElse("<client id>");
  }

  /**
   * There was no token. The codes are those of a secret that is wrong or has run out, and of an
   * application or tenant that is not there.
   */
  Remedy credential(AdminApiException e) {
    return switch (e.answer().code().orElse("")) {
      case "AADSTS7000215", "AADSTS7000222" ->
          Remedy.of(
              "Make a new secret and put it into holdfast.admin-api.credential:",
              "az ad app credential reset --append --id " + id());
      case "AADSTS700016", "AADSTS90002" ->
          Remedy.of("Correct holdfast.admin-api.client-id and holdfast.admin-api.tenant-id.");
      default ->
          Remedy.of(
              "Correct what holdfast.admin-api says of tenant, client and credential; the"
                  + " application is in the Microsoft Entra admin center under App registrations.");
    };
  }

  /** The verdict on a call that failed. */
  CheckResult verdict(AdminApiException e) {
    String sentence = e.forLog();
    return switch (e.kind()) {
      case UNAUTHORIZED ->
          CheckResult.broken(
              sentence,
              Remedy.of(
                  "Correct holdfast.admin-api.audience, which is %s, and holdfast.admin-api.tenant-id."
                      .formatted(platform.audience())));
      case NOT_REGISTERED -> CheckResult.broken(sentence, register());
      case FORBIDDEN, NOT_FOUND -> CheckResult.broken(sentence, role());
      case THROTTLED, NOT_YET ->
          CheckResult.warning(sentence, Remedy.of("Wait; there's nothing to fix."));
      case INVALID, GARBLED ->
          CheckResult.broken(
              sentence,
              Remedy.of(
                  "Correct holdfast.admin-api.api and holdfast.admin-api.base-url, which is %s."
                      .formatted(platform.baseUrl())));
      default ->
          CheckResult.broken(
              sentence,
              Remedy.of(
                  "Look at Health, Service health in the Microsoft 365 admin center, and ask again"
                      + " in a few minutes."));
    };
  }
}
