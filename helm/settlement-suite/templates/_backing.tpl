{{/* How components come to Kafka and PostgreSQL. Every helper takes a dict: root, name, c, and owner where a Job migrates. */}}

{{/* Whose word counts for Kafka's certificate: the Secret and its key; nothing where Java's own authorities do. */}}
{{- define "suite.kafkaAuthority" -}}
{{- $k := .root.Values.kafka -}}
{{- if $k.strimzi.enabled -}}
{{- toYaml (dict "secret" (printf "%s-kafka-cluster-ca-cert" .root.Release.Name) "items" (dict "ca.crt" "ca.crt")) -}}
{{- else if and $k.tls.enabled $k.tls.caSecret -}}
{{- toYaml (dict "secret" $k.tls.caSecret "items" (dict $k.tls.caKey "ca.crt")) -}}
{{- end -}}
{{- end -}}

{{/* The same of PostgreSQL. */}}
{{- define "suite.postgresqlAuthority" -}}
{{- $p := .root.Values.postgresql -}}
{{- if $p.cloudNativePg.enabled -}}
{{- toYaml (dict "secret" (printf "%s-postgresql-ca" .root.Release.Name) "items" (dict "ca.crt" "ca.crt")) -}}
{{- else if $p.tls.caSecret -}}
{{- toYaml (dict "secret" $p.tls.caSecret "items" (dict $p.tls.caKey "ca.crt")) -}}
{{- end -}}
{{- end -}}

{{/* Files of Secrets: the component's own, and those authorities. */}}
{{- define "suite.secretFiles" -}}
{{- $files := deepCopy .c.secretFiles -}}
{{- with include "suite.kafkaAuthority" . | fromYaml }}{{ $_ := set $files "kafka-ca" . }}{{ end -}}
{{- with include "suite.postgresqlAuthority" . | fromYaml }}{{ $_ := set $files "postgresql-ca" . }}{{ end -}}
{{- toYaml $files -}}
{{- end -}}

{{/* Which Secret holds the user of Kafka, and its keys as properties. A Job comes as the one who makes topics. */}}
{{- define "suite.kafkaUser" -}}
{{- $k := .root.Values.kafka -}}
{{- if $k.strimzi.enabled -}}
{{- toYaml (dict "secret" (include "suite.name" .) "items" (dict "password" "kafka.password")) -}}
{{- else if $k.sasl.enabled -}}
{{- $secret := .c.kafka.secret -}}
{{- if and (default false .owner) $k.sasl.topicsSecret.name }}{{ $secret = $k.sasl.topicsSecret }}{{ end -}}
{{- $name := required (printf "components.%s.kafka.secret.name is missing" .name) $secret.name -}}
{{- toYaml (dict "secret" $name "items" (dict $secret.usernameKey "kafka.username" $secret.passwordKey "kafka.password")) -}}
{{- end -}}
{{- end -}}

{{/* What its clients of Kafka are told besides the address. */}}
{{- define "suite.kafkaClient" -}}
{{- $k := .root.Values.kafka -}}
{{- $tls := or $k.strimzi.enabled $k.tls.enabled -}}
{{- $sasl := or $k.strimzi.enabled $k.sasl.enabled -}}
{{- $told := dict -}}
{{- if or $tls $sasl -}}
{{- $_ := set $told "security" (dict "protocol" (printf "%s%s" (ternary "SASL_" "" $sasl) (ternary "SSL" "PLAINTEXT" $tls))) -}}
{{- end -}}
{{- if include "suite.kafkaAuthority" . -}}
{{- $_ := set $told "ssl" (dict "trust-store-type" "PEM" "trust-store-location" "file:/etc/settlement/secrets/kafka-ca/ca.crt") -}}
{{- end -}}
{{- if $sasl -}}
{{- $user := ternary (include "suite.name" .) "${kafka.username}" $k.strimzi.enabled -}}
{{- $login := printf "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"${kafka.password}\";" $user -}}
{{- $_ := set $told "properties" (dict "sasl.mechanism" (ternary "SCRAM-SHA-512" $k.sasl.mechanism $k.strimzi.enabled) "sasl.jaas.config" $login) -}}
{{- end -}}
{{- toYaml $told -}}
{{- end -}}

{{/* Whether topics are made by somebody else than this process. */}}
{{- define "suite.topicsAreMade" -}}
{{- $k := .root.Values.kafka -}}
{{- if $k.strimzi.enabled -}}
true
{{- else if and $k.sasl.enabled (not (and (default false .owner) $k.sasl.topicsSecret.name)) -}}
true
{{- end -}}
{{- end -}}
