package dev.holdfast.local;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.endpoint.PowerPlatformApiProperties;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the profile local, which lets everybody in, reaches nothing but this machine. */
@Component
@Profile("local")
class LocalPlatformStartupCheck implements StartupCheck {

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      AdminApiProperties platform = bound(environment, AdminApiProperties.class);
      PowerPlatformApiProperties second =
          Binder.get(environment)
              .bindOrCreate(
                  "holdfast.admin-api.power-platform-api", PowerPlatformApiProperties.class);
      AdminApiSignInProperties signIn = bound(environment, AdminApiSignInProperties.class);
      return Stream.of(address(platform, second), credential(signIn))
          .flatMap(Optional::stream)
          .toList();
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  private static <T> T bound(Environment environment, Class<T> type) {
    return Binder.get(environment).bindOrCreate("holdfast.admin-api", type);
  }

  private static Optional<SettingProblem> address(
      AdminApiProperties platform, PowerPlatformApiProperties second) {
    if (platform.baseUrl() != null && !platform.onLoopback()) {
      return Optional.of(elsewhere("holdfast.admin-api.base-url"));
    }
    return platform.baseUrl() == null || new AdminApiEndpoints(platform, second).onLoopback()
        ? Optional.empty()
        : Optional.of(elsewhere("holdfast.admin-api.power-platform-api.base-url"));
  }

  private static SettingProblem elsewhere(String setting) {
    return new SettingProblem(
        setting,
        "the profile local lets everybody in, so it uses an admin API on this machine only",
        "Remove the setting, or the profile local.");
  }

  private static Optional<SettingProblem> credential(AdminApiSignInProperties signIn) {
    return Optional.ofNullable(signIn.credential())
        .map(
            credential -> {
              CredentialException refused = LocalAccessTokenProvider.refused();
              return new SettingProblem(
                  "holdfast.admin-api.credential",
                  String.valueOf(refused.getMessage()),
                  refused.remedy());
            });
  }
}
