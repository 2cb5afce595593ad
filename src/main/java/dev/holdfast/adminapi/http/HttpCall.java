package dev.holdfast.adminapi.http;

import java.net.URI;
import org.springframework.http.HttpMethod;

/**
 * What is asked of the service.
 *
 * @param what it in words that follow "asked to", for the person who reads of a failure
 * @param order whether it starts something, so that its fate is open when no answer comes
 * @param annotated whether Dataverse is to write the words of its numbers beside them
 */
public record HttpCall(
    HttpMethod method, URI address, String what, boolean order, boolean annotated) {

  public static HttpCall read(URI address, String what) {
    return new HttpCall(HttpMethod.GET, address, what, false, false);
  }

  /** A read of Dataverse that needs the words of its numbers. */
  public static HttpCall annotated(URI address, String what) {
    return new HttpCall(HttpMethod.GET, address, what, false, true);
  }

  public static HttpCall order(URI address, String what) {
    return new HttpCall(HttpMethod.POST, address, what, true, false);
  }

  public static HttpCall change(URI address, String what) {
    return new HttpCall(HttpMethod.PATCH, address, what, true, false);
  }

  public static HttpCall deletion(URI address, String what) {
    return new HttpCall(HttpMethod.DELETE, address, what, true, false);
  }

  /** A POST that asks for an opinion and starts nothing. */
  public static HttpCall question(URI address, String what) {
    return new HttpCall(HttpMethod.POST, address, what, false, false);
  }
}
