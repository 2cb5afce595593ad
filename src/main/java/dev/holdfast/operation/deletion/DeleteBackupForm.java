package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form that asks which backup is deleted, and why. */
@Component
class DeleteBackupForm {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final FormLook look;
  private final ErrorCards troubles;

  DeleteBackupForm(ReadableEnvironments catalog, FormLook look, ErrorCards troubles) {
    this.catalog = catalog;
    this.look = look;
    this.troubles = troubles;
  }

  Card form(DeleteBackupInput input, ChatUser who, Map<String, Message> errors) {
    return form(input, who, Optional.empty(), errors);
  }

  /**
   * The form where a backup was named by its label or ID.
   *
   * @param named may be empty
   */
  Card named(DeleteBackupInput input, String named, ChatUser who) {
    if (named.isBlank()) {
      return form(input, who, Optional.empty(), Map.of());
    }
    List<Backup> meant = NamedBackups.of(named, deletable(input.environment(), who));
    return meant.size() == 1
        ? form(input.withBackup(meant.get(0).id()), who, Optional.empty(), Map.of())
        : form(input, who, Optional.of(ambiguous(named, meant.size())), Map.of());
  }

  /** Whether a person may see the environment that is meant. */
  boolean isThere(DeleteBackupInput input, ChatUser who) {
    return catalog.byId(input.environment(), who).isPresent();
  }

  private static Banner ambiguous(String named, int many) {
    String code = many == 0 ? "deleteBackupForm.noneNamed" : "deleteBackupForm.severalNamed";
    return new Banner(Tone.ATTENTION, TEXTS.of(code, "label", named));
  }

  private List<Backup> deletable(String environmentId, ChatUser who) {
    return catalog
        .byId(environmentId, who)
        .map(environment -> deletable(look.backups().read(environment.id())))
        .orElseGet(List::of);
  }

  private List<Backup> deletable(List<Backup> listed) {
    return listed.stream()
        .filter(Backup::selectable)
        .filter(backup -> !backup.expired(look.clock().instant()))
        .toList();
  }

  private Card form(
      DeleteBackupInput input, ChatUser who, Optional<Banner> banner, Map<String, Message> errors) {
    return catalog
        .byId(input.environment(), who)
        .map(
            environment -> {
              var listed = look.backups().read(environment.id());
              Optional<Banner> gaps = UnreadableRowNotes.backups(listed.unreadable(), TEXTS);
              return form(
                  environment,
                  deletable(listed),
                  input,
                  UnreadableRowNotes.both(banner, gaps),
                  errors);
            })
        .orElseGet(() -> gone(who));
  }

  /** The same from what is in memory; empty when that isn't enough. */
  Optional<Card> formInMemory(DeleteBackupInput input, ChatUser who, Map<String, Message> errors) {
    return catalog
        .inMemory(input.environment(), who)
        .flatMap(
            environment ->
                look.backups()
                    .inMemory(environment.id())
                    .map(
                        listed ->
                            form(environment, deletable(listed), input, Optional.empty(), errors)));
  }

  private Card form(
      EnvironmentProfile environment,
      List<Backup> backups,
      DeleteBackupInput input,
      Optional<Banner> banner,
      Map<String, Message> errors) {
    return look.cards()
        .render(
            new DeleteBackupFormView(
                look.labels().side(environment),
                choices(backups, input.backup()),
                backups.size(),
                new DeleteBackupFormView.Values(
                    input.backup(), input.reason(), look.tickets().shown(input.ticket())),
                banner,
                TEXTS.of(errors),
                Map.of("environment", environment.id())));
  }

  /** The newest, and the chosen one. */
  private static List<Choice> choices(List<Backup> backups, String chosen) {
    List<Backup> page = new ArrayList<>(backups.stream().limit(Choice.PAGE).toList());
    backups.stream()
        .skip(Choice.PAGE)
        .filter(backup -> backup.id().equals(chosen))
        .forEach(page::add);
    return page.stream()
        .map(
            backup ->
                new Choice(
                    TEXTS.of("restoreForm.backup", "backup", backup.name(), "time", backup.point()),
                    backup.id()))
        .toList();
  }

  private Card gone(ChatUser who) {
    return troubles.plain(
        Message.of("environment.gone"), Message.of("error.unchanged"), List.of(), who.texts());
  }
}
