package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.Sample;
import dev.holdfast.message.Message;
import dev.holdfast.testing.Components;
import dev.holdfast.testing.Preflights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.Order;

/** The registry of the rules that hold whatever the type of operation. */
class PreflightRulesTest {

  private final EnvironmentProfile source = Sample.sandbox("A").subject();
  private final EnvironmentProfile target = Sample.sandbox("B").subject();

  @Test
  void everyRuleHasAPlaceOfItsOwn() {
    assertThat(Components.of(PreflightRule.class))
        .isNotEmpty()
        .extracting(rule -> rule.getClass().getAnnotation(Order.class).value())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRuleSaysWhereItComesFrom() {
    assertThat(Components.of(PreflightRule.class))
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("R[1-9]\\d?|[a-z]+");
              assertThat(rule.source().code()).startsWith("rule.source.");
            });
  }

  @Test
  void aRuleIsAskedWhereverRulesAreAsked() {
    Rules with = rules(new NeverRule());
    assertThat(with.restore(source, target, NOW.minusSeconds(86_400), Preflights.at(NOW)))
        .anyMatch(this::never);
    assertThat(with.pair(source, target)).anyMatch(this::never);
    assertThat(with.asTarget(target)).anyMatch(this::never);
    assertThat(with.backup(source, NOW)).anyMatch(this::never);
    assertThat(with.legal(source, target)).isFalse();
    assertThat(Preflights.rules().legal(source, target)).isTrue();
  }

  private boolean never(Finding finding) {
    return finding.rule().equals("never");
  }

  private static Rules rules(PreflightRule rule) {
    return new Rules(
        new RestoreWindow(RestoreWindow.USUAL_SETTLING), new PreflightRules(List.of(rule)));
  }

  private static final class NeverRule implements PreflightRule {

    @Override
    public String id() {
      return "never";
    }

    @Override
    public Message source() {
      return Message.plain("a test");
    }

    @Override
    public Optional<Finding> target(EnvironmentProfile target) {
      return Optional.of(red(Message.plain("Never.")));
    }

    @Override
    public Optional<Finding> backup(EnvironmentProfile source) {
      return Optional.of(red(Message.plain("Never.")));
    }
  }
}
