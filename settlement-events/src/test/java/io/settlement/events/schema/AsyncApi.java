// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import io.settlement.events.Golden;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document: topics, facts, who tells and who reads them. */
final class AsyncApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMAS = "../settlement-events/schemas/";

  private final SourceDocs docs;

  AsyncApi(SourceDocs docs) {
    this.docs = docs;
  }

  JsonNode document() {
    ObjectNode document = JSON.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document.put("id", "urn:settlement:topics");
    info(document.putObject("info"));
    document.put("defaultContentType", "application/json");
    server(document.putObject("servers").putObject("kafka"));
    ObjectNode channels = document.putObject("channels");
    Topics.ALL.forEach(topic -> channel(channels.putObject(name(topic)), topic));
    ObjectNode operations = document.putObject("operations");
    Topics.ALL.forEach(topic -> operations(operations, topic));
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    Golden.types().forEach(type -> message(messages.putObject(SuiteEvent.typeName(type)), type));
    trait(components.putObject("messageTraits").putObject("cloudEvent"));
    headers(components.putObject("schemas").putObject("CloudEventsHeaders"));
    return document;
  }

  /** A topic's name here: {@code settlement.gas-books} is {@code gas-books}. */
  static String name(Topic<?> topic) {
    return topic.name().substring(topic.name().indexOf('.') + 1);
  }

  /** The facts of a topic, by name. */
  static List<Class<? extends SuiteEvent>> facts(Topic<?> topic) {
    return Golden.types().stream().filter(topic.events()::isAssignableFrom).toList();
  }

  private static void info(ObjectNode info) {
    info.put("title", "Settlement suite");
    info.put("version", "1");
    info.put(
        "description",
        "What services of the suite tell each other, and everybody who is allowed to read their Kafka. "
            + "Values are JSON, headers are CloudEvents 1.0 in binary mode. Readers pass over types and fields "
            + "they do not know, and may see a fact twice: ce_id is the same then.");
    info.putObject("license").put("name", "Apache-2.0");
  }

  private static void server(ObjectNode server) {
    server.put("host", "{bootstrap}");
    server.put("protocol", "kafka");
    server.put("description", "The Kafka of an installation; readers need READ and DESCRIBE.");
    server
        .putObject("variables")
        .putObject("bootstrap")
        .put("default", "127.0.0.1:19092")
        .put("description", "A broker as host:port. The default is the local world's.");
  }

  private void channel(ObjectNode channel, Topic<?> topic) {
    channel.put("address", topic.name());
    channel.put("description", docs.of(topic.events()).orElseThrow());
    ObjectNode messages = channel.putObject("messages");
    facts(topic).stream()
        .map(SuiteEvent::typeName)
        .forEach(word -> ref(messages.putObject(word), "#/components/messages/" + word));
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    configuration.putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
    Duration retention = topic.keep().retention();
    if (retention != null) {
      configuration.put("retention.ms", retention.toMillis());
    }
    kafka.put("bindingVersion", "0.5.0");
    channel.put("x-key", topic.key());
    channel.put("x-writer", topic.writer());
    topic.readers().forEach(channel.withArray("x-readers")::add);
    channel.put("x-dead-letters", topic.deadLetters());
  }

  private static void operations(ObjectNode operations, Topic<?> topic) {
    String writer = topic.writer();
    operation(operations.putObject(id(writer, "tells", topic)), "send", topic, writer);
    topic
        .readers()
        .forEach(
            reader ->
                operation(
                    operations.putObject(id(reader, "reads", topic)), "receive", topic, reader));
  }

  private static void operation(
      ObjectNode operation, String action, Topic<?> topic, String service) {
    operation.put("action", action);
    ref(operation.putObject("channel"), "#/channels/" + name(topic));
    operation.put("title", service);
  }

  private static String id(String service, String verb, Topic<?> topic) {
    String bare = service.replaceAll(" .*", "");
    return bare + "-" + verb + "-" + name(topic).toLowerCase(Locale.ROOT);
  }

  private void message(ObjectNode message, Class<? extends SuiteEvent> type) {
    String word = SuiteEvent.typeName(type);
    message.put("name", word);
    message.put("title", word);
    message.put("summary", docs.of(type).orElseThrow());
    ref(message.putArray("traits").addObject(), "#/components/messageTraits/cloudEvent");
    ObjectNode payload = message.putObject("payload");
    payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
    ref(payload.putObject("schema"), SCHEMAS + EventSchemas.fileOf(word));
    SuiteEvent example = Golden.read(type);
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka
        .putObject("key")
        .put("type", "string")
        .put("description", example.topic().key())
        .putArray("examples")
        .add(example.key());
    kafka.put("bindingVersion", "0.5.0");
    message.putArray("examples").addObject().set("payload", JSON.readTree(Golden.bytes(word)));
  }

  private static void trait(ObjectNode trait) {
    trait.put("contentType", "application/json");
    ref(trait.putObject("headers"), "#/components/schemas/CloudEventsHeaders");
  }

  private static void headers(ObjectNode headers) {
    headers.put("type", "object");
    headers.put("description", "CloudEvents 1.0 in Kafka's binary mode, UTF-8.");
    ObjectNode properties = headers.putObject("properties");
    header(properties, "ce_specversion", "The version of CloudEvents.").put("const", "1.0");
    header(properties, "ce_id", "The same each time the same fact is sent.").put("minLength", 1);
    header(properties, "ce_type", "What the fact is: the name of its message.").put("minLength", 1);
    header(properties, "ce_source", "The service that wrote it.").put("format", "uri-reference");
    header(properties, "ce_time", "When it was recorded.").put("format", "date-time");
    header(properties, "content-type", "Of the value.").put("const", "application/json");
    properties.propertyNames().forEach(headers.withArray("required")::add);
    header(properties, "traceparent", "W3C's; only of messages that are traced.")
        .put("pattern", "^00-[0-9a-f]{32}-[0-9a-f]{16}-01$");
  }

  private static ObjectNode header(ObjectNode properties, String name, String description) {
    return properties.putObject(name).put("type", "string").put("description", description);
  }

  private static void ref(ObjectNode node, String to) {
    node.put("$ref", to);
  }
}
