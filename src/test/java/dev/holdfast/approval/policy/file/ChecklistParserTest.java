package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.Policy.Checklist;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy file says there is to do after a restore or copy. */
class ChecklistParserTest {

  private static final String FILE =
      """
      version: 1
      groups:
        admins: {people: 00000000-0000-0000-0000-000000000021}
      rules:
        - name: Everything
          environments: all
          held: {request: admins}
      checklists:
        - operations: copy
          environments: {types: [sandbox], kinds: [unified]}
          items: [users, {text: Tell the testers}, batch-jobs, {text: Run `ping` {x}}, admin-mode]
        - operations: [restore, copy]
          environments: {types: developer}
          items: []
        - environments: all
          items: [secrets]
      """
          .replace("{text: Run `ping` {x}}", "{text: 'Run `ping` ${x}'}");

  @Test
  void readsAllOfIt() {
    Checklist first = policy().checklists().get(0);
    assertThat(first.operations()).containsExactly("copy");
    assertThat(first.items())
        .extracting(ChecklistItem::key)
        .containsExactly("users", "own-1", "batch-jobs", "own-2", "admin-mode");
    assertThat(first.items())
        .extracting(ChecklistItem::text)
        .containsExactly("", "Tell the testers", "", "Run `ping` ${x}", "");
    assertThat(policy().checklists().get(1).items()).isEmpty();
    assertThat(policy().checklists().get(2).operations()).containsExactly("copy", "restore");
  }

  @Test
  void coversWhatFulfillsAllOfItForSure() {
    Checklist first = policy().checklists().get(0);
    EnvironmentRef unified = environment(Map.of("type", "sandbox", "kind", "unified-sandbox"));
    assertThat(first.covers("copy", unified)).isTrue();
    assertThat(first.covers("restore", unified)).isFalse();
    assertThat(first.covers("copy", environment(Map.of("type", "sandbox")))).isFalse();
    assertThat(first.covers("copy", environment(Map.of("type", "trial", "kind", "unified"))))
        .isFalse();
    assertThat(policy().checklists().get(2).covers("restore", environment(Map.of()))).isTrue();
  }

  @Test
  void aPolicyWithoutSaysNothing() {
    PolicyParseResult read = PolicyFileParser.parse(FILE.replaceFirst("(?s)checklists:.*", ""));
    assertThat(read.policy().orElseThrow().checklists()).isEmpty();
  }

  @Test
  void theAuditLogSaysIt() {
    assertThat(PolicyDescription.of(policy()))
        .contains(
            "checklist 1. copy (kind unified and type sandbox): users, own-1 (Tell the testers),"
                + " batch-jobs, own-2 (Run `ping` ${x}), admin-mode",
            "checklist 2. restore and copy (type developer): nothing",
            "checklist 3. copy and restore (every environment): secrets");
  }

  /** So no guardian has to agree. */
  @Test
  void itAllowsNothing() {
    Policy without =
        PolicyFileParser.parse(FILE.replaceFirst("(?s)checklists:.*", "")).policy().orElseThrow();
    assertThat(PolicyComparison.of(without, policy()).allowsAnythingNew()).isFalse();
    assertThat(PolicyDescription.changes(without, policy())).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "operations: copy | operations: backup | “backup” isn't an operation with a checklist;"
            + " there is copy, restore",
        "operations: copy | operations: [] | operations is empty",
        "types: developer | type: developer | type isn't known here",
        "environments: {types: developer} | environments: {} | environments is empty",
        "operations: [restore, copy] | operation: [restore, copy] | operation isn't known here",
        "environments: {types: developer} | names: x | environments is missing",
        "items: [secrets] | item: [secrets] | items is missing",
        "items: [secrets] | items: secrets | items has to be a list",
        "[secrets] | [passwords] | “passwords” isn't a known item; there is admin-mode,"
            + " background-operations, batch-jobs, dual-write, integrations, secrets, users, or"
            + " words",
        "[secrets] | [secrets, secrets] | secrets is given twice",
        "[secrets] | [[secrets]] | isn't a known item",
        "[secrets] | [{words: x}] | text is missing",
        "[secrets] | [{text: x, key: y}] | key isn't known here",
        "[secrets] | [{text: ''}] | text has to be a text that isn't empty",
        "[secrets] | [{text: \"a\\nb\"}] | text has to be one line without hidden characters",
        "[secrets] | [{text: \"a\\tb\"}] | text has to be one line without hidden characters",
        "[secrets] | [{text: \"a\\u202Eb\"}] | text has to be one line without hidden characters",
        "[secrets] | [{text:"
            + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}]"
            + " | at most 80 characters",
        "[secrets] | [{text: a}, {text: b}, {text: c}, {text: d}, {text: e}, {text: f}, {text: g},"
            + " {text: h}, {text: i}, {text: j}, {text: k}, {text: l}, {text: m}, {text: n},"
            + " {text: o}, {text: p}] | a checklist has at most 10 items",
      })
  void saysWhatIsWrong(String right, String wrong, String expected) {
    assertThat(FILE).contains(right);
    PolicyParseResult read = PolicyFileParser.parse(FILE.replace(right, wrong));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  private static EnvironmentRef environment(Map<String, String> attributes) {
    return new EnvironmentRef("env-1", "Contoso Dev", "", attributes);
  }

  private static Policy policy() {
    return PolicyFileParser.parse(FILE)
        .policy()
        .orElseThrow(() -> new AssertionError(PolicyFileParser.parse(FILE).problems()));
  }
}
