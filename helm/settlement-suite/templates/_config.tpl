{{/*
What a component is told: an application.yml below its own environment, above the one in its jar.
The chart's words, then config (every component's), then components.<name>.config; what belongs to a role goes last.
*/}}
{{- define "suite.config" -}}
{{- $v := .root.Values -}}
{{- $port := int .c.port -}}
{{- $readiness := list "readinessState" "db" -}}
{{- if .c.readiness.kafka }}{{ $readiness = append $readiness "binders" }}{{ end -}}
{{- $kafka := include "suite.kafka" . -}}
{{- $told := dict
  "server" (dict "port" $port)
  "management" (dict
    "server" (dict "port" (int .c.managementPort))
    "health" (dict "binders" (dict "enabled" .c.readiness.kafka))
    "endpoint" (dict "health" (dict "group" (dict "readiness" (dict "include" (join "," $readiness))))))
  "spring" (dict
    "datasource" (dict "url" (include "suite.jdbc" .))
    "flyway" (dict "enabled" (eq $v.migrations.mode "startup"))
    "lifecycle" (dict "timeout-per-shutdown-phase" (printf "%ds" (int .c.shutdownPhaseSeconds)))
    "kafka" (mergeOverwrite (dict "bootstrap-servers" $kafka) (include "suite.kafkaClient" . | fromYaml))
    "cloud" (dict "stream" (dict "kafka" (dict "binder" (dict "health-timeout" 3)))))
  "settlement" (dict
    "security" (dict "internal-key-file" "/etc/settlement/secrets/internal-key/internal.key"))
-}}
{{- if include "suite.topicsAreMade" . }}{{ $_ := set $told.settlement "kafka" (dict "topics" (dict "create" false)) }}{{ end -}}
{{- if eq .name "gateway" -}}
{{- $services := dict -}}
{{- range $word, $component := dict "registry" "registry" "gas" "gas" "artifact" "artifact" "relayer" "courier" "observer" "observer" -}}
{{- $_ := set $services $word (printf "http://%s:%d" (include "suite.name" (dict "root" $.root "name" $component)) $port) -}}
{{- end -}}
{{- $_ := set $told.settlement "gateway" (dict "api-keys-file" "/etc/settlement/secrets/api-keys/api-keys.json" "services" $services) -}}
{{- if hasKey .c.secretFiles "webhooks" -}}
{{- $_ := set $told.settlement.gateway "webhooks" (dict "key-file" "/etc/settlement/secrets/webhooks/webhooks.key") -}}
{{- end -}}
{{- end -}}
{{- $shared := deepCopy $v.config -}}
{{- if hasKey $shared "settlement" -}}
{{- if eq .name "gateway" }}{{ $_ := unset $shared.settlement "chains" }}{{ end -}}
{{- if has .name (list "gateway" "registry" "gas") }}{{ $_ := unset $shared.settlement "bitcoin" }}{{ end -}}
{{- end -}}
{{- $told = mergeOverwrite $told $shared (deepCopy .c.config) -}}
{{- if has .name (list "observer" "courier" "validator") -}}
{{- $told = mergeOverwrite $told (dict "settlement" (dict "relayer" (dict "roles" (list .name)))) -}}
{{- end -}}
{{- include "suite.refuseSecrets" (dict "value" $told "path" "config") -}}
{{- if and (hasKey ($told.settlement.relayer | default dict) "validator") (ne .name "validator") -}}
{{- if or (hasKey $told.settlement.relayer.validator "keystore") (hasKey $told.settlement.relayer.validator "remote-signer") -}}
{{- fail (printf "components.%s: a validator's key belongs to a release of its own, with nothing but the validator" .name) -}}
{{- end -}}
{{- end -}}
{{- toYaml $told -}}
{{- end -}}

{{- define "suite.jdbc" -}}
{{- $p := .root.Values.postgresql -}}
{{- $host := $p.host -}}
{{- if $p.cloudNativePg.enabled }}{{ $host = printf "%s-postgresql-rw" .root.Release.Name }}{{ end -}}
{{- $host = required "postgresql.host is missing (or set postgresql.cloudNativePg.enabled)" $host -}}
{{- printf "jdbc:postgresql://%s:%d/%s" $host (int $p.port) .c.database.name -}}
{{- $parameters := list -}}
{{- if include "suite.postgresqlAuthority" . -}}
{{- $parameters = append $parameters "sslmode=verify-full&sslrootcert=/etc/settlement/secrets/postgresql-ca/ca.crt" -}}
{{- end -}}
{{- with $p.parameters }}{{ $parameters = append $parameters . }}{{ end -}}
{{- with $parameters }}?{{ join "&" . }}{{ end -}}
{{- end -}}

{{- define "suite.kafka" -}}
{{- $k := .root.Values.kafka -}}
{{- if $k.strimzi.enabled -}}
{{- printf "%s-kafka-kafka-bootstrap:9093" .root.Release.Name -}}
{{- else -}}
{{- required "kafka.bootstrapServers is missing (or set kafka.strimzi.enabled)" $k.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{/* A ConfigMap is no place for a secret: such keys may only point to a property of a Secret, as ${name}. */}}
{{- define "suite.refuseSecrets" -}}
{{- $path := .path -}}
{{- if kindIs "map" .value -}}
{{- range $key, $value := .value -}}
{{- $here := printf "%s.%s" $path $key -}}
{{- if and (kindIs "string" $value) (regexMatch "(?i)(password|secret|token|private-?key|jaas-?config|jaas\\.config)$" $key) (not (regexMatch "\\$\\{[^:}]+\\}" $value)) -}}
{{- fail (printf "%s holds a secret: put it into a Secret, name that in secretProperties, and write ${the.property} here" $here) -}}
{{- end -}}
{{- include "suite.refuseSecrets" (dict "value" $value "path" $here) -}}
{{- end -}}
{{- else if kindIs "slice" .value -}}
{{- range $at, $value := .value -}}
{{- include "suite.refuseSecrets" (dict "value" $value "path" (printf "%s[%d]" $path $at)) -}}
{{- end -}}
{{- else if and (kindIs "string" .value) (regexMatch "^[a-z+]+://[^/@${]*:[^/@]*@" .value) -}}
{{- fail (printf "%s is an address with a password: put it into a Secret, name that in secretProperties, and write ${the.property} here" $path) -}}
{{- end -}}
{{- end -}}
