#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Generated from the code; mvn -pl devnet -am test -Dreferences=write writes it anew.
# Makes the topics that are missing, as the user topics or another who may. What is there is left as it is.
#
#   KAFKA_TOPICS='kafka-topics.sh --bootstrap-server … --command-config topics.properties' \
#     PARTITIONS=12 REPLICATION=3 helm/backing/kafka-topics.sh
#
# PARTITIONS: the limit of parallel readers. REPLICATION: copies; with 3 or more a write is in all but one of them.
set -eu
: "${KAFKA_TOPICS:?the command kafka-topics.sh with --bootstrap-server and --command-config}"
: "${PARTITIONS:=12}" "${REPLICATION:=3}"
in_sync=1
[ "$REPLICATION" -lt 3 ] || in_sync=$((REPLICATION - 1))

create() {
  topic="$1"
  partitions="$2"
  shift 2
  $KAFKA_TOPICS --create --if-not-exists --topic "$topic" --partitions "$partitions" \
    --replication-factor "$REPLICATION" --config "min.insync.replicas=$in_sync" "$@"
}

create settlement.messages "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.attestations "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=604800000 --config retention.bytes=-1
create settlement.gas "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.registry "$PARTITIONS" --config cleanup.policy=compact
create settlement.prices "$PARTITIONS" --config cleanup.policy=compact
create settlement.artifacts "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.transactions "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.gas-books "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.vaults "$PARTITIONS" --config cleanup.policy=compact
create settlement.psbt "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.pauses "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1
create settlement.liquidity "$PARTITIONS" --config cleanup.policy=compact
create settlement.service-levels "$PARTITIONS" --config cleanup.policy=compact
create settlement.deliveries "$PARTITIONS" --config cleanup.policy=delete --config retention.ms=604800000 --config retention.bytes=-1

# Dead letters: records that could not be handled, for people.
create settlement.messages.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.attestations.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.gas.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.registry.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.prices.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.artifacts.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.transactions.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.gas-books.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.vaults.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.psbt.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.pauses.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.liquidity.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.service-levels.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
create settlement.deliveries.dlq 1 --config cleanup.policy=delete --config retention.ms=2592000000 --config retention.bytes=-1
