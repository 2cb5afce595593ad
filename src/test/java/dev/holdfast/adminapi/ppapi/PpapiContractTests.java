package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiContract;
import java.net.URI;
import java.time.Clock;

class PpapiContractTests extends AdminApiContract {

  @Override
  protected AdminApi over(URI base, Clock clock) {
    return PpapiClients.over(base, clock);
  }
}
