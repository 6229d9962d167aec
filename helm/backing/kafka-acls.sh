#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Generated from the code; mvn -pl devnet -am test -Dreferences=write writes it anew.
# Who may do what in Kafka, as docs/backing-services.md says. What is there already stays: run it again after an upgrade.
#
#   KAFKA_ACLS='kafka-acls.sh --bootstrap-server … --command-config admin.properties' \
#     helm/backing/kafka-acls.sh [relayer] [NAME=0x…]…
#
# relayer: also a user for processes that both observe and deliver. NAME=0x…: a validator's user and its account,
# in small letters, as in its keystore.
set -eu
: "${KAFKA_ACLS:?the command kafka-acls.sh with --bootstrap-server and --command-config}"

allow() {
  user="$1"
  shift
  $KAFKA_ACLS --add --allow-principal "User:$user" "$@"
}

# Topics are compared with what they are to be when a service starts.
everybody() {
  allow "$1" --operation Describe --operation DescribeConfigs --resource-pattern-type prefixed --topic settlement.
}

# Who makes the topics, and nobody else: helm/backing/kafka-topics.sh, migration Jobs.
allow topics --operation Create --operation Describe --operation DescribeConfigs --operation AlterConfigs \
  --resource-pattern-type prefixed --topic settlement.

everybody gateway
allow gateway --operation Read \
  --topic settlement.artifacts \
  --topic settlement.attestations \
  --topic settlement.gas \
  --topic settlement.messages
allow gateway --operation Read \
  --group gateway-artifacts \
  --group gateway-attestations \
  --group gateway-gas \
  --group gateway-messages
allow gateway --operation Write \
  --topic settlement.artifacts.dlq \
  --topic settlement.attestations.dlq \
  --topic settlement.gas.dlq \
  --topic settlement.messages.dlq

everybody registry
allow registry --operation Read \
  --topic settlement.artifacts \
  --topic settlement.attestations \
  --topic settlement.messages
allow registry --operation Read \
  --group registry-onboarding-messages \
  --group registry-onboarding-signatures \
  --group registry-probation-artifacts
allow registry --operation Write \
  --topic settlement.artifacts.dlq \
  --topic settlement.attestations.dlq \
  --topic settlement.messages.dlq \
  --topic settlement.registry \
  --topic settlement.service-levels

everybody gas
allow gas --operation Read \
  --topic settlement.liquidity \
  --topic settlement.messages \
  --topic settlement.registry \
  --topic settlement.transactions \
  --topic settlement.vaults
allow gas --operation Read \
  --group gas-proof-messages \
  --group gas-proof-transactions \
  --group gas-service
allow gas --operation Write \
  --topic settlement.gas \
  --topic settlement.gas-books \
  --topic settlement.messages.dlq \
  --topic settlement.prices \
  --topic settlement.transactions.dlq

everybody artifact
allow artifact --operation Read \
  --topic settlement.messages \
  --topic settlement.pauses \
  --topic settlement.psbt \
  --topic settlement.registry \
  --topic settlement.vaults
allow artifact --operation Read \
  --group artifact-addresses \
  --group artifact-pauses \
  --group artifact-payments \
  --group artifact-service
allow artifact --operation Write \
  --topic settlement.artifacts \
  --topic settlement.liquidity \
  --topic settlement.messages.dlq \
  --topic settlement.pauses.dlq \
  --topic settlement.psbt.dlq \
  --topic settlement.vaults.dlq

everybody observer
allow observer --operation Read \
  --topic settlement.liquidity \
  --topic settlement.registry \
  --topic settlement.service-levels \
  --topic settlement.vaults
allow observer --operation Read \
  --group vault-addresses-relayer
allow observer --operation Write \
  --topic settlement.messages \
  --topic settlement.transactions \
  --topic settlement.vaults.dlq

everybody courier
allow courier --operation Read \
  --topic settlement.artifacts \
  --topic settlement.attestations \
  --topic settlement.deliveries \
  --topic settlement.gas \
  --topic settlement.gas-books \
  --topic settlement.liquidity \
  --topic settlement.messages \
  --topic settlement.prices \
  --topic settlement.psbt \
  --topic settlement.registry \
  --topic settlement.service-levels
allow courier --operation Read \
  --group courier-artifacts \
  --group courier-attestations \
  --group courier-books \
  --group courier-gas \
  --group courier-lanes \
  --group courier-messages \
  --group courier-prices \
  --group payout-signatures
allow courier --operation Write \
  --topic settlement.artifacts.dlq \
  --topic settlement.attestations.dlq \
  --topic settlement.deliveries \
  --topic settlement.gas-books.dlq \
  --topic settlement.gas.dlq \
  --topic settlement.messages \
  --topic settlement.messages.dlq \
  --topic settlement.pauses \
  --topic settlement.prices.dlq \
  --topic settlement.psbt \
  --topic settlement.psbt.dlq \
  --topic settlement.transactions \
  --topic settlement.vaults

validator() {
  everybody "$1"
  allow "$1" --operation Read \
    --topic settlement.liquidity \
    --topic settlement.messages \
    --topic settlement.psbt \
    --topic settlement.registry \
    --topic settlement.service-levels \
    --topic settlement.vaults
  allow "$1" --operation Read \
    --group "cosigner-$2" \
    --group "validator-$2" \
    --group "vault-addresses-$2"
  allow "$1" --operation Write \
    --topic settlement.attestations \
    --topic settlement.messages.dlq \
    --topic settlement.psbt \
    --topic settlement.psbt.dlq \
    --topic settlement.vaults.dlq
}

relayer() {
  everybody relayer
  allow relayer --operation Read \
    --topic settlement.artifacts \
    --topic settlement.attestations \
    --topic settlement.deliveries \
    --topic settlement.gas \
    --topic settlement.gas-books \
    --topic settlement.liquidity \
    --topic settlement.messages \
    --topic settlement.prices \
    --topic settlement.psbt \
    --topic settlement.registry \
    --topic settlement.service-levels \
    --topic settlement.vaults
  allow relayer --operation Read \
    --group courier-artifacts \
    --group courier-attestations \
    --group courier-books \
    --group courier-gas \
    --group courier-lanes \
    --group courier-messages \
    --group courier-prices \
    --group payout-signatures \
    --group vault-addresses-relayer
  allow relayer --operation Write \
    --topic settlement.artifacts.dlq \
    --topic settlement.attestations.dlq \
    --topic settlement.deliveries \
    --topic settlement.gas-books.dlq \
    --topic settlement.gas.dlq \
    --topic settlement.messages \
    --topic settlement.messages.dlq \
    --topic settlement.pauses \
    --topic settlement.prices.dlq \
    --topic settlement.psbt \
    --topic settlement.psbt.dlq \
    --topic settlement.transactions \
    --topic settlement.vaults \
    --topic settlement.vaults.dlq
}

for who in "$@"; do
  case "$who" in
    relayer) relayer ;;
    *=0x*) validator "${who%%=*}" "${who#*=}" ;;
    *) echo "$who is neither relayer nor NAME=0x…" >&2; exit 2 ;;
  esac
done
