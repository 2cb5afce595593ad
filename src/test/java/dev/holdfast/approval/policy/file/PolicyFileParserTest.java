package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.request.step.EnvironmentRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesAreRight(Path example) throws IOException {
    PolicyParseResult read = PolicyFileParser.parse(Files.readString(example));
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
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String expected) {
    PolicyParseResult read = PolicyFileParser.parse(SMALL.replace(right, wrong));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
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
    for (String definition : List.of("rule", "conditions", "grant", "overwritten")) {
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
