package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.card.view.Samples;
import dev.holdfast.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardRendererTest {

  private static final CardRenderer CARDS = new CardRenderer();

  @Test
  void everyCardCanBeToldInAToast() {
    assertThat(Samples.all().values())
        .extracting(view -> CARDS.render(view).summary())
        .allSatisfy(
            summary -> assertThat(summary).isNotBlank().doesNotContain("\n").hasSizeLessThan(201));
  }

  @Test
  void theToastOfANoticeSaysWhatHappened() {
    assertThat(CARDS.render(Samples.all().get("notice-failed")).summary())
        .startsWith("The restore of Contoso Dev failed. The service reports that its operation");
  }

  @Test
  void onAClosedCardNothingCanBeDoneToTheRequest() {
    assertThat(
            List.of(
                "request-succeeded",
                "request-rejected",
                "request-cancelled",
                "request-expired",
                "request-voided"))
        .allSatisfy(
            name ->
                assertThat(CARDS.render(Samples.all().get(name)).json().findValuesAsString("verb"))
                    .isEmpty());
  }

  @Test
  void aRedCheckLeavesNothingToSubmit() {
    assertThat(CARDS.render(Samples.all().get("review-red")).json().toString())
        .doesNotContain("restore.submit")
        .doesNotContain("\"confirm\"");
  }

  @Test
  void aViewWithoutATemplateIsAMistakeOfOurs() {
    CardView view =
        new CardView() {
          @Override
          public String template() {
            return "nowhere";
          }

          @Override
          public Message summary() {
            return Message.plain("");
          }
        };
    assertThatThrownBy(() -> CARDS.render(view)).hasMessageContaining("cards/nowhere.json");
  }
}
