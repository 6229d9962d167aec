// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Which artifacts no lane may pause. It never turns the status: everything else goes on. */
final class GuardianHealth implements HealthIndicator {
  private final GuardianPosts posts;

  GuardianHealth(GuardianPosts posts) {
    this.posts = posts;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    posts
        .posts()
        .forEach(
            (post, guarded) ->
                health.withDetail(post.toString(), guarded ? "well" : "NO_GUARDIAN"));
    return health.build();
  }
}
