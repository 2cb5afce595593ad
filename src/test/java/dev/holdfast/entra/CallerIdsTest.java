package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Whom a token stands for. */
class CallerIdsTest {

  @Test
  void theServicePrincipalAndItsApplication() {
    String token =
        part("{\"alg\":\"RS256\"}")
            + "."
            + part("{\"oid\":\"8784D9FB-aa\",\"appid\":\"11-bb\",\"sub\":\"other\"}")
            + "."
            + part("signature");
    assertThat(CallerIds.in(token)).containsExactlyInAnyOrder("8784d9fb-aa", "11-bb");
  }

  @Test
  void nobodyWhereItCannotBeRead() {
    assertThat(CallerIds.in("opaque")).isEmpty();
    assertThat(CallerIds.in("a.b.c")).isEmpty();
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
