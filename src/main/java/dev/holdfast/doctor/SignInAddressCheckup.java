package dev.holdfast.doctor;

import dev.holdfast.entra.Credential;
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
    Credential credential = platform.credential();
    if (credential == null) {
      return Verdict.ok("Not needed: holdfast.platform has no credential to sign in with.");
    }
    return credential.isOfTheMachine()
        ? Verdict.ok("Not needed: this machine itself gives out the tokens of its identity.")
        : reach.verdict(platform.loginUrl(), "holdfast.platform.login-url");
  }
}
