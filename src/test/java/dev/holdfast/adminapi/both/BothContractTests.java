package dev.holdfast.adminapi.both;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiContract;
import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import java.net.URI;
import java.time.Clock;

class BothContractTests extends AdminApiContract {

  @Override
  protected AdminApi over(URI base, Clock clock) {
    return new CombinedAdminApi(
        BapClients.over(base, clock), PpapiClients.over(base, clock), new AnswerHistory(clock));
  }
}
