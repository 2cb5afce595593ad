package dev.holdfast.doctor;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Api;
import dev.holdfast.platform.PlatformProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What mends Holdfast's access to the admin API. */
@Component
class AdminApiRemedies {

  private static final String NO_ID = "<client id>";

  private final PlatformProperties platform;
  private final String clientId;

  AdminApiRemedies(
      PlatformProperties platform, @Value("${holdfast.platform.client-id:}") String clientId) {
    this.platform = platform;
    this.clientId = clientId.isBlank() ? NO_ID : clientId;
  }

  /**
   * An application cannot register itself: the call needs the token of a person (facts 1.1, 1.8).
   */
  Remedy register() {
    return Remedy.of(
        "A Power Platform administrator registers it once, in PowerShell after Add-PowerAppsAccount"
            + " -Endpoint %s:".formatted(platform.endpoint().word()),
        "New-PowerAppManagementApp -ApplicationId " + clientId);
  }

  /** With BAP the registration is the role; the documented API has roles of its own (facts 2). */
  Remedy role() {
    return platform.api() == Api.BAP
        ? register()
        : Remedy.of(
            "Someone who administers roles gives application %s the role Power Platform Contributor"
                    .formatted(clientId)
                + " at the tenant, in the Power Platform admin center under Manage, Roles.");
  }

  Remedy applicationUser(String environment) {
    return Remedy.of(
        "In the Power Platform admin center, under %s, Settings, Application users: add application"
                .formatted(environment)
            + " %s with the role System Administrator.".formatted(clientId));
  }

  /**
   * There was no token. The codes are those of a secret that is wrong or has run out, and of an
   * application or tenant that is not there.
   */
  Remedy credential(AdminApiException e) {
    return switch (e.answer().code().orElse("")) {
      case "AADSTS7000215", "AADSTS7000222" ->
          Remedy.of(
              "Make a new secret and put it into holdfast.platform.credential:",
              "az ad app credential reset --append --id " + clientId);
      case "AADSTS700016", "AADSTS90002" ->
          Remedy.of("Correct holdfast.platform.client-id and holdfast.platform.tenant-id.");
      default ->
          Remedy.of(
              "Correct what holdfast.platform says of tenant, client and credential; the application"
                  + " is in the Microsoft Entra admin center under App registrations.");
    };
  }

  /** The verdict on a call that failed. */
  Verdict verdict(AdminApiException e) {
    String sentence = e.forLog();
    return switch (e.kind()) {
      case UNAUTHORIZED ->
          Verdict.broken(
              sentence,
              Remedy.of(
                  "Correct holdfast.platform.audience, which is %s, and holdfast.platform.tenant-id."
                      .formatted(platform.audience())));
      case FORBIDDEN -> Verdict.broken(sentence, role());
      case NOT_FOUND -> Verdict.broken(sentence, role());
      case THROTTLED -> Verdict.warning(sentence, Remedy.of("Wait; nothing needs mending."));
      case UNREACHABLE, UNAVAILABLE, BUSY, NO_CAPACITY ->
          Verdict.broken(
              sentence,
              Remedy.of(
                  "Look at Health, Service health in the Microsoft 365 admin center, and ask again"
                      + " in a few minutes."));
      case INVALID, GARBLED ->
          Verdict.broken(
              sentence,
              Remedy.of(
                  "Correct holdfast.platform.api and holdfast.platform.base-url, which is %s."
                      .formatted(platform.baseUrl())));
    };
  }
}
