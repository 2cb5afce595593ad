package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a policy says about a person and what is done with some environments, and why.
 *
 * @param allowed whether the person may request it
 * @param reasons which rule counts for each environment, and what it says
 */
public record PolicyExplanation(boolean allowed, List<Message> reasons) {

  public PolicyExplanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * What the policy says about a person and what is done with these environments, and why.
   *
   * @param names from the ID of a person to what they are called
   */
  public static PolicyExplanation of(
      Policy policy, Person person, List<EnvironmentUse> uses, UnaryOperator<String> names) {
    Reader reader = new Reader(policy, person, names);
    uses.forEach(reader::read);
    return new PolicyExplanation(reader.allowed, reader.reasons);
  }

  private static final class Reader {

    private final Policy policy;
    private final Person person;
    private final UnaryOperator<String> names;
    private final List<Message> reasons = new ArrayList<>();
    private boolean allowed = true;

    Reader(Policy policy, Person person, UnaryOperator<String> names) {
      this.policy = policy;
      this.person = person;
      this.names = names;
    }

    void read(EnvironmentUse use) {
      PolicyRules.Lookup lookup = PolicyRules.of(policy, use.environment());
      if (lookup instanceof PolicyRules.Covered covered) {
        covered(use, covered);
      } else if (lookup instanceof PolicyRules.Uncertain uncertain) {
        deny(about("policy.why.uncertain", use).with("rule", uncertain.first().name()));
      } else {
        deny(about("policy.why.noRule", use));
      }
    }

    private void covered(EnvironmentUse use, PolicyRules.Covered covered) {
      PolicyRule rule = covered.found();
      reasons.add(
          about("policy.why.rule", use)
              .with("number", covered.index() + 1)
              .with("rule", rule.name()));
      rule.role(use.role())
          .ifPresentOrElse(role -> role(use, role), () -> deny(about("policy.why.nobody", use)));
      rule.windows().forEach(window -> reasons.add(window(use, window)));
      policy.freezes().stream()
          .filter(freeze -> freeze.covers(use.environment()))
          .forEach(freeze -> reasons.add(freeze(use, freeze)));
    }

    private static Message window(EnvironmentUse use, PolicyRule.StartWindow window) {
      return starts("policy.why.window", use, window.operations(), window.calendars());
    }

    private static Message freeze(EnvironmentUse use, Policy.Freeze freeze) {
      return starts("policy.why.freeze", use, freeze.operations(), freeze.calendars())
          .with("reason", freeze.reason());
    }

    private static Message starts(
        String code, EnvironmentUse use, List<String> operations, List<NamedCalendar> calendars) {
      return about(code, use)
          .with(
              "operations",
              operations.isEmpty() ? Message.of("policy.why.anyOperation") : operations)
          .with("calendars", calendars.stream().map(NamedCalendar::name).toList());
    }

    private void role(EnvironmentUse use, RoleRule role) {
      Optional<Message> doubt = role.requesters().doubt(person.id());
      if (doubt.isPresent()) {
        deny(doubt.get());
        return;
      }
      if (!role.requesters().includes(person.id())) {
        deny(about("policy.why.notRequester", use).with("person", person.name()));
        return;
      }
      reasons.add(about("policy.why.requester", use).with("person", person.name()));
      approvals(use, role);
      role.emergency()
          .filter(rule -> rule.requesters().includes(person.id()))
          .ifPresent(rule -> emergency(use, rule));
      if (role.safetyBackup() == SafetyBackup.REQUIRED) {
        reasons.add(about("policy.why.safetyBackup", use));
      }
      if (role.ticketRequired()) {
        reasons.add(about("policy.why.ticket", use));
      }
    }

    private void emergency(EnvironmentUse use, EmergencyRule rule) {
      List<String> others =
          rule.reviewers().all().stream()
              .filter(id -> !id.equalsIgnoreCase(person.id()))
              .map(names)
              .toList();
      reasons.add(
          others.isEmpty()
              ? rule.reviewers()
                  .unreadable()
                  .orElseGet(() -> about("policy.why.emergency.noReviewer", use))
              : about("policy.why.emergency", use)
                  .with("person", person.name())
                  .with("approvals", rule.approvals())
                  .with("duration", rule.reviewWithin())
                  .with("reviewers", others));
    }

    private void approvals(EnvironmentUse use, RoleRule role) {
      List<String> others =
          role.approvers().all().stream().filter(id -> !id.equalsIgnoreCase(person.id())).toList();
      if (role.approvals() == 0) {
        reasons.add(about("policy.why.noApproval", use));
      } else if (others.size() < role.approvals()) {
        deny(
            role.approvers()
                .unreadable()
                .orElseGet(
                    () -> about("policy.why.tooFew", use).with("approvals", role.approvals())));
      } else {
        reasons.add(
            about("policy.why.approvals", use)
                .with("approvals", role.approvals())
                .with("approvers", others.stream().map(names).toList()));
      }
    }

    private void deny(Message why) {
      allowed = false;
      reasons.add(why);
    }

    private static Message about(String code, EnvironmentUse use) {
      return Message.of(
          code, "environment", use.environment().displayName(), "role", use.role().message());
    }
  }
}
