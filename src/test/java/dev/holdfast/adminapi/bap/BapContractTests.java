package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiContract;
import java.net.URI;
import java.time.Clock;

class BapContractTests extends AdminApiContract {

  @Override
  protected AdminApi over(URI base, Clock clock) {
    return BapClients.over(base, clock);
  }
}
