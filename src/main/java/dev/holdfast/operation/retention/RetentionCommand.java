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
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TicketWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code retention Contoso Portal 14 days}: opens the form with the period chosen. */
@Component
class RetentionCommand implements ChatCommand<RetentionCommand.Arguments> {

  private final RetentionForm form;
  private final EnvironmentResolver environments;

  RetentionCommand(RetentionForm form, EnvironmentResolver environments) {
    this.form = form;
    this.environments = environments;
  }

  /**
   * A change, as far as it was said.
   *
   * @param ticket the change ticket
   */
  record Arguments(RetentionWords words, Optional<String> ticket) {}

  @Override
  public CommandName name() {
    return CommandName.of(RetentionSpec.KIND, "backup-retention", "backup retention");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    RetentionWords wish = RetentionWords.of(said.rest().text());
    return wish.environment().isEmpty()
        ? ParseResult.missing(
            name(), "command.missing.environment", "retention Contoso Portal 14 days")
        : ParseResult.of(new Arguments(wish, said.ticket()));
  }

  @Override
  public Optional<Arguments> parseUnnamed(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    return RetentionWords.ofSentence(said.rest().text())
        .map(wish -> new Arguments(wish, said.ticket()));
  }

  @Override
  public Reply handle(Arguments said, IncomingMessage message) {
    RetentionWords wish = said.words();
    return Reply.of(
        environments.with(
            wish.environment(),
            message.who(),
            found -> form.form(RetentionInput.of(data(found, said)), message.who(), errors(wish)),
            RetentionFormAction.VERB,
            found -> data(found, said)));
  }

  private static Map<String, String> data(EnvironmentProfile environment, Arguments said) {
    Map<String, String> data = new HashMap<>();
    data.put(RetentionInput.ENVIRONMENT, environment.id());
    said.ticket().ifPresent(ticket -> data.put(TicketForm.ID, ticket));
    said.words()
        .days()
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
