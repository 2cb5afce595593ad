package dev.holdfast.chat.series;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.chat.series.SeriesWishes.Wish;
import dev.holdfast.request.schedule.SeriesId;
import java.util.Locale;
import java.util.Optional;

/** A word and the ID of a series: {@code pause S-1042}. */
abstract class SeriesWishCommand implements ChatCommand<SeriesId> {

  private final SeriesWishes wishes;
  private final Wish wish;
  private final int order;

  SeriesWishCommand(SeriesWishes wishes, Wish wish, int order) {
    this.wishes = wishes;
    this.wish = wish;
    this.order = order;
  }

  private String word() {
    return wish.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public CommandName name() {
    return CommandName.of(word());
  }

  @Override
  public ParseResult<SeriesId> parse(CommandWords words) {
    return SeriesId.parse(words.withoutPreposition().text())
        .map(ParseResult::of)
        .orElseGet(() -> ParseResult.missing(name(), "command.missing.series", example()));
  }

  private String example() {
    return String.join(" ", word(), "S-1042");
  }

  @Override
  public Reply handle(SeriesId id, IncomingMessage said) {
    return wishes.typed(wish, id.toString(), said);
  }

  @Override
  public boolean isAnsweredWithinTurn(SeriesId id, ChatUser who) {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(SeriesCommand.TOPIC.with(order, example()));
  }
}
