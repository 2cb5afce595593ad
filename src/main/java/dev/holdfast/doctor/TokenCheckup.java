package dev.holdfast.doctor;

import dev.holdfast.platform.AccessTokens;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.PlatformProperties;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether there is a token for the admin API to be had. */
@Component
class TokenCheckup implements Checkup {

  private final AccessTokens tokens;
  private final PlatformProperties platform;
  private final AdminApiRemedies remedies;

  TokenCheckup(@Lazy AccessTokens tokens, PlatformProperties platform, AdminApiRemedies remedies) {
    this.tokens = tokens;
    this.platform = platform;
    this.remedies = remedies;
  }

  @Override
  public Area area() {
    return Area.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheckup.TOKEN;
  }

  @Override
  public List<String> needs() {
    return List.of(AdminApiCheckup.SIGN_IN);
  }

  @Override
  public Verdict check() {
    try {
      tokens.bearer(platform.audience());
      return Verdict.ok("There is one for %s.".formatted(platform.audience()));
    } catch (AdminApiException e) {
      return Verdict.broken(e.forLog(), remedies.credential(e));
    }
  }
}
