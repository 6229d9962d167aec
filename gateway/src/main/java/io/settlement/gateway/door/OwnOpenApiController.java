// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The gateway's own description, beside those of the services. */
@Controller
class OwnOpenApiController {

  @GetMapping("/v1/openapi/gateway")
  String own() {
    return "forward:/v3/api-docs";
  }
}
