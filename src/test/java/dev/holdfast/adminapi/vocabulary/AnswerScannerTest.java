package dev.holdfast.adminapi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerScannerTest {

  private static final String LIST =
      "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";

  private static final Map<AnswerKind, String> ADDRESSES =
      Map.ofEntries(
          Map.entry(AnswerKind.BAP_ENVIRONMENT, LIST + "/env-1"),
          Map.entry(
              AnswerKind.BAP_OPERATION,
              "/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/op-1"),
          Map.entry(
              AnswerKind.BAP_BACKUP,
              "/providers/Microsoft.BusinessAppPlatform/environments/env-1/backups"),
          Map.entry(AnswerKind.PPAPI_ENVIRONMENT, "/environmentmanagement/environments/env-1"),
          Map.entry(
              AnswerKind.PPAPI_OPERATION,
              "/environmentmanagement/environments/env-1/operations/op-1"),
          Map.entry(AnswerKind.PPAPI_BACKUP, "/environmentmanagement/environments/env-1/backups"),
          Map.entry(AnswerKind.FINOPS_PROPERTIES, "/dynamics/environments/env-1/finopsproperties"),
          Map.entry(AnswerKind.FINOPS_ERRORS, "/dynamics/environments/env-1/operationerrors"),
          Map.entry(AnswerKind.FINOPS_SETTINGS, "/dynamics/environments/env-1/finopsadminsettings"),
          Map.entry(AnswerKind.FINOPS_VERSIONS, "/dynamics/environments/env-1/finopsversions"),
          Map.entry(
              AnswerKind.DATAVERSE_FINOPS, "/api/data/v9.2/msprov_getfinopsapplicationdetails"),
          Map.entry(AnswerKind.DATAVERSE_HISTORY, "/api/data/v9.2/msprov_operationhistories"),
          Map.entry(AnswerKind.TENANT_CAPACITY, "/licensing/tenantCapacity"));

  private final List<String> met = new ArrayList<>();
  private final AnswerScanner scanner =
      new AnswerScanner((place, value) -> met.add(place + " = " + value));

  private void scan(String path, int status, String body) {
    scanner.scan(path, status, body.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Arguments> fields() {
    return Stream.of(AnswerKind.values())
        .flatMap(kind -> kind.fields().keySet().stream().map(field -> Arguments.of(kind, field)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void anUnknownWordIsMetWhereverAListOfValuesIs(AnswerKind kind, String field) {
    scan(address(kind), status(kind), nested(field, "\"Zorblax_2\""));

    assertThat(met).containsExactly(kind.place() + ": " + field + " = Zorblax_2");
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aKnownWordIsNone(AnswerKind kind, String field) {
    kind.fields()
        .get(field)
        .forEach(
            word -> {
              String known = word.replace("*", "X");
              scan(address(kind), status(kind), nested(field, '"' + known + '"'));
              scan(address(kind), status(kind), nested(field, '"' + known.toUpperCase() + '"'));
            });

    assertThat(met).isEmpty();
  }

  @Test
  void theRowsOfAListAreLookedThroughAndEachWordIsToldOnce() {
    String row = nested("properties.environmentSku", "\"Elastic\"");
    scan(LIST, 200, "{\"value\":[%s,%s]}".formatted(row, row));

    assertThat(met).containsExactly("BAP environment: properties.environmentSku = Elastic");
  }

  @Test
  void theWordsThatDataverseWritesBesideItsNumbersAreLookedAtAndNothingElseOfARow() {
    scan(
        "/api/data/v9.2/msprov_operationhistories",
        200,
        "{\"value\":[{\"msprov_name\":\"Zorblax\",\"msprov_description\":\"Zorblax\","
            + "\"msprov_operationproperties\":\"Zorblax\",\"statuscode\":7,"
            + "\"statuscode@OData.Community.Display.V1.FormattedValue\":\"Servicing\","
            + "\"statecode@OData.Community.Display.V1.FormattedValue\":\"Active\"}]}");

    assertThat(met)
        .containsExactly(
            "Dataverse, operations on finance and operations: statuscode@FormattedValue ="
                + " Servicing");
  }

  @Test
  void aShapeThatIsNoneIsNamedAsWhatItIs() {
    scan(LIST, 200, nested("properties.environmentSku", "{\"id\":\"Sandbox\"}"));
    scan(LIST, 200, nested("properties.environmentSku", "17"));
    scan(LIST, 200, nested("properties.environmentSku", "true"));
    scan(LIST, 200, nested("properties.environmentSku", "null"));
    scan(LIST, 200, nested("properties.environmentSku", "\"\""));

    assertThat(met)
        .containsExactly(
            "BAP environment: properties.environmentSku = (object)",
            "BAP environment: properties.environmentSku = (number)",
            "BAP environment: properties.environmentSku = true");
  }

  @Test
  void namesAndFreeTextsAreNeverKept() {
    scan(LIST, 200, nested("properties.environmentSku", "\"Contoso Production\""));
    scan(LIST, 200, nested("properties.displayName", "\"Zorblax\""));
    scan(LIST, 404, "{\"error\":{\"code\":\"Zorblax\",\"message\":\"The environment Contoso\"}}");

    assertThat(met)
        .containsExactly(
            "BAP environment: properties.environmentSku = (text)", "refusal: error.code = Zorblax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html>", "{", "[1,", "null", "17", "{\"value\":[{\"a\":"})
  void whatIsNoAnswerChangesNothing(String body) {
    assertThatCode(() -> scan(LIST, 200, body)).doesNotThrowAnyException();
    assertThat(met).isEmpty();
  }

  @Test
  void whatTheListenerThrowsChangesNothing() {
    AnswerScanner deaf =
        new AnswerScanner(
            (place, value) -> {
              throw new IllegalStateException("no database");
            });

    assertThatCode(
            () ->
                deaf.scan(
                    LIST,
                    200,
                    nested("properties.environmentSku", "\"Elastic\"")
                        .getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  private static String address(AnswerKind kind) {
    return ADDRESSES.getOrDefault(kind, "/anything");
  }

  private static int status(AnswerKind kind) {
    return kind == AnswerKind.REFUSAL ? 409 : 200;
  }

  private static String nested(String field, String value) {
    String json = value;
    String[] names = field.split("\\.");
    for (int i = names.length - 1; i >= 0; i--) {
      json = "{\"%s\":%s}".formatted(names[i], json);
    }
    return json;
  }
}
