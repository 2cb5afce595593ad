package dev.holdfast.doctor;

import dev.holdfast.platform.PlatformProperties;
import org.springframework.stereotype.Component;

/** Whether this machine gets through to where Microsoft Entra ID gives out tokens. */
@Component
class SignInAddressCheckup implements Checkup {

  private final Reach reach;
  private final PlatformProperties platform;

  SignInAddressCheckup(Reach reach, PlatformProperties platform) {
    this.reach = reach;
    this.platform = platform;
  }

  @Override
  public Area area() {
    return Area.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheckup.SIGN_IN;
  }

  @Override
  public Verdict check() {
    return platform.onLoopback()
        ? Verdict.ok("Not needed: the admin API on this machine takes any token.")
        : reach.verdict(platform.loginUrl(), "holdfast.platform.login-url");
  }
}
