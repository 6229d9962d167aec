// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be asked. It is applied to the address a connection is made to, so a name
 * that changes its address does not pass.
 */
public enum AddressPolicy {
  /** Only what anybody on the internet could ask. */
  PUBLIC_ONLY {
    @Override
    public boolean allows(InetAddress address) {
      return !isInternal(address);
    }
  },
  /** Any: for nets of one's own. */
  ANY {
    @Override
    public boolean allows(InetAddress address) {
      return true;
    }
  };

  /** Whether a connection to it may be made. */
  public abstract boolean allows(InetAddress address);

  private static boolean isInternal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || switch (address) {
          case Inet4Address four -> isReserved(four.getAddress());
          case Inet6Address six -> isReserved(six);
          default -> true;
        };
  }

  /** This net, carriers' shared space, protocol assignments, tests, benchmarks, future use. */
  private static boolean isReserved(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    int third = four[2] & 0xff;
    return first == 0
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && (third == 0 || third == 2))
        || (first == 198 && (second == 18 || second == 19))
        || (first == 198 && second == 51 && third == 100)
        || (first == 203 && second == 0 && third == 113)
        || first >= 240;
  }

  /** Unique local addresses, documentation, and an IPv4 address inside of an IPv6 one. */
  private static boolean isReserved(Inet6Address six) {
    byte[] bytes = six.getAddress();
    boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    boolean documentation = group(bytes, 0) == 0x2001 && group(bytes, 1) == 0x0db8;
    return uniqueLocal || documentation || hidesInternal(bytes);
  }

  /** As 64:ff9b::/96 and 2002::/16 do. */
  private static boolean hidesInternal(byte[] bytes) {
    int at;
    if (six4(bytes)) {
      at = 2;
    } else if (nat64(bytes) || compatible(bytes)) {
      at = 12;
    } else {
      return false;
    }
    return isInternal(four(bytes, at));
  }

  private static boolean six4(byte[] bytes) {
    return group(bytes, 0) == 0x2002;
  }

  private static boolean nat64(byte[] bytes) {
    return group(bytes, 0) == 0x0064 && group(bytes, 1) == 0xff9b;
  }

  private static boolean compatible(byte[] bytes) {
    for (int i = 0; i < 6; i++) {
      if (group(bytes, i) != 0 && !(i == 5 && group(bytes, i) == 0xffff)) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress four(byte[] bytes, int at) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static int group(byte[] bytes, int index) {
    return (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
  }
}
