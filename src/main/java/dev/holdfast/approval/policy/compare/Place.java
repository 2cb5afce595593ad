package dev.holdfast.approval.policy.compare;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Optional;

/** What a difference is about: the policy, a rule, or a rule and what is done. */
record Place(Optional<String> rule, Optional<EnvironmentRole> role) {

  static final Place POLICY = new Place(Optional.empty(), Optional.empty());

  static Place of(String rule) {
    return new Place(Optional.of(rule), Optional.empty());
  }

  Place in(EnvironmentRole done) {
    return new Place(rule, Optional.of(done));
  }

  Message message() {
    Message about =
        rule.map(name -> Message.of("policy.change.rule", "rule", name))
            .orElseGet(() -> Message.of("policy.change.all"));
    return role.map(done -> Message.of("policy.change.role", "rule", about, "role", done.message()))
        .orElse(about);
  }
}
