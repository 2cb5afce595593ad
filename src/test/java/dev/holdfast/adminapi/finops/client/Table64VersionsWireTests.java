package dev.holdfast.adminapi.finops.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 6.4, and the errors that all of facts 6.1 to 6.4 have. No version is ever applied. */
@DisplayName("facts 6.4 | finopsversions")
class Table64VersionsWireTests extends WireTest {

  private record Question(Function<FinOpsApi, FinOpsAnswer<?>> asked) {}

  static Stream<Named<Question>> questions() {
    return Stream.of(
        Named.of("finopsproperties", new Question(api -> api.properties(ID))),
        Named.of("operationerrors", new Question(api -> api.errorsSince(ID, NOW))),
        Named.of("finopsadminsettings", new Question(api -> api.maintenance(ID))),
        Named.of("finopsversions", new Question(api -> api.versions(ID))));
  }

  @Test
  @DisplayName("facts 6.4 | GET finopsversions, read whole")
  void isReadWhole() {
    server.answers(200, "ppapi/finops-versions.synthetic.json");
    assertThat(api.versions(ID).known().orElseThrow())
        .containsExactly(
            new FinOpsVersion("10.0.48.7", "QualityUpdate"),
            new FinOpsVersion("10.0.49.1", "GeneralAvailability"));
    onlyAsked("finopsversions?api-version=2024-10-01");
  }

  @Test
  @DisplayName("facts 6.4 | a row without a version is left out, another word is kept")
  void oddRows() {
    answers(
        200,
        "{'availableVersions':[{},7,null,{'version':'x'},{'version':'10.0.50','releaseStage':'New'},"
            + "{'version':'10.0.51','releaseStage':{}}]}");
    assertThat(api.versions(ID).known().orElseThrow())
        .containsExactly(new FinOpsVersion("10.0.50", "New"), new FinOpsVersion("10.0.51", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'availableVersions':null}", "[]", ""})
  @DisplayName("facts 6.4 | without a list it isn't known which there are")
  void unreadable(String body) {
    answers(200, body);
    assertNone(api.versions(ID), Reason.UNREADABLE);
  }

  @ParameterizedTest
  @MethodSource("questions")
  @DisplayName("facts 6.4 | 404 RouteNotFound is not available here, no error of the environment")
  void routeNotFound(Question question) {
    answers(404, "{'error':{'code':'RouteNotFound','message':'No such route.'}}");
    assertNone(question.asked().apply(api), Reason.NOT_THERE, "404 RouteNotFound");
  }

  @ParameterizedTest
  @MethodSource("questions")
  @DisplayName("facts 6.1 to 6.4 | BAP alone: nobody is asked")
  void notAsked(Question question) {
    FinOpsApi bap = FinOpsClients.over(server.base(), "bap", CLOCK);
    assertNone(question.asked().apply(bap), Reason.NOT_ASKED, "Power Platform API");
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED",
    "403, REFUSED",
    "404, NOT_THERE",
    "400, UNREADABLE",
    "302, UNREADABLE",
    "204, UNREADABLE",
    "408, UNREACHABLE",
    "429, UNREACHABLE",
    "500, UNREACHABLE",
    "503, UNREACHABLE"
  })
  @DisplayName("facts 6.1 to 6.4 | errors: {error{code,message}}, in the service's words")
  void errors(int status, Reason reason) {
    questions()
        .forEach(
            question -> {
              String body = "{'error':{'code':'SomeCode','message':'Some words.'}}";
              answers(status, status == 204 ? "" : body);
              if (status == 401) {
                answers(status, body); // with a fresh token, if there were one
              }
              assertNone(
                  question.getPayload().asked().apply(api),
                  reason,
                  status == 204 ? "204" : status + " SomeCode, \"Some words.\"");
            });
  }

  @Test
  @DisplayName("facts 6.1 to 6.4 | no connection, and silence")
  void noAnswer() {
    server.hangsUp();
    assertNone(api.properties(ID), Reason.UNREACHABLE);
    server.staysSilent();
    assertNone(
        FinOpsClients.over(server.base(), "ppapi", CLOCK, Duration.ofMillis(300)).versions(ID),
        Reason.UNREACHABLE,
        "did not answer in time");
  }

  @Test
  @DisplayName("facts 6.1 to 6.4 | a token that can't be had refuses")
  void withoutAToken() {
    FinOpsApi without =
        FinOpsClients.over(
            server.base(),
            "ppapi",
            CLOCK,
            Duration.ofSeconds(5),
            audience -> {
              throw new IllegalStateException("no credential");
            });
    assertNone(without.properties(ID), Reason.REFUSED, "got no token");
    assertThat(server.asked()).isEmpty();
  }
}
