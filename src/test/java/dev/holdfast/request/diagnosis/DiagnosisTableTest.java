package dev.holdfast.request.diagnosis;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.MovedRequests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the service's error codes; of a code that isn't known, nothing is made up. */
class DiagnosisTableTest {

  private static final DiagnosisTable TABLE = DiagnosisTable.shared();

  @Test
  void eachDiagnosisIsOneOfACodeAndEachCodeHasASource() {
    Set<Diagnosis> used =
        TABLE.errors().stream().map(KnownError::diagnosis).collect(Collectors.toSet());
    assertThat(used).isEqualTo(EnumSet.allOf(Diagnosis.class));
    assertThat(TABLE.errors())
        .allSatisfy(error -> assertThat(error.source()).matches(".*(facts \\d|rules? R\\d).*"));
  }

  @ParameterizedTest
  @CsvSource({
    "InsufficientCapacity_StorageDriven: No.,NO_CAPACITY,false",
    "insufficientcapacity_storagedriven,NO_CAPACITY,false",
    "OperationNotStartable: busy,BUSY,true",
    "EnvironmentNotInReadyState: wait,NOT_READY,true",
    "EnvironmentNotFound: gone,NOT_FOUND,false"
  })
  void aCodeIsKnownWhereverTheServiceSaysIt(String words, Diagnosis diagnosis, boolean temporary) {
    Request failed = failed(words);
    assertThat(RequestErrors.diagnosis(failed).map(KnownError::diagnosis)).contains(diagnosis);
    assertThat(RequestErrors.isTemporary(failed)).isEqualTo(temporary);
  }

  @ParameterizedTest
  @CsvSource({
    "RestoreFailed: no",
    "Something with OperationNotStartable: in it",
    "OperationNotStartableX",
    "'OperationNotStartable is a code'",
    "''"
  })
  void anotherTextIsNoCode(String words) {
    assertThat(RequestErrors.diagnosis(failed(words))).isEmpty();
  }

  @Test
  void theOperationsOwnErrorComesFirstAndThenTheNewest() {
    Request failed = failed("Unheard: of");
    failed
        .completed()
        .serviceErrorsRead(List.of(error("EnvironmentNotFound"), error("Forbidden")), LATER);
    assertThat(RequestErrors.of(failed).stream().map(ServiceError::code))
        .containsExactly("Forbidden", "EnvironmentNotFound");
    assertThat(RequestErrors.diagnosis(failed).map(KnownError::code)).contains("Forbidden");
  }

  @Test
  void thePageShowsTheTable() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Diagnoses",
                "",
                "Made from `diagnoses.yaml` and the message catalog by `DiagnosisTableTest`; don't"
                    + " edit it. Write it anew with `-Dgoldens=rewrite`.",
                "",
                "What cards say of error codes of Power Platform. Sources are sections of"
                    + " [admin-api.md](admin-api.md) (facts) and rules of [rules.md](rules.md). A"
                    + " code that isn't here is shown as it is, without a guess.",
                "",
                "| code | what it means | next step | temporary | source |",
                "| --- | --- | --- | --- | --- |"));
    TABLE.errors().stream().map(DiagnosisTableTest::row).forEach(lines::add);
    Goldens.assertLines(Path.of("src/docs/DIAGNOSES.md"), lines);
  }

  private static String row(KnownError error) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            error.code(),
            StoredMessage.english(error.diagnosis().message()),
            StoredMessage.english(error.diagnosis().next()),
            error.temporary() ? "yes" : "no",
            error.source());
  }

  private static Request failed(String words) {
    Request request = MovedRequests.running(restore());
    request
        .mainStep()
        .fail(new Outcome(LATER, Message.plain("no"), Optional.of(words), Optional.empty(), true));
    return request;
  }

  private static ServiceError error(String code) {
    return new ServiceError(
        ServiceError.Source.OPERATION_ERRORS, "", "", code, "", Optional.empty(), "");
  }
}
