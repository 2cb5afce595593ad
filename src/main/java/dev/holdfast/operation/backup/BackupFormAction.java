package dev.holdfast.operation.backup;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.start.StartForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens the form for a manual backup. */
@Component
class BackupFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("backup.form");

  private final BackupForm form;

  BackupFormAction(BackupForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backups", "environment", "help", "home", "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    Map<String, String> known = new HashMap<>();
    known.put("source", data.getOrDefault("environment", ""));
    Stream.of(
            "label",
            "notes",
            StartForm.ID,
            StartForm.GRACE,
            RepeatForm.ID,
            RepeatForm.CHANGES,
            TicketForm.ID)
        .filter(data::containsKey)
        .forEach(field -> known.put(field, data.get(field)));
    return form.form(known, who);
  }
}
