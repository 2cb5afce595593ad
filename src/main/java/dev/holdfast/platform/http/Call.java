package dev.holdfast.platform.http;

import java.net.URI;
import org.springframework.http.HttpMethod;

/**
 * What is asked of the service.
 *
 * @param what it in words that follow "asked to", for the person who reads of a failure
 * @param order whether it starts something, so that its fate is open when no answer comes
 */
public record Call(HttpMethod method, URI address, String what, boolean order) {

  public static Call read(URI address, String what) {
    return new Call(HttpMethod.GET, address, what, false);
  }

  public static Call order(URI address, String what) {
    return new Call(HttpMethod.POST, address, what, true);
  }

  public static Call change(URI address, String what) {
    return new Call(HttpMethod.PATCH, address, what, true);
  }

  /** A POST that asks for an opinion and starts nothing. */
  public static Call question(URI address, String what) {
    return new Call(HttpMethod.POST, address, what, false);
  }
}
