// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.request.Cursors;
import io.settlement.kit.request.Times;
import io.settlement.kit.security.Purview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keys over REST: admins manage all, operators see all, a partner sees his own and changes the
 * secret of those that may no more than the one he comes by.
 */
@Tag(name = "Keys")
@RestController
@RequestMapping("/v1/keys")
class KeysController {
  private static final String ADMIN = "hasAuthority('SCOPE_admin')";

  private final KeyDesk desk;
  private final DeclaredKeys declared;

  KeysController(KeyDesk desk, DeclaredKeys declared) {
    this.desk = desk;
    this.declared = declared;
  }

  /**
   * A new key.
   *
   * @param name of the partner or operator; several keys may have one name
   * @param label to tell keys of one name apart
   * @param scopes partner, viewer, approver, operator, admin
   * @param payers accounts whose money it may see
   * @param expiresAt a year from now unless said
   */
  record Wanted(
      @Schema(example = "acme") @NotNull @Pattern(regexp = Caller.NAME) String name,
      @Schema(example = "production") @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
          String label,
      @Schema(example = "[\"partner\"]") @NotEmpty @Size(max = 5)
          List<@NotNull @Pattern(regexp = "partner|viewer|approver|operator|admin") String> scopes,
      @Nullable @Size(max = Caller.MOST_PAYERS) List<@NotNull EvmAddress> payers,
      @Schema(example = "2027-11-22T00:00:00Z") @Nullable OffsetDateTime expiresAt) {}

  /**
   * How to change a secret.
   *
   * @param overlap ISO 8601: how long the former secret opens as well; a day unless said
   */
  record Rotation(@Schema(example = "PT24H", type = "string") @Nullable Duration overlap) {}

  /** A part of the list; {@code next} is the cursor of the part after it, null at the end. */
  record Listed(List<ListedKey> items, @Nullable String next) {}

  @Operation(summary = "Make a key; its secret is shown this once", operationId = "makeKey")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(ADMIN)
  ListedKey make(@Valid @RequestBody Wanted wanted, Authentication caller) {
    return desk.make(
        new KeyDesk.Wanted(
            wanted.name(),
            wanted.label() == null ? "" : wanted.label(),
            wanted.scopes().stream().distinct().sorted().toList(),
            wanted.payers() == null
                ? List.of()
                : wanted.payers().stream().map(EvmAddress::hex).distinct().sorted().toList(),
            wanted.expiresAt() == null ? null : Times.within(wanted.expiresAt())),
        caller.getName());
  }

  @Operation(
      summary = "List keys, the latest first; a partner's own, an operator's of all",
      operationId = "listKeys")
  @GetMapping
  Listed list(
      @Parameter(description = "Of this partner or operator") @RequestParam(required = false)
          @Nullable String name,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Authentication caller) {
    String whose = seesAll(caller) ? blankToNull(name) : caller.getName();
    List<KeyBook.Row> rows = desk.list(whose, Cursors.before(cursor), limit + 1);
    boolean more = rows.size() > limit;
    List<KeyBook.Row> part = more ? rows.subList(0, limit) : rows;
    List<ListedKey> items = new ArrayList<>(part.stream().map(KeyBook.Row::key).toList());
    if (!more) {
      declared.all().stream()
          .filter(one -> whose == null || one.name().equals(whose))
          .map(ListedKey::of)
          .forEach(items::add);
    }
    return new Listed(items, more ? Long.toString(part.getLast().seq()) : null);
  }

  @Operation(summary = "Read a key", operationId = "getKey")
  @GetMapping("/{id}")
  ListedKey get(@PathVariable String id, Authentication caller) {
    ListedKey key =
        declared.all().stream()
            .filter(one -> one.credential().equals(id))
            .map(ListedKey::of)
            .findFirst()
            .orElseGet(() -> desk.known(id));
    if (!seesAll(caller) && !key.name().equals(caller.getName())) {
      throw KeyDesk.unknown();
    }
    return key;
  }

  @Operation(
      summary = "Take a new secret, shown this once; the former one opens for a while",
      operationId = "rotateKey")
  @PostMapping("/{id}/rotate")
  ListedKey rotate(
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable Rotation rotation,
      Authentication caller) {
    stored(id);
    ListedKey key = desk.known(id);
    if (!isAdmin(caller) && !isNoMoreThan(caller, key)) {
      throw KeyDesk.unknown();
    }
    return desk.rotate(id, rotation == null ? null : rotation.overlap());
  }

  @Operation(summary = "Revoke a key: it opens nothing within seconds", operationId = "revokeKey")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(ADMIN)
  void revoke(@PathVariable String id, Authentication caller) {
    stored(id);
    desk.revoke(id, caller.getName());
  }

  private void stored(String id) {
    if (declared.has(id)) {
      throw Problem.conflict("key-declared", "the key is in the gateway's file: change it there");
    }
  }

  /** His own, and nothing in it that he does not have: a lesser key makes no greater one. */
  private static boolean isNoMoreThan(Authentication caller, ListedKey key) {
    Set<String> authorities =
        caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
    Set<String> payers =
        Purview.of(caller).payers().stream().map(EvmAddress::hex).collect(Collectors.toSet());
    return key.name().equals(caller.getName())
        && key.scopes().stream().allMatch(scope -> authorities.contains("SCOPE_" + scope))
        && payers.containsAll(key.payers());
  }

  private static boolean seesAll(Authentication caller) {
    return Purview.of(caller).everybody();
  }

  private static boolean isAdmin(Authentication caller) {
    return caller.getAuthorities().stream()
        .anyMatch(one -> "SCOPE_admin".equals(one.getAuthority()));
  }

  /** Of what PostgreSQL keeps as a text. */
  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.replace("\0", "");
  }
}
