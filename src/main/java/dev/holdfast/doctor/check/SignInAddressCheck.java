package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.entra.Credential;
import org.springframework.stereotype.Component;

/** Whether this machine gets through to where Microsoft Entra ID gives out tokens. */
@Component
class SignInAddressCheck implements DoctorCheck {

  private final EndpointProbe reach;
  private final AdminApiSignInProperties signIn;

  SignInAddressCheck(EndpointProbe reach, AdminApiSignInProperties signIn) {
    this.reach = reach;
    this.signIn = signIn;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheck.SIGN_IN;
  }

  @Override
  public CheckResult check() {
    Credential credential = signIn.credential();
    if (credential == null) {
      return CheckResult.ok("Not needed: holdfast.admin-api has no credential to sign in with.");
    }
    return !credential.needsRegistration(signIn.clientId())
        ? CheckResult.ok("Not needed: this machine itself gives out the tokens of its identity.")
        : reach.verdict(signIn.loginUrl(), "holdfast.admin-api.login-url");
  }
}
