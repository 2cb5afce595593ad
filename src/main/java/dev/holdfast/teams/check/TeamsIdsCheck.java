package dev.holdfast.teams.check;

import dev.holdfast.entra.Credential;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the bot's application ID and its tenants are IDs, and not names or domains. */
@Component
class TeamsIdsCheck implements StartupCheck {

  private static final String PREFIX = "holdfast.teams.";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    return Stream.of(
            one(environment, "app-id", "the ID of the application"),
            one(environment, "tenant-id", "the ID of the tenant"),
            tenants(environment))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<SettingProblem> one(Environment environment, String name, String what) {
    return Binder.get(environment)
        .bind(PREFIX + name, String.class)
        .map(value -> check(PREFIX + name, value, what))
        .orElseGet(Stream::empty);
  }

  private static Stream<SettingProblem> tenants(Environment environment) {
    List<String> tenants =
        Binder.get(environment)
            .bind(PREFIX + "allowed-tenants", Bindable.listOf(String.class))
            .orElseGet(List::of);
    return IntStream.range(0, tenants.size())
        .boxed()
        .flatMap(
            i ->
                check(
                    PREFIX + "allowed-tenants[%d]".formatted(i),
                    tenants.get(i),
                    "the ID of a tenant"));
  }

  /** What is blank counts as not set. */
  private static Stream<SettingProblem> check(String setting, String value, String what) {
    return value.isBlank() || Credential.isGuid(value)
        ? Stream.empty()
        : Stream.of(new SettingProblem(setting, "must be %s, a GUID".formatted(what), ""));
  }
}
