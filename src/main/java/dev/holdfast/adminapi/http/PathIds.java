package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import java.util.regex.Pattern;

/** Ids that may stand in an address. */
public final class PathIds {

  /** A GUID, or {@code Default-} and a GUID; the service's alias {@code ~default} is not used. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private PathIds() {}

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * An empty id would silently turn the read of one environment into the list of all (facts 1.1),
   * and a slash would make it another call altogether.
   */
  public static String checked(String id) {
    if (!isId(id)) {
      throw new AdminApiException(
          Kind.NOT_FOUND,
          "Power Platform has nothing with the id \"%s\".".formatted(id),
          Answer.NONE);
    }
    return id;
  }
}
