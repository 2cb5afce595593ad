package dev.holdfast.chat.calendar;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code calendar [environment]}: what is planned in the next seven days. */
@Component
public class CalendarCommand implements ChatCommand<CalendarCommand.Arguments> {

  private static final HelpTopic TOPIC =
      new HelpTopic(
          83, "help.calendar.title", "help.calendar.purpose", "calendar, calendar Contoso UAT");

  private final CalendarCards cards;
  private final EnvironmentResolver environments;

  CalendarCommand(CalendarCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  /**
   * @param environment as typed; empty for all
   */
  public record Arguments(Optional<String> environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("calendar", "agenda");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(words.withoutAll().name()));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(
        arguments
            .environment()
            .map(
                name ->
                    environments.with(
                        name,
                        said.who(),
                        subject -> cards.one(subject.id(), said.who()),
                        ShowCalendarAction.VERB,
                        subject -> Map.of("environment", subject.id())))
            .orElseGet(() -> cards.all(said.who())));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }
}
