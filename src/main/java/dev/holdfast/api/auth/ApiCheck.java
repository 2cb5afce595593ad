package dev.holdfast.api.auth;

import dev.holdfast.api.ApiMetrics;
import dev.holdfast.api.ApiProperties;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Whether the tokens of applications can be checked. That an audience and a tenant are configured
 * is asked at the start; which roles an application has only its calls show.
 */
@Component
class ApiCheck implements DoctorCheck {

  private final ApiProperties settings;
  private final ApiMetrics metrics;
  private final Environment environment;

  ApiCheck(ApiProperties settings, ApiMetrics metrics, Environment environment) {
    this.settings = settings;
    this.metrics = metrics;
    this.environment = environment;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "HTTP API";
  }

  @Override
  public CheckResult check() {
    if (!settings.enabled()) {
      return CheckResult.ok("It's turned off (holdfast.api.enabled).");
    }
    if (environment.acceptsProfiles(Profiles.of("local"))) {
      return CheckResult.ok("In the profile local, it takes tokens that Holdfast makes itself.");
    }
    URI keys = EntraKeys.address(settings);
    try {
      int usable = EntraKeys.usable(keys);
      return usable == 0 ? noKeys(keys) : roles(usable);
    } catch (IOException e) {
      return CheckResult.broken(
          "Couldn't read the keys that sign the tokens of applications, so no application is let"
              + " in: %s.".formatted(e.getMessage()),
          Remedy.of(
              "Let this machine through to %s, or correct holdfast.api.authority and"
                      .formatted(keys.getHost())
                  + " holdfast.api.tenant-id:",
              "curl -v " + keys));
    }
  }

  private static CheckResult noKeys(URI keys) {
    return CheckResult.broken(
        "None of the published keys signs tokens, so no application is let in.",
        Remedy.of(
            "Set holdfast.api.authority to the address for your cloud. No proxy may change the"
                + " response:",
            "curl -v " + keys));
  }

  private CheckResult roles(int usable) {
    long refused = metrics.withoutRole();
    return refused == 0
        ? CheckResult.ok(
            "Applications of tenant %s call it with tokens for %s. %d keys sign tokens."
                .formatted(settings.tenantId(), String.join(", ", settings.audience()), usable))
        : CheckResult.warning(
            "%d call(s) since the start had a token without the app role that they need."
                .formatted(refused),
            Remedy.of(
                "Give the application the app roles Requests.Read and Requests.Create of the API's"
                    + " registration, and have an administrator consent (deploy/README.md)."));
  }
}
