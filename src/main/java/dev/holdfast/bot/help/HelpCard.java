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
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The welcome, and help for whoever asks or is lost. */
@Component
public class HelpCard {

  private static final String LEAD =
      "I back up and restore Dynamics 365 finance and operations environments. Somebody asks,"
          + " somebody else approves, and I follow it to its end and tell everyone how it went.";

  private final CardRenderer cards;

  /** Made when it's first asked for: by then all commands are registered. */
  private final SingletonSupplier<List<Topic>> topics;

  /** It's the same for everybody. */
  private final SingletonSupplier<Card> help;

  HelpCard(CardRenderer cards, ObjectProvider<CommandRegistry> commands) {
    this.cards = cards;
    this.topics = SingletonSupplier.of(() -> topics(commands.getObject()));
    this.help = SingletonSupplier.of(() -> help("What I can do", Optional.empty()));
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
        first.title(),
        first.purpose(),
        commands.stream().map(HelpTopic::example).collect(joining(", ")));
  }

  public Card welcome() {
    return help("Hello, I am Holdfast", Optional.empty());
  }

  Card greeting(ChatUser who) {
    return help("Hello, " + who.name(), Optional.empty());
  }

  Card help() {
    return help.obtain();
  }

  public Card unknown(ParsedCommand.Unknown unknown) {
    String meant = unknown.nearest().map(nearest -> " Did you mean “" + nearest + "”?").orElse("");
    return help(
        "What I can do",
        Optional.of(
            new Banner(
                Tone.ATTENTION,
                "I do not understand “" + shortened(unknown.text()) + "”." + meant)));
  }

  public Card hint(String hint) {
    return help("What I can do", Optional.of(new Banner(Tone.ATTENTION, hint)));
  }

  private Card help(String title, Optional<Banner> banner) {
    return cards.render(new HelpView(title, LEAD, banner, topics.obtain()));
  }

  private static String shortened(String text) {
    return text.length() <= 80
        ? text
        : text.substring(
                0, text.offsetByCodePoints(0, Math.min(79, text.codePointCount(0, text.length()))))
            + "…";
  }
}
