package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.HelpView;
import dev.holdfast.card.HelpView.Topic;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The welcome, and help for whoever asks or is lost. */
@Component
class HelpCard {

  private static final String LEAD =
      "I back up and restore Dynamics 365 finance and operations environments. Somebody asks,"
          + " somebody else approves, and I follow it to its end and tell everyone how it went.";

  private static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "Restore",
              "Overwrite one environment with another, as it was at an instant.",
              "restore Contoso UAT to Contoso Dev at yesterday 18:00"),
          new Topic("Back up", "Label a manual backup.", "backup Contoso UAT before go-live"),
          new Topic(
              "Look",
              "See environments and what they can be taken back to.",
              "environments, environment Contoso UAT, backups Contoso UAT"),
          new Topic(
              "Why not?",
              "Learn what rules an environment out as a target.",
              "why Contoso Dev from Contoso UAT"),
          new Topic(
              "Follow",
              "See what is under way, waiting for you, or long done.",
              "status, status R-1001, approvals, history Contoso Dev, history failed by Megan since"
                  + " monday"),
          new Topic("Take back", "Withdraw a request that has not started.", "cancel R-1001"),
          new Topic(
              "Undo",
              "Go back to what a restore overwrote, from its safety backup.",
              "undo R-1001"),
          new Topic(
              "Be told",
              "Have every end posted in this conversation.",
              "subscribe Contoso Dev, unsubscribe"),
          new Topic(
              "Look after me",
              "For admins: what I depend on, what of it is broken, and what mends it.",
              "doctor"));

  private final CardRenderer cards;

  /** It's the same for everybody. */
  private final Card help;

  HelpCard(CardRenderer cards) {
    this.cards = cards;
    this.help = help("What I can do", Optional.empty());
  }

  Card welcome() {
    return help("Hello, I am Holdfast", Optional.empty());
  }

  Card greeting(ChatUser who) {
    return help("Hello, " + who.name(), Optional.empty());
  }

  Card help() {
    return help;
  }

  Card unknown(Command.Unknown unknown) {
    String meant = unknown.nearest().map(nearest -> " Did you mean “" + nearest + "”?").orElse("");
    return help(
        "What I can do",
        Optional.of(
            new Banner(
                Tone.ATTENTION,
                "I do not understand “" + shortened(unknown.text()) + "”." + meant)));
  }

  Card hint(String hint) {
    return help("What I can do", Optional.of(new Banner(Tone.ATTENTION, hint)));
  }

  private Card help(String title, Optional<Banner> banner) {
    return cards.render(new HelpView(title, LEAD, banner, TOPICS));
  }

  private static String shortened(String text) {
    return text.length() <= 80
        ? text
        : text.substring(
                0, text.offsetByCodePoints(0, Math.min(79, text.codePointCount(0, text.length()))))
            + "…";
  }
}
