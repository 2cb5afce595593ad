package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFileParserTest {

  private static final Path EXAMPLES = Path.of("deploy/policy");
  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";

  private static final String SMALL =
      """
      version: 1
      groups:
        admins: {people: [00000000-0000-0000-0000-000000000021]}
      rules:
        - name: Production
          environments: {types: [Production]}
          data-leaves: {request: admins, approve: admins, expires-after: 2d}
        - name: Others
          environments: all
          held: {request: "*"}
      """;

  /** A rule that was written before there was administration mode to ask for grants none of it. */
  @Test
  void administrationModeIsGrantedOnlyByItsOwnKeyAndApprovedUnlessTheFileSaysOtherwise() {
    Policy before = PolicyFileParser.parse(SMALL).policy().orElseThrow();
    assertThat(before.rules()).allMatch(r -> r.role(EnvironmentRole.RESTRICTED).isEmpty());
    String granting =
        SMALL.replace("held: {request: \"*\"}", "restricted: {request: \"*\", approve: admins}");
    assertThat(
            PolicyFileParser.parse(granting)
                .policy()
                .orElseThrow()
                .rules()
                .get(1)
                .role(EnvironmentRole.RESTRICTED))
        .hasValueSatisfying(role -> assertThat(role.approvals()).isEqualTo(1));
  }

  @Test
  void aRuleMayNameReadersBesidesItsRoles() {
    String text = SMALL.replace("environments: all", "environments: all\n    read: admins");
    Policy policy = PolicyFileParser.parse(text).policy().orElseThrow();
    assertThat(policy.rules().get(1).readers().all())
        .containsExactly("00000000-0000-0000-0000-000000000021");
    assertThat(PolicyDescription.of(policy))
        .contains(
            "2. Others (every environment), read: also by 00000000-0000-0000-0000-000000000021")
        .noneMatch(line -> line.startsWith("1.") && line.contains("read:"));
    assertThat(
            PolicyDescription.changes(policy, PolicyFileParser.parse(SMALL).policy().orElseThrow()))
        .singleElement()
        .asString()
        .startsWith("no longer: 2. Others");
    assertThat(PolicyFileParser.parse(text.replace("read: admins", "read: nobody")).problems())
        .singleElement()
        .asString()
        .contains("nobody");
  }

  @Test
  void anApplicationMayRequestAndReadWhereItIsNamed() {
    String application = "app:00000000-0000-0000-0000-0000000000aB";
    String text =
        SMALL.replace("held: {request: \"*\"}", "held: {request: '%s'}".formatted(application));
    Policy policy = PolicyFileParser.parse(text).policy().orElseThrow();
    RoleRule held = policy.rules().get(1).roles().get(EnvironmentRole.HELD);
    assertThat(held.requesters().all()).containsExactly(application.toLowerCase(Locale.ROOT));
    assertThat(
            PolicyFileParser.parse(
                    text.replace("held:", "read: '%s'\n    held:".formatted(application)))
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approve: admins, expires-after: 2d | approve: [admins, APP]",
        "expires-after: 2d | delegates: APP",
        "expires-after: 2d | escalate: {after: 1h, to: [admins, APP]}",
        "expires-after: 2d | emergency: {request: APP}",
        "expires-after: 2d | emergency: {request: admins, reviewers: APP}",
        "version: 1 | version: 1\nguardians: APP",
        "version: 1 | version: 1\nmay-freeze: APP",
        "people: [00000000-0000-0000-0000-000000000021] | people: [APP]",
      })
  void anApplicationDecidesNothing(String change) {
    String[] words = change.split(" \\| ");
    String text =
        SMALL.replace(
            words[0], words[1].replace("APP", "'app:00000000-0000-0000-0000-0000000000ab'"));
    assertThat(text).isNotEqualTo(SMALL);
    assertThat(PolicyFileParser.parse(text).problems()).isNotEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesAreRight(Path example) throws IOException {
    PolicyParseResult read = PolicyFile.parse(example);
    assertThat(read.problems()).isEmpty();
    assertThat(read.policy()).isPresent();
  }

  @Test
  void readsRulesInTheirOrder() {
    Policy policy = PolicyFileParser.parse(SMALL).policy().orElseThrow();
    assertThat(PolicyDescription.of(policy))
        .contains(
            "1. Production (type production), data leaves: requested by "
                + MEGAN
                + ", 1 approval(s) by "
                + MEGAN
                + " within PT48H, safety backup none",
            "1. Production (type production), overwritten: nobody",
            "2. Others (every environment), held: requested by everybody, 0 approval(s) by nobody"
                + " within PT24H, safety backup none");
    assertThat(
            policy.rules().get(0).role(EnvironmentRole.DATA_LEAVES).orElseThrow().window().length())
        .isEqualTo(Duration.ofDays(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "version: 1 | version: 2 | line 1, column 10: version has to be 1",
        "version: 1 | # none | line 2, column 1: version is missing",
        "types: | typs: | line 6, column 20: typs isn't known here",
        "types: [Production] | types: [Prod] | line 6, column 28: “Prod” isn't known",
        "approve: admins | approve: admin | line 7, column 45: “admin” is neither",
        "approve: admins | approve: '*' | line 7, column 45: name who approves",
        "approve: admins | approve: admins, approvals: 2 | 2 approval(s) are required",
        "2d | soon | line 7, column 68: expires-after has to be a duration",
        "2d | 90d | line 7, column 68: expires-after has to be a duration",
        "environments: all | environments: {} | line 9, column 19: environments is empty",
        "request: admins | requesters: admins | request is missing",
        "name: Others | name: Production | two rules are named Production",
        "held: | holds: | line 10, column 5: holds isn't known here",
        "000021] | 21] | isn't an object ID",
        "rules: | rulez: | line 4, column 1: rulez isn't known here",
        "types: [Production] | groups: [abc] | “abc” isn't the ID of an environment group",
        "types: [Production] | kinds: [abc] | “abc” isn't known; there is d",
        "types: [Production] | managed: perhaps | line 6, column 29: managed has to be true or"
            + " false",
        "expires-after: 2d | approvals: -1 | approvals has to be",
        "expires-after: 2d | approvals: many | approvals has to be",
        "held: {request | overwritten: {safety-backup: perhaps, request | safety-backup has to be",
        "expires-after: 2d | approvals: 20 | 20 approval(s) are required",
        "expires-after: 2d | approvals: 21 | approvals has to be a number",
        "expires-after: 2d | expires: 2d | expires isn't known here",
        "2d | 0h | expires-after has to be a duration up to 30 days",
        "2d | 31d | expires-after has to be a duration up to 30 days",
        "environments: all | environments: {[x]: y} | line 9, column 20: a key has to be a word",
        "held: {request | held: {request: admins, request | column 29: request is given twice",
        "types: [Production] | types: [[Production]] | column 28: types has to be a list of texts",
        "types: [Production] | types: {a: b} | line 6, column 27: types has to be a list",
        "types: [Production] | types: [Production, ' '] | types has to be a text that isn't empty",
        "name: Others | name: ' ' | line 8, column 11: name has to be a text that isn't empty",
        "{type | none #{type | line 6, column 19: environments (it may also be the word all) has to"
            + " be a mapping",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String expected) {
    PolicyParseResult read = PolicyFileParser.parse(SMALL.replace(right, wrong));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# none | guardian-approvals: 2 | line 3, column 21: guardian-approvals needs guardians",
        "guardians: '*' | # none | line 2, column 12: name the guardians; * would be everybody",
        "guardians: admins | guardian-approvals: 2 | there are fewer guardians than",
        "guardians: admins | guardian-approvals: 0 | a number from 1 to 20",
        "guardians: admins | guardian-approvals: 21 | a number from 1 to 20",
        "guardians: admins | guardian-approvals: two | a number from 1 to 20",
      })
  void saysWhatIsWrongWithGuardians(String guardians, String approvals, String expected) {
    PolicyParseResult read =
        PolicyFileParser.parse(
            SMALL.replace("version: 1", "version: 1\n" + guardians + "\n" + approvals));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  @Test
  void asManyGuardiansAsThereAreMayBeAskedFor() {
    String guarded = SMALL.replace("version: 1", "version: 1\nguardians: admins");
    assertThat(PolicyFileParser.parse(guarded).policy().orElseThrow().guardians().approvals())
        .isOne();
    assertThat(
            PolicyFileParser.parse(guarded + "guardian-approvals: 1\n")
                .policy()
                .orElseThrow()
                .guardians()
                .approvals())
        .isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "types: [Production] | managed: true",
        "types: [Production] | managed: false",
        "types: [Production] | groups: none",
        "types: [Production] | groups: [None, 00000000-0000-0000-0000-000000000099]",
        "types: [Production] | kinds: [unified-sandbox, LCS]",
        "2d | 30d",
        "expires-after: 2d | approvals: 0",
      })
  void isRight(String before, String right) {
    assertThat(PolicyFileParser.parse(SMALL.replace(before, right)).problems()).isEmpty();
  }

  @Test
  void readsEachConditionOfEnvironments() {
    String all =
        SMALL.replace(
            "types: [Production]",
            "ids: [' c0a50000-0000-4000-8000-000000000001'], managed: false, regions: Europe,"
                + " groups: none, names: [A*]");
    assertThat(PolicyFileParser.parse(all).policy().orElseThrow().rules().get(0).conditions())
        .hasSize(5)
        .contains(
            new EnvironmentCondition.Ids(List.of("c0a50000-0000-4000-8000-000000000001")),
            new EnvironmentCondition.Attribute("managed", List.of("false")),
            new EnvironmentCondition.Attribute("region", List.of("europe")),
            new EnvironmentCondition.Attribute("group", List.of("none")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "teams: 19:abc | line 3, column 19: “19:abc” isn't the ID of a team",
        "entra-groups: everybody | line 3, column 26: “everybody” isn't an object ID",
        "teams: [19:a@thread.tacv2], guests: perhaps | line 3, column 48: guests has to be",
        "guests: true | line 3, column 11: admins names nobody",
        "team: 19:a@thread.tacv2 | line 3, column 12: team isn't known here"
      })
  void saysWhatIsWrongWithAGroup(String group, String expected) {
    String text = SMALL.replace("people: [00000000-0000-0000-0000-000000000021]", group);
    assertThat(PolicyFileParser.parse(text).problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  @Test
  void groupsThatAreKeptElsewhereAreTold() {
    String text =
        SMALL.replace(
            "people: [00000000-0000-0000-0000-000000000021]",
            "entra-groups: 00000000-0000-0000-0000-0000000000A1, teams: [19:a@thread.tacv2],"
                + " guests: true");
    Policy policy = PolicyFileParser.parse(text).policy().orElseThrow();
    assertThat(policy.groups()).hasSize(1);
    assertThat(PolicyDescription.of(policy).get(0))
        .contains(
            "by members of entra group 00000000-0000-0000-0000-0000000000a1 (guests too)"
                + " members of team 19:a@thread.tacv2 (guests too)");
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing'", "'a: [b'", "'- a'", "'*a'", "'a: &x [1]\nb: *x'", "'\t'"})
  void whateverItIsItIsNoPolicy(String text) {
    PolicyParseResult read = PolicyFileParser.parse(text);
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems()).isNotEmpty();
  }

  @Test
  void aChangeIsToldInWordsByWhatItGrants() {
    Policy before = PolicyFileParser.parse(SMALL).policy().orElseThrow();
    Policy after =
        PolicyFileParser.parse(SMALL.replace("expires-after: 2d", "approvals: 0"))
            .policy()
            .orElseThrow();
    assertThat(PolicyDescription.changes(before, before)).isEmpty();
    assertThat(PolicyDescription.changes(before, after))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("now: 1. Production") && line.contains("0 approval(s)"));
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  /** The schema is what editors check, so it has to allow what the parser reads, and no more. */
  @Test
  void theSchemaHasTheWordsOfTheParser() throws IOException {
    JsonNode schema =
        JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve("policy.schema.json")));
    assertThat(words(schema, "type")).isEqualTo(new TreeSet<>(ConditionsParser.TYPES));
    assertThat(words(schema, "kind")).isEqualTo(new TreeSet<>(ConditionsParser.KINDS));
    assertThat(words(schema, "operation")).isEqualTo(new TreeSet<>(ChecklistParser.OPERATIONS));
    assertThat(words(schema, "anyOperation"))
        .isEqualTo(new TreeSet<>(StartWindowParser.OPERATIONS));
    assertThat(words(schema, "item")).isEqualTo(new TreeSet<>(ChecklistParser.KNOWN));
    for (String definition :
        List.of(
            "rule",
            "checklist",
            "window",
            "freeze",
            "calendar",
            "conditions",
            "grant",
            "leaving",
            "overwritten",
            "emergency")) {
      assertThat(schema.at("/$defs/" + definition + "/additionalProperties").asBoolean()).isFalse();
    }
    for (String definition : List.of("grant", "overwritten")) {
      assertThat(schema.at("/$defs/" + definition + "/properties").propertyNames())
          .contains("expires-after", "business-hours", "remind-at", "escalate", "delegates");
    }
    assertThat(schema.at("/$defs/rule/properties").propertyNames())
        .containsAll(RuleParser.ROLES.keySet());
  }

  private static TreeSet<String> words(JsonNode schema, String definition) {
    JsonNode words = schema.at("/$defs/" + definition + "/enum");
    return new TreeSet<>(
        StreamSupport.stream(words.spliterator(), false).map(JsonNode::asString).toList());
  }
}
