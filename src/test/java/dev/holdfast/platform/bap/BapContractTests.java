package dev.holdfast.platform.bap;

import dev.holdfast.platform.bap.BapClients;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiContract;
import java.net.URI;
import java.time.Clock;

class BapContractTests extends AdminApiContract {

  @Override
  protected AdminApi over(URI base, Clock clock) {
    return BapClients.over(base, clock);
  }
}
