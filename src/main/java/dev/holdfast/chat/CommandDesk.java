package dev.holdfast.chat;

import dev.holdfast.card.Card;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what a person typed. May ask the admin API, so it runs in a durable task. */
@Component
class CommandDesk {

  private final CommandParser parser = new CommandParser();
  private final EnvironmentCommands environments;
  private final RequestCommands requests;
  private final SubscriptionCommands subscriptions;
  private final DoctorCards doctor;
  private final HelpCards help;

  CommandDesk(
      EnvironmentCommands environments,
      RequestCommands requests,
      SubscriptionCommands subscriptions,
      DoctorCards doctor,
      HelpCards help) {
    this.environments = environments;
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.doctor = doctor;
    this.help = help;
  }

  /** A card, or a short text where a card would be too much. */
  record Answer(Optional<Card> card, String text) {

    static Answer of(Card card) {
      return new Answer(Optional.of(card), "");
    }

    static Answer of(String text) {
      return new Answer(Optional.empty(), text);
    }
  }

  Answer answer(Said said) {
    Speaker who = said.who();
    Command command = parser.parse(said.text());
    if (command instanceof Command.Greeting) {
      return Answer.of(help.greeting(who));
    } else if (command instanceof Command.Help) {
      return Answer.of(help.help());
    } else if (command instanceof Command.Unknown unknown) {
      return Answer.of(help.unknown(unknown));
    } else if (command instanceof Command.Incomplete incomplete) {
      return Answer.of(help.hint(incomplete.hint()));
    } else if (command instanceof Command.Undo) {
      return Answer.of(help.hint("This command is not there yet."));
    } else if (command instanceof Command.Doctor) {
      return doctor.answer(who);
    } else if (command instanceof Command.Subscribe subscribe) {
      return subscriptions.subscribe(subscribe, said);
    } else if (command instanceof Command.Unsubscribe unsubscribe) {
      return subscriptions.unsubscribe(unsubscribe, said);
    }
    return Answer.of(
        requests.answer(command, who).orElseGet(() -> environments.answer(command, who)));
  }
}
