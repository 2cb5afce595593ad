package dev.holdfast.chat.request.again;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.app.OperationCatalogConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFormTest {

  @Test
  void aTypeOfOperationWithoutAFormIsRefusedAtTheStart() {
    var forms = new RequestForms(List.of(), OperationCatalogConfiguration.operationCatalog());

    assertThatThrownBy(forms::requireForms)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lacks a form");
  }
}
