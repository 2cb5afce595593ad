package dev.holdfast.flow;

import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** People who back up and restore, each an environment of their own, until it is enough. */
final class Crowd {

  private static final List<String> SOURCES =
      List.of("Contoso Training", "Contoso Sales", "Contoso Payroll", "Contoso US UAT");

  private static final List<String> TARGETS = List.of("Contoso Dev", "Contoso Test");

  private final FakeTeams teams;
  private final FakePerson approver;
  private final FakeConversation approvers;
  private final AtomicBoolean enough = new AtomicBoolean();

  Crowd(FakeTeams teams, FakePerson approver, FakeConversation approvers) {
    this.teams = teams;
    this.approver = approver;
    this.approvers = approvers;
  }

  List<Future<?>> work(ExecutorService threads) {
    return Stream.concat(SOURCES.stream().map(this::backsUp), TARGETS.stream().map(this::restores))
        .<Future<?>>map(threads::submit)
        .toList();
  }

  /** Each ends what is begun. */
  void enough() {
    enough.set(true);
  }

  /** Where they are told. */
  List<FakeConversation> places() {
    return Stream.concat(SOURCES.stream(), TARGETS.stream())
        .map(environment -> teams.personal(teams.person("Keeper of " + environment)))
        .toList();
  }

  private Callable<Void> backsUp(String environment) {
    Asker asker = asker(environment);
    return () -> {
      for (int i = 1; !enough.get(); i++) {
        asker.backsUp("number " + i + " of " + environment);
      }
      return null;
    };
  }

  private Callable<Void> restores(String target) {
    Asker asker = asker(target);
    return () -> {
      while (!enough.get()) {
        asker.restores("Contoso UAT", approver, approvers);
      }
      return null;
    };
  }

  private Asker asker(String environment) {
    FakePerson person = teams.person("Keeper of " + environment, "Europe/Berlin");
    FakeConversation chat = teams.personal(person);
    chat.installs(person);
    return new Asker(person, chat, environment);
  }
}
