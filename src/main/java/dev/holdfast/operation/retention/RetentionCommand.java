package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code retention Contoso Portal 14 days}: opens the form with the period chosen. */
@Component
class RetentionCommand implements ChatCommand<RetentionWords> {

  private final RetentionForm form;
  private final EnvironmentResolver environments;

  RetentionCommand(RetentionForm form, EnvironmentResolver environments) {
    this.form = form;
    this.environments = environments;
  }

  @Override
  public CommandName name() {
    return CommandName.of(RetentionSpec.KIND, "backup-retention", "backup retention");
  }

  @Override
  public ParseResult<RetentionWords> parse(CommandWords words) {
    RetentionWords said = RetentionWords.of(words.text());
    return said.environment().isEmpty()
        ? ParseResult.missing(
            name(), "command.missing.environment", "retention Contoso Portal 14 days")
        : ParseResult.of(said);
  }

  @Override
  public Optional<RetentionWords> parseUnnamed(CommandWords words) {
    return RetentionWords.ofSentence(words.text());
  }

  @Override
  public Reply handle(RetentionWords said, IncomingMessage message) {
    return Reply.of(
        environments.with(
            said.environment(),
            message.who(),
            found -> form.form(RetentionInput.of(data(found, said)), message.who(), errors(said)),
            RetentionFormAction.VERB,
            found -> data(found, said)));
  }

  private static Map<String, String> data(EnvironmentProfile environment, RetentionWords said) {
    Map<String, String> data = new HashMap<>();
    data.put(RetentionInput.ENVIRONMENT, environment.id());
    said.days()
        .flatMap(RetentionPeriod::ofDays)
        .ifPresent(period -> data.put(RetentionInput.PERIOD, period.iso()));
    return data;
  }

  private static Map<String, Message> errors(RetentionWords said) {
    return said.days().filter(days -> RetentionPeriod.ofDays(days).isEmpty()).isPresent()
        ? Map.of(RetentionInput.PERIOD, Message.of("retentionForm.period.other"))
        : Map.of();
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            23,
            "help.retention.title",
            "help.retention.purpose",
            "retention Contoso Portal 14 days"));
  }
}
