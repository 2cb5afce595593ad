package dev.holdfast.request.store;

import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.StoredFields;
import org.junit.jupiter.api.Test;

/** Documents of requests are read by newer and older versions: their fields keep their names. */
class StoredRequestTest {

  @Test
  void theFieldsOfARequestAreThoseThatOtherVersionsRead() {
    Goldens.assertLines("fields/request.txt", StoredFields.of(RequestDocument.class));
  }
}
