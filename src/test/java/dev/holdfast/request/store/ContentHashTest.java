package dev.holdfast.request.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

  private static final String DOCUMENT =
      """
      {"state": "RUNNING", "version": 4, "terms": {"reason": "tests", "hours": [1, 2]},
       "safetyBackup": {"label": "R-1", "phase": "TAKEN"}}
      """;

  /** It stands in audit logs, so the same document has the same hash in every version. */
  @Test
  void theHashOfADocumentStays() {
    assertThat(ContentHash.of(DOCUMENT))
        .isEqualTo("1:c3cef010d8370ee348c7537995637494e0c88c13cce3f3bf41271aab01a9cdfc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUNNING=>VERIFYING",
        "\"version\": 4=>\"version\": 5",
        "\"version\": 4=>\"version\": \"4\"",
        "\"reason\"=>\"why\"",
        "tests=>test",
        "[1, 2]=>[2, 1]",
        "[1, 2]=>[1]",
        "[1, 2]=>[1, 2, 0]",
        "[1, 2]=>[1, {\"a\": 2}]",
        "\"label\": \"R-1\"=>\"label\": \"R-2\"",
        "\"hours\"=>\"safe\": true, \"hours\"",
        "\"hours\"=>\"more\": 7, \"hours\"",
        "\"hours\"=>\"progress\": 7, \"hours\""
      })
  void whatIsStoredWithAnEventChangesIt(String change) {
    assertThat(ContentHash.of(changed(change))).isNotEqualTo(ContentHash.of(DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\"=>\"progress\": {\"seenAt\": 1}, \"state\"",
        "\"state\"=>\"tries\": {\"made\": 2}, \"state\"",
        "\"state\"=>\"silence\": {\"since\": 1}, \"state\"",
        "\"label\"=>\"progress\": {\"seenAt\": 1}, \"label\""
      })
  void whatIsStoredBetweenTwoEventsDoesNot(String change) {
    assertThat(ContentHash.of(changed(change))).isEqualTo(ContentHash.of(DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "0", "0.0", "[]", "{}"})
  void whatSaysTheSameAsItsAbsenceDoesNot(String value) {
    assertThat(ContentHash.of(changed("\"hours\"=>\"added\": " + value + ", \"hours\"")))
        .isEqualTo(ContentHash.of(DOCUMENT));
  }

  @Test
  void theOrderOfFieldsDoesNot() {
    assertThat(ContentHash.of("{\"a\": 1, \"b\": \"x\"}"))
        .isEqualTo(ContentHash.of("{\"b\": \"x\", \"a\": 1}"));
  }

  @Test
  void aDocumentNamesTheVersionOfItsRequest() {
    assertThat(ContentHash.version(DOCUMENT)).isEqualTo(4);
    assertThat(ContentHash.version("{}")).isZero();
  }

  private static String changed(String change) {
    String[] parts = change.split("=>");
    String changed = DOCUMENT.replace(parts[0], parts[1]);
    assertThat(changed).isNotEqualTo(DOCUMENT);
    return changed;
  }
}
