package dev.holdfast.chat.series;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.message.Message;
import dev.holdfast.series.SeriesService;
import dev.holdfast.series.SeriesService.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code series}: lists those that the asker may see; {@code series S-1042} shows one. */
@Component
class SeriesCommand implements ChatCommand<SeriesCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(62, "help.series.title", "help.series.purpose", "series");

  private static final int LISTED = 10;

  private final SeriesService series;
  private final SeriesWishes wishes;
  private final SeriesCards cards;

  SeriesCommand(SeriesService series, SeriesWishes wishes, SeriesCards cards) {
    this.series = series;
    this.wishes = wishes;
    this.cards = cards;
  }

  /**
   * @param id empty for a list
   * @param page of the list, from 1
   */
  record Arguments(String id, int page) {}

  @Override
  public CommandName name() {
    return CommandName.of("series");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    String text = words.withoutAll().text().strip();
    return text.matches(CommandWords.PAGE)
        ? ParseResult.of(new Arguments("", Integer.parseInt(text)))
        : ParseResult.of(new Arguments(text, 1));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return arguments.id().isEmpty()
        ? Reply.forAskerAlone(list(said.who(), arguments.page()))
        : wishes.show(arguments.id(), said.who(), said.where());
  }

  private String list(ChatUser who, int page) {
    List<Seen> all = series.all(who.person());
    if (all.isEmpty()) {
      return who.texts().of("series.none");
    }
    int shown = Math.min(page, (all.size() + LISTED - 1) / LISTED);
    Stream<Message> more =
        all.size() > shown * LISTED
            ? Stream.of(Message.of("series.more", "page", String.valueOf(shown + 1)))
            : Stream.of();
    return Stream.concat(
            all.stream().skip((shown - 1L) * LISTED).limit(LISTED).map(cards::line), more)
        .map(who.texts()::of)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }
}
