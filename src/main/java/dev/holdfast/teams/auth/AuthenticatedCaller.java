package dev.holdfast.teams.auth;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A caller whose token was taken; what it may say is held against the token's claims. */
public final class AuthenticatedCaller extends JwtAuthenticationToken {

  private static final long serialVersionUID = 1L;
  private static final Collection<GrantedAuthority> NONE = List.of();

  private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");

  private final transient Set<String> endorsements;

  AuthenticatedCaller(Jwt token, Set<String> endorsements) {
    super(token, NONE, "Bot Framework");
    this.endorsements = endorsements;
  }

  /** What the token says against an activity of this channel and this service URL. */
  public Optional<RejectionReason> objects(String channelId, String serviceUrl) {
    if (!channelId.equals("msteams")) {
      return Optional.of(RejectionReason.CHANNEL);
    }
    if (!endorsements.contains(channelId)) {
      return Optional.of(RejectionReason.ENDORSEMENT);
    }
    String claim = getToken().getClaimAsString("serviceurl");
    return claim != null && bare(claim).equalsIgnoreCase(bare(serviceUrl))
        ? Optional.empty()
        : Optional.of(RejectionReason.SERVICE_URL);
  }

  private static String bare(String url) {
    return SLASHES_AT_THE_END.matcher(url).replaceAll("");
  }
}
