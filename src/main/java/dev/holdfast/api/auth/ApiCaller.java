package dev.holdfast.api.auth;

import dev.holdfast.api.Caller;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** An application whose token was taken. */
public final class ApiCaller extends JwtAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  ApiCaller(Jwt token, Collection<GrantedAuthority> roles, Caller caller) {
    super(token, roles, caller.person().id());
    this.caller = caller;
  }

  public Caller caller() {
    return caller;
  }
}
