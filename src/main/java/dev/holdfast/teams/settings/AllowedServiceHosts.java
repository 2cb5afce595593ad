package dev.holdfast.teams.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which service URLs may be called. The Bot Framework's own check is gone from its SDK, which would
 * send the bot's token to any URL that an activity names.
 */
@Component
public class AllowedServiceHosts {

  private static final int LONGEST = 1024;

  private final Set<String> hosts;

  public AllowedServiceHosts(TeamsTrustProperties trust) {
    this.hosts =
        trust.serviceHosts().stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  public boolean trusts(String serviceUrl) {
    if (serviceUrl.length() > LONGEST) {
      return false;
    }
    try {
      var uri = URI.create(serviceUrl);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT))
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }

  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
