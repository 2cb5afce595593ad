package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.operation.TicketForm;
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
   * @param said what names the environment, if anything does
   * @param mode what is wanted, once it's clear which environment is meant
   */
  Reply form(
      AdminModeWords said,
      Function<Optional<EnvironmentProfile>, Optional<AdministrationMode>> mode,
      ChatUser who) {
    if (said.environment().isEmpty()) {
      return Reply.of(form.form(data(said, Optional.empty(), mode), who));
    }
    return Reply.of(
        environments.with(
            said.environment(),
            who,
            meant -> form.form(data(said, Optional.of(meant), mode), who),
            AdminModeFormAction.VERB,
            candidate -> data(said, Optional.of(candidate), mode)));
  }

  private static Map<String, String> data(
      AdminModeWords said,
      Optional<EnvironmentProfile> environment,
      Function<Optional<EnvironmentProfile>, Optional<AdministrationMode>> mode) {
    Map<String, String> data = new HashMap<>();
    said.ticket().ifPresent(ticket -> data.put(TicketForm.ID, ticket));
    environment.ifPresent(one -> data.put(AdminModeInput.SOURCE, one.id()));
    mode.apply(environment)
        .ifPresent(one -> data.put(AdminModeInput.MODE, AdminModeInput.word(one)));
    return data;
  }
}
