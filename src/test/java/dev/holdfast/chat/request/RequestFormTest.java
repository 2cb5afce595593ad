package dev.holdfast.chat.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.help.HelpCard;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFormTest {

  @Test
  void aTypeOfOperationWithoutAFormIsRefusedAtTheStart() {
    RequestAgainAction action =
        new RequestAgainAction(
            mock(ReadingRights.class),
            List.of(),
            OperationCatalogConfiguration.operationCatalog(),
            mock(HelpCard.class),
            Clock.systemUTC());

    assertThatThrownBy(action::requireForms)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lacks a form");
  }
}
