package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestJsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Approvals hold as long as the digest of what was approved stays the same. The digests in the file
 * were computed from the work as it is in a request's document, by commit f2baffe or, of a type of
 * operation that it didn't know, by the version that brought the type.
 */
class DigestsTest {

  private static final JsonMapper JSON =
      RequestJsonFactory.mapper(OperationCatalogConfiguration.operationCatalog());

  static Stream<JsonNode> approved() throws IOException {
    return JSON.readTree(Files.readString(Path.of("src/test/resources/compatibility/digests.json")))
        .valueStream();
  }

  @ParameterizedTest
  @MethodSource("approved")
  void whatWasApprovedKeepsItsDigest(JsonNode approved) {
    OperationSpec work = JSON.treeToValue(approved.path("work"), OperationSpec.class);
    assertThat(Digest.of(work).hex())
        .as(approved.path("name").asString())
        .isEqualTo(approved.path("digest").asString());
  }
}
