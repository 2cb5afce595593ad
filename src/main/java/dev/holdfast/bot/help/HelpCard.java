package dev.holdfast.bot.help;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.command.CommandRegistry;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.bot.help.HelpView.Topic;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The welcome, and help for people who ask or type what no command reads. */
@Component
public class HelpCard {

  private static final CardTexts TEXTS = new CardTexts(ZoneOffset.UTC);

  private final CardRenderer cards;

  /** Made when it's first asked for: by then all commands are registered. */
  private final SingletonSupplier<List<Topic>> topics;

  /** It's the same for everybody. */
  private final SingletonSupplier<Card> help;

  HelpCard(CardRenderer cards, ObjectProvider<CommandRegistry> commands) {
    this.cards = cards;
    this.topics = SingletonSupplier.of(() -> topics(commands.getObject()));
    this.help = SingletonSupplier.of(() -> help(TEXTS.of("help.title"), Optional.empty()));
  }

  private static List<Topic> topics(CommandRegistry commands) {
    Map<String, List<HelpTopic>> byTitle =
        commands.commands().stream()
            .flatMap(command -> command.help().stream())
            .sorted(Comparator.comparingInt(HelpTopic::order))
            .collect(groupingBy(HelpTopic::title, LinkedHashMap::new, toList()));
    return byTitle.values().stream().map(HelpCard::topic).toList();
  }

  private static Topic topic(List<HelpTopic> commands) {
    HelpTopic first = commands.get(0);
    return new Topic(
        TEXTS.of(first.title()),
        TEXTS.of(first.purpose()),
        commands.stream().map(HelpTopic::example).collect(joining(", ")));
  }

  public Card welcome() {
    return help(TEXTS.of("help.welcome"), Optional.empty());
  }

  Card greeting(ChatUser who) {
    return help(TEXTS.of("help.greeting", "name", who.name()), Optional.empty());
  }

  Card help() {
    return help.obtain();
  }

  public Card unknown(ParsedCommand.Unknown unknown) {
    String text = shortened(unknown.text());
    return hint(
        unknown
            .nearest()
            .map(nearest -> TEXTS.of("help.unknown.nearest", "text", text, "nearest", nearest))
            .orElseGet(() -> TEXTS.of("help.unknown", "text", text)));
  }

  public Card hint(String hint) {
    return help(TEXTS.of("help.title"), Optional.of(new Banner(Tone.ATTENTION, hint)));
  }

  private Card help(String title, Optional<Banner> banner) {
    return cards.render(new HelpView(title, TEXTS.of("help.lead"), banner, topics.obtain()));
  }

  private static String shortened(String text) {
    return text.length() <= 80
        ? text
        : text.substring(
                0, text.offsetByCodePoints(0, Math.min(79, text.codePointCount(0, text.length()))))
            + "…";
  }
}
