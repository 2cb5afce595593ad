package dev.holdfast.api;

import dev.holdfast.entra.Credential;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether it's known whose tokens the HTTP API takes. Without that it doesn't start. */
@Component
class ApiStartupCheck implements StartupCheck {

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      return Binder.get(environment)
          .bind("holdfast.api", ApiProperties.class)
          .map(ApiStartupCheck::problems)
          .orElseGet(List::of);
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  static List<SettingProblem> problems(ApiProperties settings) {
    return settings.enabled()
        ? Stream.of(audience(settings), tenant(settings), authority(settings), names(settings))
            .flatMap(problems -> problems)
            .toList()
        : List.of();
  }

  private static Stream<SettingProblem> audience(ApiProperties settings) {
    return settings.audience().isEmpty() || settings.audience().stream().anyMatch(String::isBlank)
        ? Stream.of(
            new SettingProblem(
                "holdfast.api.audience",
                "the HTTP API is turned on, and it isn't known what its tokens are for",
                "Set it to the client ID of the API's application registration and its application"
                    + " ID URI."))
        : Stream.empty();
  }

  private static Stream<SettingProblem> tenant(ApiProperties settings) {
    return Credential.isGuid(settings.tenantId())
        ? Stream.empty()
        : Stream.of(
            new SettingProblem(
                "holdfast.api.tenant-id",
                "the HTTP API is turned on, and its tenant isn't the ID of one",
                "Set it, or holdfast.teams.tenant-id, to the ID of your tenant."));
  }

  private static Stream<SettingProblem> authority(ApiProperties settings) {
    return "https".equals(settings.authority().getScheme())
        ? Stream.empty()
        : Stream.of(
            new SettingProblem(
                "holdfast.api.authority",
                "signing keys are read over https alone",
                "Set it to the address of Microsoft Entra ID in your cloud, such as"
                    + " https://login.microsoftonline.com."));
  }

  private static Stream<SettingProblem> names(ApiProperties settings) {
    return settings.applications().stream()
        .map(ApiProperties.Application::id)
        .filter(id -> !Credential.isGuid(id))
        .map(
            id ->
                new SettingProblem(
                    "holdfast.api.applications",
                    "“%s” isn't the object ID of a service principal".formatted(id),
                    "az ad sp show --query id --id CLIENT_ID"));
  }
}
