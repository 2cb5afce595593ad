package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is asked before a request is stored. */
class SubmissionRulesTests {

  /** May request, like Alex. */
  private static final Person LEE = new Person("id-lee", "Lee Gu");

  private static final Person STRANGER = new Person("id-nestor", "Nestor Wilke");

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .withSettings(
              Map.of(
                  "holdfast.policy[0].environments", "*",
                  "holdfast.policy[0].requesters", ALEX.id() + ",id-lee",
                  "holdfast.policy[0].approvers", MEGAN.id(),
                  "holdfast.policy[0].safety-backup", "none",
                  "holdfast.limits.open-requests-per-person", "2",
                  "holdfast.limits.open-requests-per-environment", "3"))
          .open("request", "approval");

  private final SubmissionRules rules = bench.get(SubmissionRules.class);

  @Test
  void thePolicyIsAskedFirst() {
    assertThat(rules.denial(ALEX, restore())).isEmpty();
    assertThat(denial(STRANGER, restore())).contains("policy");
    assertThat(rules.mayRead(ALEX, restore())).isTrue();
    assertThat(rules.mayRead(STRANGER, restore())).isFalse();
    assertThat(rules.denialOfEmergency(ALEX, restore())).isPresent();
  }

  @Test
  void aPersonHasSoManyOpenRequests() {
    add(backup());
    assertThat(rules.denial(ALEX, restore())).isEmpty();
    add(backup());
    assertThat(denial(ALEX, restore())).contains("2 ");
    assertThat(rules.denial(LEE, restore())).isEmpty();
  }

  @Test
  void anEnvironmentHasSoManyOpenRequests() {
    add(backup());
    add(backup());
    assertThat(rules.denial(LEE, backup())).isEmpty();
    add(backup());
    assertThat(denial(LEE, backup())).contains("Contoso UAT", "3 ");
  }

  private String denial(Person person, OperationSpec wish) {
    return StoredMessage.english(rules.denial(person, wish).orElseThrow());
  }

  private void add(OperationSpec wish) {
    RequestId id = bench.requests().nextId();
    bench.add(Request.submit(id, details(wish, 1, "draft-" + id)));
  }
}
