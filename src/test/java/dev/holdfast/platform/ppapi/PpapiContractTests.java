package dev.holdfast.platform.ppapi;

import dev.holdfast.platform.ppapi.PpapiClients;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiContract;
import java.net.URI;
import java.time.Clock;

class PpapiContractTests extends AdminApiContract {

  @Override
  protected AdminApi over(URI base, Clock clock) {
    return PpapiClients.over(base, clock);
  }
}
