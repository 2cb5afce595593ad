package dev.holdfast.adminapi.finops.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 6.1, one row a test. Read and not used: demoDataset and the numbers of AOS. */
@DisplayName("facts 6.1 | finopsproperties")
class Table61PropertiesWireTests extends WireTest {

  private FinOpsProperties saying(String fields) {
    answers(200, "{'appId':'app-1'%s}".formatted(fields.isEmpty() ? "" : "," + fields));
    return api.properties(ID).known().orElseThrow();
  }

  @Test
  @DisplayName("facts 6.1 | GET finopsproperties, read whole")
  void isReadWhole() {
    server.answers(200, "ppapi/finops-properties.synthetic.json");
    assertThat(api.properties(ID).known())
        .contains(
            new FinOpsProperties(
                "UnifiedSandbox", Optional.of("10.0.2645.136"), Optional.of("7.0.7999.12"), 1));
    onlyAsked("finopsproperties?api-version=2024-10-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UnifiedDeveloper",
        "UnifiedSandbox",
        "UnifiedProduction",
        "LCSSandbox",
        "LCSProduction",
        "Trial",
        "Unknown",
        "SomethingNew"
      })
  @DisplayName("facts 6.1 | deploymentType: every word as it came")
  void theKind(String word) {
    assertThat(saying("'deploymentType':'%s'".formatted(word)).deploymentType()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.2645.136, true",
    "10.0.44, true",
    "later, false",
    "'', false",
    "<b>10.0.1</b>, false"
  })
  @DisplayName("facts 6.1 | applicationVersion, platformVersion: builds; what isn't one is none")
  void versions(String version, boolean readable) {
    Optional<String> read = Optional.of(version).filter(any -> readable);
    assertThat(saying("'applicationVersion':'%s'".formatted(version)).applicationVersion())
        .isEqualTo(read);
    assertThat(saying("'platformVersion':'%s'".formatted(version)).platformVersion())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"[], 0", "null, 0", "[{}], 1", "'[{},7,null]', 3", "{'x':1}, 1", "7, 1", "'', 0"})
  @DisplayName("facts 6.1 | scheduledActions: counted; what can't be counted is one")
  void scheduledActions(String actions, int count) {
    String value = actions.isEmpty() ? "''" : actions;
    assertThat(saying("'scheduledActions':" + value).scheduledActions()).isEqualTo(count);
  }

  @Test
  @DisplayName("facts 6.1 | undocumented fields may be missing")
  void allMayBeMissing() {
    assertThat(saying(""))
        .isEqualTo(new FinOpsProperties("", Optional.empty(), Optional.empty(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "{'maxAOSCount':'4'}", "no JSON", ""})
  @DisplayName("facts 6.1 | an answer that says neither kind nor version is none")
  void unreadable(String body) {
    answers(200, body);
    assertNone(api.properties(ID), Reason.UNREADABLE, "tell the properties");
  }

  @Test
  @DisplayName("facts 6.1 | an id that is none is asked of nobody")
  void oddId() {
    assertNone(api.properties("../x"), Reason.NOT_THERE);
    assertThat(server.asked()).isEmpty();
  }
}
