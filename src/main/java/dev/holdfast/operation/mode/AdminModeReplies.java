package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The form with which the commands answer, or the question which environment is meant. */
@Component
class AdminModeReplies {

  private final AdminModeForm form;
  private final EnvironmentResolver environments;

  AdminModeReplies(AdminModeForm form, EnvironmentResolver environments) {
    this.form = form;
    this.environments = environments;
  }

  /**
   * @param name of the environment, as it was typed; empty for none
   * @param mode what is wanted, once it's clear which environment is meant
   */
  Reply form(
      String name,
      Function<Optional<EnvironmentProfile>, Optional<AdministrationMode>> mode,
      ChatUser who) {
    if (name.isEmpty()) {
      return Reply.of(form.form(data(Optional.empty(), mode), who));
    }
    return Reply.of(
        environments.with(
            name,
            who,
            meant -> form.form(data(Optional.of(meant), mode), who),
            AdminModeFormAction.VERB,
            candidate -> data(Optional.of(candidate), mode)));
  }

  private static Map<String, String> data(
      Optional<EnvironmentProfile> environment,
      Function<Optional<EnvironmentProfile>, Optional<AdministrationMode>> mode) {
    Map<String, String> data = new HashMap<>();
    environment.ifPresent(one -> data.put(AdminModeInput.SOURCE, one.id()));
    mode.apply(environment)
        .ifPresent(one -> data.put(AdminModeInput.MODE, AdminModeInput.word(one)));
    return data;
  }
}
