package dev.holdfast.approval.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever isn't surely stricter or equal allows something new. */
class PolicyComparisonTest {

  private static final String A = "00000000-0000-0000-0000-00000000000a";
  private static final String B = "00000000-0000-0000-0000-00000000000b";
  private static final String C = "00000000-0000-0000-0000-00000000000c";
  private static final String D = "00000000-0000-0000-0000-00000000000d";

  private static final String POLICY =
      """
      version: 1
      guardians: [%s, %s]
      groups:
        owners: {people: [%s, %s]}
      rules:
        - name: Production
          environments: {types: [production], kinds: [unified]}
          data-leaves: {request: owners, approve: owners, approvals: 2, expires-after: 2d}
          held: {request: owners}
        - name: Test
          environments: {types: [sandbox]}
          data-leaves: {request: "*", approve: owners, approvals: 1}
          overwritten: {request: "*", approve: owners, approvals: 1, expires-after: 24h, safety-backup: optional}
        - name: Others
          environments: all
          held: {request: [%s, %s], approve: owners, approvals: 1}
          may-freeze: [%s, %s]
      """
          .formatted(C, D, A, B, A, C, A, B);

  private static final Policy BEFORE = parse(POLICY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fewer approvals | approvals: 2, expires | approvals: 1, expires",
        "no approvals | approve: owners, approvals: 1} | approvals: 0}",
        "a longer window | expires-after: 24h | expires-after: 25h",
        "no safety backup | safety-backup: optional | safety-backup: none",
        "another requester | held: {request: owners} | held: {request: [owners, C]}",
        "everybody | held: {request: owners} | held: {request: `*`}",
        "an application | held: {request: owners} | held: {request: [owners, 'app:C']}",
        "an application beside everybody | data-leaves: {request: `*` | data-leaves: {request:"
            + " [`*`, 'app:C']",
        "another approver | owners, approvals: 2 | [owners, C], approvals: 2",
        "a member of a group | {people: [A, B]} | {people: [A, B, C]}",
        "an Entra group in a group | {people: [A, B]} | {people: [A, B], entra-groups: D}",
        "a team in a group | {people: [A, B]} | {people: [A, B], teams: '19:a@thread.tacv2'}",
        "another role | held: {request: owners} | held: {request: owners}\\n"
            + "    opened: {request: owners}",
        "a delegate | approvals: 2 | approvals: 2, delegates: [C]",
        "a second group | approvals: 2 | approvals: 2, escalate: {after: 1h, to: [C]}",
        "emergencies | owners, approvals: 2 | owners, approvals: 2, emergency: {request: [A]}",
        "a right with emergencies | \\n    held: {request: owners}\\n  - name: Test | \\n"
            + "    held: {request: owners}\\n    overwritten: {request: owners, approve: owners,"
            + " emergency: {request: [A]}}\\n  - name: Test",
        "one may read | held: {request: owners | read: [C]\\n    held: {request: owners",
        "another guardian | guardians: [C, D] | guardians: [A, C, D]",
        "a guardian less | guardians: [C, D] | guardians: [C]",
        "no guardians | guardians: [C, D]\\n |",
        "one may freeze | may-freeze: [A, B] | may-freeze: [A, B, C]",
        "one may freeze all | groups: | may-freeze: C\\ngroups:",
        "other conditions | types: [sandbox] | types: [sandbox, trial]",
        "fewer environments, which come to the next rule | types: [production], kinds | types:"
            + " [production, default], kinds",
        "narrower conditions | kinds: [unified] | kinds: [unified-production]",
        "a rule less, whose environments come to the next | types: [sandbox]} | types: [trial]}",
        "a name for a condition | types: [sandbox] | names: [Contoso*]",
      })
  void allowsSomethingNew(String name, String from, String to) {
    PolicyComparison comparison = changed(from, to == null ? "" : to);
    assertThat(comparison.possible()).as(name).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "more approvals | approvals: 1, expires | approvals: 2, expires",
        "a shorter window | expires-after: 24h | expires-after: 23h",
        "a safety backup | safety-backup: optional | safety-backup: required",
        "a requester less | held: {request: [A, C], | held: {request: [A],",
        "named people instead of everybody | data-leaves: {request: `*` | data-leaves: {request:"
            + " [A, C]",
        "an approver less | owners, approvals: 1, expires | A, approvals: 1, expires",
        "a role less | \\n    held: {request: owners} |",
        "all guardians have to approve | guardians: [C, D] | guardian-approvals: 2\\n"
            + "guardians: [C, D]",
        "one may no longer freeze | may-freeze: [A, B] | may-freeze: [A]",
      })
  void isStricter(String name, String from, String to) {
    PolicyComparison comparison = changed(from, to == null ? "" : to);
    assertThat(texts(comparison.possible())).as(name).isEmpty();
    assertThat(comparison.stricter()).as(name).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a comment | version: 1 | version: 1 # mine",
        "another name | name: Test | name: Tests",
        "the same people by ID | request: owners, approve | request: [B, A], approve",
        "the order of conditions | types: [production], kinds: [unified] | kinds: [unified], types:"
            + " [production]",
      })
  void isEqual(String name, String from, String to) {
    PolicyComparison comparison = changed(from, to);
    assertThat(texts(comparison.possible())).as(name).isEmpty();
    assertThat(texts(comparison.stricter())).as(name).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "another Entra group | entra-groups: C, | entra-groups: D,",
        "guests | guests: false | guests: true",
        "another team | 19:a@ | 19:b@",
      })
  void anotherSourceOfMembersIsNew(String name, String from, String to) {
    PolicyComparison comparison = ofMembers(from, to);
    assertThat(texts(comparison.possible())).as(name).isNotEmpty();
    assertThat(texts(comparison.possible()))
        .anyMatch(text -> text.startsWith("“Test”, data leaves: members of the "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "no Entra group | entra-groups: C, | ",
        "no guests any more | guests: true | guests: false",
        "no team | teams: '19:a@thread.tacv2', | ",
      })
  void aSourceOfMembersLessIsStricter(String name, String from, String to) {
    String guests = from.startsWith("guests") ? "true" : "false";
    PolicyComparison comparison = ofMembers("guests: " + guests, from, to == null ? "" : to);
    assertThat(texts(comparison.possible())).as(name).isEmpty();
    assertThat(comparison.stricter()).as(name).isNotEmpty();
  }

  /** The guardians need not know what a name of a group means. */
  @Test
  void aGroupThatComesToBeNamedIsShownWithAllThatItSays() {
    String before =
        POLICY.replace(
            "owners: {people",
            "others: {entra-groups: '%s', guests: true}\n  owners: {people".formatted(C));
    Policy next =
        parse(
            before.replace(
                "environments: all", "environments: all\n    opened: {request: others}"));
    assertThat(texts(PolicyComparison.of(parse(before), next).possible()))
        .anyMatch(
            text ->
                text.contains(
                    "others (members of the Entra group %s and its guests) may request"
                        .formatted(C)));
  }

  private static PolicyComparison ofMembers(String from, String to) {
    return ofMembers("guests: false", from, to);
  }

  private static PolicyComparison ofMembers(String guests, String from, String to) {
    String members =
        POLICY.replace(
            "owners: {people: ",
            ids("owners: {entra-groups: C, teams: '19:a@thread.tacv2', " + guests + ", people: "));
    assertThat(members).contains(ids(from));
    return PolicyComparison.of(parse(members), parse(members.replace(ids(from), ids(to))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "request: [A], app | request: [A, C], app | C may have it done as an emergency.",
        "approvals: 1, rev | approvals: 0, rev | In an emergency, no approval is needed instead of"
            + " 1.",
        "10h | 11h | There is 11 h to review an emergency instead of 10 h.",
        "reviewers: [B] | reviewers: [B, C] | C may review an emergency.",
        "remind-at: 50% | remind-at: none | remindAt is “[]” instead of “[50]”.",
      })
  void aWiderEmergencyIsNew(String from, String to, String expected) {
    PolicyComparison comparison = emergencies(from, to);
    assertThat(texts(comparison.possible()))
        .first()
        .isEqualTo("“Production”, data leaves: " + ids(expected));
    assertThat(comparison.stricter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "request: [A, D], app | request: [A], app | D may no longer have it done as an emergency.",
        "approvals: 0, rev | approvals: 1, rev | In an emergency, 1 approval is needed instead of"
            + " 0.",
        "11h | 10h | There is 10 h to review an emergency instead of 11 h.",
        "reviewers: [B, D] | reviewers: [B] | D may no longer review an emergency.",
        "approvals: 2, emergency: {request: [A], approvals: 1, review-within: 10h, remind-at: 50%,"
            + " reviewers: [B]} | approvals: 2 | Emergencies are no longer possible.",
      })
  void aNarrowerEmergencyIsStricter(String from, String to, String expected) {
    PolicyComparison comparison = emergencies(from, to);
    assertThat(texts(comparison.possible())).isEmpty();
    assertThat(texts(comparison.stricter()))
        .contains("“Production”, data leaves: " + ids(expected));
  }

  @Test
  void emergenciesAreSaidInWords() {
    String now =
        "approvals: 2, emergency: {request: [A], approvals: 1, review-within: 10h, reviewers: [B]}";
    assertThat(texts(changed("approvals: 2", now).possible()))
        .containsExactly(
            ids(
                "“Production”, data leaves: In an emergency, A may have it done with only 1"
                    + " approval. Afterwards, one of these has to review it within 10 h: B."));
  }

  /** Of two policies with emergencies. */
  private static PolicyComparison emergencies(String from, String to) {
    String usual =
        "approvals: 2, emergency: {request: [A], approvals: 1, review-within: 10h, remind-at: 50%,"
            + " reviewers: [B]}";
    String before = usual.contains(from) ? usual : usual.replace(to, from);
    assertThat(before).contains(from);
    return PolicyComparison.of(
        parse(POLICY.replaceFirst("approvals: 2", ids(before))),
        parse(POLICY.replaceFirst("approvals: 2", ids(before.replace(from, to)))));
  }

  @Test
  void theLastRuleCanGoAndOneThatAllowsNothingCanCome() {
    int last = POLICY.indexOf("  - name: Others");
    assertThat(compared(POLICY.substring(0, last)).possible()).isEmpty();
    String denied = "  - name: Denied\n    environments: {types: [trial]}\n";
    assertThat(compared(POLICY.replace("  - name: Test", denied + "  - name: Test")).possible())
        .isEmpty();
    String granted = denied + "    opened: {request: '" + A + "'}\n";
    assertThat(compared(POLICY + granted).possible()).isNotEmpty();
  }

  @Test
  void anotherOrderOfRulesIsNew() {
    int test = POLICY.indexOf("  - name: Test");
    int production = POLICY.indexOf("  - name: Production");
    int others = POLICY.indexOf("  - name: Others");
    String swapped =
        POLICY.substring(0, production)
            + POLICY.substring(test, others)
            + POLICY.substring(production, test)
            + POLICY.substring(others);
    assertThat(texts(compared(swapped).possible()))
        .anyMatch(text -> text.contains("“Test” covers environments that another rule covered"));
  }

  @Test
  void saysWhatARuleCoversThatWasNotThereAndWhatItAllows() {
    String more =
        "  - name: New\n"
            + "    environments: {types: [trial], regions: [europe]}\n"
            + "    opened: {request: '"
            + A
            + "'}\n    held: {request: '"
            + B
            + "'}\n";
    assertThat(texts(compared(POLICY + more).possible()))
        .anySatisfy(text -> assertThat(text).contains("“New” covers", "europe; ", "trial"))
        .anySatisfy(text -> assertThat(text).contains("“New”, leaves administration mode", A))
        .anySatisfy(text -> assertThat(text).contains("“New”, backed up", B));
    String first = "  - name: First\n    environments: all\n    held: {request: '" + A + "'}\n";
    assertThat(texts(compared(POLICY.replace("rules:\n", "rules:\n" + first)).possible()))
        .anySatisfy(text -> assertThat(text).contains("“First” covers", "every environment"));
  }

  @Test
  void saysWhichRuleIsGone() {
    int last = POLICY.indexOf("  - name: Others");
    assertThat(texts(compared(POLICY.substring(0, last)).stricter()))
        .anySatisfy(text -> assertThat(text).contains("“Others”"));
  }

  @Test
  void whoIsNamedForTheFirstTimeIsNew() {
    String before = POLICY.replace(C, A).replace(D, B);
    PolicyComparison comparison =
        PolicyComparison.of(
            parse(before),
            parse(before.replace("data-leaves: {request: \"*\"", "data-leaves: {request: " + C)));
    assertThat(texts(comparison.possible()))
        .containsExactly(
            C + " may use doctor and release parked tasks, because the policy names them.");
  }

  @Test
  void saysInWordsWhatBecomesPossible() {
    assertThat(texts(changed("approvals: 2, expires", "approvals: 1, expires").possible()))
        .containsExactly("“Production”, data leaves: 1 approval is needed instead of 2.");
    assertThat(texts(changed("safety-backup: optional", "safety-backup: none").possible()))
        .containsExactly(
            "“Test”, overwritten: A safety backup is not made. Before, it was up to the"
                + " requester.");
    assertThat(texts(changed("held: {request: owners}", "held: {request: [owners, C]}").possible()))
        .containsExactly("“Production”, backed up: " + C + " may request.");
  }

  /** What nobody has said how to compare differs, so it may allow anything. */
  @Test
  void whatIsUnknownIsNew() {
    Findings findings = new Findings(id -> id);
    RecordDifference.between(new Grant(1, "old"), new Grant(1, "new"))
        .forEach(difference -> findings.unknown(Place.of("Test"), difference));
    assertThat(texts(findings.comparison().possible()))
        .containsExactly("“Test”: later is “new” instead of “old”.");
    assertThat(RecordDifference.between(new Grant(1, "old"), new Grant(1, "old"))).isEmpty();
  }

  @Test
  void toRequireNoTicketAnyMoreAllowsSomething() {
    String without = "data-leaves: {request: \"*\", approve: owners, approvals: 1}";
    String with = without.replace("approvals: 1}", "approvals: 1, ticket: required}");
    Policy strict = parse(POLICY.replace(without, with));
    assertThat(texts(PolicyComparison.of(strict, BEFORE).possible()))
        .containsExactly("“Test”, data leaves: No change ticket has to allow it any more.");
    PolicyComparison stricter = PolicyComparison.of(BEFORE, strict);
    assertThat(stricter.possible()).isEmpty();
    assertThat(texts(stricter.stricter()))
        .containsExactly("“Test”, data leaves: A change ticket has to allow it.");
  }

  /** Windows where there were none, more freezes, fewer times, and emergencies that wait. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a window | windows: [W] | | less",
        "no window | | windows: [W] | more",
        "one more window | windows: [W, B] | windows: [W] | less",
        "one window less | windows: [W] | windows: [W, B] | more",
        "another order | windows: [B, W] | windows: [W, B] | more",
        "another calendar | windows: [{operations: restore, calendars: days}] | windows: [W] | more",
        "one calendar more | windows: [{operations: restore, calendars: [nights, days]}] | windows: [W] | more",
        "one calendar less | windows: [W] | windows: [{operations: restore, calendars: [nights, days]}] | less",
        "emergencies pass | windows: [{operations: restore, calendars: nights, emergencies: pass}] | windows: [W] | more",
        "emergencies wait | windows: [W] | windows: [{operations: restore, calendars: nights, emergencies: pass}] | less",
      })
  void windows(String name, String next, String before, String is) {
    Policy old = withWindows(before == null ? "" : before);
    PolicyComparison compared = PolicyComparison.of(old, withWindows(next == null ? "" : next));
    assertThat(compared.allowsAnythingNew()).as(name).isEqualTo(is.equals("more"));
    assertThat(compared.stricter()).hasSize(is.equals("less") ? 1 : 0);
    assertThat(PolicyComparison.of(old, old)).isEqualTo(new PolicyComparison(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F | | less",
        " | F | more",
        "F, {reason: b, environments: all, calendars: days} | F | less",
        "{reason: other, environments: all, calendars: nights} | F | less",
        "{reason: a, environments: all, calendars: [days, nights]} | F | less",
        "{reason: a, environments: all, calendars: days} | F | more",
        "{reason: a, environments: {types: [trial]}, calendars: nights} | F | more",
        "{reason: a, environments: all, operations: copy, calendars: nights} | F | more",
        "{reason: a, environments: all, calendars: nights, emergencies: pass} | F | more",
        "F | {reason: a, environments: all, calendars: nights, emergencies: pass} | less",
      })
  void freezes(String next, String before, String is) {
    PolicyComparison compared =
        PolicyComparison.of(
            withFreezes(before == null ? "" : before), withFreezes(next == null ? "" : next));
    assertThat(compared.allowsAnythingNew()).isEqualTo(is.equals("more"));
    assertThat(compared.stricter()).hasSize(is.equals("less") ? 1 : 0);
  }

  private static final String CALENDARS =
      """
      calendars:
        nights: {zone: UTC, events: [{start: "2026-01-01 20:00", lasts: 8h, repeats: FREQ=DAILY}]}
        days: {zone: UTC, events: [{start: "2026-01-01 08:00", lasts: 8h, repeats: FREQ=DAILY}]}
      """;

  private static Policy withWindows(String windows) {
    return parse(
        POLICY.replace(
                "    may-freeze:",
                "    %s\n    may-freeze:"
                    .formatted(windows)
                    .replace("W", "{operations: restore, calendars: nights}")
                    .replace("B", "{operations: backup, calendars: days}"))
            + CALENDARS);
  }

  private static Policy withFreezes(String freezes) {
    String list = freezes.replace("F", "{reason: a, environments: all, calendars: nights}");
    return parse(POLICY + CALENDARS + (list.isEmpty() ? "" : "freezes: [%s]\n".formatted(list)));
  }

  private record Grant(int known, String later) {}

  @ParameterizedTest
  @ValueSource(strings = {"small.yaml", "two-sides.yaml", "groups.yaml"})
  void aPolicyAllowsNothingThatItDoesNotAllow(String example) throws IOException {
    String text = Files.readString(Path.of("deploy/policy").resolve(example));
    PolicyComparison comparison = PolicyComparison.of(parse(text), parse(text + "\n"));
    assertThat(comparison).isEqualTo(new PolicyComparison(List.of(), List.of()));
  }

  private static PolicyComparison changed(String from, String to) {
    String before = ids(from);
    assertThat(POLICY).contains(before);
    return compared(POLICY.replaceFirst(java.util.regex.Pattern.quote(before), ids(to)));
  }

  /** Letters stand for people. */
  private static String ids(String text) {
    return text.replaceAll("\\b([A-D])\\b", "00000000-0000-0000-0000-00000000000$1")
        .replaceAll("(?<=00000000000)A", "a")
        .replaceAll("(?<=00000000000)B", "b")
        .replaceAll("(?<=00000000000)C", "c")
        .replaceAll("(?<=00000000000)D", "d")
        .replace("\\n", "\n")
        .replace("`*`", "\"*\"");
  }

  private static PolicyComparison compared(String next) {
    return PolicyComparison.of(BEFORE, parse(next));
  }

  private static Policy parse(String text) {
    return PolicyFileParser.parse(text)
        .policy()
        .orElseThrow(() -> new AssertionError(PolicyFileParser.parse(text).problems()));
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(MessageFormatter.STORED::text).toList();
  }
}
