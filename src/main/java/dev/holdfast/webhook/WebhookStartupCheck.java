package dev.holdfast.webhook;

import dev.holdfast.settings.SecureAddress;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether events can be sent to each endpoint, signed, and without being overheard. */
@Component
class WebhookStartupCheck implements StartupCheck {

  private static final String WEBHOOKS = "holdfast.webhooks";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      return problems(
          Binder.get(environment).bindOrCreate(WEBHOOKS, WebhookProperties.class),
          environment.acceptsProfiles(Profiles.of("local")));
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  /**
   * @param local whether this is only a demo
   */
  static List<SettingProblem> problems(WebhookProperties webhooks, boolean local) {
    List<SettingProblem> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < webhooks.endpoints().size(); i++) {
      Endpoint endpoint = webhooks.endpoints().get(i);
      String setting = "%s.endpoints[%d]".formatted(WEBHOOKS, i);
      if (!names.add(String.valueOf(endpoint.name()))) {
        problems.add(
            new SettingProblem(
                setting + ".name", "another endpoint has this name", "Give each its own."));
      }
      if (endpoint.url() != null) {
        addAddress(endpoint.url(), local, setting + ".url", problems);
      }
      addSecrets(endpoint, setting, problems);
      addEvents(endpoint.only().events(), setting + ".only.events", problems);
    }
    return problems;
  }

  private static void addAddress(
      URI url, boolean local, String setting, List<SettingProblem> problems) {
    if (local ? !SecureAddress.isHttpsOrLocal(url) : !SecureAddress.isHttps(url)) {
      problems.add(
          new SettingProblem(
              setting,
              "isn't an https address",
              "Only the profile local may call this machine by http."));
    } else if (url.getUserInfo() != null || url.getFragment() != null) {
      problems.add(
          new SettingProblem(
              setting,
              "holds a user, a password, or a fragment",
              "Remove it; the signature says who sends."));
    }
  }

  private static void addSecrets(Endpoint endpoint, String setting, List<SettingProblem> problems) {
    if (endpoint.secrets().isEmpty() == endpoint.secretFile().isEmpty()) {
      problems.add(
          new SettingProblem(
              setting + ".secret-file",
              endpoint.secrets().isEmpty() ? "is missing" : "secrets are set, too",
              "Set either %s.secret-file or %s.secrets[0].".formatted(setting, setting)));
      return;
    }
    try {
      SecretReader.read(endpoint);
    } catch (IOException e) {
      String which = endpoint.secretFile().isPresent() ? ".secret-file" : ".secrets";
      problems.add(
          new SettingProblem(
              setting + which,
              "can't be used",
              e.getMessage() + " Make one with: openssl rand -base64 32"));
    }
  }

  private static void addEvents(
      List<String> events, String setting, List<SettingProblem> problems) {
    List<String> unknown = events.stream().filter(event -> !EventName.isOne(event)).toList();
    if (!unknown.isEmpty()) {
      problems.add(
          new SettingProblem(
              setting,
              "these aren't events: " + String.join(", ", unknown),
              "Events are " + String.join(", ", EventName.all()) + "."));
    }
  }
}
