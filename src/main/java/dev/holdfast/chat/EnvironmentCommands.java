package dev.holdfast.chat;

import dev.holdfast.chat.BackupForm;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.Command;
import dev.holdfast.chat.EnvironmentCards;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.RestoreCommand;
import dev.holdfast.chat.WhyCommand;

import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The commands about environments: to look, to back up, to restore and to undo that. */
@Component
class EnvironmentCommands {

  private final EnvironmentCards environments;
  private final WhyCommand why;
  private final BackupForm backups;
  private final RestoreCommand restore;
  private final EnvironmentResolver naming;

  EnvironmentCommands(
      EnvironmentCards environments,
      WhyCommand why,
      BackupForm backups,
      RestoreCommand restore,
      EnvironmentResolver naming) {
    this.environments = environments;
    this.why = why;
    this.backups = backups;
    this.restore = restore;
    this.naming = naming;
  }

  /** Whether names are looked up without a call of the admin API. */
  boolean areKnown() {
    return naming.isReady();
  }

  Card answer(Command command, ChatUser who) {
    if (command instanceof Command.Environments list) {
      return environments.list(list.text().orElse(""), who.zone());
    } else if (command instanceof Command.ShowEnvironment show) {
      return naming.with(
          show.environment(),
          subject -> environments.one(subject.id(), who.zone()),
          "environment.show",
          EnvironmentCommands::itself);
    } else if (command instanceof Command.Backups list) {
      return naming.with(
          list.environment(),
          subject -> environments.backups(subject.id(), who.zone()),
          "backups.show",
          EnvironmentCommands::itself);
    } else if (command instanceof Command.Backup backup) {
      return backup(backup);
    } else if (command instanceof Command.Why question) {
      return why(question, who);
    } else if (command instanceof Command.Restore wish) {
      return restore.answer(wish, who);
    } else if (command instanceof Command.Undo wish) {
      return restore.answer(wish, who);
    }
    throw new IllegalArgumentException("no answer to " + command);
  }

  private Card backup(Command.Backup backup) {
    if (backup.words().isEmpty()) {
      return backups.form("", "");
    }
    Command.Split split = backup.split(naming::find);
    return naming.with(
        String.join(" ", backup.words()),
        split.environment(),
        subject -> backups.form(subject.id(), split.label()),
        "backup.form",
        subject -> Map.of("environment", subject.id(), "label", split.label()));
  }

  private Card why(Command.Why question, ChatUser who) {
    return naming.with(
        question.target(),
        target ->
            question
                .source()
                .map(
                    text ->
                        naming.with(
                            text,
                            source -> why.why(target.id(), Optional.of(source.id()), who.zone()),
                            "why.show",
                            source -> Map.of("target", target.id(), "source", source.id())))
                .orElseGet(() -> why.why(target.id(), Optional.empty(), who.zone())),
        "why.show",
        target -> Map.of("target", target.id()));
  }

  private static Map<String, String> itself(EnvironmentProfile subject) {
    return Map.of("environment", subject.id());
  }
}
