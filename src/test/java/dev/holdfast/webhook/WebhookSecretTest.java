package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

  /** From the tests of the reference libraries of Standard Webhooks ("sign function works"). */
  private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SECONDS = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static WebhookSecret secret(String text) {
    return WebhookSecret.parse(text).orElseThrow();
  }

  @Test
  void signsAsThePublishedExample() {
    assertThat(secret(PUBLISHED).sign(ID, SECONDS, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void eachSecretSignsWhileTheyAreRotated() {
    String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    String header =
        WebhookSecret.header(List.of(secret(other), secret(PUBLISHED)), ID, SECONDS, BODY);

    assertThat(header.split(" "))
        .hasSize(2)
        .contains(SIGNATURE)
        .allSatisfy(one -> assertThat(one).startsWith("v1,"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_short",
        "whsec_not base64 at all, and long enough for it",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void whatIsNoSecretIsRefused(String text) {
    assertThat(WebhookSecret.parse(text)).isEmpty();
  }

  @Test
  void theLengthIsThatOfTheStandard() {
    Base64.Encoder base64 = Base64.getEncoder();
    assertThat(WebhookSecret.parse("whsec_" + base64.encodeToString(new byte[23]))).isEmpty();
    assertThat(WebhookSecret.parse("whsec_" + base64.encodeToString(new byte[24]))).isPresent();
    assertThat(WebhookSecret.parse("whsec_" + base64.encodeToString(new byte[64]))).isPresent();
    assertThat(WebhookSecret.parse("whsec_" + base64.encodeToString(new byte[65]))).isEmpty();
  }

  @Test
  void isNotShown() {
    assertThat(secret(PUBLISHED)).hasToString("WebhookSecret");
  }
}
