// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;

/** Signatures. Topic {@link Topics#ATTESTATIONS}, writers are the validators. */
public sealed interface AttestationEvent extends SuiteEvent {

  /** What is attested. */
  Kind kind();

  /** The signer's address. */
  EvmAddress validator();

  /** r‖s‖v, 65 bytes as 0x and hexadecimal digits. */
  String signature();

  /** The messages it is about. */
  @JsonIgnore
  List<TxId> txids();

  @Override
  default Topic<AttestationEvent> topic() {
    return Topics.ATTESTATION_EVENTS;
  }

  /** What is attested. */
  enum Kind {
    /** The source sent it: lets the destination receive it. */
    RECEIVE,
    /** Its deadline passed: lets the destination record that it will never be received. */
    EXPIRE,
    /** The destination's outcome: lets the source settle it. */
    CALLBACK
  }

  /**
   * One validator's signature over one digest. Key txid.
   *
   * @param kind what it attests
   * @param digest the EIP-712 digest it signed (protocol 7.1)
   * @param validator the signer's address
   * @param signature r‖s‖v, 65 bytes as 0x and hexadecimal digits
   */
  @JsonTypeName("AttestationSigned")
  record AttestationSigned(
      TxId txid, Kind kind, Hash digest, EvmAddress validator, String signature, Instant at)
      implements AttestationEvent {
    @Override
    public String key() {
      return txid.hex();
    }

    @Override
    public List<TxId> txids() {
      return List.of(txid);
    }
  }

  /**
   * One validator's signature over the Merkle root of many digests of one block. Key root.
   *
   * @param root of the tree over the members' digests, in this order
   * @param kind what it attests
   * @param receiver the chain whose contracts verify it
   * @param members in the order of their logs; 1 to {@link #MOST_MEMBERS}
   * @param validator the signer's address
   * @param signature over the bundle's digest of the root: r‖s‖v, 65 bytes as 0x and hexadecimal
   *     digits
   */
  @JsonTypeName("BundleSigned")
  record BundleSigned(
      Hash root,
      Kind kind,
      ChainName receiver,
      List<Member> members,
      EvmAddress validator,
      String signature,
      Instant at)
      implements AttestationEvent {
    /** Most members of a bundle. */
    public static final int MOST_MEMBERS = 64;

    /**
     * Keeps its own list.
     *
     * @throws InvalidValue when there are no members or too many
     */
    public BundleSigned {
      members = List.copyOf(members);
      if (members.isEmpty() || members.size() > MOST_MEMBERS) {
        throw new InvalidValue("bundle", members.size() + " members");
      }
    }

    /**
     * One message of a bundle.
     *
     * @param digest the EIP-712 digest of what is attested about it (protocol 7.1)
     */
    public record Member(TxId txid, Hash digest) {}

    @Override
    public String key() {
      return root.hex();
    }

    @Override
    public List<TxId> txids() {
      return members.stream().map(Member::txid).toList();
    }
  }
}
