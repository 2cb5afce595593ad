package dev.holdfast.bot.help;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandRegistry;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.bot.help.HelpView.Topic;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.support.BuildVersion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The welcome, and help for people who ask or type what no command reads. */
@Component
public class HelpCard {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final CardRenderer cards;
  private final BuildVersion build;

  /** Looked up when it's first asked for: by then all commands are registered. */
  private final SingletonSupplier<CommandRegistry> commands;

  /** By what the commands that a person may use say of themselves. */
  private final Map<InLanguage<HelpTopic>, List<Topic>> topics = new ConcurrentHashMap<>();

  /** The answer to {@code help}, by its topics. */
  private final Map<InLanguage<Topic>, Card> helps = new ConcurrentHashMap<>();

  private record InLanguage<T>(Locale language, List<T> listed) {

    static <T> InLanguage<T> of(List<T> listed) {
      return new InLanguage<>(ReaderLanguage.current(), listed);
    }
  }

  HelpCard(CardRenderer cards, BuildVersion build, ObjectProvider<CommandRegistry> commands) {
    this.cards = cards;
    this.build = build;
    this.commands = SingletonSupplier.of(commands::getObject);
  }

  private List<Topic> topics(Predicate<ChatCommand<?>> listed) {
    List<HelpTopic> help =
        commands.obtain().commands().stream()
            .filter(listed)
            .flatMap(command -> command.help().stream())
            .sorted(Comparator.comparingInt(HelpTopic::order))
            .toList();
    return topics.computeIfAbsent(InLanguage.of(help), one -> grouped(one.listed()));
  }

  private List<Topic> topics(ChatUser who) {
    return topics(command -> command.isFor(who));
  }

  private static List<Topic> grouped(List<HelpTopic> help) {
    Map<String, List<HelpTopic>> byTitle =
        help.stream().collect(groupingBy(HelpTopic::title, LinkedHashMap::new, toList()));
    return byTitle.values().stream().map(HelpCard::topic).toList();
  }

  private static Topic topic(List<HelpTopic> commands) {
    HelpTopic first = commands.get(0);
    return new Topic(
        TEXTS.of(first.title()),
        TEXTS.of(first.purpose()),
        commands.stream().map(HelpTopic::example).collect(joining(", ")));
  }

  /** For all in a conversation. */
  public Card welcome() {
    return help(TEXTS.of("help.welcome"), Optional.empty(), topics(command -> true));
  }

  Card help(ChatUser who) {
    return helps.computeIfAbsent(
        InLanguage.of(topics(who)),
        one -> help(TEXTS.of("help.title"), Optional.empty(), one.listed()));
  }

  public Card unknown(ParsedCommand.Unknown unknown, ChatUser who) {
    String text = shortened(unknown.text());
    return hint(
        unknown
            .nearest()
            .map(nearest -> TEXTS.of("help.unknown.nearest", "text", text, "nearest", nearest))
            .orElseGet(() -> TEXTS.of("help.unknown", "text", text)),
        who);
  }

  public Card hint(String hint, ChatUser who) {
    Banner banner = new Banner(Tone.ATTENTION, hint);
    return help(TEXTS.of("help.title"), Optional.of(banner), topics(who));
  }

  private Card help(String title, Optional<Banner> banner, List<Topic> listed) {
    return cards.render(new HelpView(title, TEXTS.of("help.lead"), banner, listed, build));
  }

  private static String shortened(String text) {
    return text.length() <= 80
        ? text
        : text.substring(
                0, text.offsetByCodePoints(0, Math.min(79, text.codePointCount(0, text.length()))))
            + "…";
  }
}
