package dev.holdfast.local;

import dev.holdfast.platform.AccessTokens;
import java.net.URI;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The simulator takes any token. */
@Component
@Profile("local")
class LocalAccessTokens implements AccessTokens {

  @Override
  public String bearer(URI audience) {
    return "local";
  }
}
