// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How BTC becomes an artifact, and who holds it meanwhile.
 *
 * @param id its name, as the artifact's contracts have it
 * @param specification keccak256 of its specification's bytes
 * @param vault its handler on Bitcoin; null when it holds nothing there
 * @param descriptor the vault's descriptor; null when it is not told
 * @param finding why it is not live yet, or not any more
 * @param version counts its changes
 */
public record Primitive(
    String id,
    String artifact,
    Hash specification,
    @Nullable HandlerId vault,
    @Nullable String descriptor,
    PrimitiveStage state,
    @Nullable String finding,
    long version,
    List<Deployment> deployments) {

  /** Keeps its own copy. */
  public Primitive {
    deployments = List.copyOf(deployments);
  }
}
