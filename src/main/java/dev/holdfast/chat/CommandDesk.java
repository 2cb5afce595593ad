package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what a person typed. */
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

  /**
   * A card, or a short text where a card would be too much.
   *
   * @param follow the request that the card shows and is kept up to date with
   * @param forAskerAlone whether it is of no use to anybody else: help, and what Holdfast cannot or
   *     must not do. Forms, requests and lists are read by others too
   */
  record Answer(Optional<Card> card, String text, Optional<Follow> follow, boolean forAskerAlone) {

    static Answer of(Card card) {
      return new Answer(Optional.of(card), "", Optional.empty(), false);
    }

    static Answer of(String text) {
      return new Answer(Optional.empty(), text, Optional.empty(), false);
    }

    static Answer following(Card card, Request request, Address address) {
      return new Answer(Optional.of(card), "", Optional.of(Follow.of(request, address)), false);
    }

    static Answer forAskerAlone(Card card) {
      return new Answer(Optional.of(card), "", Optional.empty(), true);
    }

    static Answer forAskerAlone(String text) {
      return new Answer(Optional.empty(), text, Optional.empty(), true);
    }

    /** Where it goes when it was asked for there. */
    Address to(Place where, Speaker asker) {
      return forAskerAlone ? where.only(asker.id()) : where.everybody();
    }
  }

  /** Whether the answer needs no call of the admin API. */
  boolean isImmediate(Said said) {
    Command command = parser.parse(said.text());
    if (command instanceof Command.Environments) {
      return environments.areKnown();
    } else if (command instanceof Command.History history) {
      return history.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Subscribe subscribe) {
      return subscribe.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Unsubscribe unsubscribe) {
      return unsubscribe.environment().isEmpty() || environments.areKnown();
    } else if (command instanceof Command.Doctor) {
      return !doctor.isFor(said.who());
    }
    return command instanceof Command.Greeting
        || command instanceof Command.Help
        || command instanceof Command.Unknown
        || command instanceof Command.Incomplete
        || command instanceof Command.Status
        || command instanceof Command.Approvals
        || command instanceof Command.Cancel;
  }

  /** Whether answering changes something that the answer tells of. */
  boolean changes(Said said) {
    Command command = parser.parse(said.text());
    return command instanceof Command.Cancel
        || command instanceof Command.Subscribe
        || command instanceof Command.Unsubscribe;
  }

  Answer answer(Said said) {
    Speaker who = said.who();
    Command command = parser.parse(said.text());
    if (command instanceof Command.Greeting) {
      return Answer.forAskerAlone(help.greeting(who));
    } else if (command instanceof Command.Help) {
      return Answer.forAskerAlone(help.help());
    } else if (command instanceof Command.Unknown unknown) {
      return Answer.forAskerAlone(help.unknown(unknown));
    } else if (command instanceof Command.Incomplete incomplete) {
      return Answer.forAskerAlone(help.hint(incomplete.hint()));
    } else if (command instanceof Command.Doctor) {
      return doctor.answer(who);
    } else if (command instanceof Command.Subscribe subscribe) {
      return subscriptions.subscribe(subscribe, said);
    } else if (command instanceof Command.Unsubscribe unsubscribe) {
      return subscriptions.unsubscribe(unsubscribe, said);
    }
    return requests
        .answer(command, who, said.where())
        .orElseGet(() -> Answer.of(environments.answer(command, who)));
  }
}
